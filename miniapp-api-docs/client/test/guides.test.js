// The code that the guides show, run as it stands.
import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { code, guidesWithCode } from '../scripts/guides.mjs'
import { Huiyin, HuiyinError, newKey } from '../src/huiyin.js'
import { baseUrl, neighbour, phone, PHOTO, rehearsal } from './people.js'

const Running = /** @type {new (...words: string[]) => (...values: unknown[]) => Promise<void>} */ (
  Object.getPrototypeOf(async () => {}).constructor)

/** What a phone does beyond the shim. */
function screen() {
  const tempFilePath = join(mkdtempSync(join(tmpdir(), 'huiyin-')), 'photo.png')
  writeFileSync(tempFilePath, PHOTO)
  return {
    chooseMedia: async () => ({ tempFiles: [{ tempFilePath }] }),
    showToast() {},
    startPullDownRefresh() {},
    navigateBack() {},
  }
}

/** Whose phone shows it; a resident's, where nothing is said. @type {Record<string, string>} */
const STAFF = { staff: 'demo-dispatcher', visit: 'demo-grid-worker' }

/** A home that nobody has visited yet. */
async function home() {
  const { api } = phone('demo-grid-worker')
  const { id } = await api.call('beginHousehold', { body: { buildingId: 'qinghe-c1-g1-b2', room: 'R' + Math.floor(Math.random() * 2 ** 40) } })
  return id
}

/** Some moment of the last hours by the clock of the service: nobody is in two homes at once. */
async function justNow() {
  const { now } = await rehearsal('GET', '/clock')
  return new Date(new Date(now).getTime() - Math.floor((6 + 14 * Math.random()) * 3_600_000)).toISOString()
}

const guides = guidesWithCode()
assert.ok(guides.length >= 9)

for (const { name, text } of guides) {
  test(`the code of ${name}.md works as it stands`, async () => {
    const { api, wx } = STAFF[name] ? phone(STAFF[name]) : await neighbour()
    const quiet = { log() {} }
    const lines = code(text, true).replace('https://huiyin.example.cn', baseUrl)
    await new Running('api', 'wx', 'Huiyin', 'HuiyinError', 'newKey', 'console', 'home', 'justNow', `{${lines}}`)(
      api, { ...wx, ...screen() }, Huiyin, HuiyinError, newKey, quiet, home, justNow)
  })
}
