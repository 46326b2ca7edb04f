// What compiles here is what a mini-program's page may write; what is marked must not compile.
import { Huiyin, HuiyinError } from '../../src/huiyin.js'
import type { Answer, Schemas, Ticket, WxLike } from '../../src/types.js'

/** The real wx is all that the client asks for. */
const real: WxLike = wx
const api = new Huiyin({ wx, baseUrl: 'https://huiyin.example.cn' })

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false
const holds = <T extends true>(_: T | true) => {}

export async function whatIsRight(): Promise<void> {
  const session = await api.login()
  const roles: Schemas['Role'][] = session.account.roles
  const me = await api.call('getMe')
  holds<Same<typeof me, Schemas['Me']>>(true)
  const ticket = await api.call('fileTicket', { body: { description: '路灯坏了', place: { buildingId: 'b' }, media: ['m'] }, key: 'k' })
  holds<Same<typeof ticket, Ticket>>(true)
  const { etag, body, status, headers } = await api.callFull('getTicket', { path: { no: ticket.no }, ifNoneMatch: '"1"' })
  await api.call('moveTicket', { path: { no: body.no }, body: { move: 'REPLY', note: '好了' }, ifMatch: etag ?? '*' })
  const nothing: undefined = await api.call('logOut')
  await api.call('listTickets', { query: { scope: 'mine', stage: ['SUBMITTED', 'REPLIED'] } })
  await api.call('importCalendarNotice', { query: { year: 2027, source: 'x' }, body: 'date,kind\n' })
  for await (const page of api.pages('listInbox', { query: { unread: true } })) {
    const first: Schemas['InboxMessage'] | undefined = page.items[0]
  }
  const { results, skipped } = await api.subscribe('SUBMIT')
  const answer: 'accept' | 'reject' | 'ban' | 'filter' | undefined = results['t']
  const photo: { id: string; url: string } = await api.upload('wxfile://tmp/1.jpg')
  const draft = api.draftQueue.add('fileTicket', { body: { description: '没有信号' }, files: ['wxfile://store/1.jpg'] })
  const listening = api.listen({ no: ticket.no, onTicket: (seen) => { const stage: Schemas['Stage'] = seen.stage } })
  listening.stop()
  try {
    await api.logout()
  } catch (error) {
    if (error instanceof HuiyinError && error.advice === 'FIELDS') {
      const fields: string[] = error.errors.map((fault) => fault.field)
    }
  }
  void [real, roles, nothing, status, headers, answer, skipped, photo, draft]
}

export function whatIsWrong(): void {
  // @ts-expect-error no such operation
  void api.call('fileTickets')
  // @ts-expect-error the body is missing
  void api.call('fileTicket')
  // @ts-expect-error a word that the contract does not have
  void api.call('fileTicket', { body: { description: 'x', colour: 'RED' } })
  // @ts-expect-error a move that there is not
  void api.call('moveTicket', { path: { no: '1' }, body: { move: 'DANCE' } })
  // @ts-expect-error the path is missing
  void api.call('getTicket', {})
  // @ts-expect-error no Idempotency-Key here
  void api.call('moveTicket', { path: { no: '1' }, body: { move: 'ACCEPT' }, key: 'k' })
  // @ts-expect-error no If-Match here
  void api.call('fileTicket', { body: { description: 'x' }, ifMatch: '"1"' })
  // @ts-expect-error a scope that there is not
  void api.call('listTickets', { query: { scope: 'all' } })
  // @ts-expect-error one ticket is no list
  void api.pages('getTicket', { path: { no: '1' } })
  // @ts-expect-error its repeats would not be safe
  api.draftQueue.add('moveTicket', { path: { no: '1' }, body: { move: 'ACCEPT' } })
}
export type Used = Answer<'getMe'>
