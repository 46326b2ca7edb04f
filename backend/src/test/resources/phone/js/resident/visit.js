import { h, put } from '../dom.js'

/** A visit that was announced: what for, and whether it is welcome. */
export function consentScreen(device, no) {
  const view = h('div', { class: 'list' })
  return {
    title: '走访',
    view,
    async refresh() {
      put(view, h('p', { class: 'none' }, `走访 ${no}`))
    },
  }
}
