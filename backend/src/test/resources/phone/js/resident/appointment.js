import { h, put } from '../dom.js'
import { fullTime } from '../times.js'
import { oneOf, words } from '../forms.js'

/** One booking of a resident: when, who comes, and what can still be changed. */
export function appointmentScreen(device, id) {
  const view = h('div', { class: 'list', 'data-id': id })
  let version = null
  return {
    title: '我的预约',
    view,
    async refresh() {
      const one = await device.api.call('getAppointment', { path: { id } })
      if (one.version !== version) {
        version = one.version
        put(view, facts(one), deeds(device, one), past(one))
      }
    },
  }
}

export function facts(one) {
  const { slot } = one
  return h('section', { class: 'card' },
    h('div', { class: 'row' }, h('h3', {}, slot.serviceName), h('span', { class: 'tag on' }, one.stateName)),
    h('p', {}, h('strong', {}, slot.time)),
    h('p', {}, `${slot.staffName} · ${slot.at === 'HOME' ? `上门：${one.home}` : slot.place}`),
    one.ahead !== null && h('p', {}, `前面还有 ${one.ahead} 位`),
    one.family && h('p', { class: 'small' }, `给 ${one.family.name}（${one.family.relation ?? '家人'}）`),
    one.purpose && h('p', { class: 'small' }, one.purpose),
    h('p', { class: 'small' }, `${one.id} · ${fullTime(slot.cancelUntil)} 之前可以改时间或取消`))
}

export function past(one) {
  return h('section', { class: 'card' }, h('h3', {}, '经过'), h('ol', { class: 'timeline' }, [...one.timeline].reverse().map((event) => h('li', {},
    h('span', {}, h('strong', {}, event.moveName), ' ', h('span', { class: 'small' }, event.by)),
    event.note && h('span', {}, event.note), h('span', { class: 'small' }, fullTime(event.at))))))
}

function deeds(device, one) {
  return one.moves.length > 0 && h('div', { class: 'buttons' },
    one.moves.includes('RESCHEDULE') && h('button', { type: 'button', class: 'button', 'data-key': 'RESCHEDULE', onclick: () => reschedule(device, one) }, '改时间'),
    one.moves.includes('CANCEL') && h('button', { type: 'button', class: 'button bad', 'data-key': 'CANCEL', onclick: () => cancel(device, one) }, '取消预约'))
}

async function reschedule(device, one) {
  try {
    const { items } = await device.api.call('listSlots', { query: { service: one.slot.service, size: 20 } })
    const others = items.filter((slot) => slot.free > 0 && slot.bookable && slot.id !== one.slot.id).slice(0, 8)
    const slotId = oneOf(others.length > 0 ? '改到' : '没有别的时段可以改', others.map((slot) => ({ value: slot.id, words: slot.time, about: slot.staffName })))
    await device.sheet({
      title: '改时间',
      body: [slotId.view],
      fields: { slotId },
      deeds: [{ words: '返回' }, { words: '改到这个时间', kind: 'main', do: () => move(device, one, { move: 'RESCHEDULE', slotId: slotId.value() }) }],
    })
    device.refresh()
  } catch (error) {
    device.tell(error)
  }
}

async function cancel(device, one) {
  const note = words('为什么（可以不写）', { max: 200 })
  await device.sheet({
    title: '取消这次预约？',
    body: [note.view],
    fields: { note },
    deeds: [{ words: '返回' }, { words: '取消预约', kind: 'bad', do: () => move(device, one, { move: 'CANCEL', ...(note.value() && { note: note.value() }) }) }],
  })
  device.refresh()
}

function move(device, one, body) {
  return device.api.call('moveAppointment', { path: { id: one.id }, body })
}
