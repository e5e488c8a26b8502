// The outbox, jobs that failed, and how the house is: for the administrator, without a word of any case.
import { readFile } from 'node:fs/promises'
import { failedJobs, repeatJob as repeat } from '../../../kernel/jobs/index.ts'
import { outbox } from '../../../kernel/mail/index.ts'
import { command, query } from '../../../kernel/operation.ts'
import { unknownRecord } from '../../../kernel/refusal.ts'
import { keepsHouse, readsMail } from '../rules.ts'
import { listFailedJobs, listOutbox, readState, repeatJob } from './contract.ts'
import * as store from './store.ts'

const cap = 10_000

export const readOutbox = query(listOutbox, {
  clauses: ['5.16'],
  rules: [readsMail],
  personal: true,
  run: async ({ input, tx }) => {
    const { mode, smtpUrl } = tx.house
    const { rows, total } = await outbox(tx, input)
    return {
      rows: rows.map(({ id, at, address, language, subject, body, state, attempts, doneAt, fault }) => ({
        id,
        address,
        language,
        subject,
        state,
        attempts,
        fault,
        at: at.toISOString(),
        doneAt: doneAt?.toISOString() ?? null,
        body: mode === 'demonstration' ? body : null,
      })),
      total: Math.min(total, cap),
      capped: total > cap,
      mode,
      delivers: smtpUrl !== null,
    }
  },
})

export const readFailedJobs = query(listFailedJobs, {
  clauses: ['5.14'],
  rules: [keepsHouse],
  run: async ({ tx }) => ({
    rows: (await failedJobs(tx.db)).map((it) => ({ ...it, nextAt: it.nextAt.toISOString() })),
  }),
})

export const tryAgain = command(repeatJob, {
  clauses: ['5.14'],
  rules: [keepsHouse],
  run: async ({ input: { id }, tx }) => {
    const job = (await failedJobs(tx.db)).find((it) => it.id === id)
    if (!job) throw unknownRecord()
    await repeat(tx.db, id)
    tx.note({ job: job.job })
    return {}
  },
})

const packageFile = new URL('../../../../package.json', import.meta.url)

const versionOf = async (): Promise<string> => {
  const { version } = JSON.parse(await readFile(packageFile, 'utf8')) as { version?: string }
  return version ?? '—'
}

export const state = query(readState, {
  clauses: ['5.14'],
  rules: [keepsHouse],
  run: async ({ tx }) => {
    const { registry, mode } = tx.house
    const { version, bytes, tables, files, entries, mails } = await store.sizes(tx)
    const newest = await store.newestCheckpoint(tx)
    return {
      version: await versionOf(),
      mode,
      node: process.version,
      startedAt: new Date(tx.at.getTime() - Math.round(process.uptime() * 1000)).toISOString(),
      memory: process.memoryUsage.rss(),
      database: { version, bytes, tables },
      files,
      journal: {
        entries,
        checkpoint: newest && { size: newest.size, at: newest.at.toISOString(), root: newest.root.toString('base64') },
      },
      mails: { waiting: 0, sent: 0, kept: 0, failed: 0, ...mails },
      failedJobs: (await failedJobs(tx.db)).length,
      modules: registry.modules.length,
      operations: registry.operations.size,
    }
  },
})
