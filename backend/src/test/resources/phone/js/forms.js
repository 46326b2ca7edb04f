import { h, newId, put } from './dom.js'

/** Fields of forms: each is `{ view, value(), wrong(detail), right() }`. */

function field(label, input, { hint } = {}) {
  const id = newId('field')
  const fault = h('p', { class: 'wrong', id: id + '-wrong' })
  input.id = id
  input.setAttribute('aria-describedby', fault.id)
  return {
    view: h('div', { class: 'field' }, h('label', { for: id }, label), hint && h('p', { class: 'small' }, hint), input, fault),
    input,
    value: () => input.value.trim(),
    wrong(detail) {
      put(fault, detail)
      input.setAttribute('aria-invalid', 'true')
      return true
    },
    right() {
      put(fault)
      input.removeAttribute('aria-invalid')
    },
  }
}

export function words(label, { value = '', hint, rows, placeholder, max } = {}) {
  const input = rows ? h('textarea', { rows, placeholder, maxlength: max }) : h('input', { type: 'text', placeholder, maxlength: max })
  input.value = value
  return field(label, input, { hint })
}

export function number(label, { value = '', min, max, hint } = {}) {
  const made = field(label, h('input', { type: 'number', inputmode: 'numeric', min, max, value }), { hint })
  return { ...made, value: () => (made.input.value === '' ? null : Number(made.input.value)) }
}

export function dated(label, type, value) {
  return field(label, h('input', { type, value }))
}

/** @param {{ value: string, words: string, group?: string }[]} options */
export function choice(label, options, { value = '', hint } = {}) {
  const groups = Map.groupBy ? Map.groupBy(options, ({ group }) => group) : grouped(options)
  const made = h('select', {}, [...groups].map(([group, some]) => {
    const inside = some.map((one) => h('option', { value: one.value }, one.words))
    return group ? h('optgroup', { label: group }, inside) : inside
  }))
  made.value = value ?? ''
  return field(label, made, { hint })
}

function grouped(options) {
  const groups = new Map()
  options.forEach((one) => groups.set(one.group, [...(groups.get(one.group) ?? []), one]))
  return groups
}

export function tick(label, { checked = false, hint } = {}) {
  const input = h('input', { type: 'checkbox', checked })
  return {
    view: h('label', { class: 'check' }, input, h('span', {}, label, hint && h('span', { class: 'small' }, ' ', hint))),
    input,
    value: () => input.checked,
    wrong: () => false,
  }
}

/**
 * One of a few, as large buttons. What is `free` need not be answered: a second tap takes the answer back.
 *
 * @param {{ value: unknown, words: string, about?: string }[]} options
 */
export function oneOf(legend, options, { value = null, free = false } = {}) {
  const name = newId('choice')
  let chosen = value
  const listeners = []
  const pick = (picked) => { chosen = picked; listeners.forEach((listener) => listener(chosen)) }
  const inputs = options.map((one) => h('input', {
    type: 'radio', name, checked: one.value === value, onchange: () => pick(one.value),
    onclick: free && (({ target }) => { if (target.dataset.was) { target.checked = false; pick(null) } mark() }),
  }))
  const mark = () => inputs.forEach((input) => { input.checked ? input.dataset.was = 'true' : delete input.dataset.was })
  return buttons(legend, options, inputs, { value: () => chosen, onChange: (listener) => listeners.push(listener) })
}

/** Several of a few, or none. */
export function severalOf(legend, options) {
  const listeners = []
  const inputs = options.map(() => h('input', { type: 'checkbox', onchange: () => listeners.forEach((listener) => listener(value())) }))
  const value = () => options.filter((_, at) => inputs[at].checked).map((one) => one.value)
  return buttons(legend, options, inputs, { value, onChange: (listener) => listeners.push(listener) })
}

function buttons(legend, options, inputs, made) {
  const fault = h('p', { class: 'wrong' })
  const view = h('fieldset', { class: 'field' }, h('legend', {}, legend),
    h('div', { class: `choices ${options.some(({ words, about }) => words.length > 5 || about) ? 'wide' : ''}` }, options.map((one, at) => h('label', { 'data-value': one.value }, inputs[at], h('span', {}, one.words, one.about && h('small', {}, one.about))))), fault)
  return {
    ...made,
    view,
    wrong(detail) { put(fault, detail); return true },
    right() { put(fault) },
  }
}

/** One to five. */
export function stars(legend) {
  const name = newId('stars')
  let chosen = null
  const fault = h('p', { class: 'wrong' })
  const labels = [1, 2, 3, 4, 5].map((score) => h('label', {},
    h('input', { type: 'radio', name, value: score, 'aria-label': `${score} 分`, onchange: () => pick(score) }),
    h('span', { 'aria-hidden': 'true' }, '★')))
  function pick(score) {
    chosen = score
    labels.forEach((label, at) => label.classList.toggle('lit', at < score))
  }
  return {
    view: h('fieldset', { class: 'field' }, h('legend', {}, legend), h('div', { class: 'stars' }, labels), fault),
    value: () => chosen,
    wrong(detail) { put(fault, detail); return true },
    right() { put(fault) },
  }
}

/** Photos: taken or chosen, shown at once, uploaded when they are needed. */
export function photos({ max = 9 } = {}) {
  /** @type {{ file: Blob, url: string, id?: string }[]} */
  const kept = []
  const place = h('div', { class: 'photos' })
  const input = h('input', { type: 'file', accept: 'image/jpeg,image/png,image/webp', multiple: true, class: 'visually-hidden', onchange: () => { add(...input.files); input.value = '' } })
  const draw = () => put(place,
    kept.map((one, at) => h('div', {}, h('img', { src: one.url, alt: `第 ${at + 1} 张照片` }),
      h('button', { type: 'button', class: 'drop', 'aria-label': `去掉第 ${at + 1} 张`, onclick: () => { URL.revokeObjectURL(one.url); kept.splice(at, 1); draw() } }, '×'))),
    kept.length < max && h('label', { class: 'add' }, input, '＋ 照片'))
  function add(...files) {
    files.slice(0, max - kept.length).forEach((file) => kept.push({ file, url: URL.createObjectURL(file) }))
    draw()
  }
  draw()
  return {
    view: h('div', { class: 'field' }, h('p', { class: 'label' }, '照片'), place),
    add,
    async uploaded(api) {
      for (const one of kept) {
        one.id ??= (await api.upload(one.file)).id
      }
      return kept.map((one) => one.id)
    },
  }
}
