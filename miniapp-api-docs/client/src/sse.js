/** Bytes that arrive in pieces become server-sent events. Mini-programs have no TextDecoder, so UTF-8 is read by hand. */

/** @typedef {{ event: string, data: string, id: string | null }} ServerEvent */

/** A piece may end in the middle of a Chinese character. */
export class Utf8Pieces {
  constructor() {
    /** @type {number[]} */
    this.rest = []
  }

  /**
   * @param {ArrayBuffer} piece
   * @returns {string} all that is whole
   */
  read(piece) {
    const bytes = [...this.rest, ...new Uint8Array(piece)]
    let text = ''
    let at = 0
    while (at < bytes.length) {
      const length = lengthOf(bytes[at] ?? 0)
      if (at + length > bytes.length) {
        break
      }
      text += String.fromCodePoint(codeOf(bytes, at, length))
      at += length
    }
    this.rest = bytes.slice(at)
    return text
  }
}

/** @param {number} first */
function lengthOf(first) {
  return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
}

/**
 * @param {number[]} bytes
 * @param {number} at
 * @param {number} length
 */
function codeOf(bytes, at, length) {
  const first = bytes[at] ?? 0
  let code = length === 1 ? first : first & (0xff >> (length + 1))
  for (let i = 1; i < length; i++) {
    code = (code << 6) | ((bytes[at + i] ?? 0) & 0x3f)
  }
  return code > 0x10ffff ? 0xfffd : code
}

/** Lines become events: an empty line ends one; a line that begins with a colon only says that the line is alive. */
export class EventLines {
  /**
   * @param {(event: ServerEvent) => void} onEvent
   * @param {() => void} onAlive
   */
  constructor(onEvent, onAlive) {
    this.onEvent = onEvent
    this.onAlive = onAlive
    this.text = ''
    /** @type {string | null} */
    this.id = null
    this.event = 'message'
    /** @type {string[]} */
    this.data = []
  }

  /** @param {string} text */
  read(text) {
    const lines = (this.text + text).split(/\r\n|\n|\r(?!$)/)
    this.text = lines.pop() ?? ''
    lines.forEach((line) => this.line(line))
  }

  /** @param {string} line */
  line(line) {
    const [, name = '', value = ''] = /^([^:]*)(?:: ?([\s\S]*))?$/.exec(line) ?? []
    if (line === '') {
      this.end()
    } else if (name === '') {
      this.onAlive()
    } else if (name === 'event') {
      this.event = value
    } else if (name === 'data') {
      this.data.push(value)
    } else if (name === 'id') {
      this.id = value
    }
  }

  end() {
    if (this.data.length > 0) {
      this.onAlive()
      this.onEvent({ event: this.event, data: this.data.join('\n'), id: this.id })
    }
    this.event = 'message'
    this.data = []
  }
}
