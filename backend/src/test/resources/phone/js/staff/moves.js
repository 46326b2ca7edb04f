import { choice, number, oneOf, stars, tick, words } from '../forms.js'
import { incomplete } from '../problems.js'
import { COLOUR, HANDLING, URGENCY, options } from '../words.js'

/**
 * The moves of staff: what the button says, whether it leads the ticket on (where `from` is named, only from there), and what its sheet asks for, by the names of
 * the contract. Which of them are open is said by the service.
 */
export const MOVES = [
  { move: 'CLASSIFY', words: '分类', forward: true, title: '确认分类', asks: ['category', 'urgency', 'handlingKind', 'colour'] },
  { move: 'DISPATCH', words: '转办', forward: true, title: '转给谁办', asks: ['unitByRule', 'note'] },
  { move: 'ACCEPT', words: '接单', forward: true, from: 'DISPATCHED', title: '接下这件事', about: '接单以后由您负责，居民会看到。', asks: [] },
  { move: 'REPLY', words: '答复', forward: true, title: '答复居民', asks: ['reply'] },
  { move: 'ARCHIVE', words: '归档', forward: true, title: '归档', about: '居民还可以在一段时间内要求重新办理。', asks: ['note'] },
  { move: 'CALLBACK', words: '代填回访', title: '居民怎么说', asks: ['resolved', 'score', 'comment'] },
  { move: 'FOLLOW_UP', words: '写进展', title: '写一条进展', asks: ['needed', 'tellResident'] },
  { move: 'CO_HANDLE', words: '请求协办', title: '请谁协办', asks: ['unit', 'note'] },
  { move: 'PAUSE', words: '暂停计时', title: '为什么要暂停', about: '等居民补充、约不上门时用，居民看得到。', asks: ['needed'] },
  { move: 'RESUME', words: '恢复计时', title: '恢复计时', asks: [] },
  { move: 'EXTEND', words: '延期', title: '申请延期', asks: ['days', 'needed'] },
  { move: 'RETURN', words: '退回', title: '为什么退回', asks: ['needed'] },
  { move: 'ESCALATE', words: '上报', title: '为什么上报', asks: ['needed'] },
  { move: 'REOPEN', words: '重新办理', title: '为什么重新办理', asks: ['needed'] },
  { move: 'SUPERVISE', words: '督办', title: '督办', asks: ['needed', 'days'] },
]

/** What each question looks like and where its answer goes. Some need lists that are fetched first. */
const ASKS = {
  category: async (api, ticket) => {
    const { items } = await api.call('listCategories')
    const all = items.flatMap((top) => [{ value: top.code, words: `${top.name}（其他）`, group: top.name }, ...top.subItems.map((sub) => ({ value: sub.code, words: sub.name, group: top.name }))])
    return ['category', choice('分类', all, { value: ticket.category ?? ticket.suggestion?.category, hint: '已按文字选好，不对就改' })]
  },
  urgency: async (api, ticket) => ['urgency', choice('紧急程度', options(URGENCY), { value: ticket.urgency })],
  handlingKind: async (api, ticket) => ['handlingKind', choice('怎么办', options(HANDLING), { value: ticket.handlingKind ?? 'COORDINATED' })],
  colour: async (api, ticket) => ['colour', choice('台账颜色', [{ value: '', words: '不标' }, ...options(COLOUR)], { value: ticket.colour ?? '' })],
  unitByRule: async (api) => ['unitId', choice('承办单位', [{ value: '', words: '按规则（分类和地点）' }, ...await units(api)])],
  unit: async (api) => ['unitId', choice('协办单位', await units(api))],
  note: async () => ['note', words('说明（可以不写）', { rows: 2, max: 1000 })],
  needed: async () => ['note', words('说明', { rows: 3, max: 1000 })],
  reply: async () => ['note', words('怎么办的、结果怎样', { rows: 4, max: 1000, hint: '用居民听得懂的话，说清办了什么、还有什么没办。' })],
  tellResident: async () => ['tellResident', tick('告诉居民', { checked: true })],
  days: async () => ['days', number('几个工作日', { value: 3, min: 1, max: 30 })],
  resolved: async () => ['resolved', oneOf('解决了吗', [{ value: true, words: '解决了' }, { value: false, words: '没解决' }])],
  score: async () => ['score', stars('打几分')],
  comment: async () => ['comment', words('居民说的话（可以不写）', { rows: 2, max: 500 })],
}

async function units(api) {
  const { items } = await api.call('listUnits', { query: { size: 100 } })
  return items.map(({ id, name }) => ({ value: id, words: name }))
}

/**
 * Asks what the move needs, and makes it on what was last seen. Where somebody else was quicker (412) the new state is
 * fetched, what was written stays, and the person decides again.
 *
 * @param {() => { ticket: object, etag: string }} seen
 * @param {() => Promise<unknown>} look
 */
export async function makeMove(device, { move, title, about, words: deed, asks }, seen, look) {
  try {
    const asked = await Promise.all(asks.map((name) => ASKS[name](device.api, seen().ticket)))
    const fields = Object.fromEntries(asked)
    const done = await device.sheet({
      title,
      about,
      body: asked.map(([, field]) => field.view),
      fields,
      deeds: [{ words: '返回' }, { words: deed, kind: 'main', key: 'staff-sheet-do', do: () => sent(device, move, fields, seen()) }],
      onProblem: (error) => (['REFRESH', 'GO_BACK'].includes(error.advice) ? look() : undefined),
    })
    if (done) {
      device.toast(`${deed}：好了`)
      await look()
    }
  } catch (error) {
    device.tell(error)
  }
}

function sent(device, move, fields, { ticket, etag }) {
  const said = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value()]).filter(([, value]) => value !== '' && value !== null))
  const path = { no: ticket.no }
  if (move === 'CALLBACK') {
    const missing = [...('resolved' in said ? [] : [['resolved', '请选一个']]), ...('score' in said ? [] : [['score', '请点几颗星']])]
    if (missing.length > 0) {
      throw incomplete(missing)
    }
    return device.api.call('rateTicket', { path, body: said })
  }
  return device.api.call('moveTicket', { path, ifMatch: etag, body: { move, ...said } })
}
