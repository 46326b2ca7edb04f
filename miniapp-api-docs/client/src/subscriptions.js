import { newKey } from './keys.js'

/** Questions for subscriptions, and the answers on their way to the service. */
export class Subscriptions {
  /**
   * @param {import('./huiyin.js').Huiyin} api
   * @param {import('./types.js').WxLike} wx
   */
  constructor(api, wx) {
    this.api = api
    this.wx = wx
    /** @type {Map<string, string[]>} */
    this.prepared = new Map()
  }

  /**
   * @param {string} occasion
   * @returns {Promise<string[]>} the ids of the templates
   */
  async prepare(occasion) {
    const { items } = await this.api.call('listTemplatesToAsk', { query: { occasion } })
    const ids = items.map((template) => template.templateId)
    this.prepared.set(occasion, ids)
    return ids
  }

  /**
   * @param {string} occasion
   * @returns {Promise<import('./types.js').Subscribed>}
   */
  async ask(occasion) {
    try {
      // No await where the templates are at hand: the question must come straight from the tap.
      const ids = this.prepared.get(occasion) ?? await this.prepare(occasion)
      const results = await this.asked(ids)
      await this.report(results)
      return { results, skipped: null }
    } catch (failure) {
      return { results: {}, skipped: reason(failure) }
    }
  }

  /**
   * @param {string[]} tmplIds
   * @returns {Promise<import('./types.js').Subscribed['results']>}
   */
  asked(tmplIds) {
    return new Promise((resolve, reject) => {
      if (!this.wx.requestSubscribeMessage || tmplIds.length === 0) {
        reject(new Error('nothing to ask'))
        return
      }
      this.wx.requestSubscribeMessage({
        tmplIds,
        success: (answer) => resolve(Object.fromEntries(tmplIds.filter((id) => id in answer).map((id) => [id, answer[id]]))),
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      })
    })
  }

  /** @param {import('./types.js').Subscribed['results']} results */
  async report(results) {
    if (Object.keys(results).length > 0) {
      await this.api.call('recordGrants', { body: { results }, key: newKey() })
    }
  }
}

/** @param {unknown} failure */
function reason(failure) {
  return failure instanceof Error ? failure.message : String(failure)
}
