// Builds the documentation site into out/: plain files that any web server can serve, from any folder. Nothing is fetched from elsewhere.
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const here = dirname(fileURLToPath(import.meta.url))
const docs = join(here, '..')
const SHELL = ['index.html', 'site.css', 'icon.svg', 'app.js', 'contract.js', 'pages.js', 'search.js', 'text.js']

/** @param {string} out */
export function build(out) {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(join(out, 'guides'), { recursive: true })
  mkdirSync(join(out, 'lib'))
  SHELL.forEach((name) => cpSync(join(here, name), join(out, name)))
  readdirSync(join(docs, 'guides')).forEach((name) => cpSync(join(docs, 'guides', name), join(out, 'guides', name)))
  cpSync(join(docs, 'messages.md'), join(out, 'guides', 'messages.md'))
  cpSync(join(here, 'node_modules', 'marked', 'lib', 'marked.esm.js'), join(out, 'lib', 'marked.esm.js'))
  writeFileSync(join(out, 'openapi.json'), JSON.stringify(parse(readFileSync(join(docs, 'openapi.yaml'), 'utf8'))))
  writeFileSync(join(out, 'examples.json'), JSON.stringify(examples()))
  return out
}

/** What tests have really sent and received, by the name of the call. */
function examples() {
  const folder = join(docs, 'examples')
  return Object.fromEntries(readdirSync(folder).sort().map((name) => [name.replace(/\.json$/, ''), JSON.parse(readFileSync(join(folder, name), 'utf8'))]))
}

/** The hash of the one script that stands in the page itself. */
export function importMapHash() {
  const page = readFileSync(join(here, 'index.html'), 'utf8')
  const [, map] = /<script type="importmap">([\s\S]*?)<\/script>/.exec(page)
  return 'sha256-' + createHash('sha256').update(map).digest('base64')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`Built ${build(join(here, 'out'))}`)
}
