import { h, put } from './dom.js'
import { messageLine } from './lines.js'

/** 站内信: everything that was ever told, whatever was subscribed. */
export function inboxScreen(device, open) {
  const view = h('div', { class: 'list' })
  let shown = ''
  return {
    title: '站内信',
    view,
    async refresh() {
      const { items } = await device.api.call('listInbox', { query: { size: 50 } })
      const sign = JSON.stringify(items)
      if (sign !== shown) {
        shown = sign
        put(view, items.length === 0 && h('p', { class: 'none' }, '还没有消息。'),
          items.map((message) => messageLine(message, () => read(device, message, open))))
      }
    },
  }
}

async function read(device, message, open) {
  try {
    if (!message.readAt) {
      await device.api.call('readMessage', { path: { id: message.id } })
    }
  } catch (error) {
    device.tell(error)
  }
  open(device, message.page)
  device.refresh()
}
