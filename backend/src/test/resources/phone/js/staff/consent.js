import { h } from '../dom.js'
import { choice, oneOf, words } from '../forms.js'
import { incomplete } from '../problems.js'

const DEEDS = { TELL: '告知了目的', AGREE: '同意', REFUSE: '谢绝', TAKE_BACK: '收回同意', AGREE_AFTER_ALL: '再联系后同意', REFUSE_AGAIN: '再次谢绝' }
const WAYS = [['PHONE', '电话'], ['IN_PERSON', '当面'], ['WECHAT_GROUP', '微信群'], ['BOARD', '公告栏'], ['PAPER', '书面']]

/** 记意愿: what a home was told, and what it said to being visited. @param {(state: string, name: string) => void} noted */
export function consentButton(device, id, noted) {
  return h('button', { type: 'button', class: 'button', 'data-key': 'note-consent', 'data-tour': 'visit-note-consent', onclick: () => note(device, id, noted).catch((error) => device.tell(error)) }, '记意愿')
}

async function note(device, id, noted) {
  const { deeds } = await device.api.call('getVisitConsent', { path: { id } })
  if (deeds.length === 0) {
    device.toast('现在由社区书记再联系，或者暂时不再问。')
    return
  }
  const deed = oneOf('怎么说的', deeds.map((value) => ({ value, words: DEEDS[value] })))
  const way = choice('用什么方式', WAYS.map(([value, name]) => ({ value, words: name })), { value: 'PHONE' })
  const purpose = words('告知的目的', { value: '看看家里安全，听听有什么需要', rows: 2, max: 200 })
  const said = words('经过（可以不写）', { rows: 2, max: 200 })
  const tell = () => { purpose.view.hidden = deed.value() !== 'TELL' }
  deed.onChange(tell)
  tell()
  const kept = await device.sheet({
    title: '记下走访意愿',
    about: '谢绝的，社区书记会再联系一次；谁也不勉强。',
    body: [deed.view, way.view, purpose.view, said.view],
    fields: { deed, way, purpose, words: said },
    deeds: [{ words: '返回' }, {
      words: '记下',
      kind: 'main',
      key: 'consent-do',
      do: () => {
        if (deed.value() === null) {
          throw incomplete([['deed', '请选一个']])
        }
        return device.api.call('noteVisitConsent', { path: { id }, body: {
          deed: deed.value(), way: way.value(), ...(deed.value() === 'TELL' && { purpose: purpose.value() }), ...(said.value() && { words: said.value() }),
        } })
      },
    }],
  })
  if (kept) {
    noted(kept.state, kept.stateName)
    device.toast(`记下了：${kept.stateName}`)
  }
}
