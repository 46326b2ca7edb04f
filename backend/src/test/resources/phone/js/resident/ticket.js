import { h, put } from '../dom.js'
import { deadlines, matter, stageLine, ticketTags, timeline, verification, whoIsOnIt } from '../ticket-view.js'
import { DEEDS } from './deeds.js'

const ASKS_EVERY = 3000

/** 进展: a ticket in the resident's hand, live. @param {Function} [atOnce] a deed whose sheet opens by itself */
export function ticketScreen(device, no, atOnce) {
  const view = h('div', { class: 'list', 'data-no': no })
  const proof = verification(device, no)
  const state = h('span', { class: 'tag', role: 'status' }, '正在连接')
  let ticket = null
  let listening = null

  function draw(now) {
    const news = ticket && now.version > ticket.version
    ticket = now
    put(view,
      h('section', { class: 'card', 'data-tour': 'ticket-progress' }, h('div', { class: 'row' }, h('span', { class: 'small' }, ticket.no), state), stageLine(ticket), ticketTags(ticket), whoIsOnIt(ticket)),
      ticket.answer && h('section', { class: 'card good' }, h('h3', {}, '答复'), h('p', { class: 'keep' }, ticket.answer)),
      deeds(), dues(), matter(ticket, device.api), timeline(ticket), proof)
    if (news) {
      device.live.textContent = `有新进展：${ticket.stageName}`
    }
    if (atOnce && ticket.moves.includes('CALLBACK')) {
      const deed = atOnce
      atOnce = null
      deed(device, ticket, draw)
    }
  }

  function deeds() {
    const open = DEEDS.filter(({ move }) => ticket.moves.includes(move) && !(move === 'CALLBACK' && ticket.rated))
    return open.length > 0 && h('div', { class: 'buttons' }, open.map(({ move, words, kind, does }) => h('button', {
      type: 'button', class: `button ${kind ?? ''}`, 'data-key': move, 'data-tour': `resident-${move}`, onclick: () => does(device, ticket, draw),
    }, words)))
  }

  function dues() {
    const open = deadlines(ticket)
    return open.length > 0 && h('section', { class: 'card' }, h('h3', {}, '什么时候有结果'), open)
  }

  function listen() {
    listening = device.api.listen({
      no,
      every: ASKS_EVERY,
      onTicket: draw,
      onState: (now) => { state.textContent = { LIVE: '实时更新', POLLING: '自动更新', CONNECTING: '正在连接', STOPPED: '已停止' }[now]; state.classList.toggle('on', now === 'LIVE' || now === 'POLLING') },
      onError: (error) => device.tell(error),
    })
  }

  function hidden() {
    listening?.stop()
    listening = null
  }

  return {
    title: '诉求进展',
    view,
    shown() {
      if (!listening) {
        listen()
      }
    },
    async refresh() {
      if (ticket) {
        const { changed, ticket: now } = await device.api.poll(no)
        if (changed) {
          draw(now)
        }
      }
    },
    hidden,
    leave: hidden,
  }
}
