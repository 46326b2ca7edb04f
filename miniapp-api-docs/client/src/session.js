import { refused, unanswered, HuiyinError } from './problem.js'
import { lowered } from './transport.js'

/** @typedef {import('./types.js').Session} Kept */

/** Who is logged in on this device. However many calls find out at once that the session is over, there is one login. */
export class SessionKeeper {
  /**
   * @param {import('./types.js').WxLike} wx
   * @param {string} baseUrl
   * @param {string} place where in storage
   * @param {number} timeout
   */
  constructor(wx, baseUrl, place, timeout) {
    this.wx = wx
    this.baseUrl = baseUrl
    this.place = place
    this.timeout = timeout
    /** @type {Kept | null} */
    this.kept = wx.getStorageSync(place) || null
    /** @type {Promise<Kept> | null} */
    this.underWay = null
    this.left = false
  }

  /** @returns {Promise<Kept>} the session at hand, or else a new one */
  async current() {
    if (this.left && !this.kept) {
      throw new HuiyinError({ status: 401, code: 'LOGIN_REQUIRED', title: '请先登录', detail: '您已退出登录，请重新登录' })
    }
    return this.kept ?? this.login()
  }

  /**
   * A session other than the one that was just refused.
   *
   * @param {string} token which was refused
   */
  async after(token) {
    return this.kept && this.kept.token !== token ? this.kept : this.login()
  }

  /** Logs in, once for all who ask meanwhile. */
  login() {
    if (!this.underWay) {
      this.underWay = this.opened().finally(() => {
        this.underWay = null
      })
    }
    return this.underWay
  }

  async opened() {
    const session = await this.exchanged(await this.code()).catch((error) => this.withAnotherCode(error))
    this.left = false
    this.kept = session
    this.wx.setStorageSync(this.place, session)
    return session
  }

  /**
   * A code is good once and for five minutes; WeChat gives another.
   *
   * @param {unknown} error
   */
  async withAnotherCode(error) {
    if (error instanceof HuiyinError && error.code === 'LOGIN_CODE_INVALID') {
      return this.exchanged(await this.code())
    }
    throw error
  }

  /** @returns {Promise<string>} */
  code() {
    return new Promise((resolve, reject) => this.wx.login({
      success: ({ code }) => resolve(code),
      fail: ({ errMsg }) => reject(unanswered(errMsg, null)),
    }))
  }

  /**
   * @param {string} code
   * @returns {Promise<Kept>}
   */
  exchanged(code) {
    return new Promise((resolve, reject) => this.wx.request({
      url: this.baseUrl + '/api/v1/sessions',
      method: 'POST',
      header: { 'Content-Type': 'application/json' },
      data: JSON.stringify({ code }),
      timeout: this.timeout,
      success: ({ statusCode, data, header }) => statusCode === 201
        ? resolve(data)
        : reject(refused(statusCode, data, lowered(header), null)),
      fail: ({ errMsg }) => reject(unanswered(errMsg, null)),
    }))
  }

  forget() {
    this.kept = null
    this.left = true
    this.wx.removeStorageSync(this.place)
  }
}
