// Jobs: queued in an operation's commit, run by the staff server, repeated with growing pauses, visible when they fail.
import { sql, type Transaction } from 'kysely'
import { parseCronItems, run, runOnce, type ParsedCronItem, type TaskList, type WorkerEvents } from 'graphile-worker'
import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Database, Tables } from '../database.ts'
import { scanFile, scanAll, sweepFiles } from '../files/index.ts'
import type { House } from '../house.ts'
import { deliverMail } from '../mail/index.ts'
import type { Job } from '../module.ts'
import { perform } from '../perform.ts'
import { Refusal } from '../refusal.ts'
import { systemActor } from '../system.ts'
import { dueAt } from './cron.ts'
import { silent } from './prepare.ts'

export { prepareJobs } from './prepare.ts'

const textOf = (payload: Record<string, unknown>, field: string): string => {
  const value = payload[field]
  return typeof value === 'string' ? value : ''
}

/** Runs the operation that a module subscribed to some news, as the house itself, and no other operation. */
async function react(house: House, payload: Record<string, unknown>): Promise<void> {
  const name = textOf(payload, 'operation')
  const reaction = [...house.registry.reactions.values()].flat().find((it) => it.perform.name === name)
  if (!reaction) throw new Error('this operation is no reaction to anything')
  await perform(house, reaction.perform, systemActor, payload['input'])
}

const ownJobs: Readonly<Record<string, Job>> = {
  react: { run: react },
  'mail.deliver': { run: (house, payload) => deliverMail(house, textOf(payload, 'id')) },
  'files.scan': { run: (house, payload) => scanFile(house, textOf(payload, 'id')) },
  'files.scanAll': { cron: '15 3 * * *', run: scanAll },
  'files.sweep': { cron: '45 3 * * *', run: async (house) => void (await sweepFiles(house)) },
}

/** Every job by name: the kernel's own and those of the modules. */
export function jobsOf({ registry }: Pick<House, 'registry'>): Readonly<Record<string, Job>> {
  const jobs: Record<string, Job> = { ...ownJobs }
  for (const { jobs: given } of registry.modules) {
    for (const [name, job] of Object.entries(given)) {
      if (name in jobs) throw new Error(`two jobs are called ${name}`)
      jobs[name] = job
    }
  }
  return jobs
}

const payloadOf = (raw: unknown): Record<string, unknown> => (typeof raw === 'object' && raw !== null ? { ...raw } : {})

const tasksOf = (house: House): TaskList =>
  Object.fromEntries(
    Object.entries(jobsOf(house)).map(([name, job]) => [name, (raw: unknown) => job.run(house, payloadOf(raw))]),
  )

/** A night's job that was missed because the house was closed is caught up within this time. */
const caughtUpMs = 24 * 3_600_000

const scheduleOf = (house: House): ParsedCronItem[] =>
  parseCronItems(
    Object.entries(jobsOf(house)).flatMap(([task, { cron }]) =>
      cron
        ? [{ task, match: dueAt(cron), identifier: task, options: { backfillPeriod: caughtUpMs, maxAttempts: 12 } }]
        : [],
    ),
  )

const urlOf = ({ pool }: House): string => pool.options.connectionString ?? ''

/** Names of jobs and of faults only: payloads and messages may hold what no log should. */
function logFailures(house: House): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('job:error', ({ job, error }) => {
    const why = error instanceof Refusal ? error.reason : error instanceof Error ? error.name : 'unknown'
    house.log('error', 'a job failed', { job: job.task_identifier, attempt: job.attempts, of: job.max_attempts, why })
  })
  return events
}

export interface Jobs {
  /** Waits for the running jobs. */
  close(): Promise<void>
}

/** Works the queue until closed, on connections of its own. */
export async function startJobs(house: House): Promise<Jobs> {
  const runner = await run({
    connectionString: urlOf(house),
    maxPoolSize: 4,
    concurrency: 2,
    pollInterval: 5_000,
    noHandleSignals: true,
    logger: silent,
    events: logFailures(house),
    taskList: tasksOf(house),
    parsedCronItems: scheduleOf(house),
  })
  return { close: () => runner.stop() }
}

/** Runs everything that is due by the house's clock, and what that leads to, then returns the failures. For tests and the end of a day. */
export async function drainJobs(house: House): Promise<FailedJob[]> {
  await sql`update graphile_worker._private_jobs set run_at = now() where run_at > now() and run_at <= ${house.clock.now()}`.execute(
    house.database,
  )
  await runOnce({
    connectionString: urlOf(house),
    maxPoolSize: 3,
    noHandleSignals: true,
    logger: silent,
    taskList: tasksOf(house),
  })
  await untilUnlocked(house)
  return failedJobs(house.database)
}

/** The worker's last word on a job may still be on its way when it has already let go; a job that hangs is not waited for. */
async function untilUnlocked(house: House): Promise<void> {
  for (let left = 40; left > 0; left -= 1) {
    const { rows } = await sql`select from graphile_worker._private_jobs where locked_at is not null limit 1`.execute(
      house.database,
    )
    if (!rows.length) return
    await pause(50)
  }
}

export interface FailedJob {
  id: string
  job: string
  attempts: number
  /** No further attempt will be made. */
  over: boolean
  nextAt: Date
  /** First line of the last fault. */
  fault: string
}

/** Jobs whose last attempt failed, the latest first. */
export async function failedJobs(db: Database | Transaction<Tables>): Promise<FailedJob[]> {
  const { rows } =
    await sql<FailedJob>`select id::text as id, task_identifier as job, attempts, attempts >= max_attempts as over,
      run_at as "nextAt", split_part(last_error, E'\n', 1) as fault
    from graphile_worker.jobs where last_error is not null order by updated_at desc limit 500`.execute(db)
  return rows
}

/** Makes a failed job due at once with a fresh count of attempts. */
export async function repeatJob(db: Database | Transaction<Tables>, id: string): Promise<void> {
  await sql`select graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => now(), attempts => 0)`.execute(db)
}
