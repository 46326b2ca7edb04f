import { h, put } from '../dom.js'
import { words } from '../forms.js'
import { bookSheet, slotButton } from './slots.js'
import { appointmentScreen } from './appointment.js'

const THINKS_AFTER = 500

/** 预约走访: who fits the need, then when. */
export function bookingScreen(device) {
  const need = words('想办什么事', { max: 200, placeholder: '例如：给老人量血压' })
  const services = h('div', { class: 'list' })
  const view = h('div', { class: 'list' }, h('section', { class: 'card' }, need.view), services)
  let waiting
  let shown = ''
  need.input.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(() => refresh().catch((error) => device.tell(error)), THINKS_AFTER) })

  async function refresh() {
    const text = need.value()
    const { items } = await device.api.call('listVisitServices', { query: text ? { text } : {} })
    const open = items.filter(({ active }) => active)
    const sign = JSON.stringify(open)
    if (sign !== shown) {
      shown = sign
      put(services, open.map((service) => h('button', { type: 'button', class: 'item', 'data-key': `service-${service.code}`, 'data-service': service.code, onclick: () => device.push(slotsScreen(device, service, need.value())) },
        h('span', { class: 'row' }, h('span', { class: 'title' }, service.name), service.suggested && h('span', { class: 'tag on' }, '合适')),
        h('span', { class: 'small' }, service.about),
        service.because.length > 0 && h('span', { class: 'small' }, `因为您说到：${service.because.join('、')}`))))
    }
  }

  device.api.prepareSubscriptions('BOOK').catch(() => {})
  return { title: '预约走访', view, refresh, leave: () => clearTimeout(waiting) }
}

function slotsScreen(device, service, purpose) {
  const view = h('div', { class: 'list' })
  let shown = ''
  return {
    title: service.name,
    view,
    async refresh() {
      const { items } = await device.api.call('listSlots', { query: { service: service.code, size: 40 } })
      const sign = JSON.stringify(items)
      if (sign !== shown) {
        shown = sign
        put(view, h('section', { class: 'card' }, h('p', {}, service.about), h('p', { class: 'small' }, '约满的时段可以排队，有人取消就自动排上。')),
          items.length === 0 && h('p', { class: 'none' }, '近两周还没有开放的时段。请社区管理员在工作台“开放时段”里开放，或者换一项服务。'),
          h('div', { class: 'slots' }, items.map((slot) => slotButton(slot, () => choose(slot)))))
      }
    },
  }

  async function choose(slot) {
    const booked = await bookSheet(device, { slot, service, purpose })
    if (booked) {
      device.toast(booked.state === 'WAITING' ? '排上队了' : '约好了')
      device.home('app')
      device.push(appointmentScreen(device, booked.id))
    }
  }
}
