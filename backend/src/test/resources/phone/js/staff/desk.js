import { h, put } from '../dom.js'
import { appointmentLine, ticketLine } from '../lines.js'
import { parts } from '../times.js'
import { time } from '../time.js'
import { inboxScreen } from '../inbox.js'
import { recordScreen } from './record.js'
import { slotsForm } from './slots.js'
import { staffAppointmentScreen } from './appointment.js'
import { staffTicketScreen } from './ticket.js'
import { todoLine } from './todos.js'
import { visitsScreen } from './visits.js'
import { openForStaff } from './pages.js'

const OPEN = ['SUBMITTED', 'CLASSIFIED', 'DISPATCHED', 'IN_PROGRESS', 'REPLIED']

/** 工作台: what there is to do, the most pressing first. */
export function deskScreen(device) {
  const view = h('div', { class: 'list' })
  let shown = ''
  return {
    title: '工作台',
    view,
    async refresh() {
      const { api } = device
      const [tickets, todos, unread, appointments] = await Promise.all([
        api.call('listTickets', { query: { scope: 'desk', stage: OPEN, size: 50 } }),
        api.call('listTodos', { query: { size: 20 } }),
        api.call('listInbox', { query: { unread: true, size: 20 } }),
        api.call('listAppointments', { query: { scope: 'desk', state: ['BOOKED', 'ARRIVED'], from: parts(time.now()).date, size: 10 } }),
      ])
      const sign = JSON.stringify([tickets.items, todos.items, unread.items.length, appointments.items.map(({ id, version }) => [id, version])])
      if (sign !== shown) {
        shown = sign
        put(view, entries(device, unread.items.length), subscribing(device),
          section('要办的诉求', pressing(tickets.items).map((line) => ticketLine(line, () => device.push(staffTicketScreen(device, line.no)))), '现在没有要办的诉求。'),
          todos.items.length > 0 && section('待办', todos.items.map((todo) => todoLine(device, todo))),
          appointments.items.length > 0 && section('预约', appointments.items.map((one) => appointmentLine(one, () => device.push(staffAppointmentScreen(device, one.id)), one.resident))))
      }
    },
  }
}

/** What is due first comes first; what has no time at all comes last. */
function pressing(items) {
  const due = ({ next }) => (next ? new Date(next.dueAt).getTime() : Infinity)
  return [...items].sort((one, other) => due(one) - due(other))
}

function section(title, lines, none) {
  return h('section', { class: 'list' }, h('h3', { class: 'card quiet' }, title), lines.length > 0 ? lines : h('p', { class: 'none' }, none))
}

function entries(device, unread) {
  const roles = device.api.session?.account.roles ?? []
  const entry = (title, about, screen, key, extra) => h('button', { type: 'button', class: 'entry', 'data-key': key, 'data-tour': `staff-${key}`, onclick: () => device.push(screen(device)) },
    h('strong', {}, title), h('span', { class: 'small' }, about), extra)
  return h('div', { class: 'entries' },
    entry('站内信', '所有提醒都在这里', (on) => inboxScreen(on, openForStaff), 'inbox', unread > 0 && h('span', { class: 'dot', 'aria-label': `${unread} 条没读` }, unread)),
    roles.includes('GRID_WORKER') && entry('走访', '入户、录入、发现问题', visitsScreen, 'visits'),
    roles.some((role) => ['GRID_WORKER', 'DISPATCHER'].includes(role)) && entry('代为登记', '电话、窗口、上门说的事', recordScreen, 'record'),
    roles.includes('DISPATCHER') && entry('开放时段', '医生、律师哪天可以约', slotsForm, 'slots'))
}

/** WeChat sends reminders only to those who asked for them; a tap is one message. */
function subscribing(device) {
  return h('button', { type: 'button', class: 'button', 'data-key': 'subscribe', 'data-tour': 'staff-subscribe', onclick: () => device.api.subscribe('STAFF_DESK').then(({ skipped }) => skipped || device.toast('以后有事会发到“服务通知”')) }, '接收工作提醒')
}
