// Progress as it happens: by events, and by polling where none get through.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../src/huiyin.js'
import { EventLines, Utf8Pieces } from '../src/sse.js'
import { newcomer, phone } from './people.js'

/** @param {string} path */
const noStream = (path) => !Object.values(operations).some((operation) => operation.path === path && operation.stream) && 'the contract has no stream'

test('a piece may end anywhere, even within a character', () => {
  const text = 'id: 7\r\nevent: ticket\ndata: {"note":"灯🪔已换好"}\ndata: 第二行\n\n: 还在\n\ndata:x\n\n'
  const bytes = new TextEncoder().encode(text)
  for (let size = 1; size <= 9; size++) {
    /** @type {import('../src/sse.js').ServerEvent[]} */
    const events = []
    let signs = 0
    const pieces = new Utf8Pieces()
    const lines = new EventLines((event) => events.push(event), () => signs++)
    for (let at = 0; at < bytes.length; at += size) {
      lines.read(pieces.read(bytes.slice(at, at + size).buffer))
    }
    assert.deepEqual(events, [
      { id: '7', event: 'ticket', data: '{"note":"灯🪔已换好"}\n第二行' },
      { id: '7', event: 'message', data: 'x' }], `pieces of ${size}`)
    assert.equal(signs, 3)
  }
})

test('where no stream gets through, the ticket is polled, and an unchanged one is told once', async () => {
  const { api, net } = newcomer()
  const { no } = await api.call('fileTicket', { body: { description: '路灯坏了' } })
  net.weather = (call) => call.endsWith('/events') ? 'offline' : 'ok'
  /** @type {string[]} */
  const stages = []
  /** @type {string[]} */
  const states = []
  await new Promise((resolve, reject) => {
    const listening = api.listen({
      no,
      every: 50,
      onState: (state) => {
        states.push(state)
        if (state === 'POLLING') {
          phone('demo-dispatcher').api.call('moveTicket', { path: { no }, body: { move: 'CLASSIFY' }, ifMatch: '*' }).catch(reject)
        }
      },
      onError: reject,
      onTicket: (ticket) => {
        stages.push(ticket.stage)
        if (ticket.stage === 'CLASSIFIED') {
          listening.stop()
          resolve(undefined)
        }
      },
    })
  })
  assert.deepEqual(stages, ['SUBMITTED', 'CLASSIFIED'])
  assert.equal(states.at(-2), 'POLLING')
  assert.equal(states.at(-1), 'STOPPED')
})

test('listening to what one may not see ends with a word', async () => {
  const error = await new Promise((resolve) => newcomer().api.listen({ no: 'HY00000000000000', onTicket: () => {}, onError: resolve }))
  assert.equal(/** @type {import('../src/huiyin.js').HuiyinError} */ (error).code, 'TICKET_NOT_FOUND')
})

test('where no stream gets through, a new message is noticed by polling', async () => {
  const { api, net } = newcomer()
  await api.login()
  net.weather = (call) => call.endsWith('/events') ? 'offline' : 'ok'
  const { no } = await api.call('fileTicket', { body: { description: '路灯坏了' } })
  await new Promise((resolve, reject) => {
    const listening = api.listen({ every: 50, onError: reject, onEvent: ({ event, data }) => {
      if (event === 'inbox' && JSON.parse(data).newest !== '0') {
        listening.stop()
        resolve(undefined)
      }
    } })
  })
  const { items } = await api.call('listInbox')
  assert.equal(items[0]?.subjectId, no)
})

test('each change is told at once by the stream, and only what changed is fetched', { skip: noStream('/api/v1/tickets/{no}/events') }, async () => {
  const { api, net } = newcomer()
  const { no } = await api.call('fileTicket', { body: { description: '路灯坏了' } })
  const dispatcher = phone('demo-dispatcher').api
  /** @type {string[]} */
  const states = []
  /** @type {string[]} */
  const stages = []
  net.log.length = 0
  await new Promise((resolve, reject) => {
    const listening = api.listen({
      no,
      every: 600_000,
      onError: reject,
      onState: (state) => {
        states.push(state)
        if (state === 'LIVE') {
          dispatcher.call('moveTicket', { path: { no }, body: { move: 'CLASSIFY' }, ifMatch: '*' })
            .then(() => dispatcher.call('moveTicket', { path: { no }, body: { move: 'DISPATCH' }, ifMatch: '*' })).catch(reject)
        }
      },
      onTicket: (ticket) => {
        stages.push(ticket.stage)
        if (ticket.stage === 'DISPATCHED') {
          listening.stop()
          resolve(undefined)
        }
      },
    })
  })
  assert.deepEqual(states, ['CONNECTING', 'LIVE', 'STOPPED'])
  assert.equal(stages[0], 'SUBMITTED')
  assert.equal(net.log.filter((call) => call.endsWith('/events')).length, 1)
  assert.ok(net.log.filter((call) => call === 'GET /api/v1/tickets/' + no).length <= 3, 'nothing is fetched twice')
})

test('a new message is told at once by the stream', { skip: noStream('/api/v1/me/events') }, async () => {
  const { api } = newcomer()
  await api.login()
  const newest = await new Promise((resolve, reject) => {
    let filed = false
    const listening = api.listen({ every: 600_000, onError: reject, onEvent: ({ event, data }) => {
      if (event === 'inbox' && !filed) {
        filed = true
        api.call('fileTicket', { body: { description: '路灯坏了' } }).catch(reject)
      } else if (event === 'inbox') {
        listening.stop()
        resolve(JSON.parse(data).newest)
      }
    } })
  })
  const { items } = await api.call('listInbox')
  assert.equal(items[0]?.id, newest)
})
