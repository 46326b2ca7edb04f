import { codeBlock, escaped, markdown, table } from './text.js'

const METHODS = ['get', 'post', 'put', 'delete']
const DEEPEST = 4
const CODE = /`([A-Z][A-Z0-9_]{3,})`/g

/** The contract, asked questions. */
export class Contract {
  /**
   * @param {any} document
   * @param {Record<string, {request?: unknown, status: number, response?: unknown}>} [examples] what tests have really sent and received
   */
  constructor(document, examples = {}) {
    this.document = document
    this.examples = examples
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => ({ ...item[method], method: method.toUpperCase(), path })))
    this.tags = [...new Set([...(document.tags ?? []).map((tag) => tag.name), ...this.operations.map((operation) => operation.tags[0])])]
      .filter((tag) => this.of(tag).length > 0)
  }

  of(tag) {
    return this.operations.filter((operation) => operation.tags[0] === tag)
  }

  operation(id) {
    return this.operations.find((operation) => operation.operationId === id)
  }

  resolved(node) {
    return node?.$ref ? node.$ref.slice(2).split('/').reduce((at, step) => at[step], this.document) : node
  }

  /** What the page should do about a code. */
  advised(code) {
    return this.document['x-codes'][code]
  }

  /** Every code: what the page should do, why it comes and from where. */
  codes() {
    const found = new Map(Object.entries(this.document['x-codes']).map(([code, told]) => [code, { code, ...told, said: new Set(), operations: new Set() }]))
    for (const [, , code, said] of (this.document.components.responses?.Common?.description ?? '').matchAll(/\|\s*(\w+)\s*\|\s*`(\w+)`\s*\|\s*([^|]+?)\s*\|/g)) {
      found.get(code)?.said.add(said)
    }
    for (const operation of this.operations) {
      for (const [status, response] of Object.entries(operation.responses)) {
        const { description = '' } = this.resolved(response)
        for (const sentence of /^[45]/.test(status) ? description.split(/[；\n]/) : []) {
          const said = sentence.replace(CODE, '').replace(/^[、\s]+/, '').replace(/。$/, '').trim()
          for (const [, code] of sentence.matchAll(CODE)) {
            found.get(code)?.said.add(said)
            found.get(code)?.operations.add(operation.operationId)
          }
        }
      }
    }
    return [...found.values()].sort((a, b) => a.code.localeCompare(b.code))
  }
}

/** All codes as a table. */
export function codesTable(contract) {
  return table(['错误码', '页面怎么办', '为什么', '哪些接口'], contract.codes().map(({ code, status, advice, page, said, operations }) => [
    `<code id="${code}">${code}</code><br><small>${status.join('、') || '任何 4xx'} · ${advice}</small>`,
    inline(page),
    [...said].filter(Boolean).slice(0, 2).map(inline).join('<br>'),
    operations.size === 0 ? '所有接口' : operations.size > 3 ? `${operations.size} 个接口` : [...operations].map(link).join('<br>'),
  ]), true)
}

const link = (id) => `<a href="#/op/${id}"><code>${id}</code></a>`

/** What the contract is about, and its groups. */
export function overview(contract) {
  const groups = contract.tags.map((tag) =>
    `<h3><a href="#/contract/${encodeURIComponent(tag)}">${escaped(tag)}</a></h3>` +
    table(['接口', '名称', '做什么'], contract.of(tag).map((operation) => [
      `<span class="method ${operation.method}">${operation.method}</span> <code>${escaped(operation.path)}</code>`, link(operation.operationId), escaped(operation.summary)]), true))
  return `<h1>接口约定</h1><p>由 <a href="openapi.json">openapi.yaml</a> 生成，版本 ${escaped(contract.document.info.version)}。</p>` +
    markdown(contract.document.info.description ?? '', 'contract').replace(/<h2/g, '<h2') + '<h2 id="groups">全部接口</h2>' + groups.join('')
}

/** The operations of a group, one after another. */
export function group(contract, tag) {
  const about = (contract.document.tags ?? []).find((one) => one.name === tag)?.description ?? ''
  return `<h1>${escaped(tag)}</h1>${markdown(about)}` + contract.of(tag).map((operation) => card(contract, operation)).join('')
}

