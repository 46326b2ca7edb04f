// Shows out/ on http://localhost:4173.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const out = join(dirname(fileURLToPath(import.meta.url)), 'out')
const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.md': 'text/markdown' }

createServer(async ({ url }, answer) => {
  const path = normalize(new URL(url, 'http://x').pathname).replace(/\/$/, '/index.html')
  try {
    const content = await readFile(join(out, path))
    answer.writeHead(200, { 'Content-Type': `${TYPES[extname(path)] ?? 'application/octet-stream'}; charset=utf-8` }).end(content)
  } catch {
    answer.writeHead(404).end()
  }
}).listen(4173, () => console.log('http://localhost:4173'))
