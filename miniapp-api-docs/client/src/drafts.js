import { newKey } from './keys.js'
import { HuiyinError } from './problem.js'

const KEYS_HOLD = 23 * 60 * 60 * 1000
const UPLOADS_HOLD = 20 * 60 * 60 * 1000

/**
 * @typedef {import('./types.js').Draft} Draft
 * @typedef {import('./types.js').KeyedId} KeyedId
 */

/**
 * What was written without a network. Each draft has its key before it is first tried, so however often it is sent it is
 * done once. A draft whose fate is unknown for longer than the service keeps keys is not sent again by itself: it becomes
 * DOUBTFUL, and the person decides.
 */
export class DraftQueue {
  /**
   * @param {import('./huiyin.js').Huiyin} api
   * @param {import('./types.js').WxLike} wx
   * @param {string} place where in storage
   */
  constructor(api, wx, place) {
    this.api = api
    this.wx = wx
    this.place = place
    /** @type {Promise<import('./types.js').DraftOutcome> | null} */
    this.underWay = null
    /** Called after each sending. @type {((outcome: import('./types.js').DraftOutcome) => void) | null} */
    this.onOutcome = null
  }

  /** @returns {Draft[]} what waits, what was refused and what is doubtful, oldest first */
  list() {
    return this.wx.getStorageSync(this.place) || []
  }

  /**
   * Keeps a draft on the device and sends nothing yet.
   *
   * @template {KeyedId} Id
   * @param {Id} operationId
   * @param {import('./types.js').Options<Id> & { files?: string[] }} said `files` are local paths to upload first (wx.saveFile)
   * @returns {Draft}
   */
  add(operationId, said) {
    const { path, body, key, files = [] } = /** @type {import('./types.js').LooseOptions & { files?: string[] }} */ (said)
    /** @type {Draft} */
    const draft = {
      key: key ?? newKey(),
      operationId,
      ...(path && { path }),
      ...(body !== undefined && { body }),
      files: files.map((filePath) => ({ filePath })),
      state: 'WAITING',
    }
    this.keep([...this.list(), draft])
    return draft
  }

  /**
   * Sends a refused or doubtful draft again, with what the person corrected. Something new is said, so it gets a new key.
   *
   * @param {string} key
   * @param {unknown} [body]
   */
  again(key, body) {
    this.keep(this.list().map((draft) => draft.key === key
      ? { key: newKey(), operationId: draft.operationId, ...(draft.path && { path: draft.path }), body: body ?? draft.body, files: draft.files, state: 'WAITING' }
      : draft))
  }

  /** @param {string} key */
  remove(key) {
    this.keep(this.list().filter((draft) => draft.key !== key))
  }

  /** Sends whenever the network is back. */
  sendWhenOnline() {
    this.wx.onNetworkStatusChange?.(({ isConnected }) => {
      if (isConnected) {
        void this.flush()
      }
    })
  }

  /** Sends what waits, one after another; stops at the first that cannot get through. */
  flush() {
    if (!this.underWay) {
      this.underWay = this.sent().finally(() => {
        this.underWay = null
      })
    }
    return this.underWay
  }

  /** @returns {Promise<import('./types.js').DraftOutcome>} */
  async sent() {
    /** @type {import('./types.js').DraftOutcome} */
    const outcome = { sent: [], refused: [], waiting: 0 }
    let next = this.nextWaiting()
    while (next) {
      if (!await this.tried(next, outcome)) {
        break
      }
      next = this.nextWaiting()
    }
    outcome.waiting = this.list().filter((draft) => draft.state === 'WAITING').length
    this.onOutcome?.(outcome)
    return outcome
  }

  /** @returns {Draft | undefined} */
  nextWaiting() {
    const old = Date.now() - KEYS_HOLD
    this.keep(this.list().map((draft) => draft.state === 'WAITING' && draft.triedAt !== undefined && draft.triedAt < old
      ? { ...draft, state: /** @type {const} */ ('DOUBTFUL') } : draft))
    return this.list().find((draft) => draft.state === 'WAITING')
  }

  /**
   * @param {Draft} draft
   * @param {import('./types.js').DraftOutcome} outcome
   * @returns {Promise<boolean>} whether the next one may be tried
   */
  async tried(draft, outcome) {
    try {
      const whole = await this.withUploads(draft)
      this.change(draft.key, { triedAt: draft.triedAt ?? Date.now() })
      const { data } = await this.api.exchange(draft.operationId, whole)
      this.remove(draft.key)
      outcome.sent.push({ draft, answer: data })
      return true
    } catch (error) {
      if (!(error instanceof HuiyinError)) {
        throw error
      }
      return this.notTaken(draft, error, outcome)
    }
  }

  /**
   * @param {Draft} draft
   * @returns {Promise<import('./types.js').LooseOptions>}
   */
  async withUploads(draft) {
    if (draft.files.length === 0) {
      return { path: draft.path ?? {}, body: draft.body, key: draft.key }
    }
    const media = []
    for (const file of draft.files) {
      media.push(await this.uploadedId(draft, file))
    }
    return { path: draft.path ?? {}, body: { ...draft.body, media: [...(draft.body?.media ?? []), ...media] }, key: draft.key }
  }

  /**
   * @param {Draft} draft
   * @param {Draft['files'][number]} file
   * @returns {Promise<string>} the same as long as the draft's fate is open, for the same key must say the same
   */
  async uploadedId(draft, file) {
    const holds = file.id !== undefined && (draft.triedAt !== undefined || Date.now() - (file.at ?? 0) < UPLOADS_HOLD)
    if (file.id !== undefined && holds) {
      return file.id
    }
    const { id } = await this.api.upload(file.filePath)
    file.id = id
    file.at = Date.now()
    this.change(draft.key, { files: draft.files })
    return id
  }

  /**
   * @param {Draft} draft
   * @param {HuiyinError} error
   * @param {import('./types.js').DraftOutcome} outcome
   */
  notTaken(draft, error, outcome) {
    const forGood = error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status) && error.code !== 'STILL_UNDER_WAY'
    if (!forGood) {
      return false
    }
    const { code, detail, errors } = error
    this.change(draft.key, { state: 'REFUSED', problem: { code, detail, errors } })
    outcome.refused.push({ ...draft, state: 'REFUSED', problem: { code, detail, errors } })
    return true
  }

  /**
   * @param {string} key
   * @param {Partial<Draft>} what
   */
  change(key, what) {
    this.keep(this.list().map((draft) => (draft.key === key ? { ...draft, ...what } : draft)))
  }

  /** @param {Draft[]} drafts */
  keep(drafts) {
    this.wx.setStorageSync(this.place, drafts)
  }
}
