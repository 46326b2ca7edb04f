import { h } from '../dom.js'

/** 走访: homes to go to, and what was found there. */
export function visitsScreen(device) {
  return { title: '走访', view: h('div', { class: 'list' }, h('p', { class: 'none' }, `${device.person.name}现在没有走访任务。`)) }
}
