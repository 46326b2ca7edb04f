import { address } from './address.js'
import { DraftQueue } from './drafts.js'
import { newKey } from './keys.js'
import { Listener } from './listening.js'
import { operations } from './operations.js'
import { HuiyinError, unanswered } from './problem.js'
import { SessionKeeper } from './session.js'
import { Subscriptions } from './subscriptions.js'
import { patiently, requested } from './transport.js'

export { HuiyinError, newKey, operations }

const MOST_REMEMBERED = 50

/**
 * @typedef {import('./types.js').OperationId} OperationId
 * @typedef {import('./types.js').LooseOptions} LooseOptions
 */

/**
 * The service, as a mini-program calls it. It logs in by itself, repeats what is safe to repeat, and tells every failure
 * as a HuiyinError.
 */
export class Huiyin {
  /** @param {import('./types.js').HuiyinSettings} settings */
  constructor({ wx, baseUrl, storageKey = 'huiyin', timeout = 15_000, pauses = [500, 1500, 4000] }) {
    this.wx = wx
    this.baseUrl = baseUrl.replace(/\/$/, '')
    this.timeout = timeout
    this.pauses = pauses
    this.sessions = new SessionKeeper(wx, this.baseUrl, storageKey + '.session', timeout)
    this.draftQueue = new DraftQueue(this, wx, storageKey + '.drafts')
    this.subscriptions = new Subscriptions(this, wx)
    /** @type {Map<string, { etag: string | null, ticket: import('./types.js').Ticket }>} */
    this.seen = new Map()
  }

  /** Logs in; all who ask meanwhile share one login. */
  login() {
    return this.sessions.login()
  }

  /** The session at hand, without asking the service. */
  get session() {
    return this.sessions.kept
  }

  /** Logs out at once, here and there. Nothing logs in again by itself until login() is called. */
  async logout() {
    const session = this.sessions.kept
    if (session) {
      await this.attempted('logOut', {}, session.token).finally(() => this.sessions.forget())
    }
    this.seen.clear()
  }

  /**
   * Calls an operation of the contract and gives the body of its answer.
   *
   * @template {OperationId} Id
   * @param {Id} operationId
   * @param {import('./types.js').Said<Id>} said
   * @returns {Promise<import('./types.js').Answer<Id>>}
   */
  async call(operationId, ...said) {
    return (await this.callFull(operationId, ...said)).body
  }

  /**
   * The same with status, ETag and headers. A status of 304 has no body.
   *
   * @template {OperationId} Id
   * @param {Id} operationId
   * @param {import('./types.js').Said<Id>} said
   * @returns {Promise<import('./types.js').Full<import('./types.js').Answer<Id>>>}
   */
  async callFull(operationId, ...said) {
    const { status, data, headers } = await this.exchange(operationId, /** @type {LooseOptions} */ (said[0] ?? {}))
    return { status, body: /** @type {any} */ (data === '' ? undefined : data), etag: headers['etag'] ?? null, headers }
  }

  /**
   * @param {OperationId} operationId
   * @param {LooseOptions} options
   */
  async exchange(operationId, options) {
    const operation = operations[operationId]
    const keyed = operation.key ? { ...options, key: options.key ?? newKey() } : options
    return operation.open
      ? this.attempted(operationId, keyed, null)
      : this.withSession((token) => this.attempted(operationId, keyed, token))
  }

  /**
   * With the session at hand; if it is over, once more with a new one.
   *
   * @template T
   * @param {(token: string) => Promise<T>} deed
   * @returns {Promise<T>}
   */
  async withSession(deed) {
    const { token } = await this.sessions.current()
    try {
      return await deed(token)
    } catch (error) {
      if (!(error instanceof HuiyinError) || error.code !== 'LOGIN_REQUIRED') {
        throw error
      }
      return deed((await this.sessions.after(token)).token)
    }
  }

  /**
   * @param {OperationId} operationId
   * @param {LooseOptions} options
   * @param {string | null} token
   */
  attempted(operationId, options, token) {
    const operation = operations[operationId]
    const key = options.key ?? null
    const data = options.body === undefined ? undefined
      : typeof options.body === 'string' ? options.body : JSON.stringify(options.body)
    const asked = {
      url: address(this.baseUrl, operation, options),
      method: operation.method,
      header: this.headers(operation, options, token),
      ...(data !== undefined && { data }),
      timeout: this.timeout,
      key,
    }
    const safe = operation.method !== 'POST' || operation.key === true
    return patiently(() => requested(this.wx, asked), { safe, pauses: this.pauses, key })
  }

