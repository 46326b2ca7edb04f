// What the site shows is whole: every page, every operation, every link, and nothing from elsewhere.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { build, importMapHash } from './build.mjs'
import { codesTable, Contract, group, overview } from './contract.js'
import { ALL } from './pages.js'
import { entries, find } from './search.js'
import { markdown, slug } from './text.js'

const out = build(join(mkdtempSync(join(tmpdir(), 'huiyin-docs-')), 'out'))
const built = (name) => JSON.parse(readFileSync(join(out, name), 'utf8'))
const contract = new Contract(built('openapi.json'), built('examples.json'))
const guides = new Map(ALL.map(({ id }) => [id, readFileSync(join(out, 'guides', `${id}.md`), 'utf8')]))
const shown = new Map([
  ...[...guides].map(([id, text]) => [id, markdown(text, id).replace('<!-- codes -->', codesTable(contract))]),
  ['contract', overview(contract)],
  ...contract.tags.map((tag) => [`contract/${tag}`, group(contract, tag)]),
])

test('every guide has its place in the contents', () => {
  const files = readdirSync(join(out, 'guides')).filter((name) => name.endsWith('.md')).map((name) => name.replace('.md', ''))
  assert.deepEqual(files.sort(), ALL.map(({ id }) => id).sort())
})

test('every operation and every code is shown', () => {
  for (const { operationId, tags } of contract.operations) {
    assert.ok(shown.get(`contract/${tags[0]}`).includes(`id="${operationId}"`), operationId)
  }
  const codes = shown.get('errors')
  for (const [code, { page }] of Object.entries(contract.document['x-codes'])) {
    assert.ok(codes.includes(`id="${code}"`), code)
    assert.ok(codes.includes(markdown(page).replace(/<\/?p>|\n/g, '')), `${code}: ${page}`)
  }
})

test('every call that speaks JSON shows what was really sent and received, and every failure what to do', () => {
  for (const { operationId, tags, responses } of contract.operations) {
    const [, card] = shown.get(`contract/${tags[0]}`).split(`id="${operationId}"`)
    const own = card.split('<section')[0]
    const speaks = Object.entries(responses).some(([status, answer]) => status.startsWith('2') && contract.resolved(answer).content?.['application/json'])
    assert.ok(!speaks || own.includes('一次真实的往来'), operationId)
    for (const [, row] of own.split('出错时').at(-1).matchAll(/<tr><td><span class="status bad">(.*?)<\/tr>/gs)) {
      assert.doesNotMatch(row, /<td>(?:<br>)*<\/td>|undefined/, operationId)
    }
  }
})

test('every link leads to a place that there is', () => {
  for (const [page, html] of shown) {
    for (const [, href] of html.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      const [, kind, name, place] = href.split('/').map(decodeURIComponent)
      if (href === 'openapi.json') {
        continue
      }
      assert.ok(href.startsWith('#/'), `${page}: ${href}`)
      if (kind === 'op') {
        assert.ok(contract.operation(name), `${page}: ${href}`)
      } else if (kind === 'contract' && contract.tags.includes(name)) {
        assert.equal(place, undefined)
      } else {
        assert.ok(shown.has(kind), `${page}: ${href}`)
        assert.ok(!name || shown.get(kind).includes(`id="${name}"`), `${page}: ${href}`)
      }
    }
    for (const [, src] of html.matchAll(/src="([^"]*)"/g)) {
      assert.ok(existsSync(join(out, src)), `${page}: ${src}`)
    }
  }
})

test('nothing is fetched from elsewhere', () => {
  const page = readFileSync(join(out, 'index.html'), 'utf8')
  assert.ok(page.includes(`'${importMapHash()}'`), `the policy in index.html must name ${importMapHash()}`)
  for (const [, address] of page.matchAll(/(?:src|href)="([^"]*)"/g)) {
    assert.ok(address.startsWith('#') || existsSync(join(out, address)), address)
  }
  for (const name of readdirSync(out).filter((file) => /\.(js|css)$/.test(file))) {
    assert.doesNotMatch(readFileSync(join(out, name), 'utf8'), /(?:from|import|url)\s*\(?\s*['"]?https?:/, name)
  }
})

test('the diagram names every stage and every move of the contract', () => {
  const diagram = readFileSync(join(out, 'guides', 'flow.svg'), 'utf8')
  const { Stage, Move } = contract.document.components.schemas
  for (const word of [...Stage.enum, ...Move.enum.filter((move) => move !== 'SUBMIT')]) {
    assert.ok(diagram.includes(`>${word}<`), word)
  }
})

test('the guides speak only of operations and codes that there are', () => {
  const known = new Set([...contract.operations.map(({ operationId }) => operationId)])
  const fields = new Set(Object.values(contract.document.components.schemas).flatMap((schema) => Object.keys(schema.properties ?? {})))
  const codes = new Set(contract.codes().map(({ code }) => code))
  for (const [id, text] of guides) {
    for (const [, name] of text.matchAll(/api\.(?:call|callFull|pages)\('(\w+)'/g)) {
      assert.ok(known.has(name), `${id}.md: ${name}`)
    }
    for (const [, name] of text.matchAll(/`((?:get|list|put|post|find|ask|export|change|search|confirm|refuse|withdraw|rate|move|file|book|record|read|finish|show|begin)[A-Z]\w+)`/g)) {
      assert.ok(known.has(name) || fields.has(name), `${id}.md: ${name}`)
    }
    if (id === 'errors' || id === 'upload' || id === 'booking') {
      for (const [, word] of text.matchAll(/^\| ((?:`[A-Z_]+` ?)+)\| [^|`]*\|$/gm)) {
        for (const [, code] of word.matchAll(/`([A-Z]+_[A-Z_]+)`/g)) {
          assert.ok(codes.has(code) || /^(LOG_IN|GO_BACK|TRY_AGAIN|FIX_PROGRAM)$/.test(code), `${id}.md: ${code}`)
        }
      }
    }
  }
})

test('what one types is found: words, operations and codes', () => {
  const all = entries(guides, contract)
  assert.ok(find(all, '离线草稿')[0].href.startsWith('#/drafts'))
  assert.equal(find(all, 'fileTicket')[0].href, '#/op/fileTicket')
  assert.equal(find(all, 'NUDGE_TOO_OFTEN')[0].title, 'NUDGE_TOO_OFTEN')
  assert.ok(find(all, '上传 照片').some(({ href }) => href === '#/op/uploadMedia'))
  assert.deepEqual(find(all, '没有这样的话'), [])
  assert.equal(slug('两步：打开页面时准备，点击时问'), '两步-打开页面时准备-点击时问')
})

test('what a text says is shown as text', () => {
  assert.doesNotMatch(markdown('看 <script>alert(1)</script> 吧\n\n<img src=x onerror=alert(1)>'), /<script|<img/)
})
