// What goes wrong on the way, and that nothing is lost or done twice.
import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Huiyin, HuiyinError } from '../src/huiyin.js'
import { wxShim } from '../src/wx-shim.js'
import { baseUrl, newcomer, PHOTO } from './people.js'

const FILE = 'POST /api/v1/tickets'

/** @param {Huiyin} api */
async function ticketsOf(api) {
  return (await api.call('listTickets', { query: { scope: 'mine', size: 100 } })).items
}

test('twenty calls that find the session over log in once', async () => {
  const { api, net } = newcomer()
  const { token } = await api.login()
  await fetch(baseUrl + '/api/v1/sessions/current', { method: 'DELETE', headers: { Authorization: 'Bearer ' + token } })
  net.log.length = 0

  const answers = await Promise.all(Array.from({ length: 20 }, () => api.call('getMe')))

  assert.equal(new Set(answers.map((me) => me.id)).size, 1)
  assert.equal(net.log.filter((call) => call === 'POST /api/v1/sessions').length, 1)
  assert.equal(net.log.filter((call) => call === 'GET /api/v1/me').length, 40)
})

test('a session that is refused again and again does not ask for ever', async () => {
  const { api, net } = newcomer()
  await api.login()
  net.weather = (call) => call === 'GET /api/v1/me' ? Response.json({ code: 'LOGIN_REQUIRED', detail: '请登录' }, { status: 401 }) : 'ok'
  await assert.rejects(api.call('getMe'), (error) => error instanceof HuiyinError && error.status === 401 && error.advice === 'LOG_IN')
  assert.equal(net.log.filter((call) => call === 'GET /api/v1/me').length, 2)
})

test('an answer that is lost on the way is asked for again with the same key, and it is one ticket', async () => {
  const { api, net } = newcomer()
  /** @type {string[]} */
  const keys = []
  net.weather = (call, header) => {
    if (call === FILE) {
      keys.push(header['Idempotency-Key'] ?? '')
    }
    return call === FILE && keys.length < 3 ? 'loseAnswer' : 'ok'
  }
  const ticket = await api.call('fileTicket', { body: { description: '楼道灯坏了' } })

  assert.equal(keys.length, 3)
  assert.equal(new Set(keys).size, 1)
  assert.deepEqual((await ticketsOf(api)).map((item) => item.no), [ticket.no])
})

test('what is not safe to repeat is not repeated', async () => {
  const { api, net } = newcomer()
  const { no } = await api.call('fileTicket', { body: { description: '楼道灯坏了' } })
  net.weather = (call) => call.endsWith('/moves') ? 'loseAnswer' : 'ok'
  await assert.rejects(api.call('moveTicket', { path: { no }, body: { move: 'WITHDRAW' } }),
    (error) => error instanceof HuiyinError && error.code === 'NETWORK' && error.doubtful)
  assert.equal(net.log.filter((call) => call.endsWith('/moves')).length, 1)
  assert.equal((await api.poll(no)).ticket.stage, 'WITHDRAWN')
})

test('a gateway that stumbles is given time, a refusal is not asked again', async () => {
  const { api, net } = newcomer()
  await api.login()
  let stumbles = 0
  net.weather = (call) => call === FILE && stumbles++ < 2 ? new Response('<html>Bad Gateway</html>', { status: 502 }) : 'ok'
  await api.call('fileTicket', { body: { description: '楼道灯坏了' } })
  assert.equal(stumbles, 3)

  net.log.length = 0
  await assert.rejects(api.call('fileTicket', { body: { description: '  ' }, key: 'my-key' }), (error) =>
    error instanceof HuiyinError && error.status === 422 && error.code === 'INVALID_INPUT' && error.advice === 'FIELDS'
    && error.errors[0]?.field === 'description' && /[一-龥]/.test(error.detail) && (error.traceId ?? '').length === 32 && error.key === 'my-key')
  assert.deepEqual(net.log, [FILE])
})

test('who asks to wait long is heard, not pressed', async () => {
  const { api, net } = newcomer()
  await api.login()
  net.weather = (call) => call === FILE
    ? Response.json({ code: 'STORE_AWAY', detail: '请稍后再试', title: '暂停' }, { status: 503, headers: { 'Retry-After': '60' } }) : 'ok'
  await assert.rejects(api.call('fileTicket', { body: { description: '灯' } }), (error) =>
    error instanceof HuiyinError && error.retryAfter === 60 && error.advice === 'TRY_AGAIN')
  assert.equal(net.log.filter((call) => call === FILE).length, 1)
})

test('what cannot be found says so, and the page goes back', async () => {
  await assert.rejects(newcomer().api.call('getTicket', { path: { no: 'HY00000000000000' } }), (error) =>
    error instanceof HuiyinError && error.code === 'TICKET_NOT_FOUND' && error.advice === 'GO_BACK')
})

