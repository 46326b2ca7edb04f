import { h, put } from '../dom.js'
import { words } from '../forms.js'
import { facts, past } from '../resident/appointment.js'

const DEEDS = [
  { move: 'ARRIVE', words: '到了', kind: 'main' },
  { move: 'COMPLETE', words: '办完了', kind: 'main' },
  { move: 'NO_SHOW', words: '没见到人' },
  { move: 'CANCEL', words: '取消', kind: 'bad', why: true },
]

/** A booking as whoever comes sees it. */
export function staffAppointmentScreen(device, id) {
  const view = h('div', { class: 'list', 'data-id': id })
  let held = null

  async function look() {
    const { body, etag } = await device.api.callFull('getAppointment', { path: { id } })
    if (etag !== held?.etag) {
      held = { etag, one: body }
      put(view, facts(body), h('section', { class: 'card' }, h('p', {}, `居民：${body.resident}`)),
        h('div', { class: 'buttons' }, DEEDS.filter(({ move }) => body.moves.includes(move)).map((deed) => h('button', {
          type: 'button', class: `button ${deed.kind ?? ''}`, 'data-key': deed.move, onclick: () => move(deed),
        }, deed.words))), past(body))
    }
  }

  async function move(deed) {
    const note = words(deed.why ? '为什么' : '说明（可以不写）', { rows: 2, max: 200 })
    const done = await device.sheet({
      title: deed.words,
      body: [note.view],
      fields: { note },
      deeds: [{ words: '返回' }, { words: '确定', kind: deed.kind ?? 'main', do: () => device.api.call('moveAppointment', { path: { id }, ifMatch: held.etag, body: { move: deed.move, ...(note.value() && { note: note.value() }) } }) }],
      onProblem: (error) => (error.advice === 'REFRESH' ? look() : undefined),
    })
    if (done) {
      await look()
    }
  }

  return { title: '预约', view, refresh: look }
}
