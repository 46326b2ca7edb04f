import { refused, unanswered, HuiyinError } from './problem.js'

const LONGEST_PAUSE = 10_000

/**
 * The header names with small letters, for phones write them differently.
 *
 * @param {Record<string, unknown> | undefined} header
 * @returns {Record<string, string>}
 */
export function lowered(header) {
  return Object.fromEntries(Object.entries(header ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]))
}

/**
 * One attempt by wx.request; an answer of any status fulfils it.
 *
 * @param {import('./types.js').WxLike} wx
 * @param {{ url: string, method: 'GET' | 'PUT' | 'POST' | 'DELETE', header: Record<string, string>, data?: string, timeout: number, key: string | null }} asked
 * @returns {Promise<import('./types.js').Answered>}
 */
export function requested(wx, { key, ...asked }) {
  return new Promise((resolve, reject) => wx.request({
    ...asked,
    success: ({ statusCode, data, header }) => resolve({ statusCode, data, header }),
    fail: ({ errMsg }) => reject(unanswered(errMsg, key)),
  }))
}

/**
 * The same with its repeats: only what is safe to repeat, only where it may help, with the same key.
 *
 * @param {() => Promise<import('./types.js').Answered>} attempt
 * @param {{ safe: boolean, pauses: readonly number[], key: string | null }} rules
 * @returns {Promise<{ status: number, data: unknown, headers: Record<string, string> }>}
 */
export async function patiently(attempt, { safe, pauses, key }) {
  for (let tries = 0; ; tries++) {
    const { answer, error } = await attempt().then(
      ({ statusCode, data, header }) => judged(statusCode, data, lowered(header), key),
      (failure) => ({ answer: null, error: failure }))
    if (answer) {
      return answer
    }
    const pause = safe && worthRepeating(error) ? pauseBefore(error, pauses[tries]) : null
    if (pause === null) {
      throw error
    }
    await sleep(pause)
  }
}

/**
 * @param {number} status
 * @param {unknown} data
 * @param {Record<string, string>} headers
 * @param {string | null} key
 */
function judged(status, data, headers, key) {
  return (status >= 200 && status < 300) || status === 304
    ? { answer: { status, data, headers }, error: null }
    : { answer: null, error: refused(status, data, headers, key) }
}

/** @param {unknown} error */
function worthRepeating(error) {
  return error instanceof HuiyinError && ([0, 502, 503, 504].includes(error.status) || error.code === 'STILL_UNDER_WAY')
}

/**
 * @param {HuiyinError} error
 * @param {number | undefined} pause
 * @returns {number | null} milliseconds; null: no more
 */
function pauseBefore(error, pause) {
  const wished = (error.retryAfter ?? 0) * 1000
  if (pause === undefined || wished > LONGEST_PAUSE) {
    return null
  }
  return Math.max(wished, pause * (0.75 + Math.random() / 2))
}

/** @param {number} milliseconds */
export function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
