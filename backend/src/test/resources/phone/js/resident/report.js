import { newKey } from '/client/huiyin.js'
import { h, put } from '../dom.js'
import { choice, photos, tick, words } from '../forms.js'
import { problemBox } from '../problems.js'
import { samplePhoto } from '../sample.js'
import { ticketScreen } from './ticket.js'

const THINKS_AFTER = 500
const EXAMPLE = '3号楼2单元的楼道灯坏了三天，晚上看不见路，老人上下楼不安全'

/** 我要反映: words, a photo, and what they seem to be about while they are written. */
export function reportScreen(device) {
  const what = words('要反映的事', { rows: 4, max: 2000, placeholder: '哪里、什么事、从什么时候开始' })
  const kind = choice('分类（不选就按文字自动分）', [{ value: '', words: '自动' }])
  const where = words('具体位置（不写地址就按您的住址）', { max: 200, placeholder: '例如：2单元3楼楼道' })
  const pictures = photos()
  const urgent = tick('有危险，要马上处理', { hint: '漏电、燃气味、有人受伤等' })
  const anonymous = tick('不让承办单位知道是我')
  const hint = h('div', { class: 'card good', hidden: true, 'aria-live': 'polite' })
  const trouble = h('div')
  const submit = h('button', { class: 'button main', 'data-tour': 'report-submit' }, '提交')
  const form = h('form', { class: 'list' },
    h('section', { class: 'card' }, what.view, h('button', { type: 'button', class: 'link', 'data-tour': 'report-example', onclick: example }, '不知道写什么？用个例子（带照片）')),
    hint, h('section', { class: 'card' }, pictures.view, where.view, kind.view, urgent.view, anonymous.view), trouble, submit)
  form.noValidate = true
  let key = newKey()
  let waiting

  form.addEventListener('input', () => { key = newKey() })
  what.input.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(think, THINKS_AFTER) })
  kind.input.addEventListener('change', think)
  form.addEventListener('submit', (event) => { event.preventDefault(); send() })
  offerCategories()

  async function offerCategories() {
    try {
      const { items } = await device.api.call('listCategories')
      guides = new Map(items.flatMap((top) => [top, ...top.subItems]).map((one) => [one.code, one]))
      put(kind.input, h('option', { value: '' }, '自动'), items.map((top) => h('optgroup', { label: top.name },
        h('option', { value: top.code }, `${top.name}（其他）`), top.subItems.map((sub) => h('option', { value: sub.code }, sub.name)))))
    } catch (error) {
      device.tell(error)
    }
  }
  let guides = new Map()

  async function think() {
    const text = what.value()
    const chosen = guides.get(kind.value())
    if (chosen) {
      return show(chosen.name, chosen.guide, [])
    }
    if (text.length < 4) {
      hint.hidden = true
      return undefined
    }
    try {
      const suggested = await device.api.call('suggestCategory', { query: { text: text.slice(0, 500) } })
      show(suggested.category === 'OTHER' ? '还看不出是哪一类，由工作人员来分' : `像是“${suggested.name}”`, suggested.guide, suggested.keywords, suggested.urgency)
    } catch {
      hint.hidden = true
    }
    return undefined
  }

  function show(title, guide, keywords, urgency) {
    hint.hidden = false
    put(hint, h('strong', {}, title), urgency === 'URGENT' && h('span', { class: 'tag urgent' }, '按紧急处理'),
      keywords.length > 0 && h('span', { class: 'small' }, `看到了：${keywords.join('、')}`), guide && h('span', { class: 'small' }, `怎么说清楚：${guide}`))
  }

  async function example() {
    what.input.value = EXAMPLE
    pictures.add(await samplePhoto())
    key = newKey()
    think()
    submit.focus()
  }

  async function send() {
    what.right()
    put(trouble)
    submit.disabled = true
    try {
      const asked = device.api.subscribe('SUBMIT')
      await asked
      const ticket = await device.api.call('fileTicket', { body: await body(), key })
      device.toast('提交好了')
      device.replace(ticketScreen(device, ticket.no))
    } catch (error) {
      put(trouble, problemBox(error, { description: what, category: kind, 'place.detail': where }))
      trouble.scrollIntoView({ block: 'nearest' })
    } finally {
      submit.disabled = false
    }
  }

  async function body() {
    const media = await pictures.uploaded(device.api)
    return {
      description: what.value(),
      media,
      ...(kind.value() && { category: kind.value() }),
      ...(where.value() && { place: { detail: where.value() } }),
      ...(urgent.value() && { urgent: true }),
      ...(anonymous.value() && { anonymous: true }),
    }
  }

  device.api.prepareSubscriptions('SUBMIT').catch(() => {})
  return { title: '我要反映', view: form, leave: () => clearTimeout(waiting) }
}
