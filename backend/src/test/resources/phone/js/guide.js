import { h, put } from './dom.js'
import { mail } from './mail.js'
import { parts } from './times.js'
import { time } from './time.js'
import { titleOf } from './notices.js'

const LOOKS_EVERY = 500
const OFFERED = 'huiyin.guide-offered'

const inside = (place, key) => `#${place} [data-tour="${key}"]`
const sheetOr = (place, key) => [inside(place, `${place}-sheet-do`), inside(place, key)]

/**
 * The journey, a tap at a time. `taps` are selectors, the first that is on the page is ringed; `done` looks at the page and
 * at the ticket as it is now; `hands` gives the staff phone to whoever plays that part.
 */
const STEPS = [
  { place: 'clock', title: '现在是夜里，先拨到上班的早上', about: '这里的时钟可以往前拨。夜里平常的消息不打扰人。', taps: [inside('clock', 'clock-morning')], done: () => !isNight(), skipIf: () => !isNight() },
  { place: 'resident', title: '林小满家楼道的灯坏了：点“我要反映”', about: '这是居民的手机。', taps: [inside('resident', 'report')], done: () => seen(inside('resident', 'report-submit')) },
  { place: 'resident', title: '点“用个例子”，文字和照片就写好了', about: '边写边看得出是哪一类，还告诉您怎么说清楚。', taps: [inside('resident', 'report-example')], done: () => document.querySelector('#resident textarea')?.value !== '' && seen('#resident .photos img') },
  { place: 'resident', title: '点“提交”，再点“允许”', about: '微信要居民点过“允许”，才能给他发进展。', taps: [inside('resident', 'subscribe-yes'), inside('resident', 'report-submit')], done: (guide) => guide.findTicket() },
  { place: 'staff', hands: 'dispatcher', title: '社区管理员孙春分：打开这件事', about: '这是工作人员的手机，已经换成她拿着。', taps: ['#staff .item[data-no="{no}"]'], done: (guide) => seen(`#staff .list[data-no="${guide.no}"] .stages`) },
  { place: 'staff', title: '点“分类”，看一眼建议，确认', about: '分类是按文字猜的，由人来定。', taps: sheetOr('staff', 'staff-CLASSIFY'), done: (guide) => guide.reached('CLASSIFIED') },
  { place: 'staff', title: '点“转办”，交给物业', about: '谁负责哪类事，街道早就定好了；首接的单位一管到底。', taps: sheetOr('staff', 'staff-DISPATCH'), done: (guide) => guide.reached('DISPATCHED') },
  { place: 'staff', hands: 'handler', title: '物业的王谷雨：打开这件事，点“接单”', about: '居民的手机不用刷新，进展自己就变了。', taps: [inside('staff', 'staff-sheet-do'), inside('staff', 'staff-ACCEPT'), '#staff .item[data-no="{no}"]'], done: (guide) => guide.reached('IN_PROGRESS') },
  { place: 'clock', title: '一天一天往前拨，直到他收到“时限提醒”', about: '答复时限按工作日算，周末和放假不算；快到期会提醒，过期会往上报。', taps: [inside('clock', 'clock-day')], done: (guide) => guide.reminded() },
  { place: 'staff', title: '修好了：打开这件事，点“答复”', about: '写上怎么办的，例如“灯管已更换，楼道恢复照明”。', taps: [inside('staff', 'staff-sheet-do'), inside('staff', 'staff-REPLY'), '#staff .item[data-no="{no}"]', inside('staff', 'staff-app')], done: (guide) => guide.reached('REPLIED') },
  { place: 'resident', title: '居民收到了：打开“服务通知”', about: '和真的微信里一样的卡片。没有点过允许的，会走公众号或站内信，总有一条路。', taps: [inside('resident', 'resident-notices')], done: () => document.querySelector('#resident .bar h2')?.textContent === '服务通知' },
  { place: 'resident', title: '点开通知，点“评价”', about: '没解决或者打 1、2 分，会自动重新办理并督办。', taps: [inside('resident', 'resident-sheet-do'), inside('resident', 'resident-CALLBACK'), '#resident .notice .open'], done: (guide) => guide.ticket?.rated },
  { place: 'resident', title: '走完了：件件有着落，事事有回音', about: '还可以试试：预约走访、和公众号说话、换网格员或督办来看，或者一直不答复，看看会怎样。', taps: [], done: () => false, last: true },
]

function isNight() {
  const { hour } = parts(time.now())
  return hour >= 21 || hour < 8
}

const seen = (selector) => document.querySelector(selector) !== null

