// One house to a data folder: who runs it, what it started, and where its database answers for the tools of its owner.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A process that cannot be mistaken for a later bearer of its number. */
export interface Live {
  pid: number
  /** When it began, in the system's ticks since its own start; with the number it is unique until the next boot. */
  since: string
}

export interface Running extends Live {
  ownerUrl?: string
  staff?: string
  portal?: string
  /** The servers, so that the next start can end those that outlived a killed house. */
  servers?: Live[]
}

const fileOf = (dataDir: string): string => join(dataDir, 'running.json')

/** The mark of a living process; null where there is none, or only its exit code is left. */
export const markOf = (pid: number): Live | null => {
  try {
    // The name in brackets may hold spaces; the rest are plain fields, the first of them the state.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return fields[0] === 'Z' ? null : { pid, since: fields[19] ?? '' }
  } catch {
    return null
  }
}

const isLive = ({ pid, since }: Live): boolean => markOf(pid)?.since === since

const readRecord = (dataDir: string): Running | null => {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Running
  } catch {
    return null
  }
}

/** The house that runs on this folder now, or null. */
export const readRunning = (dataDir: string): Running | null => {
  const running = readRecord(dataDir)
  return running && isLive(running) ? running : null
}

export const writeRunning = (dataDir: string, running: Omit<Running, keyof Live>): void => {
  const self = markOf(process.pid) ?? { pid: process.pid, since: '' }
  writeFileSync(fileOf(dataDir), JSON.stringify({ ...self, ...running }), { mode: 0o600 })
}

export const clearRunning = (dataDir: string): void => rmSync(fileOf(dataDir), { force: true })

/**
 * Takes the folder for this process. The lock is a name in the system's memory that vanishes with its holder, so that
 * no crash leaves it behind and no two starts can both have it. False where another house has it.
 */
export const holdFolder = (dataDir: string): Promise<boolean> => {
  const { dev, ino } = statSync(dataDir)
  return new Promise((resolve) => {
    const door = createServer()
    door.once('error', () => resolve(false))
    door.listen(`\0qorgan:${dev}:${ino}`, () => resolve(true))
    door.unref()
  })
}

const send = ({ pid }: Live, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault
  }
}

/** Ends servers that a killed house left behind, so that their ports are free. The caller holds the folder. */
export const endForsaken = async (dataDir: string): Promise<void> => {
  const servers = readRecord(dataDir)?.servers ?? []
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const server of servers.filter(isLive)) send(server, signal)
    for (let left = 60; left > 0 && servers.some(isLive); left -= 1) await pause(50)
  }
}
