// Shapes of what is due, the bell and the search, for the server and the screens.
import { z } from 'zod'
import { day, id, instant, line, paged, paging, shape, text } from '../../kernel/contract.ts'

/** The legal clock as screens draw it: last day, whole working days left (negative: late), length of the term. */
const term = z.object({ dueOn: day, left: z.int(), total: z.int() })

const duty = z.object({
  id,
  kind: z.string(),
  recordId: id,
  /** 'answer', 'sign', …: what is due on the record. */
  stage: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  clause: z.string(),
  holder: z.object({ id, name: text }).nullable(),
  unit: z.object({ id, name: text }),
  openedOn: day,
  term,
  /** Where the record is shown. */
  page: z.string().nullable(),
})
export type Duty = z.infer<typeof duty>

const due = z.enum(['late', 'soon', 'later'])

export const listDuties = shape(
  'work.mine',
  z.object({
    ...paging,
    due: due.optional(),
    stage: z.string().max(40).optional(),
    unit: id.optional(),
    unassigned: z.coerce.boolean().optional(),
    sort: z.enum(['dueOn', '-dueOn']).default('dueOn'),
  }),
  paged(duty),
  { kk: 'Менің жұмысым', ru: 'Моя работа', en: 'My work' },
)

export const readFigures = shape(
  'work.figures',
  z.object({}),
  z.object({
    late: z.int(),
    soon: z.int(),
    toSign: z.int(),
    unassigned: z.int(),
    open: z.int(),
    /** The whole reach, or only what the asker holds. */
    whose: z.enum(['reach', 'own']),
    capped: z.boolean(),
  }),
  { kk: 'Жұмыс көрсеткіштері', ru: 'Показатели работы', en: 'Figures of the work' },
)

export const readRegions = shape(
  'work.regions',
  z.object({}),
  z.object({ regions: z.array(z.object({ kato: z.string(), unitId: id, name: text, open: z.int(), late: z.int() })) }),
  { kk: 'Өңірлер бойынша жұмыс', ru: 'Работа по регионам', en: 'Work by region' },
)

const newsKinds = [
  'assigned',
  'offered',
  'returned',
  'signed',
  'message',
  'shared',
  'reminded',
  'asked',
  'decided',
  'toAgree',
  'agreed',
  'objected',
  'ahead',
  'today',
  'late',
  'escalated',
  'came',
  'answered',
  'reported',
  'instructed',
  'acknowledged',
  'revoked',
  'expired',
