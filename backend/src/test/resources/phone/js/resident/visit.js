import { h, put } from '../dom.js'
import { fullTime } from '../times.js'

const DEEDS = { AGREE: '同意走访', AGREE_AFTER_ALL: '改为同意', REFUSE: '谢绝', REFUSE_AGAIN: '再次谢绝', TAKE_BACK: '收回同意' }

/** 走访: what for, and whether this home welcomes it. It can be said anew at any time, and without a reason. */
export function consentScreen(device) {
  const view = h('div', { class: 'list' })
  let shown = ''

  async function look() {
    const [consent, visits] = await Promise.all([
      device.api.call('getOwnVisitConsent').catch(notConfirmed),
      device.api.call('listOwnVisits', { query: { size: 10 } }).catch(notConfirmed),
    ])
    const sign = JSON.stringify([consent, visits])
    if (sign !== shown) {
      shown = sign
      put(view, consent ? [state(consent), deeds(consent), made(visits?.items ?? []), past(consent)] : h('p', { class: 'none' }, '住址由网格员确认以后，可以在这里说要不要走访。'))
    }
  }

  function deeds(consent) {
    return h('div', { class: 'buttons' }, consent.deeds.filter((deed) => deed in DEEDS && !(deed === 'AGREE' && consent.state === 'AGREED')).map((deed) => h('button', {
      type: 'button', class: `button ${deed.startsWith('AGREE') ? 'main' : ''}`, 'data-key': deed, 'data-tour': `consent-${deed}`, onclick: (event) => say(deed, event.currentTarget),
    }, DEEDS[deed])))
  }

  async function say(deed, button) {
    button.disabled = true
    try {
      const { stateName } = await device.api.call('sayVisitConsent', { body: { deed } })
      device.toast(`记下了：${stateName}`)
      await look()
    } catch (error) {
      device.tell(error)
    } finally {
      button.disabled = false
    }
  }

  return { title: '走访', view, refresh: look }
}

function state({ home, stateName, since, told }) {
  return h('section', { class: 'card' }, h('h3', {}, home), h('p', { 'data-tour': 'consent-state' }, `现在：${stateName}`, since && h('span', { class: 'small' }, `　${fullTime(since)}`)),
    told && h('p', {}, `为了什么：${told.purpose}`, h('span', { class: 'small' }, `　${told.wayName} · ${fullTime(told.at)}`)),
    h('p', { class: 'small' }, '随时可以改。谢绝不用说原因，也不影响别的服务。'))
}

function made(visits) {
  return visits.length > 0 && h('section', { class: 'card' }, h('h3', {}, '来过我家的'), visits.map(({ at, by, wayName, outcomeName, toHousehold }) =>
    h('p', { class: 'keep' }, `${fullTime(at)} ${by}`, h('span', { class: 'small' }, `　${wayName} · ${outcomeName}`), toHousehold && h('span', { class: 'said' }, toHousehold))))
}

function past({ history }) {
  return history?.length > 0 && h('section', { class: 'card' }, h('h3', {}, '经过'), h('ol', { class: 'timeline' }, history.map(({ deedName, by, wayName, at, words }) => h('li', {},
    h('span', {}, h('strong', {}, deedName), ' ', h('span', { class: 'small' }, `${by} · ${wayName}`)),
    words && h('span', { class: 'keep' }, words), h('span', { class: 'small' }, fullTime(at))))))
}

function notConfirmed(error) {
  if (error.code === 'HOME_NOT_CONFIRMED') {
    return null
  }
  throw error
}
