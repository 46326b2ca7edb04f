/** What went wrong, told as an error: how it is shown, and what the page should do. */

import { codes } from './codes.js'

/** @typedef {import('./types.js').Advice} Advice */

/** @type {Map<string, Advice>} */
const BY_CODE = new Map(Object.entries(codes))

/** @type {Record<number, Advice>} where no code was told, or one newer than this client */
const BY_STATUS = {
  0: 'TRY_AGAIN',
  400: 'FIX_PROGRAM',
  401: 'LOG_IN',
  403: 'GO_BACK',
  404: 'GO_BACK',
  405: 'FIX_PROGRAM',
  406: 'FIX_PROGRAM',
  408: 'TRY_AGAIN',
  409: 'REFRESH',
  412: 'REFRESH',
  413: 'FIELDS',
  415: 'FIELDS',
  422: 'FIELDS',
  428: 'FIX_PROGRAM',
  429: 'WAIT',
  500: 'REPORT',
  502: 'TRY_AGAIN',
  503: 'TRY_AGAIN',
  504: 'TRY_AGAIN',
  507: 'TRY_AGAIN',
}

export class HuiyinError extends Error {
  /**
   * @param {object} told
   * @param {number} told.status 0 where no answer came
   * @param {import('./types.js').Code} told.code
   * @param {string} told.title
   * @param {string} told.detail
   * @param {{field: string, detail: string}[]} [told.errors]
   * @param {string | null} [told.traceId]
   * @param {number | null} [told.retryAfter]
   * @param {string | null} [told.key]
   */
  constructor({ status, code, title, detail, errors = [], traceId = null, retryAfter = null, key = null }) {
    super(detail)
    this.name = 'HuiyinError'
    /** The HTTP status; 0 where no answer came. */
    this.status = status
    /** A stable word for programs, such as MOVE_REFUSED; NETWORK and TIMEOUT where no answer came. */
    this.code = code
    this.title = title
    /** A Chinese sentence for the person. */
    this.detail = detail
    /** What is wrong in which field. */
    this.errors = errors
    /** To be named when asking for help. */
    this.traceId = traceId
    /** Seconds until it makes sense to try again. */
    this.retryAfter = retryAfter
    /** The Idempotency-Key that was used: give it again when the person taps again without changing anything. */
    this.key = key
    /** What the page should do. */
    this.advice = BY_CODE.get(code) ?? BY_STATUS[status] ?? (status >= 500 ? 'REPORT' : 'SHOW')
  }

  /** Whether nobody can know if it was done: no answer came, or a middle station's. */
  get doubtful() {
    return this.status === 0 || this.status === 502 || this.status === 504
  }
}

/**
 * @param {string} errMsg what wx said, such as "request:fail timeout"
 * @param {string | null} key
 */
export function unanswered(errMsg, key) {
  return /timeout|timed out/i.test(errMsg)
    ? new HuiyinError({ status: 0, code: 'TIMEOUT', title: '没有等到回答', detail: '网络太慢，没有等到回答，请稍后再试', key })
    : new HuiyinError({ status: 0, code: 'NETWORK', title: '网络不通', detail: '网络不通，请检查网络后再试', key })
}

/**
 * @param {number} status
 * @param {unknown} data parsed, or as text
 * @param {Record<string, string>} headers with small letters
 * @param {string | null} key
 */
export function refused(status, data, headers, key) {
  const problem = asProblem(data)
  return new HuiyinError({
    status,
    code: problem.code ?? 'UNEXPECTED',
    title: problem.title ?? '出错了',
    detail: problem.detail ?? '服务暂时没有正常回答，请稍后再试',
    errors: problem.errors ?? [],
    traceId: problem.traceId ?? headers['x-trace-id'] ?? null,
    retryAfter: seconds(headers['retry-after']),
    key,
  })
}

/**
 * @param {unknown} data
 * @returns {Partial<import('./types.js').Problem>} nothing, if a middle station spoke and not the service
 */
function asProblem(data) {
  const parsed = typeof data === 'string' ? parse(data) : data
  return parsed !== null && typeof parsed === 'object' && 'code' in parsed ? parsed : {}
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** @param {string | undefined} header */
function seconds(header) {
  return header !== undefined && /^\d+$/.test(header) ? Number(header) : null
}
