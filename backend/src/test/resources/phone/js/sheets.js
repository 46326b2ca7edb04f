import { h, newId } from './dom.js'
import { problemBox } from './problems.js'

/**
 * A sheet that rises from the bottom of a phone and keeps the focus until it is closed; Escape closes it. Fulfils with
 * what the deed gave, or with null when it was closed.
 *
 * @param {import('./device.js').Device} device
 * @param {object} settings
 * @param {string} settings.title
 * @param {unknown} [settings.about] a sentence
 * @param {unknown[]} [settings.body]
 * @param {Record<string, { wrong: (detail: string) => boolean }>} [settings.fields] by their names in the contract
 * @param {{ words: string, kind?: string, do?: () => unknown, key?: string }[]} settings.deeds
 * @param {(error: unknown) => unknown} [settings.onProblem]
 */
export function openSheet(device, { title, about, body = [], fields = {}, deeds, onProblem }) {
  return new Promise((resolve) => {
    const before = document.activeElement
    const heading = h('h3', { id: newId('sheet'), tabindex: '-1' }, title)
    const trouble = h('div')
    const form = h('form', { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': heading.id },
      heading, about && h('p', { class: 'about' }, about), body, trouble,
      h('div', { class: 'deeds' }, deeds.map((deed, at) => h('button', {
        type: at === deeds.length - 1 ? 'submit' : 'button', class: `button ${deed.kind ?? ''}`, 'data-tour': deed.key, onclick: at === deeds.length - 1 ? null : () => done(deed),
      }, deed.words))))
    const veil = h('div', { class: 'veil' }, form)
    const sheet = { close: () => close(null) }

    form.noValidate = true
    form.addEventListener('submit', (event) => { event.preventDefault(); done(deeds.at(-1)) })
    veil.addEventListener('keydown', (event) => held(event, veil, () => close(null)))
    veil.addEventListener('pointerdown', (event) => event.target === veil && close(null))

    async function done(deed) {
      Object.values(fields).forEach((field) => field.right?.())
      trouble.replaceChildren()
      const buttons = [...form.querySelectorAll('.deeds button')]
      buttons.forEach((button) => { button.disabled = true })
      try {
        close(deed.do ? await deed.do() : null)
      } catch (error) {
        await onProblem?.(error)
        trouble.replaceChildren(problemBox(error, fields))
        trouble.scrollIntoView({ block: 'nearest' })
      } finally {
        buttons.forEach((button) => { button.disabled = false })
      }
    }

    function close(outcome) {
      if (veil.isConnected) {
        veil.remove()
        device.sheets.splice(device.sheets.indexOf(sheet), 1)
        before?.isConnected ? before.focus({ preventScroll: true }) : device.title.focus({ preventScroll: true })
        resolve(outcome)
      }
    }

    device.sheets.push(sheet)
    device.built.append(veil)
    const first = form.querySelector('input, textarea, select') ?? heading
    first.focus({ preventScroll: true })
  })
}

/** The focus stays inside; Escape closes. */
function held(event, veil, close) {
  if (event.key === 'Escape') {
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  if (event.key === 'Tab') {
    const open = [...veil.querySelectorAll('button, input, select, textarea, a[href]')].filter((one) => !one.disabled && one.offsetParent !== null)
    const [first, last] = [open[0], open.at(-1)]
    const outside = !open.includes(document.activeElement)
    if (event.shiftKey && (document.activeElement === first || outside)) {
      event.preventDefault()
      last?.focus()
    } else if (!event.shiftKey && document.activeElement === last) {
      event.preventDefault()
      first?.focus()
    }
  }
}
