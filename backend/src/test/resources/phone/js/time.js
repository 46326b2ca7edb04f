import { readClock } from './rehearsal.js'

/** The one clock of the rehearsal, as this page knows it: read now and then, and run on in between. */
class Time extends EventTarget {
  ahead = 0

  now() {
    return new Date(Date.now() + this.ahead)
  }

  /** @param {Date} moment what the service's clock showed a moment ago */
  is(moment) {
    const before = this.ahead
    this.ahead = moment.getTime() - Date.now()
    if (Math.abs(this.ahead - before) > 2000) {
      this.dispatchEvent(new Event('moved'))
    }
    this.dispatchEvent(new Event('tick'))
  }

  async run() {
    this.is(await readClock())
    setInterval(() => this.dispatchEvent(new Event('tick')), 1000)
    setInterval(() => readClock().then((moment) => this.is(moment), () => {}), 10_000)
  }
}

export const time = new Time()
