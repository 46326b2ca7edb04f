/**
 * A small `wx` over fetch, for Node and the browser: enough of it to run the client. What a mini-program would ask the
 * person (login, subscriptions) is answered by functions that are given.
 *
 * @typedef {object} ShimSettings
 * @property {string | (() => string | Promise<string>)} [code] what wx.login gives
 * @property {{ getItem(key: string): string | null, setItem(key: string, value: string): void, removeItem(key: string): void }} [storage] localStorage, for one; by default things are kept in memory
 * @property {typeof fetch} [fetch]
 * @property {(tmplIds: string[]) => Record<string, string> | Promise<Record<string, string>>} [subscribe] what the person answers
 *
 * @param {ShimSettings} settings
 */
export function wxShim({ code = 'demo-resident', storage = inMemory(), fetch = globalThis.fetch.bind(globalThis), subscribe } = {}) {
  /** @type {((state: { isConnected: boolean }) => void)[]} */
  const listeners = []

  return {
    /** @param {Parameters<import('./types.js').WxLike['request']>[0]} options */
    request(options) {
      return asked(fetch, options)
    },

    /** @param {Parameters<import('./types.js').WxLike['uploadFile']>[0]} options */
    uploadFile({ url, filePath, name, header, timeout, success, fail }) {
      void (async () => {
        const form = new FormData()
        const { blob, fileName } = await asBlob(filePath)
        form.append(name, blob, fileName)
        const answer = await fetch(url, { method: 'POST', headers: header ?? {}, body: form, ...(timeout && { signal: AbortSignal.timeout(timeout) }) })
        return { statusCode: answer.status, data: await answer.text(), header: Object.fromEntries(answer.headers), errMsg: 'uploadFile:ok' }
      })().then(success, (error) => fail?.({ errMsg: failed('uploadFile', error) }))
      return { abort() {} }
    },

    /** @param {Parameters<import('./types.js').WxLike['login']>[0]} options */
    login({ success, fail }) {
      Promise.resolve(typeof code === 'function' ? code() : code)
        .then((given) => success?.({ code: given }), (error) => fail?.({ errMsg: failed('login', error) }))
    },

    /** @param {Parameters<NonNullable<import('./types.js').WxLike['requestSubscribeMessage']>>[0]} options */
    requestSubscribeMessage({ tmplIds, success, fail }) {
      Promise.resolve(subscribe ? subscribe(tmplIds) : Object.fromEntries(tmplIds.map((id) => [id, 'accept'])))
        .then((answers) => success?.({ errMsg: 'requestSubscribeMessage:ok', ...answers }),
          (error) => fail?.({ errMsg: failed('requestSubscribeMessage', error) }))
    },

    /** @param {string} key */
    getStorageSync(key) {
      const kept = storage.getItem(key)
      return kept === null ? '' : JSON.parse(kept)
    },

    /**
     * @param {string} key
     * @param {unknown} value
     */
    setStorageSync(key, value) {
      storage.setItem(key, JSON.stringify(value))
    },

    /** @param {string} key */
    removeStorageSync(key) {
      storage.removeItem(key)
    },

    /** @param {(state: { isConnected: boolean }) => void} listener */
    onNetworkStatusChange(listener) {
      listeners.push(listener)
    },

    /** Not of WeChat: tells the program that the network went or came. @param {boolean} isConnected */
    networkIs(isConnected) {
      listeners.forEach((listener) => listener({ isConnected }))
    },
  }
}

/** @returns {NonNullable<ShimSettings['storage']>} */
export function inMemory() {
  /** @type {Map<string, string>} */
  const kept = new Map()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

/**
 * @param {typeof fetch} fetch
 * @param {Parameters<import('./types.js').WxLike['request']>[0]} options
 * @returns {Required<import('./types.js').RequestTaskLike>}
 */
function asked(fetch, { url, method = 'GET', header = {}, data, timeout = 60_000, enableChunked = false, success, fail }) {
  const abort = new AbortController()
  const alarm = setTimeout(() => abort.abort(new Error('timeout')), timeout)
  /** @type {((chunk: { data: ArrayBuffer }) => void)[]} */
  const listeners = []
  void (async () => {
    const answer = await fetch(url, { method, headers: header, signal: abort.signal, ...(data !== undefined && { body: data }) })
    const body = enableChunked ? await inChunks(answer, listeners) : parsed(await answer.text())
    return { statusCode: answer.status, data: body, header: Object.fromEntries(answer.headers), errMsg: 'request:ok' }
  })()
    .finally(() => clearTimeout(alarm))
    .then((answer) => success?.(answer), (error) => fail?.({ errMsg: failed('request', abort.signal.reason ?? error) }))
  return {
    abort: () => abort.abort(new Error('abort')),
    onChunkReceived: (listener) => void listeners.push(listener),
  }
}

/**
 * @param {Response} answer
 * @param {((chunk: { data: ArrayBuffer }) => void)[]} listeners
 */
async function inChunks(answer, listeners) {
  if (!answer.ok || !answer.body) {
    return parsed(await answer.text())
  }
  const reader = answer.body.getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const data = piece.value.slice().buffer
    listeners.forEach((listener) => listener({ data }))
  }
  return ''
}

/** As wx.request does: JSON where it is JSON, text elsewhere. @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/**
 * @param {unknown} file a Blob or File, the address of a blob, or in Node a path
 * @returns {Promise<{ blob: Blob, fileName: string }>}
 */
async function asBlob(file) {
  if (file instanceof Blob) {
    return { blob: file, fileName: 'name' in file ? String(file.name) : 'file' }
  }
  const path = String(file)
  if (/^(blob|data|https?):/.test(path)) {
    return { blob: await (await globalThis.fetch(path)).blob(), fileName: 'file' }
  }
  const nodeFiles = 'node:fs/promises'
  const { readFile } = await import(/* @vite-ignore */ nodeFiles)
  return { blob: new Blob([await readFile(path)]), fileName: path.split('/').pop() ?? 'file' }
}

/**
 * @param {string} what
 * @param {unknown} error
 */
function failed(what, error) {
  const message = error instanceof Error ? error.message : String(error)
  return `${what}:fail ${message === 'timeout' || /timed? ?out|TimeoutError/i.test(message) ? 'timeout' : message}`
}
