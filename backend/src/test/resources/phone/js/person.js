import { Huiyin } from '/client/huiyin.js'
import { wxShim } from '/client/wx-shim.js'

/**
 * Somebody who is played on a phone: the client with a session of their own, kept as long as this tab is open.
 *
 * @param {{ code: string }} who
 * @param {(templateIds: string[]) => Promise<Record<string, string>>} subscribe asks the person, as WeChat would
 */
export function person(who, subscribe) {
  const wx = wxShim({ code: who.code, storage: sessionStorage, subscribe, fetch: (url, asked) => fetch(url, { ...asked, cache: 'no-store' }) })
  return { ...who, api: new Huiyin({ wx, baseUrl: location.origin, storageKey: `huiyin.${who.code}` }) }
}
