// What every command needs first: packages that match the lock, a Node that strips types, the built web.
// Plain JavaScript on the standard library alone, because it runs before any package is there, on Node 20 too.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const at = (...parts) => join(root, ...parts)

/** A fault of the surroundings, told in a sentence; the commands print it without a stack. */
export class Trouble extends Error {}

/** Runs a command to its end and returns its output; throws Trouble with the last lines where it fails. */
export const run = (command, args, { env = process.env, loud = false, cwd = root } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: loud ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
    const end = () => child.kill('SIGTERM')
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end)
    child.on('error', (fault) => reject(new Trouble(`${command} could not be started: ${fault.message}`)))
    child.on('close', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(name, end)
      if (code === 0) return resolve(output)
      const lines = output
        .trimEnd()
        .split('\n')
        .filter((line) => !line.startsWith('npm warn'))
      // npm tells the reason first and its whole manual after; other programs tell it last.
      const told = lines.length <= 30 ? lines : [...lines.slice(0, 10), '…', ...lines.slice(-20)]
      reject(new Trouble(`${command} ${args.join(' ')} ended with ${signal ?? `code ${code}`}\n${told.join('\n')}`))
    })
  })

/** Two commands in one folder must not install or build at once; the lock dies with its holder. */
export const alone = async (work) => {
  const { dev, ino } = statSync(root)
  const door = `\0qorgan-setup:${dev}:${ino}`
  for (let left = 1200; left > 0; left -= 1) {
    const lock = await new Promise((resolve) => {
      const server = createServer()
      server.once('error', () => resolve(null))
      server.listen(door, () => resolve(server))
    })
    if (!lock) {
      await pause(500)
      continue
    }
    try {
      return await work()
    } finally {
      await new Promise((closed) => lock.close(closed))
    }
  }
  throw new Trouble('Another command has been setting up this folder for ten minutes. End it and try again.')
}

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** True when every package that the lock demands lies in node_modules in the locked version. */
export const packagesMatch = () => {
  const installed = at('node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  const wanted = readJson(at('package-lock.json')).packages
  const present = readJson(installed).packages
  return Object.entries(wanted).every(([path, { optional, version, integrity }]) => {
    if (path === '') return true
    const found = present[path]
    return found ? found.version === version && found.integrity === integrity : optional === true
  })
}

/** Brings the packages with `npm ci`, where they are missing or not those of the lock. Returns whether it had to. */
export const bringPackages = async () => {
  if (packagesMatch()) return false
  const npm = process.env.npm_execpath
  const words = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const env = { ...process.env, NODE_ENV: 'development' }
  if (npm && /\.c?js$/.test(npm)) await run(process.execPath, [npm, ...words], { env })
  else await run('npm', words, { env })
  return true
}

const isNew = (path) => {
  const { status, stdout } = spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' })
  return status === 0 && Number.parseInt(stdout, 10) >= 24
}

/** Path of a Node that runs TypeScript as it is (24 or later): the one in the packages, this one, or one on PATH. */
export const pickNode = () => {
  const bundled = at(`node_modules/node-linux-${process.arch}/bin/node`)
  if (existsSync(bundled) && isNew(bundled)) return bundled
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  if (isNew('node')) return 'node'
  throw new Trouble(
    `Qorgan needs Node 24 or later. The package node-linux-${process.arch} did not bring one for this machine and ` +
      `this Node is ${process.versions.node}. Install Node 24, then start again.`,
  )
}

const serverOnly = /(\.test\.tsx?|\/(store|operations|queries|reactions|jobs)\.ts)$/

const filesUnder = (folder) =>
  readdirSync(at(folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))

/** One mark of everything the web is built from; files that only the servers read do not count. */
const markOfSources = () => {
  const folders = ['src/web', 'src/ui', 'src/modules', 'src/kernel', 'regulation'].filter((folder) =>
    existsSync(at(folder)),
  )
  const single = ['vite.config.ts', 'lingui.config.ts', 'package-lock.json'].map((file) => at(file)).filter(existsSync)
  const hash = createHash('sha256')
  for (const file of [
    ...folders
      .flatMap(filesUnder)
      .filter((path) => !serverOnly.test(path))
      .sort(),
    ...single,
  ]) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Builds the staff web where its sources changed; the old build stays until the new one is whole. Returns whether it had to. */
export const buildWeb = async (node) => {
  const stamp = at('dist/web.stamp')
  const mark = markOfSources()
  if (existsSync(at('dist/web/index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === mark) return false
  mkdirSync(at('dist'), { recursive: true })
  for (const left of readdirSync(at('dist')))
    if (/^web\.(new|old)-/.test(left)) rmSync(at('dist', left), { recursive: true })
  const [fresh, old] = [at(`dist/web.new-${process.pid}`), at(`dist/web.old-${process.pid}`)]
  const env = { ...process.env, NODE_ENV: 'production' }
  await run(node, [at('node_modules/vite/bin/vite.js'), 'build', '--outDir', fresh, '--emptyOutDir'], { env })
  if (existsSync(at('dist/web'))) renameSync(at('dist/web'), old)
  renameSync(fresh, at('dist/web'))
  rmSync(old, { recursive: true, force: true })
  writeFileSync(stamp, mark)
  return true
}

const chromiumPlaces = [
  // The same browser without a window: a third cheaper to drive, and less to download.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const findChromium = () => chromiumPlaces.find((path) => existsSync(path)) ?? null

/** Path of Chromium for the browser tests, installed where the system allows; null with the reason where not. */
export const bringChromium = async () => {
  const found = findChromium()
  if (found) return { path: found, why: null }
  if (process.getuid?.() !== 0) return { path: null, why: 'Chromium is not installed and only root may install it' }
  if (spawnSync('apt-get', ['--version']).status !== 0)
    return { path: null, why: 'Chromium is not installed and there is no apt-get' }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = (name) => run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env })
  try {
    await run('apt-get', ['update', '-qq'], { env })
    await install('chromium-headless-shell').catch(() => install('chromium'))
  } catch (fault) {
    return { path: null, why: `apt-get could not install Chromium: ${fault.message.split('\n').at(-1)}` }
  }
  const path = findChromium()
  return { path, why: path ? null : 'apt-get brought no Chromium' }
}

const brief = (milliseconds) => (milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`)

/** Does one step of a visible list: its name at once, a sign of life while it lasts, its time at the end. */
export const step = async (name, work) => {
  const began = Date.now()
  process.stdout.write(`  ${name} …`)
  const pulse = setInterval(() => process.stdout.write(` ${Math.round((Date.now() - began) / 1000)} s`), 5_000)
  try {
    const result = await work()
    process.stdout.write(` ${result === false ? 'nothing to do' : `done in ${brief(Date.now() - began)}`}\n`)
    return result
  } catch (fault) {
    process.stdout.write(' failed\n')
    throw fault
  } finally {
    clearInterval(pulse)
  }
}

/** Ends the command with a fault's sentence; a stack is shown only for what nobody expected. */
export const giveUp = (fault) => {
  process.stderr.write(`\n${fault instanceof Trouble ? fault.message : fault.stack}\n`)
  process.exit(1)
}
