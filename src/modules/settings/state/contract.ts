// Shapes of the outbox, the failed jobs and the state of the house.
import { z } from 'zod'
import { instant, language, paged, paging, shape } from '../../../kernel/contract.ts'

const mailStates = ['waiting', 'sent', 'kept', 'failed'] as const

export const listOutbox = shape(
  'settings.outbox',
  z.object({ ...paging }),
  paged(
    z.object({
      id: z.uuid(),
      at: instant,
      address: z.string(),
      language,
      subject: z.string(),
      /** The letter itself, in demonstration mode only. */
      body: z.string().nullable(),
      state: z.enum(mailStates),
      attempts: z.int(),
      doneAt: instant.nullable(),
      fault: z.string().nullable(),
    }),
  ).extend({ mode: z.enum(['demonstration', 'production']), delivers: z.boolean() }),
  { kk: 'Шығыс пошта', ru: 'Исходящая почта', en: 'Outgoing mail' },
)

const failedJob = z.object({
  id: z.string(),
  job: z.string(),
  attempts: z.int(),
  /** No further attempt will be made. */
  over: z.boolean(),
  nextAt: instant,
  fault: z.string(),
})

export const listFailedJobs = shape('settings.failedJobs', z.object({}), z.object({ rows: z.array(failedJob) }), {
  kk: 'Орындалмаған тапсырмалар',
  ru: 'Невыполненные задания',
  en: 'Failed jobs',
})

export const repeatJob = shape('settings.repeatJob', z.object({ id: z.string().regex(/^\d{1,18}$/) }), z.object({}), {
  kk: 'Қайта орындау',
  ru: 'Повторить',
  en: 'Try again',
})

export const readState = shape(
  'settings.state',
  z.object({}),
  z.object({
    version: z.string(),
    mode: z.enum(['demonstration', 'production']),
    node: z.string(),
    startedAt: instant,
    /** Resident memory of this server, bytes. */
    memory: z.int(),
    database: z.object({
      version: z.string(),
      bytes: z.int(),
      tables: z.array(z.object({ name: z.string(), bytes: z.int() })),
    }),
    files: z.object({ count: z.int(), bytes: z.int() }),
    journal: z.object({
      entries: z.int(),
      /** The newest checkpoint; null before the first one. */
      checkpoint: z.object({ size: z.int(), at: instant, root: z.string() }).nullable(),
    }),
    mails: z.object({ waiting: z.int(), sent: z.int(), kept: z.int(), failed: z.int() }),
    failedJobs: z.int(),
    modules: z.int(),
    operations: z.int(),
  }),
  { kk: 'Жүйенің күйі', ru: 'Состояние системы', en: 'State of the house' },
)
