// The house that is measured: opened by the start script on a folder of its own, as it is in use, with real settings.
import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { readRunning } from '../src/app/running.ts'

const root = join(import.meta.dirname, '..')

export interface OpenedHouse {
  /** Seconds from the start script's first breath to its ready line. */
  seconds: number
  staff: string
  portal: string
  /** Connection string of the owner. */
  ownerUrl: string
  /** Number of the staff server's own process. */
  staffPid: number
  /** Ends it as Ctrl-C does. */
  close(): Promise<void>
}

const settled = /^(DATABASE_URL|QORGAN_)/

/** @throws Error with all that the house said when it ends before it is ready */
export const openHouse = async (dataDir: string): Promise<OpenedHouse> => {
  const around = Object.fromEntries(Object.entries(process.env).filter(([name]) => !settled.test(name)))
  const from = performance.now()
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], {
    cwd: root,
    env: { ...around, QORGAN_DATA: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const over = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const close = async () => {
    child.kill('SIGTERM')
    await over
  }
  let said = ''
  const ready = new Promise<{ staff: string; portal: string }>((resolve, reject) => {
    const hear = (piece: Buffer) => {
      said += piece.toString()
      const [, staff, portal] = /^ready staff=(\S+) portal=(\S+)$/m.exec(said) ?? []
      if (staff && portal) resolve({ staff, portal })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void over.then(() => reject(new Error(`the house ended before it was ready:\n${said}`)))
  })
  const addresses = await ready
  const seconds = (performance.now() - from) / 1000
  const { ownerUrl = '', servers = [] } = readRunning(dataDir) ?? {}
  return { ...addresses, seconds, ownerUrl, staffPid: servers[0]?.pid ?? 0, close }
}

/** Processor seconds that a process has used since it began; the kernel counts in hundredths. */
export const processorSeconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** Lets the process's highest resident memory be counted anew from now. */
export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5')

/** Highest resident memory, in bytes, since the process began or forgetPeak(). */
export const peakMemory = (pid: number): number =>
  Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024

/** Column `it` of the rows that the owner of the database gets. */
export const askOwner = async (ownerUrl: string, words: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query<{ it: string }>(words)).rows.map(({ it }) => it)
  } finally {
    await client.end()
  }
}
