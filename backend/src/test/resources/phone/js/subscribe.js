import { tick } from './forms.js'

/** WeChat's own question, as it looks there. Who closes it has declined. */
export async function subscribeSheet(device, ids, templates) {
  const titles = new Map(templates.map(({ id, title }) => [id, title]))
  const ticks = ids.map((id) => [id, tick(titles.get(id) ?? '通知', { checked: true })])
  const all = (answer) => Object.fromEntries(ticks.map(([id, one]) => [id, answer === 'accept' && one.value() ? 'accept' : 'reject']))
  const answered = await device.sheet({
    title: '“青禾社区服务”想给您发通知',
    about: '在“服务通知”里可以看到，每次允许可以发一条。不允许也照样办事。',
    body: ticks.map(([, one]) => one.view),
    deeds: [{ words: '拒绝', do: () => all('reject'), key: 'subscribe-no' }, { words: '允许', kind: 'wechat', do: () => all('accept'), key: 'subscribe-yes' }],
  })
  return answered ?? all('reject')
}
