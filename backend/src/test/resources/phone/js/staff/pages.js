import { inboxScreen } from '../inbox.js'
import { staffAppointmentScreen } from './appointment.js'
import { digestScreen } from './digest.js'
import { staffTicketScreen } from './ticket.js'
import { visitsScreen } from './visits.js'

/** Where the pages that messages name lie on this phone. */
const PAGES = [
  [/^pages\/desk\/show\?no=(.+)$/, (device, no) => staffTicketScreen(device, no)],
  [/^pages\/ticket\/show\?no=(.+)$/, (device, no) => staffTicketScreen(device, no)],
  [/^pages\/ticket\/callback\?no=(.+)$/, (device, no) => staffTicketScreen(device, no, 'CALLBACK')],
  [/^pages\/desk\/digest\?id=(.+)$/, (device, id) => digestScreen(device, id)],
  [/^pages\/desk\/visit\?no=(YY.+)$/, (device, id) => staffAppointmentScreen(device, id)],
  [/^pages\/visit\/show\?no=(YY.+)$/, (device, id) => staffAppointmentScreen(device, id)],
  [/^pages\/desk\/(visit|households)/, (device) => visitsScreen(device)],
  [/^pages\/inbox/, (device) => inboxScreen(device, openForStaff)],
]

export function openForStaff(device, page) {
  const found = PAGES.find(([address]) => address.test(page))
  if (found) {
    device.push(found[1](device, decodeURIComponent(found[0].exec(page)[1] ?? '')), 'app')
  } else {
    device.home('app')
  }
}
