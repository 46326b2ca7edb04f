/** Times as people here say them; always Beijing time, whatever the machine thinks. */
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** The parts of a moment in Beijing. China has one zone and no summer time. */
export function parts(moment) {
  const shifted = new Date(new Date(moment).getTime() + 8 * 3600_000)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: shifted.getUTCDay(),
    date: shifted.toISOString().slice(0, 10),
  }
}

const two = (number) => String(number).padStart(2, '0')

export function clockTime(moment) {
  const { hour, minute } = parts(moment)
  return `${two(hour)}:${two(minute)}`
}

/** 12月3日（周四）18:00 */
export function fullTime(moment) {
  const { month, day, weekday } = parts(moment)
  return `${month}月${day}日（${WEEKDAYS[weekday]}）${clockTime(moment)}`
}

export function weekdayName(moment) {
  return '星期' + WEEKDAYS[parts(moment).weekday].slice(1)
}

/** 今天 18:00 · 明天 18:00 · 12月3日 18:00 */
export function shortTime(moment, now) {
  const days = dayNumber(moment) - dayNumber(now)
  const day = { '-1': '昨天', 0: '今天', 1: '明天' }[days]
  const { month, day: number } = parts(moment)
  return `${day ?? `${month}月${number}日`} ${clockTime(moment)}`
}

/** How far away: 还有 2 天 · 过了 3 小时 */
export function distance(moment, now) {
  const minutes = Math.round((new Date(moment) - now) / 60_000)
  const size = Math.abs(minutes)
  const words = size < 60 ? `${size} 分钟` : size < 48 * 60 ? `${Math.round(size / 60)} 小时` : `${Math.round(size / 1440)} 天`
  return minutes >= 0 ? `还有 ${words}` : `过了 ${words}`
}

function dayNumber(moment) {
  return Math.floor((new Date(moment).getTime() + 8 * 3600_000) / 86_400_000)
}

/** The moment when this day (2026-12-03) is at this hour in Beijing. */
export function at(date, hour) {
  return new Date(`${date}T${two(hour)}:00:00+08:00`)
}

export function nextDay(date) {
  return new Date(new Date(date + 'T12:00:00Z').getTime() + 86_400_000).toISOString().slice(0, 10)
}

