import { h, put } from './dom.js'
import { fullTime } from './times.js'
import { mail } from './mail.js'
import { says } from './rehearsal.js'
import { noticeCard } from './notices.js'

const IN_ACCOUNT = ['TEMPLATE', 'CUSTOM', 'PASSIVE']
const LINK = /<a [^>]*data-miniprogram-path="([^"]*)"[^>]*>([^<]*)<\/a>/g

/** What the official account wrote to this person. */
export const writtenTo = (person) => mail.of(({ channel, openid }) => IN_ACCOUNT.includes(channel) && openid === person.mpOpenid)

/** 公众号: the talk with the bot, its menu, and the template messages that come in here. */
export function chatScreen(device, open, menu) {
  const person = device.person
  const own = ownWords(person)
  const talk = h('div', { class: 'talk', role: 'log', 'aria-label': '和公众号的对话', tabindex: '0' })
  const input = h('input', { type: 'text', 'aria-label': '写给公众号', placeholder: '例如：查进度', maxlength: 500 })
  const send = h('button', { class: 'button wechat' }, '发送')
  let shown = ''

  async function does(deed, words) {
    own.add({ words, after: writtenTo(person).at(-1)?.id ?? '0' })
    draw()
    send.disabled = true
    try {
      const reply = await says(person.mpOpenid, deed)
      if (reply !== null) {
        await mail.fetchNews()
      }
    } catch (error) {
      device.tell(error)
    } finally {
      send.disabled = false
      draw()
    }
  }

  function draw() {
    const told = writtenTo(person)
    const sign = `${told.length}/${own.all().length}`
    if (sign === shown) {
      return
    }
    shown = sign
    const lines = [...told.map((message) => ({ order: Number(message.id), message })),
      ...own.all().map((mine, at) => ({ order: Number(mine.after) + 0.001 * (at + 1), mine }))].sort((one, other) => one.order - other.order).slice(-80)
    put(talk, lines.length === 0 && h('p', { class: 'none' }, '试试写“楼道灯坏了”，或点下面的菜单。'), lines.map(bubble))
    talk.scrollTop = talk.scrollHeight
  }

  function bubble({ mine, message }) {
    if (mine) {
      return h('p', { class: 'bubble mine' }, mine.words)
    }
    return message.channel === 'TEMPLATE'
      ? [h('time', {}, fullTime(message.at)), h('article', { class: 'bubble notice' }, noticeCard(message, '青禾社区', (page) => open(device, page)))]
      : h('p', { class: 'bubble' }, linked(message.fields.text ?? '', (page) => open(device, page)))
  }

  const form = h('form', {}, input, send)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const words = input.value.trim()
    if (words) {
      input.value = ''
      does({ text: words }, words)
    }
  })
  return {
    title: '青禾社区（公众号）',
    class: 'chatting',
    view: h('div', { class: 'talking' }, talk, h('div', { class: 'talk-foot' }, form, menuBar(menu, does))),
    shown() {
      talk.scrollTop = talk.scrollHeight
    },
    async refresh() {
      draw()
    },
  }
}

/** The account's texts may hold links into the mini-program, and nothing else. */
export function linked(text, open) {
  const pieces = []
  let at = 0
  for (const found of text.matchAll(LINK)) {
    pieces.push(text.slice(at, found.index), h('button', { type: 'button', class: 'link', onclick: () => open(found[1]) }, found[2]))
    at = found.index + found[0].length
  }
  return [...pieces, text.slice(at)]
}

function menuBar(menu, does) {
  const bar = h('div', { class: 'menu' }, menu.map((top) => {
    if (!top.sub_button) {
      return h('div', {}, h('button', { type: 'button', class: 'button', onclick: () => does({ menu: top.key }, top.name) }, top.name))
    }
    const more = h('div', { class: 'more', hidden: true }, top.sub_button.map((one) =>
      h('button', { type: 'button', onclick: () => { toggle(false); does({ menu: one.key }, one.name) } }, one.name)))
    const opener = h('button', { type: 'button', class: 'button', 'aria-expanded': 'false', onclick: () => toggle(more.hidden) }, `≡ ${top.name}`)
    function toggle(wanted) {
      bar.querySelectorAll('.more').forEach((other) => { other.hidden = true })
      bar.querySelectorAll('[aria-expanded]').forEach((other) => other.setAttribute('aria-expanded', 'false'))
      more.hidden = !wanted
      opener.setAttribute('aria-expanded', String(wanted))
    }
    more.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        event.stopPropagation()
        toggle(false)
        opener.focus()
      }
    })
    return h('div', {}, opener, more)
  }))
  return bar
}

/** WeChat keeps what a person wrote on their phone; so does this tab. */
function ownWords(person) {
  const place = `huiyin.${person.code}.chat`
  let kept = JSON.parse(sessionStorage.getItem(place) ?? '[]')
  return {
    all: () => kept,
    add(one) {
      kept = [...kept, one].slice(-100)
      sessionStorage.setItem(place, JSON.stringify(kept))
    },
  }
}
