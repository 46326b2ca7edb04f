/** The page around the phones: tabs on narrow screens, and large type. */

export function placeTabs() {
  const bar = document.querySelector('.places')
  const tabs = [...bar.querySelectorAll('[role="tab"]')]

  function show(name) {
    tabs.forEach((tab) => {
      const chosen = tab.getAttribute('aria-controls') === name
      tab.setAttribute('aria-selected', String(chosen))
      tab.tabIndex = chosen ? 0 : -1
      document.getElementById(tab.getAttribute('aria-controls')).classList.toggle('shown', chosen)
    })
  }

  tabs.forEach((tab) => tab.addEventListener('click', () => show(tab.getAttribute('aria-controls'))))
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step) {
      const next = tabs.at((tabs.indexOf(document.activeElement) + step) % tabs.length)
      next.click()
      next.focus()
    }
  })
  return { show }
}

export function largeType() {
  const button = document.getElementById('large-type')
  const set = (large) => {
    document.documentElement.dataset.type = large ? 'large' : 'plain'
    button.setAttribute('aria-pressed', String(large))
    localStorage.setItem('huiyin.large-type', String(large))
  }
  set(localStorage.getItem('huiyin.large-type') === 'true')
  button.addEventListener('click', () => set(document.documentElement.dataset.type !== 'large'))
}
