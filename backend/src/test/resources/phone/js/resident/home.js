import { h, put } from '../dom.js'
import { shortTime } from '../times.js'
import { time } from '../time.js'
import { ticketLine, appointmentLine } from '../lines.js'
import { ticketScreen } from './ticket.js'
import { reportScreen } from './report.js'
import { bookingScreen } from './booking.js'
import { appointmentScreen } from './appointment.js'
import { inboxScreen } from '../inbox.js'
import { householdScreen } from './household.js'
import { openForResident } from './pages.js'

const STILL_AHEAD = ['WAITING', 'BOOKED', 'ARRIVED']

/** The mini-program's first page for residents. */
export function homeScreen(device) {
  const view = h('div', { class: 'list' })
  let shown = ''
  return {
    title: '青禾社区服务',
    view,
    async refresh() {
      const { api } = device
      const [tickets, appointments, unread] = await Promise.all([
        api.call('listTickets', { query: { scope: 'mine', size: 20 } }),
        api.call('listAppointments', { query: { scope: 'mine', state: STILL_AHEAD, size: 5 } }),
        api.call('listInbox', { query: { unread: true, size: 20 } }),
      ])
      const sign = JSON.stringify([tickets.items, appointments.items.map(({ id, version }) => [id, version]), unread.items.length, shortTime(time.now(), time.now()).slice(0, 5)])
      if (sign !== shown) {
        shown = sign
        put(view, entries(device, unread.items.length), appointmentsOf(device, appointments.items), ticketsOf(device, tickets.items))
      }
    },
  }
}

function entries(device, unread) {
  const entry = (title, about, kind, screen, key, extra) => h('button', { type: 'button', class: `entry ${kind}`, 'data-key': key, 'data-tour': key, onclick: () => device.push(screen(device)) },
    h('strong', {}, title), h('span', { class: 'small' }, about), extra)
  return h('div', { class: 'entries three' },
    entry('我要反映', '说一件事，拍张照片，马上有人管', 'main', reportScreen, 'report'),
    entry('预约', '医生、律师、网格员上门', '', bookingScreen, 'book'),
    entry('站内信', '消息都在这里', '', (on) => inboxScreen(on, openForResident), 'inbox', unread > 0 && h('span', { class: 'dot', 'aria-label': `${unread} 条没读` }, unread)),
    entry('我的家', '谁看过也知道', '', householdScreen, 'household'))
}

function ticketsOf(device, items) {
  return h('section', { class: 'list' }, h('h3', { class: 'card quiet' }, '我的诉求'),
    items.length === 0 ? h('p', { class: 'none' }, '还没有反映过。')
      : items.map((line) => ticketLine(line, () => device.push(ticketScreen(device, line.no)))))
}

function appointmentsOf(device, items) {
  return items.length > 0 && h('section', { class: 'list' }, h('h3', { class: 'card quiet' }, '我的预约'),
    items.map((one) => appointmentLine(one, () => device.push(appointmentScreen(device, one.id)))))
}
