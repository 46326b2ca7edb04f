import { h, put } from '../dom.js'

const COUNTS = { filed: '新来', open: '在办', soon: '快到期', late: '已超期', knock: '要上门回访', replied: '已答复', rated: '已评价' }
const VISITS = { today: '今天该走访', overdue: '过了日子没走访' }

/** 汇总: how a grid, a community or the street stood at that moment. */
export function digestScreen(device, id) {
  const view = h('div', { class: 'list' })
  return {
    title: '工作情况汇总',
    view,
    async refresh() {
      const digest = await device.api.call('getDigest', { path: { id } })
      const told = digest.grid ?? digest.community ?? digest.street ?? {}
      const counts = Object.entries(told).filter(([name, count]) => typeof count === 'number' && name in COUNTS)
      const visits = Object.entries(told.visits ?? {}).filter(([name]) => name in VISITS)
      put(view, h('section', { class: 'card' }, h('h3', {}, `${digest.place.name} ${digest.day}`),
        h('dl', {}, counts.map(([name, count]) => h('div', { class: 'row' }, h('dt', {}, COUNTS[name]), h('dd', {}, `${count} 件`))),
          visits.map(([name, count]) => h('div', { class: 'row' }, h('dt', {}, VISITS[name]), h('dd', {}, `${count} 户`))))))
    },
  }
}