/** 带我走一遍: a card at the bottom, and a ring around the next tap. */
export class Guide {
  /** @param {{ devices: Record<string, import('./device.js').Device>, take: (phone: string, part: string) => Promise<void>, places: { show(name: string): void } }} stage */
  constructor({ devices, take, places }) {
    this.devices = devices
    this.take = take
    this.places = places
    this.place = document.getElementById('guide')
    this.at = -1
    document.getElementById('begin-guide').addEventListener('click', () => this.begin())
  }

  /** Once in this tab; whoever wants to look around alone is left alone. */
  offer() {
    if (sessionStorage.getItem(OFFERED)) {
      return
    }
    sessionStorage.setItem(OFFERED, 'true')
    this.show(h('h2', {}, '第一次来？一分钟看懂：一件事从反映到回音'),
      h('p', {}, '居民的手机、工作人员的手机，和一个可以往前拨的时钟。'),
      h('div', { class: 'deeds' }, h('button', { type: 'button', onclick: () => this.close() }, '自己看看'),
        h('button', { type: 'button', class: 'main', onclick: () => this.begin() }, '带我走一遍')))
  }

  async begin() {
    this.no = null
    this.ticket = null
    this.filedBefore = new Set((await this.mine()).map(({ no }) => no))
    this.devices.resident.home('app')
    clearInterval(this.looking)
    this.looking = setInterval(() => this.look().catch(() => {}), LOOKS_EVERY)
    await this.step(0)
  }

  async mine() {
    return (await this.devices.resident.api.call('listTickets', { query: { scope: 'mine', size: 20 } })).items
  }

  async step(at) {
    this.at = at
    const step = STEPS[at]
    if (step.skipIf?.()) {
      return this.step(at + 1)
    }
    this.begunAt = time.now()
    this.places.show(step.place)
    if (step.hands) {
      await this.take('staff', step.hands)
    }
    this.draw(step)
    return this.look()
  }

  draw({ title, about, last }) {
    const number = this.at + 1
    const track = h('i')
    track.style.width = `${(100 * number) / STEPS.length}%`
    this.show(h('div', { class: 'track', 'aria-hidden': 'true' }, track),
      h('h2', { role: 'status' }, title), h('p', {}, about),
      h('div', { class: 'deeds' }, h('span', { class: 'step' }, `第 ${number} 步，共 ${STEPS.length} 步`), h('button', { type: 'button', onclick: () => this.close() }, last ? '知道了' : '不走了'),
        !last && h('button', { type: 'button', onclick: () => this.step(this.at + 1) }, '跳过这步')))
  }

  show(...inside) {
    document.body.classList.add('guided')
    put(this.place, h('aside', { class: 'guide-card fades', 'aria-label': '带我走一遍' }, inside))
  }

  close() {
    clearInterval(this.looking)
    this.ring(null)
    this.at = -1
    document.body.classList.remove('guided')
    put(this.place)
  }

  /** Is it done? Then on to the next; else the ring goes to what is to be tapped now. */
  async look() {
    if (this.busy || this.at < 0) {
      return
    }
    this.busy = true
    try {
      if (this.no) {
        this.ticket = (await this.devices.resident.api.poll(this.no)).ticket
      }
      const step = STEPS[this.at]
      if (await step.done(this)) {
        this.busy = false
        await this.step(this.at + 1)
      } else {
        this.ring(step.taps.map((tap) => document.querySelector(tap.replace('{no}', this.no))).find((found) => found?.offsetParent) ?? null)
      }
    } finally {
      this.busy = false
    }
  }

  ring(element) {
    if (element !== this.ringed) {
      this.ringed?.classList.remove('ringed')
      element?.classList.add('ringed')
      element?.scrollIntoView({ block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
      this.ringed = element
    }
  }

  async findTicket() {
    this.no = (await this.mine()).find(({ no }) => !this.filedBefore.has(no))?.no ?? null
    return this.no !== null
  }

  reached(stage) {
    const order = ['SUBMITTED', 'CLASSIFIED', 'DISPATCHED', 'IN_PROGRESS', 'REPLIED', 'ARCHIVED']
    return order.indexOf(this.ticket?.stage) >= order.indexOf(stage)
  }

  /** The one who holds the staff phone was reminded since this step began. */
  reminded() {
    const { openid, mpOpenid } = this.devices.staff.person
    return mail.of((message) => [openid, mpOpenid].includes(message.openid) && titleOf(message).includes('时限') && new Date(message.at) >= this.begunAt).length > 0
  }
}
