import { h, icon, put, newId } from './dom.js'
import { clockTime } from './times.js'
import { mail } from './mail.js'
import { patiently } from './patience.js'
import { time } from './time.js'
import { problem } from './problems.js'
import { openSheet } from './sheets.js'

const BANNER_STAYS = 7000
const LOOKS_AGAIN = 4000

/**
 * A phone: WeChat's bars at the bottom, and a stack of screens behind each. A screen is
 * `{ title, view, refresh?, shown?, hidden?, leave? }`; refresh is called when the clock moved, a message came, or a while
 * has passed. What listens does so only while it is shown: a browser keeps six connections and no more.
 */
export class Device {
  /**
   * @param {object} settings
   * @param {HTMLElement} settings.place
   * @param {string} settings.name
   * @param {{ id: string, name: string, root: (device: Device) => object, unread?: (device: Device) => number }[]} settings.tabs
   */
  constructor({ place, name, tabs }) {
    this.tabs = tabs
    this.name = name
    this.person = null
    this.stacks = new Map()
    this.current = tabs[0].id
    this.sheets = []
    this.built = this.build()
    this.chooser = h('div', { class: 'who' })
    place.append(h('div', { class: 'phone-of' }, this.chooser, this.built))
    time.addEventListener('tick', () => put(this.hour, clockTime(time.now())))
    time.addEventListener('moved', () => this.refresh())
    setInterval(() => document.visibilityState === 'visible' && this.refresh(), LOOKS_AGAIN)
  }

  build() {
    this.hour = h('span')
    this.title = h('h2', { tabindex: '-1', id: newId('title') })
    this.back = h('button', { class: 'back', type: 'button', 'aria-label': '返回', onclick: () => this.pop() }, '‹')
    this.screenPlace = h('div', { class: 'screen', role: 'region', 'aria-labelledby': this.title.id })
    this.nav = h('div', { class: 'nav', role: 'tablist', 'aria-label': `${this.name}：微信` })
    this.live = h('div', { class: 'visually-hidden', role: 'status' })
    const phone = h('div', { class: 'phone' },
      h('div', { class: 'status', 'aria-hidden': 'true' }, this.hour, h('span', {}, '微信替身')),
      h('div', { class: 'bar' }, this.back, this.title), this.screenPlace, this.nav, this.live)
    phone.addEventListener('keydown', (event) => this.pressed(event))
    return phone
  }

  /** Escape leads back, where nothing nearer took it. */
  pressed(event) {
    if (event.key === 'Escape' && this.sheets.length === 0 && this.stack().length > 1) {
      event.preventDefault()
      this.pop()
    }
    if (event.target.closest('.nav') && ['ArrowLeft', 'ArrowRight'].includes(event.key)) {
      const at = this.tabs.findIndex((tab) => tab.id === this.current) + (event.key === 'ArrowRight' ? 1 : -1)
      this.choose(this.tabs.at(at % this.tabs.length).id)
      this.nav.querySelector('[aria-selected="true"]').focus()
    }
  }

  /** Somebody takes the phone into their hand: it begins anew. */
  async belongsTo(person) {
    this.stacks.forEach((stack) => stack.forEach((screen) => screen.leave?.()))
    this.stacks.clear()
    this.sheets.slice().forEach((sheet) => sheet.close())
    this.person = person
    await patiently(() => person.api.login())
    await Promise.all([mail.load(person.openid), mail.load(person.mpOpenid)])
    this.seen = new Map(this.tabs.map((tab) => [tab.id, tab.unread?.(this) ?? 0]))
    this.tabs.forEach((tab) => this.stacks.set(tab.id, [tab.root(this)]))
    this.choose(this.tabs[0].id)
  }

  get api() {
    return this.person.api
  }

  stack() {
    return this.stacks.get(this.current) ?? []
  }

  choose(tab) {
    this.current = tab
    this.draw()
  }

  push(screen, tab = this.current) {
    this.current = tab
    this.stack().push(screen)
    this.draw()
    this.title.focus({ preventScroll: true })
  }

  /** In place of the screen that is shown. */
  replace(screen) {
    this.stack().pop()?.leave?.()
    this.push(screen)
  }

  pop() {
    if (this.stack().length > 1) {
      this.stack().pop().leave?.()
      this.draw()
      this.title.focus({ preventScroll: true })
    }
  }

  home(tab) {
    this.stacks.get(tab).splice(1).forEach((screen) => screen.leave?.())
    this.choose(tab)
  }

  draw() {
    const screen = this.stack().at(-1)
    if (!screen) {
      return
    }
    this.title.textContent = screen.title
    this.back.hidden = this.stack().length < 2
    this.screenPlace.className = 'screen ' + (screen.class ?? '')
    if (screen.view.childNodes.length === 0) {
      screen.view.append(h('p', { class: 'none' }, '正在打开…'))
    }
    if (this.onTop !== screen) {
      this.onTop?.hidden?.()
      this.onTop = screen
    }
    this.screenPlace.replaceChildren(screen.view)
    this.screenPlace.scrollTop = 0
    this.drawNav()
    this.refresh()
    screen.shown?.()
  }

  drawNav() {
    put(this.nav, this.tabs.map((tab) => {
      const count = tab.unread?.(this) ?? 0
      if (tab.id === this.current) {
        this.seen.set(tab.id, count)
      }
      const fresh = count - (this.seen.get(tab.id) ?? 0)
      return h('button', {
        type: 'button', role: 'tab', 'data-key': tab.id, 'data-tour': `${this.built.parentElement?.parentElement?.id}-${tab.id}`,
        'aria-selected': String(tab.id === this.current), tabindex: tab.id === this.current ? 0 : -1,
        onclick: () => (tab.id === this.current ? this.home(tab.id) : this.choose(tab.id)),
      }, icon(tab.id), tab.name, fresh > 0 && h('span', { class: 'dot', 'aria-label': `${fresh} 条新消息` }, fresh > 99 ? '99+' : fresh))
    }))
  }

  async refresh() {
    const screen = this.stack().at(-1)
    if (screen?.refresh && !screen.busy) {
      screen.busy = true
      await screen.refresh().then(() => { screen.trouble = null }, (error) => this.troubled(screen, error))
        .finally(() => { screen.busy = false })
    }
  }

  /** The first time is said; while it lasts it is not repeated every few seconds. */
  troubled(screen, error) {
    if (screen.trouble !== (error.code ?? error.message)) {
      screen.trouble = error.code ?? error.message
      this.tell(error)
    }
  }

  sheet(settings) {
    return openSheet(this, settings)
  }

  /** Something went wrong, in the words of the service. */
  tell(error) {
    const { words, todo } = problem(error)
    this.toast(todo ? `${words}（${todo}）` : words, 'bad')
  }

  toast(words, kind = '') {
    this.built.querySelector('.toast')?.remove()
    const toast = h('div', { class: `toast fades ${kind}` }, words)
    this.built.append(toast)
    this.live.textContent = words
    setTimeout(() => toast.remove(), kind === 'bad' ? 6000 : 3200)
  }

  banner({ tab, title, words, onOpen }) {
    this.drawNav()
    this.refresh()
    if (tab === this.current && this.stack().length === 1) {
      return
    }
    this.built.querySelector('.banner')?.remove()
    const banner = h('button', { class: 'banner', type: 'button', onclick: () => { banner.remove(); onOpen() } },
      icon(tab), h('strong', {}, title), h('span', {}, words))
    this.built.append(banner)
    this.live.textContent = `${title}：${words}`
    setTimeout(() => banner.remove(), BANNER_STAYS)
  }
}
