import { h, put } from './dom.js'
import { at, clockTime, nextDay, parts, weekdayName } from './times.js'
import { mail } from './mail.js'
import { time } from './time.js'
import { moveClock } from './rehearsal.js'
import { briefOf, titleOf } from './notices.js'

const HOUR = 3600
const MORNING = 9
const MOST_IN_FEED = 40

/** The statutory calendar, by the public contract: which days are worked. */
class Days {
  years = new Map()

  constructor(api) {
    this.api = api
  }

  async kind(date) {
    const days = await this.year(date.slice(0, 4))
    const special = days.get(date)
    const weekend = [0, 6].includes(new Date(date + 'T12:00:00Z').getUTCDay())
    return special
      ? { works: special.kind === 'WORKDAY', words: special.kind === 'WORKDAY' ? '调休，上班' : `${special.name}，放假` }
      : { works: !weekend, words: weekend ? '周末，休息日' : '工作日' }
  }

  year(year) {
    if (!this.years.has(year)) {
      this.years.set(year, this.api.call('getCalendarYear', { path: { year } })
        .then(({ days }) => new Map(days.map((day) => [day.date, day])))
        .catch((error) => { this.years.delete(year); throw error }))
    }
    return this.years.get(year)
  }

  /** The next morning of a working day, from this moment on. */
  async nextMorning(now) {
    const today = parts(now).date
    let date = now < at(today, MORNING) ? today : nextDay(today)
    while (!(await this.kind(date)).works) {
      date = nextDay(date)
    }
    return at(date, MORNING)
  }
}

/** @param {{ api: import('/client/huiyin.js').Huiyin, people: object[] }} settings whose session reads the calendar, and who is named in the feed */
export function clockPanel(place, { api, people }) {
  const days = new Days(api)
  const big = h('p', { class: 'clock-time' })
  const date = h('p', { class: 'clock-date' })
  const kind = h('p', { class: 'clock-kind' })
  const night = h('p', { class: 'clock-night' })
  const heard = h('p', { class: 'visually-hidden', role: 'status' })
  const feed = h('div', { class: 'feed' })
  const names = new Map(people.flatMap((one) => [[one.openid, one.name], [one.mpOpenid, one.name]]))
  let news = []

  async function move(seconds) {
    const buttons = [...place.querySelectorAll('.clock-moves button')]
    buttons.forEach((button) => { button.disabled = true })
    try {
      time.is(await moveClock(await seconds()))
      await showDay()
      heard.textContent = `现在是 ${date.textContent} ${clockTime(time.now())}`
    } catch (error) {
      heard.textContent = error.detail ?? '时钟没有拨动'
    } finally {
      buttons.forEach((button) => { button.disabled = false })
    }
  }

  const ahead = (hours) => () => move(() => hours * HOUR)
  const toMorning = () => move(async () => ((await days.nextMorning(time.now())) - time.now()) / 1000)

  let shownDay = ''
  async function showDay() {
    const now = parts(time.now())
    if (now.date !== shownDay) {
      shownDay = now.date
      put(date, `${now.year}年${now.month}月${now.day}日 ${weekdayName(time.now())}`)
      const { works, words } = await days.kind(now.date)
      put(kind, words)
      kind.classList.toggle('off', !works)
    }
    night.textContent = now.hour >= 21 || now.hour < 8 ? '夜里不打扰：平常的消息早上八点再发，有危险的马上发。' : ''
  }

  function drawFeed() {
    put(feed, h('h2', {}, '刚刚有谁收到了什么'), news.length === 0
      ? h('p', { class: 'none' }, '拨一拨时钟：到期前的提醒、超期的督促、请居民评价，会自己发出来。')
      : h('ol', { tabindex: '0', 'aria-label': '消息' }, news.map((message) => h('li', {},
        h('span', { class: 'when' }, `${parts(message.at).month}月${parts(message.at).day}日 ${clockTime(message.at)}　`),
        h('strong', {}, names.get(message.openid)), h('span', { class: 'said' }, `${titleOf(message)}：${briefOf(message)}`)))))
  }

  mail.addEventListener('news', ({ detail }) => {
    news = [...detail.filter(({ openid, channel }) => names.has(openid) && channel !== 'PASSIVE' && channel !== 'CUSTOM').reverse(), ...news].slice(0, MOST_IN_FEED)
    drawFeed()
  })
  time.addEventListener('tick', () => { put(big, clockTime(time.now())); showDay().catch(() => {}) })
  drawFeed()
  const button = (words, onclick, key, wide) => h('button', { type: 'button', onclick, 'data-tour': key, class: wide && 'wide' }, words)
  place.append(h('div', { class: 'clock' },
    h('div', { class: 'clock-face' }, big, date, kind, night,
      h('div', { class: 'clock-moves', role: 'group', 'aria-label': '把时钟往前拨' },
        button('＋1 小时', ahead(1), 'clock-hour'), button('＋半天', ahead(12), 'clock-half'), button('＋1 天', ahead(24), 'clock-day'),
        button('到下一个工作日早上 9 点', toMorning, 'clock-morning', true)), heard),
    feed))
  return days
}
