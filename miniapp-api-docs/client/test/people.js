// Phones for the tests, and a network that can be made bad.
import { randomUUID } from 'node:crypto'
import { Huiyin } from '../src/huiyin.js'
import { inMemory, wxShim } from '../src/wx-shim.js'

export const baseUrl = process.env.HUIYIN_URL ?? 'http://localhost:8080'

/** A PNG of one point. */
export const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/**
 * A network that counts what leaves and can lose it.
 *
 * @typedef {object} Network
 * @property {string[]} log "POST /api/v1/tickets", in order
 * @property {(call: string, header: Record<string, string>) => 'ok' | 'offline' | 'loseAnswer' | Response} weather asked before each call
 * @property {typeof globalThis.fetch} fetch
 * @returns {Network}
 */
export function network() {
  /** @type {Network} */
  const self = {
    log: [],
    weather: () => 'ok',
    fetch: async (input, init) => {
      const call = `${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`
      const weather = self.weather(call, /** @type {Record<string, string>} */ (init?.headers ?? {}))
      if (weather === 'offline') {
        throw new TypeError('no network')
      }
      self.log.push(call)
      if (weather instanceof Response) {
        return weather
      }
      const answer = await fetch(input, init)
      if (weather === 'loseAnswer') {
        await answer.arrayBuffer()
        throw new TypeError('connection lost')
      }
      return answer
    },
  }
  return self
}

/** @param {string} code @param {Network} [net] */
export function phone(code, net = network()) {
  const storage = inMemory()
  const wx = wxShim({ code, storage, fetch: net.fetch })
  const api = new Huiyin({ wx, baseUrl, pauses: [20, 40, 80] })
  return { api, wx, net, storage }
}

export const newcomer = () => phone('demo-newcomer-' + randomUUID())

/**
 * The rehearsal's own calls.
 *
 * @param {string} method @param {string} path @param {unknown} [body]
 * @returns {Promise<any>}
 */
export async function rehearsal(method, path, body) {
  const answer = await fetch(baseUrl + '/rehearsal' + path, {
    method, headers: { 'Content-Type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }) })
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  }
  return answer.status === 204 ? undefined : answer.json()
}

/** Somebody new whose address the grid worker has confirmed. */
export async function neighbour() {
  const someone = newcomer()
  await someone.api.login()
  await someone.api.call('putMyHome', { body: { buildingId: 'qinghe-c1-g1-b1', room: 'R' + Math.floor(Math.random() * 2 ** 40) } })
  const { id } = await someone.api.call('getMe')
  await phone('demo-grid-worker').api.call('confirmHome', { path: { accountId: id }, ifMatch: '"1"' })
  return someone
}
