// The code that the guides show, run as it stands.
import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { code, guidesWithCode } from '../scripts/guides.mjs'
import { Huiyin, HuiyinError, newKey } from '../src/huiyin.js'
import { baseUrl, neighbour, phone, PHOTO } from './people.js'

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

const guides = guidesWithCode()
assert.ok(guides.length >= 9)

for (const { name, text } of guides) {
  test(`the code of ${name}.md works as it stands`, async () => {
    const { api, wx } = name === 'staff' ? phone('demo-dispatcher') : await neighbour()
    const quiet = { log() {} }
    const lines = code(text, true).replace('https://huiyin.example.cn', baseUrl)
    await new Running('api', 'wx', 'Huiyin', 'HuiyinError', 'newKey', 'console', `{${lines}}`)(
      api, { ...wx, ...screen() }, Huiyin, HuiyinError, newKey, quiet)
  })
}
