// What is wrong with the page as it is shown now, each fault a line. Run by the test in a browser; the body of a function.
// Names and targets: WCAG 2.2, 4.1.2 and 2.5.5 (44 px); contrast: 1.4.3 (AA).
const TARGET = 44
const CONTROLS = 'button, select, textarea, input, a[href], [role="tab"], [tabindex="0"]'
const faults = []

const shown = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !element.closest('.visually-hidden')
const all = (selector) => [...document.querySelectorAll(selector)].filter(shown)
const fault = (what, element) => faults.push(`${what}: <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${(element.innerText ?? '').slice(0, 30)}`)

function nameOf(element) {
  const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join('')
  return [element.getAttribute('aria-label'), by, [...(element.labels ?? [])].map((label) => label.textContent).join(''), element.matches('input') ? '' : element.matches('select, textarea') ? '' : element.textContent]
    .some((name) => name?.trim())
}

function targetOf(element) {
  const label = element.matches('input') && element.closest('label')
  return (label || element).getBoundingClientRect()
}

all(CONTROLS).filter((control) => !nameOf(control)).forEach((control) => fault('no name', control))
all('img').filter((image) => !image.hasAttribute('alt')).forEach((image) => fault('no alt', image))
all('button, select, input, textarea, a[href]').forEach((control) => {
  const { width, height } = targetOf(control)
  if (width < TARGET - 0.5 || height < TARGET - 0.5) {
    fault(`small target ${Math.round(width)}×${Math.round(height)}`, control)
  }
})

function channels(colour) {
  const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number)
  return { rgb: [red, green, blue], alpha }
}

const over = (top, alpha, below) => top.map((one, at) => one * alpha + below[at] * (1 - alpha))

function groundOf(element) {
  if (!element) {
    return [255, 255, 255]
  }
  const { rgb, alpha } = channels(getComputedStyle(element).backgroundColor)
  return alpha === 1 ? rgb : over(rgb, alpha, groundOf(element.parentElement))
}

function light(rgb) {
  const [red, green, blue] = rgb.map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(element) {
  const ground = groundOf(element)
  const { rgb, alpha } = channels(getComputedStyle(element).color)
  const [dark, bright] = [light(over(rgb, alpha, ground)), light(ground)].sort((one, other) => one - other)
  return (bright + 0.05) / (dark + 0.05)
}

const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
const spoken = new Set()
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement
  if (texts.currentNode.textContent.trim() && !spoken.has(element) && shown(element) && !element.closest(':disabled, noscript, script, option, [aria-hidden="true"]')) {
    spoken.add(element)
    const { fontSize, fontWeight } = getComputedStyle(element)
    const large = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && fontWeight >= 700)
    const found = contrast(element)
    if (found < (large ? 3 : 4.5)) {
      fault(`contrast ${found.toFixed(2)}`, element)
    }
  }
}

const page = document.documentElement
if (page.scrollWidth > page.clientWidth) {
  faults.push(`the page is ${page.scrollWidth} wide in ${page.clientWidth}`)
}
all('.screen, .sheet, .guide-card, .bar, .nav').forEach((place) => {
  const { left, right } = place.getBoundingClientRect()
  if (place.scrollWidth > place.clientWidth + 1) {
    fault(`${place.scrollWidth} wide in ${place.clientWidth}`, place)
  }
  place.querySelectorAll('*').forEach((inside) => {
    const box = inside.getBoundingClientRect()
    if (box.width > 1 && shown(inside) && (box.right > right + 1.5 || box.left < left - 1.5) && !inside.closest('svg')) {
      fault(`sticks out by ${Math.round(Math.max(box.right - right, left - box.left))}`, inside)
    }
  })
})
all('.screen *, .sheet *, .bar h2, .nav button, .top *, .places button, .clock *').filter((element) => element.childElementCount === 0 && element.matches(':not(textarea):not(select):not(option)'))
  .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && getComputedStyle(element).overflowX !== 'visible')
  .forEach((element) => fault('cut', element))
return faults
