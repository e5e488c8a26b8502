// npm start: packages, the web, then the house itself. Every step says what it does.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ensurePackages, pickNode, root } from './setup.mjs'

const began = Date.now()
const tell = (line) => console.log(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}`)

const newest = (path) => {
  const at = statSync(path, { throwIfNoEntry: false })
  if (!at) return 0
  if (!at.isDirectory()) return at.mtimeMs
  return Math.max(0, ...readdirSync(path).filter((name) => name !== 'locales').map((name) => newest(join(path, name))))
}

const sources = ['src/ui', 'src/web', 'src/modules', 'src/kernel', 'regulation', 'vite.config.ts', 'lingui.config.ts', 'package-lock.json']

const ensureWeb = (node) => {
  const built = newest(join(root, 'dist/web/index.html'))
  if (built && built >= Math.max(...sources.map((name) => newest(join(root, name))))) return
  tell('building the web')
  const { status } = spawnSync(node, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root, stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0 || !existsSync(join(root, 'dist/web/index.html'))) {
    console.error('The web could not be built; the lines above say why.')
    process.exit(1)
  }
}

tell('Qorgan is starting')
ensurePackages(tell)
const node = pickNode()
ensureWeb(node)
tell('opening the house')
const house = spawn(node, [join(root, 'src/app/main.ts')], { cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })

const stop = () => house.connected && house.send('stop')
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)

// npm that was killed cannot pass its signal on; its child then belongs to somebody else.
if (process.env.npm_lifecycle_event === 'start') {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || stop(), 1_000).unref()
}

house.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
