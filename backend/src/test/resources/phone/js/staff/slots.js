import { h, put } from '../dom.js'
import { choice, dated, number, words } from '../forms.js'
import { problemBox } from '../problems.js'
import { nextDay, parts } from '../times.js'
import { time } from '../time.js'
import { people } from '../rehearsal.js'
import { communitiesOf } from './places.js'

/** 开放时段: when whom can be booked. Who works here is known from the rehearsal: the contract has no list of staff. */
export function slotsForm(device) {
  const tomorrow = nextDay(parts(time.now()).date)
  const fields = {
    service: choice('哪项服务', []),
    staffId: choice('谁来', []),
    communityId: choice('哪个社区', []),
    date: dated('从哪一天', 'date', tomorrow),
    until: dated('到哪一天', 'date', nextDay(nextDay(nextDay(tomorrow)))),
    startTime: dated('几点开始', 'time', '09:00'),
    endTime: dated('几点结束', 'time', '11:00'),
    minutesEach: number('每个时段几分钟', { value: 30, min: 10, max: 720 }),
    pauseMinutes: number('中间留几分钟', { value: 20, min: 0, max: 240 }),
    at: choice('在哪里', [{ value: 'HOME', words: '上门' }, { value: 'POINT', words: '居民到点' }], { value: 'HOME' }),
    point: words('到点：在哪里', { max: 60, placeholder: '例如：社区服务站一楼' }),
  }
  Object.entries(fields).forEach(([name, { view }]) => { view.dataset.field = name })
  const outcome = h('div', { 'aria-live': 'polite' })
  const submit = h('button', { class: 'button main', 'data-tour': 'slots-open' }, '开放')
  const form = h('form', { class: 'list' }, h('section', { class: 'card' }, Object.values(fields).map(({ view }) => view)), outcome, submit)
  form.noValidate = true
  fields.at.input.addEventListener('change', showPoint)
  showPoint()
  fill().catch((error) => device.tell(error))

  function showPoint() {
    fields.point.view.hidden = fields.at.value() !== 'POINT'
  }

  async function fill() {
    const [{ items }, staff, communities] = await Promise.all([device.api.call('listVisitServices'), people(), communitiesOf(device.api)])
    options(fields.service, items.filter(({ active }) => active).map(({ code, name }) => [code, name]))
    options(fields.staffId, staff.filter((one) => one.staff && one.code !== 'demo-admin').map((one) => [one.accountId, `${one.name} · ${one.duty}`]))
    options(fields.communityId, communities.map(({ id, name }) => [id, name]))
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    Object.values(fields).forEach((field) => field.right())
    submit.disabled = true
    try {
      const body = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value()])
        .filter(([name, value]) => value !== '' && value !== null && !(name === 'point' && fields.at.value() === 'HOME')))
      const { items, skipped } = await device.api.call('openSlots', { body })
      put(outcome, h('div', { class: 'card good' }, h('strong', {}, `开放了 ${items.length} 个时段`),
        items.slice(0, 6).map((slot) => h('span', { class: 'small' }, slot.time)), items.length > 6 && h('span', { class: 'small' }, '……'),
        skipped.length > 0 && h('span', { class: 'small' }, `跳过 ${skipped.length} 个：${skipped[0].why}`)))
    } catch (error) {
      put(outcome, problemBox(error, fields))
    } finally {
      submit.disabled = false
    }
  })
  return { title: '开放时段', view: form }
}

function options(field, some) {
  put(field.input, some.map(([value, words]) => h('option', { value }, words)))
}
