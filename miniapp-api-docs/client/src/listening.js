import { address } from './address.js'
import { operations } from './operations.js'
import { HuiyinError, refused, unanswered } from './problem.js'
import { EventLines, Utf8Pieces } from './sse.js'
import { lowered } from './transport.js'

const STREAM_LASTS = 600_000
const MISSES_UNTIL_POLLING = 2
const POLLS_UNTIL_NEXT_TRY = 10

/**
 * @typedef {object} ListenSettings
 * @property {string} [no] the ticket to listen to; without it, all that concerns me
 * @property {(ticket: import('./types.js').Ticket) => void} [onTicket] the ticket as it is now: at once, and after each change
 * @property {(event: import('./sse.js').ServerEvent) => void} [onEvent] what the service said, as it said it
 * @property {(state: import('./types.js').ListeningState) => void} [onState]
 * @property {(error: unknown) => void} [onError] it ends: the ticket is not yours to know, or the login failed
 * @property {number} [every] milliseconds between two polls where no stream gets through
 * @property {number} [silence] milliseconds without a sign of life until a stream counts as dead
 */

/** Listens by server-sent events; where no chunk arrives it asks again and again, cheaply, with ETag. */
export class Listener {
  /**
   * @param {import('./huiyin.js').Huiyin} api
   * @param {ListenSettings} settings
   */
  constructor(api, { every = 20_000, silence = 60_000, ...settings }) {
    this.api = api
    this.every = every
    this.silence = silence
    this.settings = settings
    this.stopped = false
    this.misses = 0
    /** @type {import('./types.js').RequestTaskLike | null} */
    this.task = null
    /** @type {string | null} */
    this.lastId = null
    /** Of the ticket that was told last. @type {string | null | undefined} */
    this.etag = undefined
    /** @type {import('./types.js').ListeningState | null} */
    this.state = null
    /** Wakes the pause between two polls. */
    this.wake = () => {}
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.watch = undefined
  }

  /** @returns {import('./types.js').Listening} */
  start() {
    void this.run().catch((error) => this.settings.onError?.(error)).finally(() => this.stop())
    return { stop: () => this.stop() }
  }

  stop() {
    this.stopped = true
    clearTimeout(this.watch)
    this.task?.abort()
    this.wake()
    this.tell('STOPPED')
  }

  async run() {
    await this.look()
    while (!this.stopped) {
      if (this.misses < MISSES_UNTIL_POLLING && this.operation()) {
        await this.streamed()
      } else {
        await this.polled()
      }
    }
  }

  /** @returns {import('./types.js').Operation | undefined} */
  operation() {
    const path = this.settings.no === undefined ? '/api/v1/me/events' : '/api/v1/tickets/{no}/events'
    return Object.values(operations).find((operation) => operation.path === path)
  }

  async streamed() {
    this.tell('CONNECTING')
    const { token } = await this.api.sessions.current()
    const lived = await this.stream(token).catch(async (error) => this.overcome(error, token))
    this.misses = lived ? 0 : this.misses + 1
    if (!this.stopped) {
      await this.pause(1000 * (1 + this.misses))
      await this.look()
    }
  }

  /**
   * @param {unknown} error
   * @param {string} token
   * @returns {Promise<boolean>} whether the stream lived
   */
  async overcome(error, token) {
    if (error instanceof HuiyinError && error.code === 'LOGIN_REQUIRED') {
      await this.api.sessions.after(token)
      return false
    }
    if (error instanceof HuiyinError && [403, 404].includes(error.status)) {
      throw error
    }
    return false
  }

  /**
   * @param {string} token
   * @returns {Promise<boolean>} whether anything came, when it is over
   */
  stream(token) {
    return new Promise((resolve, reject) => {
      let lived = false
      const alive = () => {
        lived = true
        this.tell('LIVE')
        this.watchOver()
      }
      const pieces = new Utf8Pieces()
      const lines = new EventLines((event) => this.heard(event), alive)
      const operation = /** @type {import('./types.js').Operation} */ (this.operation())
      this.task = this.api.wx.request({
        url: address(this.api.baseUrl, operation, { path: this.settings.no === undefined ? {} : { no: this.settings.no } }),
        method: 'GET',
        header: {
          Authorization: 'Bearer ' + token,
          Accept: 'text/event-stream',
          ...(this.lastId !== null && { 'Last-Event-ID': this.lastId }),
        },
        timeout: STREAM_LASTS,
        enableChunked: true,
        success: ({ statusCode, data, header }) => statusCode === 200 ? resolve(lived) : reject(refused(statusCode, data, lowered(header), null)),
        fail: ({ errMsg }) => (lived ? resolve(true) : reject(unanswered(errMsg, null))),
      })
      this.task.onChunkReceived?.(({ data }) => lines.read(pieces.read(data)))
      this.watchOver()
    })
  }

  watchOver() {
    clearTimeout(this.watch)
    this.watch = setTimeout(() => this.task?.abort(), this.silence)
  }

  /** @param {import('./sse.js').ServerEvent} event */
  heard(event) {
    this.lastId = event.id ?? this.lastId
    this.settings.onEvent?.(event)
    if (this.etag === undefined || etagIn(event.data) !== this.etag) {
      void this.look().catch((error) => this.settings.onError?.(error))
    }
  }

  async polled() {
    this.tell('POLLING')
    for (let polls = 0; polls < POLLS_UNTIL_NEXT_TRY && !this.stopped; polls++) {
      await this.pause(this.every)
      await this.look()
      await this.lookAtInbox()
    }
    this.misses = MISSES_UNTIL_POLLING - 1
  }

  /** Looks at the ticket and tells it if it changed. That no answer came is not the end. */
  async look() {
    if (this.settings.no === undefined || !this.settings.onTicket || this.stopped) {
      return
    }
    try {
      const { ticket, etag } = await this.api.poll(this.settings.no)
      if (etag !== this.etag && !this.stopped) {
        this.etag = etag
        this.settings.onTicket(ticket)
      }
    } catch (error) {
      if (!(error instanceof HuiyinError) || (error.status >= 400 && error.status < 500 && error.status !== 429)) {
        throw error
      }
    }
  }

  /** What the stream would have said of new messages. */
  async lookAtInbox() {
    if (this.settings.no !== undefined || this.stopped) {
      return
    }
    try {
      const { items } = await this.api.call('listInbox', { query: { size: 1 } })
      const newest = items[0]?.id ?? '0'
      if (newest !== this.lastId) {
        this.heard({ event: 'inbox', data: JSON.stringify({ newest }), id: newest })
      }
    } catch (error) {
      if (!(error instanceof HuiyinError) || error.advice === 'LOG_IN') {
        throw error
      }
    }
  }

  /**
   * @param {number} milliseconds
   * @returns {Promise<void>}
   */
  pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** @param {import('./types.js').ListeningState} state */
  tell(state) {
    if (state !== this.state) {
      this.state = state
      this.settings.onState?.(state)
    }
  }
}

/** @param {string} data */
function etagIn(data) {
  try {
    return JSON.parse(data).etag
  } catch {
    return undefined
  }
}
