// The code in ../guides as modules: one for each guide, its blocks one after another. Run by itself it writes them where tsc checks them.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const guides = join(home, '..', 'guides')
const IMPORT = /^import .* from 'huiyin-client'\n/gm

/** Name and text of each guide that has code. */
export function guidesWithCode() {
  return readdirSync(guides).filter((name) => name.endsWith('.md'))
    .map((name) => ({ name: name.replace(/\.md$/, ''), text: readFileSync(join(guides, name), 'utf8') }))
    .filter(({ text }) => text.includes('```js'))
}

/**
 * The blocks of code; `asked` adds what comments like <!-- run: … --> tell to do with them.
 *
 * @param {string} text
 * @param {boolean} asked
 */
export function code(text, asked) {
  return [...text.matchAll(/```js\n([\s\S]*?)```|<!-- run: (.*?) -->/g)]
    .map(([, block, run]) => (block ?? (asked ? run + '\n' : '')).replace(IMPORT, ''))
    .join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = join(home, 'test', 'wx', 'guides')
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'tsconfig.json'), JSON.stringify({
    extends: '../tsconfig.json',
    compilerOptions: { noImplicitAny: false, noUnusedLocals: false, noUnusedParameters: false, typeRoots: ['../../../node_modules'], baseUrl: '.', paths: { 'huiyin-client': ['../../../src/huiyin.d.ts'] } },
    include: ['*.js'],
  }))
  guidesWithCode().forEach(({ name, text }) => writeFileSync(join(out, name + '.js'),
    `import { Huiyin, HuiyinError, newKey } from 'huiyin-client'\n/** @param {Huiyin} api */\nexport default async function (api) {\n{\n${code(text, false)}}\n}\n`))
}
