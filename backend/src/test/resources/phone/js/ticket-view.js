import { h } from './dom.js'
import { distance, fullTime } from './times.js'
import { time } from './time.js'
import { CHANNEL, CHECK, DEADLINE_STATE, HANDLING, STAGES } from './words.js'

/** A ticket as it is shown on both phones. */

export function stageLine({ stage, stageName }) {
  if (stage === 'WITHDRAWN') {
    return h('p', { class: 'tag' }, stageName)
  }
  const at = STAGES.findIndex(([code]) => code === stage)
  return h('ol', { class: 'stages', 'aria-label': `现在到了“${STAGES[at][1]}”` }, STAGES.map(([, name], place) =>
    h('li', { class: place < at ? 'done' : place === at ? 'now' : '', 'aria-current': place === at ? 'step' : null }, name)))
}

export function ticketTags(ticket) {
  return h('div', { class: 'tags' },
    h('span', { class: 'tag on' }, ticket.categoryName ?? '还没分类'),
    ticket.urgency === 'URGENT' && h('span', { class: 'tag urgent' }, '紧急'),
    ticket.supervised && h('span', { class: 'tag urgent' }, '督办'),
    ticket.handlingKind && h('span', { class: 'tag' }, HANDLING[ticket.handlingKind]),
    ticket.anonymous && h('span', { class: 'tag' }, '匿名'),
    ticket.round > 1 && h('span', { class: 'tag' }, `第 ${ticket.round} 次办理`))
}

export function whoIsOnIt({ firstReceiver, handler, coHandlers, handOns }) {
  return h('dl', { class: 'small' },
    handler && h('div', {}, h('dt', { class: 'visually-hidden' }, '承办'), h('dd', {}, `承办：${handler.name}${handler.person ? ` ${handler.person}` : ''}`)),
    firstReceiver && h('div', {}, h('dd', {}, `首接：${firstReceiver.name}，一管到底`)),
    coHandlers.length > 0 && h('div', {}, h('dd', {}, `协办：${coHandlers.map(({ name }) => name).join('、')}`)),
    handOns > 0 && h('div', {}, h('dd', {}, `转手 ${handOns} 次`)))
}

export function deadlines({ deadlines: all }, { closed = false } = {}) {
  const shown = all.filter(({ state }) => (closed ? state !== 'WITHDRAWN' : ['RUNNING', 'PAUSED', 'MISSED'].includes(state)))
  return shown.map((deadline) => h('div', { class: `deadline ${deadline.state.toLowerCase()}` },
    h('div', { class: 'row' }, h('strong', {}, deadline.kindName), h('span', { class: `tag ${tone(deadline)}` }, stateWords(deadline))),
    h('span', {}, `${fullTime(deadline.dueAt)} 前${deadline.provisional ? '（暂定）' : ''}`),
    h('span', { class: 'small' }, deadline.why)))
}

function stateWords({ state, dueAt }) {
  return state === 'RUNNING' ? distance(dueAt, time.now()) : DEADLINE_STATE[state]
}

function tone({ state, dueAt }) {
  return { MISSED: 'late', MET: 'on', PAUSED: '' }[state] ?? (new Date(dueAt) - time.now() < 0 ? 'late' : 'due')
}

export function matter(ticket, api) {
  return h('section', { class: 'card' },
    h('p', { class: 'keep' }, ticket.description),
    ticket.check && h('p', { class: 'small' }, CHECK[ticket.check]),
    ticket.media.length > 0 && h('div', { class: 'photos' }, ticket.media.map(({ url, check }, at) => h('div', {},
      url ? h('img', { src: api.mediaUrl(url), alt: `第 ${at + 1} 张照片`, loading: 'lazy' }) : CHECK[check] ?? '看不到'))),
    h('p', { class: 'small' }, `${ticket.place.name}${ticket.place.detail ? ` ${ticket.place.detail}` : ''} · ${CHANNEL[ticket.channel]} · ${fullTime(ticket.filedAt)}`))
}

export function timeline({ timeline: events }) {
  return h('section', { class: 'card' }, h('h3', {}, '全程留痕'),
    h('ol', { class: 'timeline' }, [...events].reverse().map((event) => h('li', {},
      h('span', {}, h('strong', {}, event.moveName), ' ', h('span', { class: 'small' }, `${event.by}（${event.asName}）`)),
      event.note && h('span', { class: 'keep' }, event.note),
      event.check && h('span', { class: 'small' }, CHECK[event.check]),
      h('span', { class: 'small' }, fullTime(event.at))))))
}

/** Anybody who may see the ticket may check that nobody changed its past. */
export function verification(device, no) {
  const found = h('div', { 'aria-live': 'polite' })
  const button = h('button', { type: 'button', class: 'link', 'data-key': 'verify', onclick: check }, '核对留痕有没有被改过')
  async function check() {
    try {
      const told = await device.api.call('verifyTicket', { path: { no } })
      found.replaceChildren(h('p', { class: `card ${told.valid ? 'good' : 'bad'}` }, told.finding,
        h('span', { class: 'small' }, `共 ${told.events} 条，末条指纹 ${told.head.slice(0, 12)}…`)))
    } catch (error) {
      device.tell(error)
    }
  }
  return h('div', {}, button, found)
}
