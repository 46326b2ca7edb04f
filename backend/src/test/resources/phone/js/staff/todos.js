import { h } from '../dom.js'
import { fullTime } from '../times.js'
import { words } from '../forms.js'
import { openForStaff } from './pages.js'

/** 待办: what no message could do and a person has to. */
export function todoLine(device, todo) {
  return h('article', { class: 'card', 'data-todo': todo.id },
    h('p', {}, todo.sentence), h('p', { class: 'small' }, fullTime(todo.createdAt)),
    h('div', { class: 'buttons' },
      h('button', { type: 'button', class: 'button', 'data-key': `todo-open-${todo.id}`, onclick: () => openForStaff(device, todo.page) }, '打开'),
      h('button', { type: 'button', class: 'button', 'data-key': `todo-done-${todo.id}`, onclick: () => finish(device, todo) }, '办完了')))
}

async function finish(device, todo) {
  const note = words('办得怎么样', { rows: 2, max: 500 })
  const done = await device.sheet({
    title: '办完了',
    about: todo.sentence,
    body: [note.view],
    fields: { note },
    deeds: [{ words: '返回' }, { words: '记下', kind: 'main', do: () => device.api.call('finishTodo', { path: { id: todo.id }, body: { note: note.value() } }) }],
  })
  if (done) {
    device.toast('记下了')
    device.refresh()
  }
}