  /**
   * @param {import('./types.js').Operation} operation
   * @param {LooseOptions} options
   * @param {string | null} token
   * @returns {Record<string, string>}
   */
  headers(operation, options, token) {
    const type = typeof options.body === 'string' ? 'text/csv' : 'application/json'
    return {
      ...(options.body !== undefined && { 'Content-Type': type }),
      ...(token && { Authorization: 'Bearer ' + token }),
      ...(operation.key && options.key && { 'Idempotency-Key': options.key }),
      ...(options.ifMatch && { 'If-Match': options.ifMatch }),
      ...(options.ifNoneMatch && { 'If-None-Match': options.ifNoneMatch }),
    }
  }

  /**
   * Uploads a photo or a voice message.
   *
   * @param {string | { size: number, type: string }} file a path, as wx.chooseMedia gives it; in a browser also a File or Blob
   * @param {{ key?: string }} [options]
   * @returns {Promise<import('./types.js').Schemas['Uploaded']>}
   */
  async upload(file, { key = newKey() } = {}) {
    const { data } = await this.withSession((token) =>
      patiently(() => this.uploaded(file, key, token), { safe: true, pauses: this.pauses, key }))
    return /** @type {any} */ (data)
  }

  /**
   * @param {string | { size: number, type: string }} file
   * @param {string} key
   * @param {string} token
   * @returns {Promise<import('./types.js').Answered>}
   */
  uploaded(file, key, token) {
    return new Promise((resolve, reject) => this.wx.uploadFile({
      url: this.baseUrl + operations.uploadMedia.path,
      filePath: /** @type {string} */ (file),
      name: 'file',
      header: { Authorization: 'Bearer ' + token, 'Idempotency-Key': key },
      timeout: Math.max(this.timeout, 180_000),
      success: ({ statusCode, data, ...rest }) => resolve({
        statusCode,
        data: statusCode === 201 ? JSON.parse(data) : data,
        header: /** @type {{ header?: Record<string, unknown> }} */ (rest).header ?? {},
      }),
      fail: ({ errMsg }) => reject(unanswered(errMsg, key)),
    }))
  }

  /**
   * The whole address of a photo or voice whose `url` an answer gave.
   *
   * @param {string} url
   */
  mediaUrl(url) {
    return this.baseUrl + url
  }

  /**
   * A ticket as it is now. What did not change since the last time costs almost nothing.
   *
   * @param {string} no
   * @returns {Promise<{ changed: boolean, ticket: import('./types.js').Ticket, etag: string | null }>}
   */
  async poll(no) {
    const last = this.seen.get(no)
    const { status, body, etag } = await this.callFull('getTicket', { path: { no }, ...(last?.etag && { ifNoneMatch: last.etag }) })
    if (status === 304 && last) {
      return { changed: false, ...last }
    }
    const now = { ticket: body, etag }
    this.remember(no, now)
    return { changed: true, ...now }
  }

  /**
   * @param {string} no
   * @param {{ etag: string | null, ticket: import('./types.js').Ticket }} now
   */
  remember(no, now) {
    this.seen.delete(no)
    this.seen.set(no, now)
    const [oldest] = this.seen.keys()
    if (this.seen.size > MOST_REMEMBERED && oldest !== undefined) {
      this.seen.delete(oldest)
    }
  }

  /**
   * The pages of a list, one after another: `for await (const page of api.pages('listTickets'))`.
   *
   * @template {import('./types.js').PagedId} Id
   * @param {Id} operationId
   * @param {import('./types.js').Said<Id>} said
   * @returns {AsyncGenerator<import('./types.js').Answer<Id>, void, void>}
   */
  async *pages(operationId, ...said) {
    const options = /** @type {LooseOptions} */ (said[0] ?? {})
    /** @type {string | null} */
    let cursor = null
    do {
      const query = { ...options.query, ...(cursor !== null && { cursor }) }
      const { data } = await this.exchange(operationId, { ...options, query })
      yield /** @type {any} */ (data)
      cursor = /** @type {{ nextCursor: string | null }} */ (data).nextCursor
    } while (cursor !== null)
  }

  /**
   * Asks for subscriptions; call it in the handler of a tap, before anything else. Never fails: who declines is served all the same.
   *
   * @param {string} occasion such as SUBMIT, BOOK, STAFF_DESK
   */
  subscribe(occasion) {
    return this.subscriptions.ask(occasion)
  }

  /**
   * Fetches which templates a tap will ask for. Call it when the page opens: WeChat only shows its question straight from a tap.
   *
   * @param {string} occasion
   */
  prepareSubscriptions(occasion) {
    return this.subscriptions.prepare(occasion)
  }

  /**
   * Tells each change of a ticket as it happens: by server-sent events where chunks arrive, by polling elsewhere.
   *
   * @param {import('./listening.js').ListenSettings} settings
   * @returns {import('./types.js').Listening}
   */
  listen(settings) {
    return new Listener(this, settings).start()
  }
}
