import { h } from './dom.js'
import { Device } from './device.js'
import { person } from './person.js'
import { clockPanel } from './clock.js'
import { chatScreen, writtenTo } from './chat.js'
import { briefOf, isNotice, noticesOf, noticesScreen, templatesLookLike, titleOf } from './notices.js'
import { mail } from './mail.js'
import { time } from './time.js'
import { menu as menuOf, people as peopleOf, templates as templatesOf } from './rehearsal.js'
import { homeScreen } from './resident/home.js'
import { openForResident } from './resident/pages.js'
import { deskScreen } from './staff/desk.js'
import { openForStaff } from './staff/pages.js'
import { subscribeSheet } from './subscribe.js'
import { largeType, placeTabs } from './shell.js'
import { Guide } from './guide.js'

const IN_HAND = 'huiyin.in-hand'

/** Who plays which part; others by the address of the page, such as `?resident=demo-resident-2`. */
const CAST = { resident: 'demo-resident', dispatcher: 'demo-dispatcher', handler: 'demo-handler', ...Object.fromEntries(new URLSearchParams(location.search)) }

async function begin() {
  const [people, templates, menu] = await Promise.all([peopleOf(), templatesOf(), menuOf(), time.run()])
  templatesLookLike(templates)
  const phones = {
    resident: phone('resident', '居民手机', people.filter(({ staff }) => !staff), homeScreen, '小程序', openForResident, menu, templates),
    staff: phone('staff', '工作人员手机', people.filter(({ staff }) => staff), deskScreen, '工作台', openForStaff, menu, templates),
  }
  await Promise.all(Object.values(phones).map(({ taken }) => taken))
  const days = clockPanel(document.getElementById('clock'), { api: phones.resident.device.api, people })
  mail.addEventListener('news', ({ detail }) => Object.values(phones).forEach((one) => detail.forEach((message) => one.ring(message))))
  await mail.run(time.now())
  const places = placeTabs()
  largeType()
  new Guide({ devices: { resident: phones.resident.device, staff: phones.staff.device }, take: (name, part) => phones[name].take(CAST[part]), places }).offer()
  document.documentElement.dataset.ready = 'true'
}

/** A phone with whoever holds it. */
function phone(id, name, people, home, homeName, open, menu, templates) {
  const device = new Device({
    place: document.getElementById(id),
    name,
    tabs: [
      { id: 'app', name: homeName, root: home },
      { id: 'notices', name: '服务通知', root: (on) => noticesScreen(on, open), unread: (on) => noticesOf(on.person).length },
      { id: 'chat', name: '公众号', root: (on) => chatScreen(on, open, menu), unread: (on) => writtenTo(on.person).length },
    ],
  })
  const select = h('select', { id: `${id}-who`, onchange: () => take(select.value).catch((error) => device.tell(error)) },
    people.map((one) => h('option', { value: one.code }, `${one.name} · ${inShort(one)}`)))
  device.chooser.append(h('label', { for: select.id }, '谁拿着这部手机'), select)

  async function take(code) {
    select.value = code
    sessionStorage.setItem(`${IN_HAND}.${id}`, code)
    const who = people.find((one) => one.code === code)
    await device.belongsTo(person(who, (ids) => subscribeSheet(device, ids, templates)))
  }

  function ring(message) {
    if (isNotice(message) && message.openid === device.person.openid) {
      device.banner({ tab: 'notices', title: titleOf(message), words: briefOf(message), onOpen: () => device.home('notices') })
    } else if (message.openid === device.person.mpOpenid && message.channel !== 'PASSIVE') {
      device.banner({ tab: 'chat', title: message.channel === 'TEMPLATE' ? titleOf(message) : '公众号消息', words: briefOf(message) || message.fields.text || '', onOpen: () => device.home('chat') })
    } else {
      return
    }
  }

  const kept = sessionStorage.getItem(`${IN_HAND}.${id}`)
  const first = people.find(({ code }) => code === kept) ?? people.find(({ code }) => code === CAST[id === 'staff' ? 'dispatcher' : 'resident']) ?? people[0]
  return { device, take, ring, taken: take(first.code) }
}

/** Enough to tell them apart: where a resident lives, what staff do and where. */
function inShort({ staff, duty }) {
  const words = duty.split('、')[0].split(' ')
  return staff ? `${words.at(-1)} ${words[0]}` : words.slice(-2).join(' ')
}

begin().catch((error) => {
  console.error(error)
  document.querySelector('.stage').replaceChildren(h('p', { class: 'none', role: 'alert' }, `${error.detail ?? '演练的服务没有回答'}。请看看它还在运行吗，然后刷新这一页。`))
})
