import { h } from './dom.js'

/** What the person can do about it, by what the client advises. */
const TODO = {
  TRY_AGAIN: '请稍后再点一次，不会重复办理',
  REFRESH: '已经为您刷新，请看过再操作',
  LOG_IN: '请重新登录',
  GO_BACK: '请返回上一页',
  REPORT: '请把编号告诉管理员',
}

/** @returns {{ words: string, todo: string | null }} */
export function problem(error) {
  const words = error.detail ?? '页面出了一点问题，请刷新后再试'
  if (error.detail === undefined) {
    console.error(error)
  }
  if (error.advice === 'WAIT' && error.retryAfter) {
    return { words, todo: `${waiting(error.retryAfter)}后可以再试` }
  }
  const todo = TODO[error.advice] ?? null
  return { words, todo: error.advice === 'REPORT' && error.traceId ? `${todo}：${error.traceId}` : todo }
}

/** Something is still missing in a form: told as the service would tell it. @param {[field: string, detail: string][]} faults */
export function incomplete(faults) {
  return Object.assign(new Error(faults[0][1]), { detail: faults[0][1], errors: faults.map(([field, detail]) => ({ field, detail })) })
}

function waiting(seconds) {
  return seconds < 90 ? `${seconds} 秒` : seconds < 5400 ? `${Math.round(seconds / 60)} 分钟` : `${Math.round(seconds / 3600)} 小时`
}

/** Where a form shows what was refused; each field's own fault stands beside it. */
export function problemBox(error, fields = {}) {
  const { words, todo } = problem(error)
  const elsewhere = (error.errors ?? []).filter(({ field, detail }) => !fields[field]?.wrong(detail))
  return h('div', { class: 'problem', role: 'alert' },
    h('strong', {}, words), elsewhere.filter(({ detail }) => detail !== words).map(({ detail }) => h('span', {}, detail)), todo && h('span', { class: 'todo' }, todo))
}
