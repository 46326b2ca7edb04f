import { h, put } from '../dom.js'
import { newKey } from '/client/huiyin.js'
import { choice, number, oneOf, photos, words } from '../forms.js'
import { problemBox } from '../problems.js'
import { shortTime } from '../times.js'
import { time } from '../time.js'
import { checklist } from './checklist.js'
import { consentButton } from './consent.js'
import { foundProblems } from './found.js'
import { staffTicketScreen } from './ticket.js'

const CLASSES = { ORDINARY: '普通家庭', KEY: '重点家庭', SPECIAL: '特殊家庭' }
const WAYS = [{ value: 'IN_PERSON', words: '上门' }, { value: 'PHONE', words: '电话' }, { value: 'ONLINE', words: '线上' }]
const OUTCOMES = [{ value: 'MET', words: '见到了' }, { value: 'NOBODY_HOME', words: '没人在家' }, { value: 'REFUSED', words: '谢绝了' }]
const CARDS = [{ value: '', words: '不用' }, { value: 'RED', words: '红：一个月内' }, { value: 'YELLOW', words: '黄：三个月内' }, { value: 'GREEN', words: '绿：长期' }]
const REFUSED = ['REFUSED', 'REFUSED_TWICE']

/** One visit: what to know before, what is looked at and asked there, and what came of it. */
export function visitScreen(device, householdId) {
  const view = h('div', { class: 'list', 'data-household': householdId })
  const standing = h('div', { class: 'list' })
  let drawn = false

  /** Each look at a home is shown to its people: so it is looked at once, and again only when something was noted. */
  async function look() {
    if (!drawn) {
      const brief = await device.api.call('getVisitBrief', { path: { id: householdId } })
      drawn = true
      stand(brief)
      put(view, standing, recordForm(device, brief))
    }
  }

  function stand(brief) {
    const again = (consent, consentName) => stand({ ...brief, consent, consentName })
    put(standing, known(brief, consentButton(device, brief.householdId, again)), leftBefore(brief), openCards(brief))
  }

  return { title: '录入走访', view, refresh: look }
}

function known({ home, class: kind, tags, consent, consentName, lastVisitAt }, noting) {
  return h('section', { class: 'card' }, h('h3', {}, home),
    h('div', { class: 'tags' }, h('span', { class: 'tag on' }, CLASSES[kind]), tags.map(({ name }) => h('span', { class: 'tag' }, name))),
    h('div', { class: 'row' }, h('p', {}, '走访意愿：', h('strong', { 'data-tour': 'visit-consent' }, consentName)), noting),
    REFUSED.includes(consent) && h('p', { class: 'problem' }, '这一户谢绝走访，请不要上门。'),
    h('p', { class: 'small' }, lastVisitAt ? `上次走访：${shortTime(lastVisitAt, time.now())}` : '还没有走访过。'))
}

function leftBefore({ warmNotes }) {
  return warmNotes.length > 0 && h('section', { class: 'card good' }, h('h3', {}, '去过的人留下的话'),
    warmNotes.map(({ by, words: said }) => h('p', { class: 'keep' }, said, h('span', { class: 'small' }, `　${by}`))))
}

function openCards({ cards }) {
  return cards.length > 0 && h('section', { class: 'card' }, h('h3', {}, '没办完的需求'),
    cards.map(({ what, needName, colourName, dueOn }) => h('p', {}, what ?? needName, h('span', { class: 'small' }, `　${colourName} · ${dueOn} 前`))))
}

function recordForm(device, brief) {
  const outcome = oneOf('见到人了吗', OUTCOMES, { value: 'MET' })
  const way = oneOf('怎么走访的', WAYS, { value: 'IN_PERSON' })
  const minutes = number('用了几分钟', { value: 20, min: 1, max: 480 })
  const purpose = words('当场告知的目的（居民同意了）', { value: '看看家里安全，听听有什么需要', rows: 2, max: 200 })
  const found = foundProblems()
  const list = checklist(brief.checklists, found.add)
  const said = words('走访记录（只给工作人员看）', { rows: 3, max: 1000 })
  const warm = words('暖心备注（给下一位去的人）', { rows: 2, max: 300, placeholder: '例如：说话慢一点，喜欢聊孙女' })
  const told = words('给住户的话（住户看得到）', { max: 300, placeholder: '例如：换灯泡的师傅周三来' })
  const pictures = photos()
  const card = choice('需求卡', CARDS)
  const what = words('需要什么（住户也看得到）', { max: 200 })
  const trouble = h('div')
  const submit = h('button', { class: 'button main', 'data-tour': 'visit-keep' }, '录入')
  const talk = h('div', { class: 'list' },
    brief.consent !== 'AGREED' && h('section', { class: 'card' }, purpose.view),
    list.view, found.view,
    h('section', { class: 'card', 'data-tour': 'visit-words' }, said.view, warm.view, told.view, pictures.view),
    h('section', { class: 'card' }, card.view, what.view))
  const form = h('form', { class: 'list' }, h('section', { class: 'card' }, outcome.view, way.view, minutes.view), talk, trouble, submit)
  const id = newKey()
  const show = () => {
    talk.hidden = outcome.value() !== 'MET'
    what.view.hidden = card.value() === ''
  }
  form.noValidate = true
  outcome.onChange(show)
  card.input.addEventListener('change', show)
  show()

  const fields = () => ({ outcome, way, minutes, 'consent.purpose': purpose, words: said, warmNote: warm, toHousehold: told, 'cards[0].what': what, ...list.fields, ...found.fields() })

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    Object.values(fields()).forEach((field) => field.right?.())
    put(trouble)
    submit.disabled = true
    try {
      const kept = await device.api.call('keepVisitRecord', { body: { ...visit(), ...(outcome.value() === 'MET' && await talked()) } })
      device.pop()
      kept.tickets.forEach((no) => device.push(staffTicketScreen(device, no)))
      device.toast(kept.tickets.length > 0 ? `录入好了，问题转成了诉求 ${kept.tickets.join('、')}` : '录入好了')
    } catch (error) {
      put(trouble, problemBox(error, fields()))
      trouble.scrollIntoView({ block: 'nearest' })
    } finally {
      submit.disabled = false
    }
  })

  function visit() {
    const spent = minutes.value() ?? 1
    return {
      id,
      householdId: brief.householdId,
      at: new Date(time.now() - spent * 60_000).toISOString().replace('Z', '+00:00'),
      minutes: spent,
      way: way.value(),
      outcome: outcome.value(),
    }
  }

  async function talked() {
    const media = await pictures.uploaded(device.api)
    const problems = await found.problems(device.api)
    return {
      ...list.answered(),
      ...(brief.consent !== 'AGREED' && purpose.value() && { consent: { purpose: purpose.value() } }),
      ...(said.value() && { words: said.value() }),
      ...(warm.value() && { warmNote: warm.value() }),
      ...(told.value() && { toHousehold: told.value() }),
      ...(media.length > 0 && { photos: media }),
      ...(problems.length > 0 && { problems }),
      ...(card.value() && { cards: [{ colour: card.value(), what: what.value() }] }),
    }
  }

  return form
}
