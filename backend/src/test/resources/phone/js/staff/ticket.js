import { h, put } from '../dom.js'
import { deadlines, matter, stageLine, ticketTags, timeline, verification, whoIsOnIt } from '../ticket-view.js'
import { MOVES, makeMove } from './moves.js'

const ASKS_EVERY = 3000

/** A ticket on the desk: what it is, until when, and every move that is open to this person now. */
export function staffTicketScreen(device, no, atOnce) {
  const view = h('div', { class: 'list', 'data-no': no })
  const proof = verification(device, no)
  let listening = null
  /** @type {{ ticket: object, etag: string | null } | null} */
  let held = null

  /** The newest that was seen; a move says that it is this one it means. */
  async function look() {
    const now = await device.api.poll(no)
    if (now.etag !== held?.etag) {
      held = { ticket: now.ticket, etag: now.etag }
      draw()
    }
    return held
  }

  function draw() {
    const { ticket } = held
    put(view,
      h('section', { class: 'card' }, h('span', { class: 'small' }, ticket.no), stageLine(ticket), ticketTags(ticket), whoIsOnIt(ticket)),
      moves(ticket), dues(ticket), suggestion(ticket),
      ticket.answer && h('section', { class: 'card good' }, h('h3', {}, '答复'), h('p', { class: 'keep' }, ticket.answer)),
      matter(ticket, device.api), timeline(ticket), proof)
    if (atOnce && ticket.moves.includes(atOnce)) {
      const move = atOnce
      atOnce = null
      makeMove(device, MOVES.find((one) => one.move === move), () => held, look)
    }
  }

  function moves(ticket) {
    const open = MOVES.filter(({ move }) => ticket.moves.includes(move) && !(move === 'CALLBACK' && ticket.rated))
    const main = open.find(({ forward, from = ticket.stage }) => forward && from === ticket.stage)
    return open.length > 0 && h('div', { class: 'buttons', role: 'group', 'aria-label': '可以办理的' }, open.map((one) => h('button', {
      type: 'button', class: `button ${one === main ? 'main' : ''}`, 'data-key': one.move, 'data-tour': `staff-${one.move}`,
      onclick: () => makeMove(device, one, () => held, look),
    }, one.words)))
  }

  function hidden() {
    listening?.stop()
    listening = null
  }

  return {
    title: '办理诉求',
    view,
    shown() {
      if (!listening) {
        listening = device.api.listen({ no, every: ASKS_EVERY, onTicket: () => look().catch(() => {}), onError: (error) => device.tell(error) })
      }
    },
    refresh: look,
    hidden,
    leave: hidden,
  }
}

function dues(ticket) {
  const all = deadlines(ticket, { closed: true })
  return all.length > 0 && h('section', { class: 'card' }, h('h3', {}, '时限'), all)
}

function suggestion({ suggestion: told, stage }) {
  return told && stage === 'SUBMITTED' && h('section', { class: 'card' }, h('h3', {}, '按文字的建议'),
    h('p', { class: 'small' }, `把握 ${Math.round(told.confidence * 100)}%${told.keywords.length > 0 ? `，看到了：${told.keywords.join('、')}` : ''}`))
}