test('a call that nobody answers ends in time', async () => {
  const wx = wxShim({ code: 'x', fetch: (_, init) => new Promise((_resolve, reject) =>
    init?.signal?.addEventListener('abort', () => reject(new TypeError('aborted')))) })
  const api = new Huiyin({ wx, baseUrl, timeout: 30, pauses: [] })
  await assert.rejects(api.call('listCategories'), (error) => error instanceof HuiyinError && error.code === 'TIMEOUT' && error.status === 0)
})

test('drafts wait while there is no network and then are sent, each once, photo and all', async () => {
  const { api, net, wx, storage } = newcomer()
  await api.login()
  const photo = join(mkdtempSync(join(tmpdir(), 'huiyin-')), 'lamp.png')
  writeFileSync(photo, PHOTO)
  net.weather = () => 'offline'
  api.draftQueue.add('fileTicket', { body: { description: '第一件：路灯坏了' }, files: [photo] })
  api.draftQueue.add('fileTicket', { body: { description: '' } })
  api.draftQueue.add('fileTicket', { body: { description: '第三件：下水道堵了' } })
  const offline = await api.draftQueue.flush()
  assert.deepEqual([offline.sent.length, offline.waiting], [0, 3])

  // The phone is restarted: drafts and session lie in its storage.
  const restarted = new Huiyin({ wx: wxShim({ code: 'unused', storage, fetch: net.fetch }), baseUrl, pauses: [10, 10] })
  let filings = 0
  net.weather = (call) => call === FILE && ++filings === 1 ? 'loseAnswer' : 'ok'
  const [outcome, same] = await Promise.all([restarted.draftQueue.flush(), restarted.draftQueue.flush()])
  assert.equal(outcome, same, 'two flushes at a time are one')
  assert.deepEqual([outcome.sent.length, outcome.refused.length, outcome.waiting], [2, 1, 0])
  assert.equal(outcome.refused[0]?.problem?.code, 'INVALID_INPUT')

  const tickets = await ticketsOf(restarted)
  assert.equal(tickets.length, 2)
  const first = await restarted.call('getTicket', { path: { no: outcome.sent[0]?.answer.no } })
  assert.equal(first.media.length, 1)

  const [refused] = restarted.draftQueue.list()
  restarted.draftQueue.again(refused?.key ?? '', { description: '第二件：门禁坏了' })
  await restarted.draftQueue.flush()
  assert.equal((await ticketsOf(restarted)).length, 3)
  assert.deepEqual(restarted.draftQueue.list(), [])
  wx.networkIs(true)
})

test('a draft whose fate is unknown for longer than keys are kept is left to the person', async () => {
  const { api, wx, net } = newcomer()
  await api.login()
  const { key } = api.draftQueue.add('fileTicket', { body: { description: '路灯坏了' } })
  api.draftQueue.change(key, { triedAt: Date.now() - 24 * 3_600_000 })
  net.log.length = 0
  await api.draftQueue.flush()
  assert.equal(api.draftQueue.list()[0]?.state, 'DOUBTFUL')
  assert.deepEqual(net.log, [])
  assert.ok(wx.getStorageSync('huiyin.drafts'))
})

test('when the network comes back the drafts leave by themselves', async () => {
  const { api, net, wx } = newcomer()
  await api.login()
  net.weather = () => 'offline'
  api.draftQueue.sendWhenOnline()
  api.draftQueue.add('fileTicket', { body: { description: '路灯坏了' } })
  net.weather = () => 'ok'
  const sent = new Promise((resolve) => {
    api.draftQueue.onOutcome = resolve
  })
  wx.networkIs(true)
  await sent
  assert.equal((await ticketsOf(api)).length, 1)
})

test('a code that WeChat does not know any more is followed by another', async () => {
  let codes = 0
  const used = 'used-' + Date.now()
  await new Huiyin({ wx: wxShim({ code: used }), baseUrl }).login()
  const api = new Huiyin({ wx: wxShim({ code: () => (codes++ === 0 ? used : `fresh-${Date.now()}`) }), baseUrl })
  await api.login()
  assert.equal(codes, 2)
})

test('what the page should do is as the contract says, code by code, and by the status for what this client does not know', () => {
  /** @param {number} status @param {string} code */
  const advice = (status, code) => new HuiyinError({ status, code, title: '', detail: '' }).advice
  assert.equal(advice(403, 'MOVE_NOT_YOURS'), 'REFRESH')
  assert.equal(advice(409, 'NO_CONSENT'), 'FIELDS')
  assert.equal(advice(422, 'RECORD_ID_REUSED'), 'FIX_PROGRAM')
  assert.equal(advice(409, 'OF_NEXT_YEAR'), 'REFRESH')
  assert.equal(advice(404, 'constructor'), 'GO_BACK')
  assert.equal(advice(418, 'OF_NEXT_YEAR'), 'SHOW')
})
