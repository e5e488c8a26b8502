// The shapes of inspections: programme, team and what is read of them. Shared by the server and the web.
import { z } from 'zod'
import {
  day,
  id,
  instant,
  language,
  line,
  maybeLine,
  paged,
  paging,
  prose,
  shape,
  text,
} from '../../kernel/contract.ts'
import { file } from '../../kernel/reply.ts'
import { conflict } from '../conflicts/contract.ts'
import { happening } from '../incoming/contract.ts'
import { inspectionStates, recusalCauses, roles } from './kinds.ts'

export * from './kinds.ts'

const version = z.int().optional()
const one = { id, version }
const none = z.object({})

const programme = {
  language,
  /** A territorial department of the Court Administration, of the directory of bodies. */
  body: id,
  aim: prose(2_000),
  questions: z.array(line(1_000)).min(1).max(50),
  /** The period under inspection. */
  periodFrom: day,
  periodUntil: day,
  /** The days of the inspection itself. */
  startsOn: day,
  endsOn: day,
}

export const prepareInspection = shape(
  'inspections.prepare',
  z.object({
    entryKey: id,
    ...programme,
    /** The territorial unit that carries it; the Department itself unless told. */
    unit: id.optional(),
  }),
  z.object({ id }),
  { kk: 'Тексеруді дайындау', ru: 'Подготовить проверку', en: 'Prepare an inspection' },
)

export const amendInspection = shape('inspections.amend', z.object({ ...one, ...programme }), none, {
  kk: 'Бағдарламаны түзету',
  ru: 'Исправить программу',
  en: 'Amend the programme',
})

export const openInspection = shape('inspections.open', z.object(one), z.object({ number: z.string() }), {
  kk: 'Тексеруді бастау',
  ru: 'Начать проверку',
  en: 'Open the inspection',
})

export const extendInspection = shape(
  'inspections.extend',
  z.object({ ...one, until: day, reason: prose(2_000) }),
  none,
  { kk: 'Тексеру күндерін ұзарту', ru: 'Продлить дни проверки', en: 'Extend the days' },
)

export const discontinueInspection = shape(
  'inspections.discontinue',
  z.object({ ...one, reason: prose(4_000) }),
  none,
  {
    kk: 'Тексеруді тоқтату',
    ru: 'Прекратить проверку',
    en: 'Discontinue',
  },
)

export const addMember = shape(
  'inspections.addMember',
  z.object({
    ...one,
    employee: id,
    role: z.enum(roles),
    /** The days of the programme unless told. */
    from: day.optional(),
    until: day.optional(),
  }),
  none,
  { kk: 'Топқа қосу', ru: 'Включить в группу', en: 'Add to the team' },
)

export const endMember = shape(
  'inspections.endMember',
  z.object({ ...one, employee: id, reason: prose(2_000) }),
  none,
  {
    kk: 'Топтан шығару',
    ru: 'Вывести из группы',
    en: 'Take off the team',
  },
)

export const recuseMember = shape(
  'inspections.recuse',
  z.object({ ...one, cause: z.enum(recusalCauses), reason: prose(2_000) }),
  none,
  { kk: 'Өздігінен бас тарту', ru: 'Заявить самоотвод', en: 'Recuse oneself' },
)

const term = z.object({ dueOn: day, left: z.int(), total: z.int(), doneOn: day.nullable() })
const named = z.object({ id, name: text })

const filters = {
  state: z.enum(inspectionStates).optional(),
  body: id.optional(),
  unit: id.optional(),
  due: z.enum(['overdue', 'soon']).optional(),
  mine: z.boolean().optional(),
  openedOnFrom: day.optional(),
  openedOnUntil: day.optional(),
  /** Number, department, words of the aim. */
  words: maybeLine(200),
}
const sorts = ['-preparedAt', 'preparedAt', '-number', 'number', '-endsOn', 'endsOn', '-body', 'body'] as const

const row = z.object({
  id,
  number: z.string().nullable(),
  state: z.enum(inspectionStates),
  body: named,
  aim: z.string(),
  leader: text.nullable(),
  unit: text,
  preparedAt: instant,
  startsOn: day,
  endsOn: day,
  /** Of the days of the inspection, until its act is drawn up. */
  term: term.nullable(),
  /** Open, and no authority is in force. */
  halted: z.boolean(),
  remedies: z.object({ all: z.int(), judged: z.int() }),
})

export const listInspections = shape(
  'inspections.list',
  z.object({ ...paging, ...filters, sort: z.enum(sorts).default('-preparedAt') }),
  paged(row),
  { kk: 'Аумақтық бөлімшелерді тексеру', ru: 'Проверки территориальных подразделений', en: 'Inspections' },
)

const author = z.object({ by: text, at: instant })

export const readInspection = shape(
  'inspections.one',
  z.object({ id }),
  row.extend({
    version: z.int(),
    language,
    author: text,
    periodFrom: day,
    periodUntil: day,
    openedOn: day.nullable(),
    haltedOn: day.nullable(),
    /** The last day to which the days may be extended. */
    latestOn: day.nullable(),
    termDoubtful: z.boolean(),
    /** A principal sees what the authority covers, and nothing of the course. */
    brief: z.boolean(),
    authorities: z.array(
      z.object({ id, number: z.string(), issuedOn: day, from: day, until: day.nullable(), issuer: text }),
    ),
    /** What stands in the way, each with its clause. */
    missing: z.array(z.object({ clause: z.string(), says: text })),
    questions: z.array(
      z.object({ id, number: z.int(), words: z.string(), answer: author.extend({ words: z.string() }).nullable() }),
    ),
    team: z.array(
      z.object({
        id,
        name: text,
        role: z.enum(roles),
        from: day,
        until: day,
        endedOn: day.nullable(),
        reason: z.string().nullable(),
        cause: z.enum(recusalCauses).nullable(),
        conflict,
      }),
    ),
    extensions: z.array(author.extend({ from: day, until: day, reason: z.string() })),
    ended: z.object({ on: day, by: text, word: z.string() }).nullable(),
  }),
  { kk: 'Тексеруді ашып көру', ru: 'Открыть проверку', en: 'Look at an inspection' },
)

export const readInspectionTimeline = shape(
  'inspections.timeline',
  z.object({ id }),
  z.object({ rows: z.array(happening) }),
  { kk: 'Оқиғалар желісі', ru: 'Ход событий', en: 'Timeline' },
)

export const takeInspectionFile = shape('inspections.file', z.object({ id, file: id }), file, {
  kk: 'Файлды алу',
  ru: 'Получить файл',
  en: 'Take a file',
})

export const findColleagues = shape(
  'inspections.candidates',
  z.object({ id }),
  z.object({ rows: z.array(z.object({ id, name: text, post: text, conflict })) }),
  { kk: 'Топқа кімді қосуға болады', ru: 'Кого можно включить в группу', en: 'Who may join the team' },
)

export const inspectionChoices = shape(
  'inspections.choices',
  z.object({}),
  z.object({
    bodies: z.array(named),
    units: z.array(named),
    /** The longest inspection in working days, and whether a lawyer has yet to confirm it. */
    days: z.int(),
    doubtful: z.boolean(),
  }),
  { kk: 'Нысан таңдаулары', ru: 'Варианты формы', en: 'Choices of the form' },
)
