import { Marked } from 'marked'

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const WORDS = /(\/\/[^\n]*|#[^\n]*$)|('(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|"(?:[^"\\\n]|\\.)*")|\b(import|from|export|default|const|let|await|async|function|return|new|for|of|if|else|try|catch|throw|switch|case|break|instanceof|true|false|null|undefined)\b|\b(\d+(?:\.\d+)?)\b/gm

export const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => ESCAPES[sign])

/** Code with its comments, texts, words and numbers in their colours. */
export function coloured(code, language) {
  if (!['js', 'json'].includes(language)) {
    return escaped(code)
  }
  let out = ''
  let at = 0
  for (const match of code.matchAll(WORDS)) {
    const kind = match[1] ? 'c' : match[2] ? 's' : match[3] ? 'k' : 'n'
    out += escaped(code.slice(at, match.index)) + `<i class="${kind}">${escaped(match[0])}</i>`
    at = match.index + match[0].length
  }
  return out + escaped(code.slice(at))
}

export const slug = (text) => text.replace(/`/g, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')

const cells = (tag, row) => `<tr>${row.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`

/** A table that a narrow screen can push sideways; one that is stacked stands cell below cell there. */
export const table = (head, rows, stacked = false) =>
  `<div class="wide"><table class="of-${head.length}${stacked ? ' stacked' : ''}"><thead>${cells('th', head)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table></div>`

export const codeBlock = (code, language) =>
  `<pre class="code"><button class="copy" type="button">复制</button><code>${coloured(code.trim(), language)}</code></pre>`

/** Markdown of ours. Headings get addresses below the page's own, tables get room. */
export function markdown(text, page = '') {
  const marked = new Marked({ gfm: true, breaks: true })
  marked.use({
    renderer: {
      code: ({ text: code, lang }) => codeBlock(code, lang),
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens)
        const id = slug(html.replace(/<[^>]+>/g, ''))
        return `<h${depth} id="${id}">${html}${depth > 1 && page ? ` <a class="here" href="#/${page}/${id}" aria-label="本节链接">#</a>` : ''}</h${depth}>\n`
      },
      table({ header, rows }) {
        const cell = ({ tokens }) => this.parser.parseInline(tokens)
        return table(header.map(cell), rows.map((row) => row.map(cell)))
      },
      image: ({ href, text: alt }) => `<span class="wide"><img class="figure" src="guides/${escaped(href)}" alt="${escaped(alt)}"></span>`,
      html: ({ text: html }) => (html.trim().startsWith('<!--') || html.trim() === '<br>' ? html : escaped(html)),
    },
  })
  return marked.parse(text)
}
