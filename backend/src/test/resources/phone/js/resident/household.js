import { h, put } from '../dom.js'
import { fullTime } from '../times.js'
import { consentScreen } from './visit.js'

/** 我的家: what the community has written down about this home, and who looked. */
export function householdScreen(device) {
  const view = h('div', { class: 'list' })
  let drawn = false
  return {
    title: '我的家',
    view,
    async refresh() {
      if (drawn) {
        return
      }
      const me = await device.api.call('getMe')
      if (me.home?.state !== 'CONFIRMED') {
        put(view, h('p', { class: 'none' }, me.home ? '住址正在等网格员确认。' : '还没有填写住址。'))
        return
      }
      const [home, looks] = await Promise.all([
        device.api.call('getMyHousehold').catch(unknown),
        device.api.call('listLooks', { query: { size: 10 } }).catch(unknown),
      ])
      drawn = true
      put(view, h('section', { class: 'card' }, h('h3', {}, `${me.home.place} ${me.home.room ?? ''}`),
        home && h('p', { class: 'small' }, `${home.statusName} · ${home.className}`),
        h('button', { type: 'button', class: 'button', 'data-key': 'consent', onclick: () => device.push(consentScreen(device)) }, '要不要走访')),
      home && people(home), looks && looked(looks.items))
    },
  }
}

function unknown(error) {
  if (error.status === 404 || error.status === 409) {
    return null
  }
  throw error
}

function people(home) {
  return h('section', { class: 'card' }, h('h3', {}, '档案里写着'),
    home.members.length === 0 && home.wishes.length === 0 && home.tags.length === 0 && h('p', { class: 'small' }, '还没有登记成员和需求。'),
    home.members.map((one) => h('p', {}, [one.name, one.relationName, one.age !== null && one.age !== undefined && `${one.age}岁`].filter(Boolean).join(' · '))),
    home.tags.length > 0 && h('div', { class: 'tags' }, home.tags.map(({ name }) => h('span', { class: 'tag' }, name))),
    home.wishes.length > 0 && h('p', { class: 'small' }, `需求：${home.wishes.map(({ name }) => name).join('、')}`))
}

function looked(items) {
  return h('section', { class: 'card' }, h('h3', {}, '谁看过我家的档案'),
    items.length === 0 ? h('p', { class: 'small' }, '还没有人看过。')
      : h('ul', { class: 'list' }, items.map((look) => h('li', {}, `${look.by}（${look.role}）`, h('span', { class: 'small' }, `　${look.purpose} · ${fullTime(look.at)}`)))))
}