function card(contract, operation) {
  return `<section class="operation" id="${operation.operationId}">
<h2>${escaped(operation.summary)} <a class="here" href="#/op/${operation.operationId}" aria-label="本接口链接">#</a></h2>
<p class="line"><span class="method ${operation.method}">${operation.method}</span> <code>${escaped(operation.path)}</code></p>
${operation.security?.length === 0 ? '<p class="note">无需登录</p>' : ''}
${markdown(operation.description ?? '')}
${codeBlock(snippet(contract, operation), 'js')}
${parameters(contract, operation)}${body(contract, operation)}${answers(contract, operation)}${exchanged(contract, operation)}${failures(contract, operation)}
</section>`
}

/** How the client calls it. */
function snippet(contract, operation) {
  if (operation.operationId === 'uploadMedia') {
    return "const { id, url } = await api.upload(tempFilePath)"
  }
  if (operation.operationId === 'logIn') {
    return 'const { account } = await api.login()'
  }
  if (operation.operationId === 'logOut') {
    return 'await api.logout()'
  }
  const parameters = (operation.parameters ?? []).map((parameter) => contract.resolved(parameter))
  const path = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name)
  const media = contract.resolved(operation.requestBody)?.content?.['application/json']
  const example = media?.example ?? contract.resolved(Object.values(media?.examples ?? {})[0])?.value
  const options = [
    path.length > 0 && `path: { ${path.join(', ')} }`,
    contract.resolved(operation.requestBody)?.content && `body: ${example ? literal(example) : '{ … }'}`,
    parameters.some((parameter) => parameter.name === 'If-Match') && 'ifMatch: etag',
  ].filter(Boolean)
  const said = options.length === 0 ? '' : options.join(', ').length < 60 ? `, { ${options.join(', ')} }` : `, {\n  ${options.join(',\n  ')},\n}`
  return `await api.call('${operation.operationId}'${said})`
}

