// What npm would publish: every module with its types beside it, the README, and nothing else.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const home = new URL('..', import.meta.url)

test('the package holds the modules, their types and the README, and no tests', () => {
  const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: home, encoding: 'utf8' })
  /** @type {{ files: { path: string }[] }[]} */
  const [{ files } = { files: [] }] = JSON.parse(told)
  const paths = new Set(files.map(({ path }) => path))
  const modules = [...paths].filter((path) => path.endsWith('.js'))

  assert.ok(modules.length > 10)
  modules.forEach((path) => assert.ok(paths.has(path.replace(/\.js$/, '.d.ts')), path))
  ;['README.md', 'package.json', 'src/types.d.ts', 'src/contract.d.ts'].forEach((path) => assert.ok(paths.has(path), path))
  assert.deepEqual([...paths].filter((path) => !/^(src\/[\w-]+(\.d\.ts|\.js)|README\.md|package\.json)$/.test(path)), [])
  const { exports } = JSON.parse(readFileSync(new URL('package.json', home), 'utf8'))
  Object.values(exports).flatMap((entry) => typeof entry === 'string' ? [entry] : Object.values(entry))
    .forEach((path) => assert.ok(paths.has(path.replace('./', '')), path))
})
