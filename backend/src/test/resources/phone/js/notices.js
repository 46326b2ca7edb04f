import { h, put } from './dom.js'
import { fullTime } from './times.js'
import { mail } from './mail.js'

/** 服务通知: subscribe messages and messages to employees, as WeChat shows them. */

let looks = new Map()

/** @param {{ id: string, title: string, labels: Record<string, string> }[]} templates */
export function templatesLookLike(templates) {
  looks = new Map(templates.map((template) => [template.id, template]))
}

export function titleOf({ template }) {
  return looks.get(template)?.title ?? '通知'
}

export function rowsOf({ template, fields }) {
  const labels = looks.get(template)?.labels ?? {}
  return Object.keys(labels).filter((field) => field in fields).map((field) => [labels[field], fields[field]])
}

/** What fits on a banner. */
export function briefOf(message) {
  return Object.entries(message.fields).filter(([field]) => /^(phrase|thing)/.test(field)).map(([, words]) => words).join(' · ')
}

export function isNotice({ channel }) {
  return channel === 'SUBSCRIBE' || channel === 'EMPLOYEE'
}

export const noticesOf = (person) => mail.of((message) => isNotice(message) && message.openid === person.openid)

export function noticeCard(message, from, onOpen) {
  return [
    h('header', {}, h('span', {}, from), h('time', {}, fullTime(message.at))),
    h('h3', {}, titleOf(message)),
    h('dl', {}, rowsOf(message).map(([label, words]) => [h('dt', {}, label), h('dd', {}, words)])),
    message.page && h('button', { type: 'button', class: 'open', 'data-key': `notice-${message.id}`, onclick: () => onOpen(message.page) },
      h('span', {}, message.channel === 'TEMPLATE' ? '查看详情' : '进入小程序查看'), h('span', { 'aria-hidden': 'true' }, '›')),
  ]
}

/** @param {(device: import('./device.js').Device, page: string) => void} open where a tap leads */
export function noticesScreen(device, open) {
  const view = h('div', { class: 'list', 'aria-label': '服务通知' })
  let shown = -1
  return {
    title: '服务通知',
    view,
    async refresh() {
      const all = noticesOf(device.person)
      if (all.length !== shown) {
        shown = all.length
        put(view, all.length === 0 && h('p', { class: 'none' }, '还没有通知。提交或预约时点“允许”，进展就会发到这里。'),
          all.slice(-60).reverse().map((message) => h('article', { class: 'card notice' },
            noticeCard(message, '青禾社区服务', (page) => open(device, page)))))
      }
    },
  }
}
