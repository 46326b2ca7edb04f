import { h } from './dom.js'
import { distance, fullTime } from './times.js'
import { time } from './time.js'

/** One line of a list. */

export function ticketLine(line, onclick) {
  const { next } = line
  const late = next && new Date(next.dueAt) < time.now()
  return h('button', { type: 'button', class: 'item', 'data-key': `ticket-${line.no}`, 'data-no': line.no, onclick },
    h('span', { class: 'row' }, h('span', { class: 'title' }, line.matter), h('span', { class: 'tag on' }, line.stageName)),
    h('span', { class: 'small' }, `${line.categoryName ?? '还没分类'} · ${line.placeName}`),
    (next || line.urgency === 'URGENT' || line.supervised) && h('span', { class: 'tags' },
      line.urgency === 'URGENT' && h('span', { class: 'tag urgent' }, '紧急'),
      line.supervised && h('span', { class: 'tag urgent' }, '督办'),
      next && h('span', { class: `tag ${late ? 'late' : 'due'}` }, next.state === 'PAUSED' ? `${next.kindName} 已暂停` : `${next.kindName} ${distance(next.dueAt, time.now())}`)))
}

export function appointmentLine({ id, stateName, slot, resident }, onclick, who = slot.staffName) {
  return h('button', { type: 'button', class: 'item', 'data-key': `appointment-${id}`, 'data-id': id, onclick },
    h('span', { class: 'row' }, h('span', { class: 'title' }, slot.serviceName), h('span', { class: 'tag on' }, stateName)),
    h('span', { class: 'small' }, `${slot.time} · ${who ?? resident}`))
}

export function messageLine({ sentence, arrivedAt, readAt, id }, onclick) {
  return h('button', { type: 'button', class: `item message ${readAt ? '' : 'unread'}`, 'data-key': `message-${id}`, onclick },
    h('span', { class: 'title' }, readAt ? '' : h('span', { class: 'visually-hidden' }, '没读过：'), sentence),
    h('span', { class: 'small' }, fullTime(arrivedAt)))
}
