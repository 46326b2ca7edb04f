/**
 * Makes elements. What is given as text stays text: nothing here reads HTML, so nobody's words can become any.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} [said] attributes; `on…` listens, `class` and `data-…` as in HTML; null and false leave out
 * @param {...unknown} inside elements, text, lists of both; null and false leave out
 */
export function h(tag, said = {}, ...inside) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(said)) {
    set(element, name, value)
  }
  element.append(...flat(inside))
  return element
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) {
    return
  }
  if (name.startsWith('on')) {
    element.addEventListener(name.slice(2), value)
  } else if (name === 'value' || name === 'checked' || name === 'disabled') {
    element[name] = value
  } else {
    element.setAttribute(name, value === true ? '' : String(value))
  }
}

function flat(inside) {
  return inside.flat(Infinity).filter((one) => one !== null && one !== undefined && one !== false)
    .map((one) => (one instanceof Node ? one : String(one)))
}

/** Puts new things into an element; whoever had the focus on something with a `data-key` keeps it. */
export function put(element, ...inside) {
  const key = element.contains(document.activeElement) ? document.activeElement.dataset.key : undefined
  const at = element.scrollTop
  element.replaceChildren(...flat(inside))
  element.scrollTop = at
  if (key !== undefined) {
    element.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true })
  }
  return element
}

/** Drawings of our own, as paths on a square of 24. */
const DRAWINGS = {
  app: 'M4 11.5 12 5l8 6.5V20h-5.5v-5h-5v5H4z',
  notices: 'M12 4a6 6 0 0 0-6 6v4l-2 3h16l-2-3v-4a6 6 0 0 0-6-6zm-2 15a2 2 0 0 0 4 0',
  chat: 'M4 5h16v11H10l-4 4v-4H4z',
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', DRAWINGS[name])
  path.setAttribute('fill', 'none')
  path.setAttribute('stroke', 'currentColor')
  path.setAttribute('stroke-width', '1.8')
  path.setAttribute('stroke-linejoin', 'round')
  svg.append(path)
  return svg
}

let ids = 0

export function newId(word) {
  return `${word}-${++ids}`
}
