import { oneOf, photos, stars, words } from '../forms.js'
import { incomplete } from '../problems.js'

/** What a resident can do about their ticket; the service says in `moves` what is open now. */
export const DEEDS = [
  { move: 'CALLBACK', words: '评价', kind: 'main', does: rate },
  { move: 'SUPPLEMENT', words: '补充情况', does: supplement },
  { move: 'NUDGE', words: '催一催', does: nudge },
  { move: 'REOPEN', words: '要求重新办理', does: reopen },
  { move: 'WITHDRAW', words: '撤回', kind: 'bad', does: withdraw },
]

export function rate(device, ticket, show) {
  const resolved = oneOf('解决了吗', [{ value: true, words: '解决了' }, { value: false, words: '没解决' }])
  const score = stars('打几分')
  const comment = words('想说的话（可以不写）', { rows: 2, max: 500 })
  return sheet(device, show, {
    title: '评价这次答复',
    about: '没解决，或者打 1、2 分，会自动重新办理，并由专人督办。',
    body: [resolved.view, score.view, comment.view],
    fields: { resolved, score, comment },
    words: '提交评价',
    missing: () => [...(resolved.value() === null ? [['resolved', '请选一个']] : []), ...(score.value() === null ? [['score', '请点几颗星']] : [])],
    does: () => device.api.call('rateTicket', { path: { no: ticket.no }, body: { resolved: resolved.value(), score: score.value(), ...(comment.value() && { comment: comment.value() }) } }),
    after: '谢谢您的评价',
  })
}

function supplement(device, ticket, show) {
  const what = words('还有什么情况', { rows: 3, max: 1000 })
  const pictures = photos()
  return sheet(device, show, {
    title: '补充情况',
    body: [what.view, pictures.view],
    fields: { description: what },
    words: '补充',
    does: async () => {
      await device.api.subscribe('SUBMIT')
      const media = await pictures.uploaded(device.api)
      return device.api.call('supplementTicket', { path: { no: ticket.no }, body: { description: what.value(), ...(media.length > 0 && { media }) } })
    },
    after: '补充好了',
  })
}

function nudge(device, ticket, show) {
  const note = words('想说的话（可以不写）', { max: 200 })
  return sheet(device, show, {
    title: '催一催',
    about: '承办人和他的负责人马上会收到提醒。',
    body: [note.view],
    fields: { note },
    words: '催办',
    does: () => device.api.call('nudgeTicket', { path: { no: ticket.no }, body: note.value() ? { note: note.value() } : {} }),
    after: '已经催了',
  })
}

function reopen(device, ticket, show) {
  const note = words('哪里没有解决', { rows: 3, max: 1000 })
  return sheet(device, show, {
    title: '要求重新办理',
    body: [note.view],
    fields: { note },
    words: '重新办理',
    does: () => device.api.call('moveTicket', { path: { no: ticket.no }, body: { move: 'REOPEN', note: note.value() } }),
    after: '已经重新办理',
  })
}

function withdraw(device, ticket, show) {
  return sheet(device, show, {
    title: '撤回这件诉求？',
    about: '撤回以后就不再办理了，可以另外再提一件。',
    body: [],
    fields: {},
    words: '撤回',
    kind: 'bad',
    does: () => device.api.call('moveTicket', { path: { no: ticket.no }, body: { move: 'WITHDRAW' } }),
    after: '已经撤回',
  })
}

async function sheet(device, show, { title, about, body, fields, words: deed, kind = 'main', missing = () => [], does, after }) {
  const ticket = await device.sheet({
    title,
    about,
    body,
    fields,
    deeds: [{ words: '返回' }, {
      words: deed,
      kind,
      key: 'resident-sheet-do',
      do: () => {
        const faults = missing()
        if (faults.length > 0) {
          throw incomplete(faults)
        }
        return does()
      },
    }],
  })
  if (ticket) {
    show(ticket)
    device.toast(after)
  }
}
