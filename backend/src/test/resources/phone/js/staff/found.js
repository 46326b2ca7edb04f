import { h, newId, put } from '../dom.js'
import { photos, tick, words } from '../forms.js'

const MOST = 5

/** What was found on a visit and becomes tickets when the record is kept. */
export function foundProblems() {
  const key = newId('found')
  let all = []
  const place = h('div', { class: 'list' })
  const more = h('button', { type: 'button', class: 'button', 'data-tour': 'visit-found', onclick: () => add('') }, '＋ 发现问题，转成诉求')
  const view = h('section', { class: 'list', 'aria-label': '发现的问题' }, place, more)

  function add(description) {
    const problem = { what: words('什么问题', { value: description, rows: 2, max: 2000 }), urgent: tick('有危险，要马上处理'), pictures: photos({ max: 3 }) }
    all = [...all, problem]
    draw()
    problem.what.input.focus()
  }

  function draw() {
    put(place, all.map((problem, at) => h('section', { class: 'card warn', 'data-key': `${key}-${at}` },
      h('div', { class: 'row' }, h('h3', {}, '转成诉求'), h('button', { type: 'button', class: 'link', onclick: () => { all = all.filter((one) => one !== problem); draw(); more.focus() } }, '不转了')),
      problem.what.view, problem.pictures.view, problem.urgent.view)))
    more.hidden = all.length >= MOST
  }

  return {
    view,
    add,
    fields: () => Object.fromEntries(all.map(({ what }, at) => [`problems[${at}].description`, what])),
    async problems(api) {
      const told = []
      for (const { what, urgent, pictures } of all) {
        const media = await pictures.uploaded(api)
        told.push({ description: what.value(), ...(urgent.value() && { urgent: true }), ...(media.length > 0 && { media }) })
      }
      return told
    },
  }
}
