// What an earlier start may have left behind: a PostgreSQL nobody commands any more, or its mark of being alive.
import { existsSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Processes of PostgreSQL that work in `cluster`: each of them stands in the folder of its cluster. */
const workersIn = (cluster: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return (
          readlinkSync(`/proc/${pid}/cwd`) === cluster && readFileSync(`/proc/${pid}/comm`, 'utf8') === 'postgres\n'
        )
      } catch {
        return false // ended meanwhile, or another user's
      }
    })

const headIn = (cluster: string, workers: readonly number[]): number | undefined => {
  const mark = join(cluster, 'postmaster.pid')
  if (!existsSync(mark)) return undefined
  const pid = Number.parseInt(readFileSync(mark, 'utf8'), 10)
  return workers.includes(pid) ? pid : undefined
}

const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault
  }
}

/**
 * Ends whatever still runs in `cluster` (ask first, then insist) and removes a stale mark, so that a fresh server can
 * start. The caller holds the lock on the data folder, so nothing there belongs to a living installation.
 * Returns whether anything was found running.
 */
export const clearRemains = async (cluster: string): Promise<boolean> => {
  const found = workersIn(cluster).length > 0
  const plan: [NodeJS.Signals, number][] = [
    ['SIGINT', 200],
    ['SIGQUIT', 50],
    ['SIGKILL', 100],
  ]
  for (const [signal, turns] of plan) {
    const workers = workersIn(cluster)
    if (workers.length === 0) break
    // Without its head the rest end by themselves; they are only hurried when they do not.
    const head = headIn(cluster, workers)
    for (const pid of head ? [head] : signal === 'SIGINT' ? [] : workers) send(pid, signal)
    for (let left = turns; left > 0 && workersIn(cluster).length > 0; left -= 1) await pause(100)
  }
  // PostgreSQL would take any process that now has the old number for its former self.
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  return found
}
