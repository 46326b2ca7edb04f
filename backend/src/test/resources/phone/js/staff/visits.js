import { h, put } from '../dom.js'
import { fillHomes } from '../rehearsal.js'
import { newHomeScreen } from './newhome.js'
import { householdWords, nearby } from './places.js'
import { visitScreen } from './visit.js'

const STATES = { OVERDUE: '已超期', DUE: '该走访了', NOT_YET: '还没到期', REFUSED: '谢绝走访', LEFT_OUT: '不走访' }

/** 走访: whose turn it is, the most overdue first. */
export function visitsScreen(device) {
  const view = h('div', { class: 'list' })
  let shown = ''
  return {
    title: '走访',
    view,
    async refresh() {
      const [{ items }, { tags }] = await Promise.all([device.api.call('listVisitDues', { query: { size: 30 } }), householdWords(device.api)])
      const names = new Map(tags.map(({ code, name }) => [code, name]))
      const sign = JSON.stringify(items)
      if (sign !== shown) {
        shown = sign
        put(view,
          h('button', { type: 'button', class: 'button', 'data-key': 'new-home', 'data-tour': 'staff-new-home', onclick: () => device.push(newHomeScreen(device)) }, '＋ 登记新的一户'),
          items.length === 0 ? nobody(device) : items.map((home) => line(device, home, names)))
      }
    },
  }
}

function line(device, home, names) {
  return h('button', { type: 'button', class: 'item', 'data-key': `home-${home.householdId}`, 'data-home': home.householdId, onclick: () => device.push(visitScreen(device, home.householdId)) },
    h('span', { class: 'row' }, h('span', { class: 'title' }, nearby(home.place, home.room)), h('span', { class: `tag ${home.state === 'OVERDUE' ? 'late' : 'due'}` }, STATES[home.state])),
    home.tags.length > 0 && h('span', { class: 'small' }, home.tags.map((tag) => names.get(tag) ?? tag).join('、')))
}

/** A street without homes is dull: in a rehearsal they can move in. */
function nobody(device) {
  const button = h('button', { type: 'button', class: 'button main', onclick: moveIn }, '让 2,304 户虚构的住户搬进来')
  async function moveIn() {
    button.disabled = true
    button.textContent = '正在搬，要等一会儿…'
    try {
      await fillHomes()
      button.textContent = '搬进来了：把时钟往前拨几天，到期的就会列在这里'
      device.refresh()
    } catch (error) {
      button.disabled = false
      button.textContent = '再搬一次'
      device.tell(error)
    }
  }
  return h('div', { class: 'list' }, h('p', { class: 'none' }, '现在没有要走访的住户。演练刚开始时，楼里还没有登记住户。'), button)
}
