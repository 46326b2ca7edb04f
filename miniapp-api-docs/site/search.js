import { ALL } from './pages.js'
import { slug } from './text.js'

const MOST = 12
const plain = (text) => text.replace(/```[\s\S]*?```/g, (code) => code.replace(/[`{}()]/g, ' ')).replace(/<!--[\s\S]*?-->/g, '').replace(/[`*#|>\[\]]/g, ' ').replace(/\s+/g, ' ')

/** What can be found: each section of the guides, each operation, each code. */
export function entries(guides, contract) {
  const sections = ALL.flatMap(({ id, title }) => sectionsOf(guides.get(id) ?? '').map(({ heading, text }, at) => ({
    title: at === 0 ? title : heading,
    where: at === 0 ? '指南' : title,
    text: plain(text),
    href: at === 0 ? `#/${id}` : `#/${id}/${slug(heading)}`,
  })))
  const operations = contract.operations.map((operation) => ({
    title: `${operation.summary} ${operation.operationId}`,
    where: `${operation.method} ${operation.path}`,
    text: plain(`${operation.description ?? ''} ${operation.tags.join(' ')}`),
    href: `#/op/${operation.operationId}`,
  }))
  const codes = contract.codes().map(({ code, page, said, operations: of }) => ({
    title: code,
    where: '错误码',
    text: [page, ...said].join(' '),
    href: of.size === 1 ? `#/op/${[...of][0]}` : `#/errors/${code}`,
  }))
  return [...sections, ...operations, ...codes]
}

function sectionsOf(text) {
  const parts = text.split(/^##+ +/m)
  return parts.map((part, at) => (at === 0 ? { heading: '', text: part } : { heading: part.split('\n')[0], text: part.slice(part.indexOf('\n')) }))
}

/** What holds every word, titles first. Chinese needs no cutting into words: what is typed is looked for as it is. */
export function find(all, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) {
    return []
  }
  return all.map((entry) => ({ entry, score: score(entry, words) })).filter(({ score: points }) => points > 0)
    .sort((a, b) => b.score - a.score).slice(0, MOST).map(({ entry }) => ({ ...entry, around: around(entry.text, words[0]) }))
}

function score({ title, where, text }, words) {
  const [head, place, rest] = [title, where, text].map((part) => part.toLowerCase())
  const points = words.map((word) => (head === word ? 20 : head.startsWith(word) ? 12 : head.includes(word) ? 8 : 0) + (place.includes(word) ? 3 : 0) + (rest.includes(word) ? 1 : 0))
  return points.every((point) => point > 0) ? points.reduce((sum, point) => sum + point, 0) : 0
}

function around(text, word) {
  const at = Math.max(0, text.toLowerCase().indexOf(word) - 18)
  return (at > 0 ? '…' : '') + text.slice(at, at + 64).trim()
}
