import { messages } from './rehearsal.js'

const EVERY = 1000

/** All that WeChat was asked to show to somebody, from the journal of the stand-in; who listens hears of new ones. */
class Mail extends EventTarget {
  /** @type {Map<string, object>} by id */
  known = new Map()
  since = ''
  loaded = new Set()

  /** @param {Date} now everything from here on is news */
  async run(now) {
    this.since = now.toISOString()
    const again = async () => {
      await this.fetchNews().catch(() => {})
      setTimeout(again, EVERY)
    }
    await again()
  }

  async fetchNews() {
    const fresh = (await messages({ since: this.since })).filter((message) => !this.known.has(message.id))
    this.keep(fresh)
    if (fresh.length > 0) {
      this.since = fresh.at(-1).id
      this.dispatchEvent(new CustomEvent('news', { detail: fresh.filter(arrived) }))
    }
  }

  /** What this person was shown before this page was opened. */
  async load(openid) {
    if (!this.loaded.has(openid)) {
      this.loaded.add(openid)
      this.keep(await messages({ openid }))
    }
  }

  keep(some) {
    some.forEach((message) => this.known.set(message.id, message))
  }

  /** @param {(message: object) => boolean} wanted */
  of(wanted) {
    return [...this.known.values()].filter((message) => arrived(message) && wanted(message))
      .sort((one, other) => Number(one.id) - Number(other.id))
  }
}

function arrived({ outcome }) {
  return outcome.errcode === 0 && !outcome.dropped
}

export const mail = new Mail()
