// Writes what follows from ../openapi.yaml: types of the contract, the tables of operations and of codes, and the types of our own modules.
// With --check it writes nothing and fails where something differs.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import { parse } from 'yaml'

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const contract = join(home, '..', 'openapi.yaml')
const src = join(home, 'src')
const checking = process.argv.includes('--check')
const BY_HAND = ['types.d.ts']
const METHODS = ['get', 'put', 'post', 'delete']

const document = parse(readFileSync(contract, 'utf8'))

/** Types of everything that goes in and out. */
async function contractTypes() {
  const nodes = await openapiTS(new URL(`file://${contract}`), { defaultNonNullable: false, silent: true })
  return `// Made from ../openapi.yaml by "npm run generate". Do not change it by hand.\n${astToString(nodes)}`
}

const resolved = (node) =>
  node.$ref ? node.$ref.slice(2).split('/').reduce((at, step) => at[step], document) : node

/** What the client must know of each operation when it runs. */
function operationTable() {
  const rows = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => row(method, path, item[method], item.parameters ?? [])))
  return [
    '// Made from ../openapi.yaml by "npm run generate". Do not change it by hand.',
    '// key: takes an Idempotency-Key · match: takes If-Match · open: needs no session · types: of the body · stream: server-sent events',
    "/** @type {Record<keyof import('./contract.js').operations, import('./types.js').Operation>} */",
    'export const operations = {',
    ...rows.sort(),
    '}',
    '',
  ].join('\n')
}

function row(method, path, operation, shared) {
  const parameters = [...shared, ...(operation.parameters ?? [])].map(resolved)
  const headers = parameters.filter((parameter) => parameter.in === 'header').map((parameter) => parameter.name)
  const types = Object.keys(resolved(operation.requestBody ?? {}).content ?? {})
  const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'))
  const facts = {
    method: method.toUpperCase(),
    path,
    query: parameters.filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name),
    ...(headers.includes('Idempotency-Key') && { key: true }),
    ...(headers.includes('If-Match') && { match: true }),
    ...(operation.security?.length === 0 && { open: true }),
    ...(types.length > 0 && { types }),
    ...(answers.some(([, answer]) => 'text/event-stream' in (resolved(answer).content ?? {})) && { stream: true }),
  }
  const told = Object.entries(facts).map(([name, value]) => `${name}: ${JSON.stringify(value).replaceAll('"', "'").replaceAll(',', ', ')}`)
  return `  ${operation.operationId}: { ${told.join(', ')} },`
}

/** What the page should do about each code: a word for programs, and the sentence beside it for whoever writes the page. */
function codeTable() {
  return [
    '// Made from ../openapi.yaml by "npm run generate". Do not change it by hand.',
    "/** @satisfies {Record<string, import('./types.js').Advice>} */",
    'export const codes = {',
    ...Object.entries(document['x-codes']).map(([code, { advice, page }]) => `  /** ${page} */\n  ${code}: '${advice}',`),
    '}',
    '',
  ].join('\n')
}

/** The types of our modules, from the comments in them: what is written is what is checked. */
function moduleTypes(made) {
  const work = mkdtempSync(join(home, '.types-'))
  try {
    mkdirSync(join(work, 'src'))
    const modules = [...new Set([...readdirSync(src), ...made.keys()])].filter((name) => name.endsWith('.js'))
    modules.filter((name) => !made.has(name)).forEach((name) => cpSync(join(src, name), join(work, 'src', name)))
    BY_HAND.forEach((name) => cpSync(join(src, name), join(work, 'src', name)))
    made.forEach((text, name) => writeFileSync(join(work, 'src', name), text))
    writeFileSync(join(work, 'tsconfig.json'), JSON.stringify({ extends: '../tsconfig.json', compilerOptions: {
      declaration: true, emitDeclarationOnly: true, noEmit: false, outDir: 'types', rootDir: 'src', typeRoots: ['../node_modules/@types'] }, include: ['src'] }))
    execFileSync(process.execPath, [join(home, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', work], { stdio: 'inherit' })
    return new Map(modules.map((name) => name.replace(/\.js$/, '.d.ts')).map((name) =>
      [name, readFileSync(join(work, 'types', name), 'utf8')]))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const made = new Map([['contract.d.ts', await contractTypes()], ['operations.js', operationTable()], ['codes.js', codeTable()]])
moduleTypes(made).forEach((text, name) => made.set(name, text))

const stale = [...made].filter(([name, text]) => !existsSync(join(src, name)) || readFileSync(join(src, name), 'utf8') !== text)
if (checking && stale.length > 0) {
  console.error(`${stale.map(([name]) => 'src/' + name).join(', ')}: not what openapi.yaml and the modules say. Run "npm run generate" in miniapp-api-docs/client and commit.`)
  process.exit(1)
}
if (!checking) {
  stale.forEach(([name, text]) => writeFileSync(join(src, name), text))
  console.log(stale.length === 0 ? 'Nothing changed.' : `Written: ${stale.map(([name]) => name).join(', ')}`)
}
