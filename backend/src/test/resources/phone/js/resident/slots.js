import { h } from '../dom.js'
import { tick, words } from '../forms.js'

/** One time that can be booked. */
export function slotButton(slot, onclick) {
  return h('button', { type: 'button', class: `slot ${slot.free > 0 ? '' : 'full'}`, 'data-key': `slot-${slot.id}`, 'data-slot': slot.id, disabled: !slot.bookable, onclick },
    h('strong', {}, slot.time), h('span', { class: 'small' }, `${slot.staffName} · ${slot.at === 'HOME' ? '上门' : slot.place}`),
    h('span', { class: 'small' }, slot.free > 0 ? `还有 ${slot.free} 个名额` : `约满，${slot.waiting} 人排队`, slot.offHours && ' · 错时'))
}

/** Asks what for and for whom, then books; WeChat's question for subscriptions comes first. */
export function bookSheet(device, { slot, service, purpose: said }) {
  const purpose = words('要办的事（请不要写电话和身份证号）', { value: said, rows: 2, max: 200 })
  const family = tick('是给同住的家人约')
  const name = words('家人怎么称呼', { max: 20, placeholder: '例如：林奶奶' })
  const relation = words('是您的什么人', { max: 10, placeholder: '例如：母亲' })
  const whom = h('div', { class: 'list', hidden: true }, name.view, relation.view)
  family.input.addEventListener('change', () => { whom.hidden = !family.value() })
  return device.sheet({
    title: slot.free > 0 ? `约 ${slot.time}` : `排队等 ${slot.time}`,
    about: `${service.name} · ${slot.staffName}，${slot.at === 'HOME' ? '上门' : slot.place}`,
    body: [purpose.view, family.view, whom],
    fields: { purpose, 'family.name': name, 'family.relation': relation },
    deeds: [{ words: '返回' }, {
      words: slot.free > 0 ? '预约' : '排队',
      kind: 'main',
      key: 'book-do',
      do: async () => {
        await device.api.subscribe('BOOK')
        return device.api.call('bookVisit', {
          body: {
            slotId: slot.id,
            purpose: purpose.value(),
            ...(slot.free === 0 && { queue: true }),
            ...(family.value() && { family: { name: name.value(), relation: relation.value() } }),
          },
        })
      },
    }],
  })
}
