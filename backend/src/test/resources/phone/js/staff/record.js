import { newKey } from '/client/huiyin.js'
import { h, put } from '../dom.js'
import { choice, words } from '../forms.js'
import { problemBox } from '../problems.js'
import { CHANNEL } from '../words.js'
import { gridsOf } from './places.js'
import { staffTicketScreen } from './ticket.js'

const BY_STAFF = ['PHONE', 'COUNTER', 'SUGGESTION_BOX', 'HOME_VISIT', 'PATROL']

/** 代为登记: what somebody said by phone, at the counter or at the door. */
export function recordScreen(device) {
  const what = words('居民说的事', { rows: 4, max: 2000 })
  const channel = choice('从哪里来的', BY_STAFF.map((value) => ({ value, words: CHANNEL[value] })), { value: 'PHONE' })
  const name = words('居民怎么称呼', { max: 20 })
  const phone = words('电话', { max: 11, placeholder: '演练请写 1390000 开头的号码' })
  const grid = choice('哪个网格', [{ value: '', words: '…' }])
  const detail = words('具体位置', { max: 200 })
  const trouble = h('div')
  const submit = h('button', { class: 'button main' }, '登记')
  const form = h('form', { class: 'list' }, h('section', { class: 'card' }, what.view, channel.view, name.view, phone.view, grid.view, detail.view), trouble, submit)
  form.noValidate = true
  let key = newKey()
  form.addEventListener('input', () => { key = newKey() })
  gridsOf(device.api).then((grids) => put(grid.input, grids.map(({ id, inWords }) => h('option', { value: id }, inWords))), (error) => device.tell(error))
  const fields = { description: what, channel, 'reporter.name': name, 'reporter.phone': phone, 'place.gridId': grid, 'place.detail': detail }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    Object.values(fields).forEach((field) => field.right())
    submit.disabled = true
    try {
      const ticket = await device.api.call('fileTicket', {
        key,
        body: {
          description: what.value(), channel: channel.value(), reporter: { name: name.value(), phone: phone.value() },
          place: { gridId: grid.value(), ...(detail.value() && { detail: detail.value() }) },
        },
      })
      device.toast('登记好了')
      device.replace(staffTicketScreen(device, ticket.no))
    } catch (error) {
      put(trouble, problemBox(error, fields))
    } finally {
      submit.disabled = false
    }
  })
  return { title: '代为登记', view: form }
}
