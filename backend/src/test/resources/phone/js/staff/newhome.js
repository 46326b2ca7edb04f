import { newKey } from '/client/huiyin.js'
import { h, put } from '../dom.js'
import { choice, severalOf, words } from '../forms.js'
import { problemBox } from '../problems.js'
import { buildingsOf, householdWords } from './places.js'
import { visitScreen } from './visit.js'

/** 登记一户: somebody whom no file knows yet is visited; the groups they belong to decide what is asked. */
export function newHomeScreen(device) {
  const building = choice('哪栋楼', [{ value: '', words: '…' }])
  const room = words('门牌', { max: 40, placeholder: '例如：3单元502' })
  const groups = h('div')
  const trouble = h('div')
  const submit = h('button', { class: 'button main', 'data-tour': 'home-begin' }, '登记，去录入走访')
  const form = h('form', { class: 'list' }, h('section', { class: 'card' }, building.view, room.view, groups), trouble, submit)
  const fields = { buildingId: building, room }
  let tags = null
  let key = newKey()
  form.noValidate = true
  form.addEventListener('input', () => { key = newKey() })
  fill().catch((error) => device.tell(error))

  async function fill() {
    const [buildings, known] = await Promise.all([buildingsOf(device.api), householdWords(device.api)])
    put(building.input, buildings.map(({ id, inWords }) => h('option', { value: id }, inWords.split(' ').slice(1).join(' '))))
    tags = severalOf('家里有谁（可以不选）', known.tags.filter(({ derived }) => !derived).map(({ code, name }) => ({ value: code, words: name })))
    put(groups, tags.view)
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    Object.values(fields).forEach((field) => field.right())
    submit.disabled = true
    try {
      const changes = (tags?.value() ?? []).map((code) => ({ kind: 'TAG', code, words: '上门登记' }))
      const home = await device.api.call('beginHousehold', { key, body: { buildingId: building.value(), room: room.value(), why: '走访登记', ...(changes.length > 0 && { changes }) } })
        .catch((error) => known(error, building.value(), room.value()))
      device.replace(visitScreen(device, home.id))
    } catch (error) {
      put(trouble, problemBox(error, fields))
    } finally {
      submit.disabled = false
    }
  })
  /** Where there is a file already, that home is opened. */
  async function known(error, place, door) {
    const { items } = error.code === 'HOUSEHOLD_EXISTS' ? await device.api.call('listHouseholds', { query: { place, size: 100 } }) : { items: [] }
    const found = items.find((home) => home.room === door)
    if (!found) {
      throw error
    }
    device.toast('这一户已经有档案')
    return found
  }

  return { title: '登记一户', view: form }
}
