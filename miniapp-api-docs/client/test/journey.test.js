// The first journey and the booking, each call of them, through the client against the running service.
import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { HuiyinError } from '../src/huiyin.js'
import { neighbour, newcomer, phone, PHOTO, rehearsal } from './people.js'

const LAMP = '3号楼2单元的楼道灯坏了，晚上看不见路'

/** @param {string} name */
function photoFile(name) {
  const path = join(mkdtempSync(join(tmpdir(), 'huiyin-')), name)
  writeFileSync(path, PHOTO)
  return path
}

test('a resident files with a photo, staff work on it, the resident rates, all see the same', async () => {
  const { api } = newcomer()
  const session = await api.login()
  assert.deepEqual(session.account.roles, ['RESIDENT'])
  assert.equal((await api.call('getMe')).id, session.account.id)

  const photo = await api.upload(photoFile('lamp.png'))
  const filed = await api.callFull('fileTicket', {
    body: { description: LAMP, place: { buildingId: 'qinghe-c1-g1-b1' }, media: [photo.id] } })
  const { no } = filed.body
  assert.equal(filed.status, 201)
  assert.equal(filed.headers['location'], '/api/v1/tickets/' + no)
  assert.equal(filed.body.stage, 'SUBMITTED')
  assert.equal(filed.body.media.length, 1)

  const seen = await api.poll(no)
  assert.equal(seen.changed, true)
  const again = await api.poll(no)
  assert.equal(again.changed, false)
  assert.equal(again.ticket, seen.ticket)

  const dispatcher = phone('demo-dispatcher').api
  const handler = phone('demo-handler').api
  const atDesk = await dispatcher.callFull('getTicket', { path: { no } })
  const classified = await dispatcher.callFull('moveTicket', { path: { no }, body: { move: 'CLASSIFY' }, ifMatch: atDesk.etag ?? '' })
  await dispatcher.call('moveTicket', { path: { no }, body: { move: 'DISPATCH' }, ifMatch: classified.etag ?? '' })
  await assert.rejects(dispatcher.call('moveTicket', { path: { no }, body: { move: 'SUPERVISE', note: '慢了' }, ifMatch: atDesk.etag ?? '' }),
    (error) => error instanceof HuiyinError && error.code === 'STALE' && error.advice === 'REFRESH')
  await handler.call('moveTicket', { path: { no }, body: { move: 'ACCEPT' }, ifMatch: '*' })

  await api.call('nudgeTicket', { path: { no }, body: { note: '麻烦快一点' } })
  await assert.rejects(api.call('nudgeTicket', { path: { no }, body: {} }), (error) =>
    error instanceof HuiyinError && error.code === 'NUDGE_TOO_OFTEN' && error.advice === 'WAIT' && (error.retryAfter ?? 0) > 0)
  await api.call('supplementTicket', { path: { no }, body: { description: '是一楼那一盏' } })
  await handler.call('moveTicket', { path: { no }, body: { move: 'REPLY', note: '灯已换好' }, ifMatch: '*' })

  const answered = await api.poll(no)
  assert.equal(answered.changed, true)
  assert.equal(answered.ticket.answer, '灯已换好')
  const rated = await api.call('rateTicket', { path: { no }, body: { resolved: true, score: 5, comment: '很快' } })
  assert.equal(rated.stage, 'REPLIED')
  await dispatcher.call('moveTicket', { path: { no }, body: { move: 'ARCHIVE' }, ifMatch: '*' })
  assert.equal((await api.call('verifyTicket', { path: { no } })).valid, true)

  const mine = []
  for await (const page of api.pages('listTickets', { query: { scope: 'mine', stage: ['ARCHIVED'], size: 1 } })) {
    mine.push(...page.items.map((item) => item.no))
  }
  assert.deepEqual(mine, [no])

  const inbox = await inboxWith(api, (message) => message.subjectId === no)
  await api.call('readMessage', { path: { id: inbox.id } })
})

/**
 * @param {import('../src/huiyin.js').Huiyin} api
 * @param {(message: import('../src/types.js').Schemas['InboxMessage']) => boolean} wanted
 */
