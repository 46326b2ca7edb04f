import { ticketScreen } from './ticket.js'
import { rate } from './deeds.js'
import { reportScreen } from './report.js'
import { bookingScreen } from './booking.js'
import { appointmentScreen } from './appointment.js'
import { inboxScreen } from '../inbox.js'
import { householdScreen } from './household.js'
import { consentScreen } from './visit.js'

/** Where the pages that messages name lie on this phone. */
const PAGES = [
  [/^pages\/ticket\/show\?no=(.+)$/, (device, no) => ticketScreen(device, no)],
  [/^pages\/ticket\/callback\?no=(.+)$/, (device, no) => ticketScreen(device, no, rate)],
  [/^pages\/ticket\/new/, (device) => reportScreen(device)],
  [/^pages\/booking/, (device) => bookingScreen(device)],
  [/^pages\/visit\/show\?no=(YY.+)$/, (device, id) => appointmentScreen(device, id)],
  [/^pages\/visit\/show\?no=(.+)$/, (device) => consentScreen(device)],
  [/^pages\/inbox/, (device) => inboxScreen(device, openForResident)],
  [/^pages\/me\/home/, (device) => householdScreen(device)],
]

export function openForResident(device, page) {
  const found = PAGES.find(([address]) => address.test(page))
  if (found) {
    device.push(found[1](device, decodeURIComponent(found[0].exec(page)[1] ?? '')), 'app')
  } else {
    device.home('app')
  }
}
