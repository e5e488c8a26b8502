// Opens whole houses as a person would, by the start script, and knows every process that belongs to one.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { discard } from '../kit/keeper.ts'
import { markOf, readRunning, type Live, type Running } from '../../src/app/running.ts'

export const root = join(import.meta.dirname, '../..')

/** Undone last first, as the things were made: a house before the folder it lives in. */
const undoing = new WeakMap<TestContext, (() => unknown)[]>()

export const afterwards = (t: TestContext, undo: () => unknown): void => {
  const list = undoing.get(t)
  if (list) {
    list.unshift(undo)
    return
  }
  const fresh = [undo]
  undoing.set(t, fresh)
  t.after(async () => {
    for (const each of fresh) await each()
  })
}

/** A data folder with a space and Kazakh letters in its name, removed with the database it may keep elsewhere. */
export const dataFolder = (t: TestContext): string => {
  const folder = mkdtempSync(join(tmpdir(), 'Қорған дерегі '))
  afterwards(t, () => discard(folder))
  return folder
}

export interface Opened {
  child: ChildProcess
  /** Everything the house has said so far. */
  said(): string
  /** Addresses of the n-th ready line; fails with all that was said when the house ends first. */
  ready(nth?: number): Promise<{ staff: string; portal: string }>
  ended: Promise<number | null>
  running(): Running
  /** The start script and all that came of it, PostgreSQL and its guard too. */
  family(): Live[]
}

const parents = (): [pid: number, parent: number][] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
        return [[Number(name), Number(fields[1])]] as [number, number][]
      } catch {
        return []
      }
    })

const descendants = (pid: number, tree: [number, number][]): number[] => [
  pid,
  ...tree.flatMap(([child, parent]) => (parent === pid ? descendants(child, tree) : [])),
]

export const isAlive = ({ pid, since }: Live): boolean => markOf(pid)?.since === since

/** Kills at once; one that ended by itself a moment before is as good as killed. */
export const killNow = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault
  }
}

/** Waits until `holds`, a tenth of a second at a time; fails after `seconds` with what was awaited. */
export const until = async (what: string, seconds: number, holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let left = seconds * 10; !(await holds()); left -= 1) {
    if (left <= 0) throw new Error(`${what}: not within ${seconds} s`)
    await pause(100)
  }
}

/** The number of the first process of PostgreSQL in this data folder, or 0. */
export const postgresOf = (dataDir: string): number => {
  try {
    const pid = Number.parseInt(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10)
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(join(dataDir, 'postgres/cluster')) ? pid : 0
  } catch {
    return 0
  }
}

export const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = request(url, { timeout: 2_000 }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
    asked.on('error', () => resolve(false))
    asked.on('timeout', () => asked.destroy())
    asked.end()
  })

/** Past the start script, where packages and web are not what is tried. */
export const directly = ['src/app/main.ts']

interface Wish {
  command?: string
  words?: string[]
  env?: Record<string, string>
  as?: { uid: number; gid: number }
}

/** Starts a house on `dataDir`; it is killed with all that belongs to it when the test ends. */
export const openHouse = (t: TestContext, dataDir: string, wish: Wish = {}): Opened => {
  const { command = process.execPath, words = ['scripts/start.mjs'], env = {}, as = {} } = wish
  const { DATABASE_URL: _own, QORGAN_TEST_PG: _tests, ...around } = process.env
  const child = spawn(command, words, {
    cwd: root,
    env: { ...around, QORGAN_DATA: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...as,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)))
  let over = false
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      over = true
      resolve(code)
    })
  })
  const family = (): Live[] => descendants(child.pid ?? 0, parents()).flatMap((pid) => markOf(pid) ?? [])
  afterwards(t, async () => {
    child.kill('SIGINT')
    await Promise.race([ended, pause(15_000, undefined, { ref: false })])
    for (const { pid } of over ? [] : family()) killNow(pid)
  })
  const ready = async (nth = 1): Promise<{ staff: string; portal: string }> => {
    const line = /^ready staff=(\S+) portal=(\S+)$/gm
    const found = () => [...output.matchAll(line)]
    await until(`ready line ${nth}`, 90, () => {
      if (over && found().length < nth) throw new Error(`the house ended:\n${output}`)
      return found().length >= nth
    }).catch((fault: Error) => {
      throw new Error(`${fault.message}\n${output}`)
    })
    const [, staff = '', portal = ''] = found()[nth - 1] ?? []
    return { staff, portal }
  }
  const running = (): Running => {
    const now = readRunning(dataDir)
    if (!now) throw new Error(`no house runs on ${dataDir}:\n${output}`)
    return now
  }
  return { child, said: () => output, ready, ended, running, family }
}
