/** The rehearsal's own calls: what no mini-program has. */

async function asked(path, body) {
  const answer = await fetch(path, body === undefined ? {} : {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  const told = await answer.json().catch(() => ({}))
  if (!answer.ok) {
    throw Object.assign(new Error(told.detail ?? '演练的服务没有正常回答'), { detail: told.detail ?? '演练的服务没有正常回答，请看看它还在运行吗' })
  }
  return told
}

export const people = async () => (await asked('/rehearsal/people')).items

export const templates = async () => (await asked('/rehearsal/wechat/templates')).items

/** Fills the buildings of the demo street with homes, the same ones each time. */
export const fillHomes = () => asked('/rehearsal/households', {})

export const menu = async () => (await asked('/rehearsal/wechat/menu')).button

export const readClock = async () => new Date((await asked('/rehearsal/clock')).now)

/** @param {number} seconds how far ahead */
export const moveClock = async (seconds) => new Date((await asked('/rehearsal/clock', { advance: `PT${Math.round(seconds)}S` })).now)

/** What a person does in the official account: `{text}`, `{menu}`, `{follow}`… */
export const says = async (openid, deed) => (await asked('/rehearsal/wechat/says', { openid, ...deed })).reply

/** @param {{ openid?: string, since?: string }} wanted */
export async function messages({ openid, since }) {
  const found = []
  let cursor = null
  do {
    const query = new URLSearchParams({ ...(openid && { openid }), ...(since && { since }), ...(cursor && { cursor }) })
    const page = await asked('/rehearsal/wechat/messages?' + query)
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return found
}
