import { h, put } from '../dom.js'
import { newKey } from '/client/huiyin.js'
import { choice, number, oneOf, tick, words } from '../forms.js'
import { problemBox } from '../problems.js'
import { fillHomes } from '../rehearsal.js'
import { time } from '../time.js'
import { staffTicketScreen } from './ticket.js'

const STATES = { OVERDUE: '已超期', DUE: '该走访了', NOT_YET: '还没到期', REFUSED: '谢绝走访', LEFT_OUT: '不走访' }
const WAYS = [{ value: 'IN_PERSON', words: '上门' }, { value: 'PHONE', words: '电话' }, { value: 'ONLINE', words: '线上' }]
const OUTCOMES = [{ value: 'MET', words: '见到了' }, { value: 'NOBODY_HOME', words: '没人在家' }, { value: 'REFUSED', words: '谢绝了' }]
const CARDS = [{ value: '', words: '不用' }, { value: 'RED', words: '红：一个月内' }, { value: 'YELLOW', words: '黄：三个月内' }, { value: 'GREEN', words: '绿：长期' }]

/** 走访: whose turn it is, the most overdue first. */
export function visitsScreen(device) {
  const view = h('div', { class: 'list' })
  let shown = ''
  return {
    title: '走访',
    view,
    async refresh() {
      const { items } = await device.api.call('listVisitDues', { query: { size: 30 } })
      const sign = JSON.stringify(items)
      if (sign !== shown) {
        shown = sign
        put(view, items.length === 0 ? nobody(device) : items.map((home) => line(device, home)))
      }
    },
  }
}

function line(device, home) {
  return h('button', { type: 'button', class: 'item', 'data-key': `home-${home.householdId}`, 'data-home': home.householdId, onclick: () => device.push(recordVisitScreen(device, home)) },
    h('span', { class: 'row' }, h('span', { class: 'title' }, `${home.place} ${home.room}`), h('span', { class: `tag ${home.state === 'OVERDUE' ? 'late' : 'due'}` }, STATES[home.state])),
    home.tags.length > 0 && h('span', { class: 'small' }, home.tags.join('、')))
}

/** A street without homes is dull: in a rehearsal they can move in. */
function nobody(device) {
  const button = h('button', { type: 'button', class: 'button main', onclick: moveIn }, '让 2,304 户虚构的住户搬进来')
  async function moveIn() {
    button.disabled = true
    button.textContent = '正在搬，要等一会儿…'
    try {
      await fillHomes()
      button.textContent = '搬进来了：把时钟往前拨几天，到期的就会列在这里'
      device.refresh()
    } catch (error) {
      button.disabled = false
      button.textContent = '再搬一次'
      device.tell(error)
    }
  }
  return h('div', { class: 'list' }, h('p', { class: 'none' }, '现在没有要走访的住户。演练刚开始时，楼里还没有登记住户。'), button)
}

/** One visit is written down; what was found becomes a ticket in the same stroke. */
function recordVisitScreen(device, home) {
  const outcome = oneOf('见到人了吗', OUTCOMES, { value: 'MET' })
  const way = choice('怎么走访的', WAYS, { value: 'IN_PERSON' })
  const minutes = number('用了几分钟', { value: 20, min: 1, max: 480 })
  const purpose = words('当场告知的目的（居民同意了）', { value: '看看家里安全，听听有什么需要', max: 200 })
  const said = words('走访记录（只给工作人员看）', { rows: 3, max: 1000 })
  const warm = words('暖心备注（给下一位去的人）', { max: 300, placeholder: '例如：说话慢一点，喜欢聊孙女' })
  const isProblem = tick('这是个问题，转成诉求')
  const problem = words('什么问题', { rows: 2, max: 2000 })
  const card = choice('需求卡', CARDS)
  const what = words('需要什么（住户也看得到）', { max: 200 })
  const trouble = h('div')
  const submit = h('button', { class: 'button main' }, '录入')
  const talk = h('section', { class: 'card' }, purpose.view, said.view, warm.view, isProblem.view, problem.view, card.view, what.view)
  const form = h('form', { class: 'list' }, h('section', { class: 'card' }, h('h3', {}, `${home.place} ${home.room}`), outcome.view, way.view, minutes.view), talk, trouble, submit)
  const fields = { outcome, way, minutes, 'consent.purpose': purpose, words: said, warmNote: warm, 'problems[0].description': problem, 'cards[0].what': what }
  const id = newKey()
  form.noValidate = true
  const show = () => {
    talk.hidden = outcome.value() !== 'MET'
    problem.view.hidden = !isProblem.value()
    what.view.hidden = card.value() === ''
  }
  outcome.onChange(show)
  form.addEventListener('change', show)
  show()

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    Object.values(fields).forEach((field) => field.right?.())
    put(trouble)
    submit.disabled = true
    try {
      const kept = await device.api.call('keepVisitRecord', { body: body() })
      device.toast(kept.tickets.length > 0 ? `录入好了，问题转成诉求 ${kept.tickets[0]}` : '录入好了')
      device.pop()
      if (kept.tickets.length > 0) {
        device.push(staffTicketScreen(device, kept.tickets[0]))
      }
    } catch (error) {
      put(trouble, problemBox(error, fields))
      trouble.scrollIntoView({ block: 'nearest' })
    } finally {
      submit.disabled = false
    }
  })

  function body() {
    const spent = minutes.value() ?? 1
    const met = outcome.value() === 'MET'
    return {
      id,
      householdId: home.householdId,
      at: new Date(time.now() - spent * 60_000).toISOString().replace('Z', '+00:00'),
      minutes: spent,
      way: way.value(),
      outcome: outcome.value(),
      ...(met && said.value() && { words: said.value() }),
      ...(met && warm.value() && { warmNote: warm.value() }),
      ...(met && purpose.value() && { consent: { purpose: purpose.value() } }),
      ...(met && isProblem.value() && { problems: [{ description: problem.value() }] }),
      ...(met && card.value() && { cards: [{ colour: card.value(), what: what.value() }] }),
    }
  }

  return { title: '录入走访', view: form }
}