async function inboxWith(api, wanted) {
  for (let looks = 0; looks < 100; looks++) {
    for await (const page of api.pages('listInbox')) {
      const found = page.items.find(wanted)
      if (found) {
        return found
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the message never came')
}

test('a tap asks for subscriptions and the answers reach the ledger', async () => {
  const { api, wx } = newcomer()
  const ids = await api.prepareSubscriptions('SUBMIT')
  assert.ok(ids.length >= 1 && ids.length <= 5)
  let asked = 0
  wx.requestSubscribeMessage = ({ tmplIds, success }) => {
    asked++
    success?.({ errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(tmplIds.map((id, i) => [id, i === 0 ? 'accept' : 'reject'])) })
  }
  const subscribing = api.subscribe('SUBMIT')
  assert.equal(asked, 1, 'asked straight in the tap, with nothing awaited before')
  const { results, skipped } = await subscribing
  assert.equal(skipped, null)
  assert.equal(results[/** @type {string} */ (ids[0])], 'accept')

  const { items } = await api.call('listGrants')
  assert.deepEqual(items.filter((grant) => grant.remaining > 0).map((grant) => grant.templateId), [ids[0]])
})

test('who turned the questions off is served all the same', async () => {
  const { api, wx } = newcomer()
  wx.requestSubscribeMessage = ({ fail }) => fail?.({ errMsg: 'requestSubscribeMessage:fail 20004' })
  assert.match((await api.subscribe('SUBMIT')).skipped ?? '', /20004/)
})

test('a resident books, moves and cancels; staff say who came', async () => {
  const { api } = await neighbour()
  const dispatcher = phone('demo-dispatcher-c1').api
  const visitor = phone('demo-grid-worker').api
  const [first, second, third] = await opened(dispatcher, (await visitor.login()).account.id)

  const services = await api.call('listVisitServices', { query: { text: '想量血压' } })
  assert.ok(services.items.some((service) => service.suggested))
  /** @type {string[]} */
  const slots = []
  for await (const page of api.pages('listSlots', { query: { service: 'COMMUNITY_DOCTOR', from: first.startsAt, to: third.endsAt } })) {
    slots.push(...page.items.map((slot) => slot.id))
  }
  assert.ok([first, second, third].every((slot) => slots.includes(slot.id)))

  const booked = await api.call('bookVisit', { body: { slotId: first.id, purpose: '请医生量血压' } })
  assert.equal(booked.state, 'BOOKED')
  const moved = await api.call('moveAppointment', { path: { id: booked.id }, body: { move: 'RESCHEDULE', slotId: second.id } })
  assert.equal(moved.slot.id, second.id)
  const other = await api.call('bookVisit', { body: { slotId: third.id, purpose: '请医生看用药' } })
  const cancelled = await api.call('moveAppointment', { path: { id: other.id }, body: { move: 'CANCEL', note: '家里来人了' } })
  assert.equal(cancelled.state, 'CANCELLED')

  const { now } = await rehearsal('GET', '/clock')
  const untilThen = Math.max(0, Date.parse(second.startsAt) - Date.parse(now))
  await rehearsal('POST', '/clock', { advance: `PT${Math.ceil(untilThen / 1000) + 60}S` })
  const seen = await visitor.callFull('getAppointment', { path: { id: booked.id } })
  const missed = await visitor.callFull('moveAppointment', { path: { id: booked.id }, body: { move: 'NO_SHOW' }, ifMatch: seen.etag ?? '' })
  assert.equal(missed.body.state, 'NO_SHOW')
  const arrived = await visitor.callFull('moveAppointment', { path: { id: booked.id }, body: { move: 'ARRIVE' }, ifMatch: missed.etag ?? '' })
  const done = await visitor.call('moveAppointment', { path: { id: booked.id }, body: { move: 'COMPLETE' }, ifMatch: arrived.etag ?? '' })
  assert.equal(done.state, 'COMPLETED')
  const mine = await api.call('listAppointments', { query: { scope: 'mine', state: ['COMPLETED', 'CANCELLED'] } })
  assert.deepEqual(mine.items.map((item) => item.id).sort(), [booked.id, other.id].sort())
})

/**
 * Three slots at a time that nobody else has asked for.
 *
 * @param {import('../src/huiyin.js').Huiyin} dispatcher
 * @param {string} staffId
 */
async function opened(dispatcher, staffId) {
  for (let day = 2; day < 40; day++) {
    const { now } = await rehearsal('GET', '/clock')
    const date = new Date(Date.parse(now) + day * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
    const { items } = await dispatcher.call('openSlots', { body: {
      service: 'COMMUNITY_DOCTOR', staffId, communityId: 'qinghe-c1', date, startTime: '19:00', endTime: '20:30',
      minutesEach: 30, at: 'POINT', point: '听雨社区党群服务中心', capacity: 2 } })
    const [first, second, third] = items
    if (first && second && third) {
      return /** @type {const} */ ([first, second, third])
    }
  }
  throw new Error('no free time')
}

test('who logs out is out, here and there', async () => {
  const { api, net } = newcomer()
  await api.login()
  const token = api.session?.token
  await api.logout()
  assert.equal(api.session, null)
  const answer = await fetch(api.baseUrl + '/api/v1/me', { headers: { Authorization: 'Bearer ' + token } })
  assert.equal(answer.status, 401)
  const before = net.log.length
  await assert.rejects(api.call('getMe'), (error) => error instanceof HuiyinError && error.advice === 'LOG_IN')
  assert.equal(net.log.length, before, 'nothing logs in again by itself')
  await api.login()
  await api.call('getMe')
})
