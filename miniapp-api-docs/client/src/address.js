/**
 * The whole address of a call.
 *
 * @param {string} baseUrl
 * @param {import('./types.js').Operation} operation
 * @param {import('./types.js').LooseOptions} options
 */
export function address(baseUrl, operation, options) {
  return baseUrl + filled(operation.path, /** @type {Record<string, unknown>} */ (options.path ?? {})) + asked(/** @type {Record<string, unknown>} */ (options.query ?? {}))
}

/**
 * @param {string} path
 * @param {Record<string, unknown>} words
 */
function filled(path, words) {
  return path.replace(/\{(\w+)\}/g, (_, name) => {
    const word = words[name]
    if (word === undefined || word === null || word === '') {
      throw new TypeError(`${path} needs path.${name}`)
    }
    return encodeURIComponent(String(word))
  })
}

/** @param {Record<string, unknown>} query a list is written as the same word several times */
function asked(query) {
  const words = Object.entries(query)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => /** @type {const} */ ([name, one])))
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
  return words.length === 0 ? '' : '?' + words.join('&')
}
