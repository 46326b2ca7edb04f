import { h, put } from '../dom.js'
import { number, oneOf, severalOf, words } from '../forms.js'

const YES_NO = [{ value: true, words: '是' }, { value: false, words: '否' }]

/** What each kind of question looks like; none has to be answered. */
const KINDS = {
  CHOICE: ({ ask, choices }) => oneOf(ask, offered(choices), { free: true }),
  CHOICES: ({ ask, choices }) => severalOf(ask, offered(choices)),
  YES_NO: ({ ask }) => oneOf(ask, YES_NO, { free: true }),
  NUMBER: ({ ask, least, most }) => number(ask, { min: least, max: most }),
  WORDS: ({ ask }) => words(ask, { max: 200 }),
}

const offered = (choices) => choices.map(({ code, name }) => ({ value: code, words: name }))

/**
 * The questions of a visit: those for the groups of this home first, those for every home, then scenes to remember.
 * Where an answer is a problem, one tap makes a ticket of it.
 *
 * @param {{ version: number, parts: object[] }} lists as the contract gives them
 * @param {(description: string) => void} onProblem
 */
export function checklist({ version, parts }, onProblem) {
  const shown = inOrder(parts).map((part, at) => partOf(part, at === 0, onProblem))
  return {
    view: h('section', { class: 'list', 'aria-label': '走访清单' }, shown.map(({ view }) => view)),
    fields: Object.fromEntries(shown.flatMap(({ asked }) => asked.map(({ item, field }) => [`answers.${item.code}`, field]))),
    /** What belongs into a record: nothing where nothing was answered. */
    answered() {
      const given = shown.flatMap(({ asked }) => asked).filter(isAnswered).map(({ item, field }) => [item.code, field.value()])
      return given.length > 0 ? { checklistVersion: version, answers: Object.fromEntries(given) } : {}
    },
  }
}

function inOrder(parts) {
  const rank = ({ scene, tags }) => (scene ? 2 : tags.length > 0 ? 0 : 1)
  return [...parts].sort((one, other) => rank(one) - rank(other))
}

function partOf({ code, name, scene, items }, open, onProblem) {
  const count = h('span', { class: 'tag' })
  const asked = items.map((item) => ({ item, field: KINDS[item.kind](item) }))
  const counted = () => {
    const answered = asked.filter(isAnswered).length
    put(count, `答了 ${answered}/${items.length}`)
    count.classList.toggle('on', answered > 0)
  }
  const view = h('details', { class: 'card part', open, 'data-part': code },
    h('summary', {}, h('h3', {}, scene ? `聊一聊：${name}` : name), count),
    asked.map((one) => question(one, name, onProblem)))
  view.addEventListener('input', counted)
  view.addEventListener('change', counted)
  view.addEventListener('click', () => queueMicrotask(counted))
  counted()
  return { view, asked }
}

function question({ item, field }, part, onProblem) {
  const troubles = new Map(item.choices.filter(({ problem }) => problem).map(({ code, name }) => [code, name]))
  const offer = h('div', { 'aria-live': 'polite' })
  field.onChange?.((answer) => {
    const found = [answer].flat().filter((one) => troubles.has(one)).map((one) => troubles.get(one))
    put(offer, found.length > 0 && h('button', {
      type: 'button', class: 'button bad', 'data-key': `problem-${item.code}`, 'data-tour': 'visit-problem', onclick: () => { put(offer); onProblem(`${part}：${item.ask}——${found.join('、')}`) },
    }, '这是个问题，转成诉求'))
  })
  return h('div', { class: 'question', 'data-item': item.code }, field.view, troubles.size > 0 && offer)
}

function isAnswered({ field }) {
  const value = field.value()
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== ''
}
