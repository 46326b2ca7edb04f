import { codesTable, Contract, group, overview } from './contract.js'
import { ALL, GUIDES } from './pages.js'
import { entries, find } from './search.js'
import { escaped, markdown } from './text.js'

const at = (id) => document.getElementById(id)
const main = at('main')

const fetched = async (path) => {
  const answer = await fetch(path)
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`)
  }
  return answer
}

const json = (path) => fetched(path).then((answer) => answer.json())
const contract = Promise.all([json('openapi.json'), json('examples.json')]).then(([document, examples]) => new Contract(document, examples))
const texts = new Map()
const guide = (id) => {
  if (!texts.has(id)) {
    texts.set(id, fetched(`guides/${id}.md`).then((answer) => answer.text()))
  }
  return texts.get(id)
}

/** What the address after # means: the page, and the place on it. */
async function page() {
  const [, kind = 'start', name, place] = location.hash.split('/').map(decodeURIComponent)
  if (kind === 'op') {
    const operation = (await contract).operation(name)
    return operation ? { html: group(await contract, operation.tags[0]), place: name, nav: `contract/${operation.tags[0]}` } : lost()
  }
  if (kind === 'contract') {
    const all = await contract
    return all.tags.includes(name)
      ? { html: group(all, name), place, nav: `contract/${name}` }
      : { html: overview(all), place: name, nav: 'contract' }
  }
  if (!ALL.some(({ id }) => id === kind)) {
    return lost()
  }
  const html = markdown(await guide(kind), kind)
  return { html: html.includes('<!-- codes -->') ? html.replace('<!-- codes -->', codesTable(await contract)) : html, place: name, nav: kind }
}

const lost = () => ({ html: '<h1>没有这一页</h1><p>请从目录里找。</p>', nav: '' })

let shownNav = null

async function show() {
  const { html, place, nav } = await page()
  if (nav !== shownNav || nav === '') {
    main.innerHTML = html + neighbours(nav)
    shownNav = nav
    contents()
    document.title = `${main.querySelector('h1')?.textContent ?? ''} · 回音开发文档`
  }
  document.querySelectorAll('#nav a').forEach((link) => {
    const here = decodeURIComponent(link.hash) === `#/${nav}`
    link.toggleAttribute('aria-current', here)
    if (here) {
      link.setAttribute('aria-current', 'page')
      link.closest('details')?.setAttribute('open', '')
    }
  })
  openMenu(false)
  const target = place ? at(place) : null
  if (target) {
    target.scrollIntoView({ behavior: 'instant' })
  } else {
    scrollTo({ top: 0, behavior: 'instant' })
  }
}

/** The pages before and after, to read on. */
function neighbours(nav) {
  const here = ALL.findIndex(({ id }) => id === nav)
  if (here < 0) {
    return ''
  }
  const link = (entry, word) => (entry ? `<a href="#/${entry.id}"><small>${word}</small>${escaped(entry.title)}</a>` : '<span></span>')
  return `<footer class="neighbours">${link(ALL[here - 1], '上一篇')}${link(ALL[here + 1], '下一篇')}</footer>`
}

/** What is on this page, beside it. */
function contents() {
  const heads = [...main.querySelectorAll('h2')]
  at('toc').innerHTML = heads.length < 2 ? '' : '<b>本页</b>' + heads.map((head) => {
    const link = head.querySelector('a.here')
    return `<a href="${link?.getAttribute('href') ?? ''}">${escaped(head.firstChild?.textContent ?? '')}</a>`
  }).join('')
}

async function navigation() {
  const guides = GUIDES.map(({ group: name, pages }) =>
    `<h2>${name}</h2><ul>${pages.map(({ id, title }) => `<li><a href="#/${id}">${title}</a></li>`).join('')}</ul>`).join('')
  const { tags } = await contract
  at('nav').innerHTML = guides + `<h2>接口约定</h2><ul><li><a href="#/contract">总览</a></li>${tags.map((tag) =>
    `<li><a href="#/contract/${encodeURIComponent(tag)}">${escaped(tag)}</a></li>`).join('')}</ul>`
}

function openMenu(open) {
  document.body.classList.toggle('menu', open)
  at('menu').setAttribute('aria-expanded', String(open))
}

let all = null

async function searched() {
  all ??= Promise.all([contract, ...ALL.map(async ({ id }) => [id, await guide(id)])]).then(([known, ...pairs]) => entries(new Map(pairs), known))
  const query = at('query').value
  const results = find(await all, query)
  at('found').hidden = query.trim() === ''
  at('found').innerHTML = results.length === 0 ? '<li class="none">没有找到</li>' : results.map(({ title, where, around, href }) =>
    `<li><a href="${href}"><b>${escaped(title)}</b><small>${escaped(where)}</small><span>${escaped(around)}</span></a></li>`).join('')
}

at('menu').addEventListener('click', () => openMenu(!document.body.classList.contains('menu')))
at('query').addEventListener('input', searched)
at('query').addEventListener('focus', searched)
at('query').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' || event.key === 'ArrowDown') {
    event.preventDefault()
    const first = at('found').querySelector('a')
    event.key === 'Enter' ? first?.click() : first?.focus()
  }
})
at('found').addEventListener('keydown', (event) => {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key]
  const next = step && event.target.closest('li')?.[step]
  if (step) {
    event.preventDefault()
    next ? next.querySelector('a')?.focus() : event.key === 'ArrowUp' && at('query').focus()
  }
})
document.addEventListener('click', (event) => {
  if (!event.target.closest('.search') || event.target.closest('#found a')) {
    at('found').hidden = true
  }
  const copy = event.target.closest('button.copy')
  if (copy) {
    navigator.clipboard.writeText(copy.nextElementSibling.textContent).then(() => {
      copy.textContent = '已复制'
      setTimeout(() => {
        copy.textContent = '复制'
      }, 1500)
    }, () => {
      copy.textContent = '请手动复制'
    })
  }
})
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    at('found').hidden = true
    openMenu(false)
  }
  if (event.key === '/' && !['INPUT', 'TEXTAREA'].includes(document.activeElement?.tagName ?? '')) {
    event.preventDefault()
    at('query').focus()
  }
})

const failed = (error) => {
  main.innerHTML = `<h1>打不开</h1><p>${escaped(error.message)}</p>`
}
addEventListener('hashchange', () => show().catch(failed))
navigation().then(show).catch(failed)