/** As one writes it in JavaScript; on one line if it is short. */
function literal(value) {
  const written = JSON.stringify(value, null, 2).replace(/"(\w+)":/g, '$1:').replace(/"/g, "'")
  const short = written.replace(/\n\s*/g, ' ')
  return short.length < 56 ? short : written.replace(/\[\s*('[^'\n]{0,40}')\s*]/g, '[$1]').replace(/\n/g, '\n  ').replace(/([^{[,])\n/g, '$1,\n')
}

function parameters(contract, operation) {
  const rows = (operation.parameters ?? []).map((parameter) => contract.resolved(parameter)).map((parameter) => [
    `<code>${escaped(parameter.name)}</code>${parameter.required ? ' <b class="must">必填</b>' : ''}`,
    { path: 'path', query: 'query', header: '请求头' }[parameter.in] ?? parameter.in,
    kind(contract, parameter.schema),
    inline(parameter.description ?? ''),
  ])
  return rows.length === 0 ? '' : `<h3>参数</h3>${table(['名称', '放在', '类型', '说明'], rows, true)}`
}

function body(contract, operation) {
  const asked = contract.resolved(operation.requestBody)
  if (!asked?.content) {
    return ''
  }
  return Object.entries(asked.content).map(([type, media]) =>
    `<h3>请求体${type === 'application/json' ? '' : ` <small>${escaped(type)}</small>`}</h3>${fields(contract, media.schema)}${shown(contract, media)}`).join('')
}

function answers(contract, operation) {
  const rows = Object.entries(operation.responses).map(([status, response]) => ({ status, ...contract.resolved(response) }))
  return rows.filter(({ status }) => /^[23]/.test(status)).map(({ status, description, content, headers }) => {
    const [type, media] = Object.entries(content ?? {})[0] ?? []
    return `<h3>回答 <span class="status">${status}</span>${type && type !== 'application/json' ? ` <small>${escaped(type)}</small>` : ''}</h3>${markdown(description ?? '')}` +
      (headers ? `<p class="note">响应头：${Object.keys(headers).map((name) => `<code>${escaped(name)}</code>`).join('、')}</p>` : '') +
      (type === 'application/json' ? fields(contract, media.schema) + shown(contract, media) : '')
  }).join('')
}

/** A question that a test has really sent, and its answer. */
function exchanged(contract, { operationId }) {
  const example = contract.examples[operationId]
  return example === undefined ? '' : '<h3>一次真实的往来</h3>' + [['请求', example.request], [`回答 ${example.status}`, example.response]]
    .filter(([, value]) => value !== undefined)
    .map(([title, value]) => `<details><summary>${title}</summary>${codeBlock(JSON.stringify(value, null, 2), 'json')}</details>`).join('')
}

/** What may go wrong, why, and what the page does then. */
function failures(contract, operation) {
  const rows = Object.entries(operation.responses).filter(([status]) => /^[45]/.test(status)).flatMap(([status, response]) => {
    const { description = '' } = contract.resolved(response)
    return reasons(description).map(({ codes, said }) => [
      `<span class="status bad">${status}</span>`,
      codes.map((code) => `<a href="#/errors/${code}"><code>${code}</code></a>`).join('<br>') + (said ? `<div>${inline(said)}</div>` : ''),
      codes.map((code) => inline(contract.advised(code)?.page ?? '')).join('<br>') || '显示 detail',
    ])
  })
  return (rows.length === 0 ? '' : `<h3>出错时</h3>${table(['状态', '错误码与原因', '页面怎么办'], rows, true)}`) +
    '<p class="note">所有接口都可能出现的，见<a href="#/errors/全部错误码">全部错误码</a>。</p>'
}

/** Sentence by sentence: the codes it names, and what it says of them; one that names none goes on with the one before. */
function reasons(description) {
  const found = []
  for (const sentence of description.split(/[；\n]/).filter((text) => text.trim() !== '')) {
    const codes = [...sentence.matchAll(CODE)].map(([, code]) => code)
    const said = sentence.replace(/^(?:\s*、?\s*`[A-Z][A-Z0-9_]{3,}`)+\s*/, '').trim()
    if (codes.length === 0 && found.length > 0) {
      found.at(-1).said += '；' + said
    } else {
      found.push({ codes, said })
    }
  }
  return found
}

/** The examples of what goes in or out, folded. */
function shown(contract, media) {
  const several = Object.entries(media.examples ?? {}).map(([name, example]) => [contract.resolved(example).summary ?? name, contract.resolved(example).value])
  const all = media.example === undefined ? several : [['例子', media.example], ...several]
  return all.filter(([, value]) => value !== undefined).map(([title, value]) =>
    `<details><summary>${escaped(title)}</summary>${codeBlock(typeof value === 'string' ? value : JSON.stringify(value, null, 2), 'json')}</details>`).join('')
}

const inline = (text) => markdown(text).replace(/^<p>([\s\S]*)<\/p>\s*$/, '$1')

/** The fields of an object, and of those in it, folded. */
function fields(contract, schema, depth = 0) {
  const whole = contract.resolved(schema)
  if (whole?.type === 'array') {
    return fields(contract, whole.items, depth)
  }
  const all = Object.entries(whole?.properties ?? {})
  if (all.length === 0) {
    return depth === 0 ? `<p>${kind(contract, schema)}</p>` : ''
  }
  const items = all.map(([name, field]) => {
    const resolved = contract.resolved(field)
    const inner = depth < DEEPEST ? fields(contract, resolved.type === 'array' ? resolved.items : field, depth + 1) : ''
    const head = `<code>${escaped(name)}</code>${whole.required?.includes(name) && !resolved.nullable ? ' <b class="must">必有</b>' : ''} <span class="kind">${kind(contract, field)}</span> <span>${inline(resolved.description ?? '')}</span>`
    return inner ? `<li><details><summary>${head}</summary>${inner}</details></li>` : `<li>${head}</li>`
  })
  return `<ul class="fields">${items.join('')}</ul>`
}

function kind(contract, schema) {
  const whole = contract.resolved(schema) ?? {}
  if (whole.enum) {
    return whole.enum.filter((word) => word !== null).map((word) => `<code>${escaped(word)}</code>`).join(' ') + (whole.nullable ? ' 或空' : '')
  }
  const names = { string: '文字', integer: '整数', number: '数字', boolean: '是/否', object: '对象', array: '列表' }
  const formats = { 'date-time': '时间', date: '日期', binary: '文件' }
  const limits = [
    whole.maxLength !== undefined && `最多 ${whole.maxLength} 字`,
    whole.minimum !== undefined && `≥ ${whole.minimum}`,
    whole.maximum !== undefined && `≤ ${whole.maximum}`,
    whole.maxItems !== undefined && `最多 ${whole.maxItems} 个`,
    whole.default !== undefined && `默认 ${whole.default}`,
  ].filter(Boolean)
  const name = formats[whole.format] ?? names[whole.type] ?? '任意'
  const of = whole.type === 'array' ? `（${kind(contract, whole.items)}）` : ''
  return escaped(name) + of + (whole.nullable ? ' 或空' : '') + (limits.length > 0 ? `，${escaped(limits.join('，'))}` : '')
}
