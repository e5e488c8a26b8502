// The shapes of what the principals see of requests and say on them, and of the figures by addressee.
import { z } from 'zod'
import { day, id, maybeProse, paged, paging, prose, shape, text } from '../../kernel/contract.ts'
import { sheet } from '../../kernel/reply.ts'
import { report, requestKinds, requestRow, requestStates } from '../requests/contract.ts'

const one = { id, version: z.int().optional() }
const none = z.object({})

export const acknowledgeReport = shape(
  'compliance.acknowledge',
  z.object({ ...one, report: id, instruction: maybeProse(4_000), until: day.optional() }),
  none,
  { kk: 'Танысу және нұсқау беру', ru: 'Ознакомиться и дать указание', en: 'Acknowledge and instruct' },
)

export const decideProposal = shape('compliance.decide', z.object({ ...one, decision: prose(4_000) }), none, {
  kk: 'Ұсыныс бойынша шешім айту',
  ru: 'Принять решение по предложению',
  en: 'Decide on the proposal',
})

/** What was not complied with, as the principals see it. */
export const listNonCompliance = shape(
  'compliance.reported',
  z.object({ ...paging, waiting: z.boolean().optional() }),
  paged(
    report.extend({
      requestId: id,
      version: z.int(),
      number: z.string().nullable(),
      kind: z.enum(requestKinds),
      addressee: text,
      subject: z.string(),
      asked: z.string(),
      sentOn: day,
      state: z.enum(requestStates),
      /** Whether the asker, being a principal, has yet to acknowledge it. */
      waits: z.boolean(),
    }),
  ).extend({ waiting: z.int(), proposals: z.array(requestRow) }),
  { kk: 'Орындалмаған талаптар', ru: 'Неисполненные требования', en: 'What was not complied with' },
)

const compliance = z.object({
  addressee: text,
  /** 'court:<id>' for the list of the requests behind the figures; null for one in free words. */
  value: z.string().nullable(),
  sent: z.int(),
  inTime: z.int(),
  late: z.int(),
  partly: z.int(),
  missed: z.int(),
  waiting: z.int(),
})
const period = { from: day.optional(), until: day.optional() }

export const readCompliance = shape(
  'compliance.figures',
  z.object(period),
  z.object({ rows: z.array(compliance), total: compliance.omit({ addressee: true, value: true }) }),
  { kk: 'Орындалу көрсеткіштері', ru: 'Показатели исполнения', en: 'Compliance by addressee' },
)

export const exportCompliance = shape('compliance.sheet', z.object(period), sheet, {
  kk: 'Орындалу көрсеткіштерін XLSX түрінде алу',
  ru: 'Выгрузить показатели исполнения в XLSX',
  en: 'Export compliance as XLSX',
})
