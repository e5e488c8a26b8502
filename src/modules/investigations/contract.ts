// The shapes of service investigations, shared by the server and the web.
import { z } from 'zod'
import { day, id, instant, language, maybeLine, paged, paging, prose, shape, text } from '../../kernel/contract.ts'
import { conflict } from '../conflicts/contract.ts'
import { aboutRecord, happening } from '../incoming/contract.ts'
import { investigationKinds, investigationStates, offences, recusalCauses, roles } from './kinds.ts'

export * from './kinds.ts'

/** Where it happened: 'court:<id>', 'body:<id>' or 'unit:<id>'. */
const place = z.string().regex(/^(court|body|unit):[0-9a-f-]{36}$/)
const version = z.int().optional()
const one = { id, version }
const none = z.object({})

const acts = {
  allegations: prose(10_000),
  offence: z.enum(offences),
  committedOn: day,
  discoveredOn: day,
  place: place.optional(),
}

export const prepareInvestigation = shape(
  'investigations.prepare',
  z.object({
    entryKey: id,
    kind: z.enum(investigationKinds),
    language,
    about: aboutRecord.optional(),
    /** The verdict on the subordinate, by the case in the register; of an investigation of a superior (6.22). */
    verdict: id.optional(),
    persons: z.array(id).min(1).max(20),
    /** The territorial unit that carries it; the Department itself unless told. */
    unit: id.optional(),
    ...acts,
  }),
  z.object({ id }),
  { kk: 'Қызметтік тексеруді дайындау', ru: 'Подготовить служебное расследование', en: 'Prepare an investigation' },
)

export const amendInvestigation = shape('investigations.amend', z.object({ ...one, ...acts }), none, {
  kk: 'Мәліметтерін түзету',
  ru: 'Исправить сведения',
  en: 'Amend',
})

export const addPerson = shape('investigations.addPerson', z.object({ ...one, person: id }), none, {
  kk: 'Тексерілетін адамды қосу',
  ru: 'Добавить проверяемое лицо',
  en: 'Add a person under investigation',
})

export const dropPerson = shape(
  'investigations.dropPerson',
  z.object({ ...one, person: id, reason: prose(2_000) }),
  none,
  {
    kk: 'Тексерілетін адамды алып тастау',
    ru: 'Исключить проверяемое лицо',
    en: 'Take a person out',
  },
)

export const acceptInvestigation = shape('investigations.accept', z.object(one), none, {
  kk: 'Ұсынылған тексеруді қабылдау',
  ru: 'Принять предложенное расследование',
  en: 'Take up the proposal',
})

export const openInvestigation = shape('investigations.open', z.object(one), z.object({ number: z.string() }), {
  kk: 'Тексеруді бастау',
  ru: 'Начать расследование',
  en: 'Open the investigation',
})

export const discontinueInvestigation = shape(
  'investigations.discontinue',
  z.object({ ...one, reason: prose(4_000) }),
  none,
  { kk: 'Тексеруді қысқарту', ru: 'Прекратить расследование', en: 'Discontinue' },
)

export const addMember = shape(
  'investigations.addMember',
  z.object({ ...one, employee: id, role: z.enum(roles) }),
  none,
  { kk: 'Топқа қосу', ru: 'Включить в группу', en: 'Add to the team' },
)

export const replaceMember = shape(
  'investigations.replaceMember',
  z.object({ ...one, employee: id, by: id, reason: prose(2_000) }),
  none,
  { kk: 'Топ мүшесін ауыстыру', ru: 'Заменить участника группы', en: 'Replace a member' },
)

export const recuseMember = shape(
  'investigations.recuse',
  z.object({ ...one, cause: z.enum(recusalCauses), reason: prose(2_000) }),
  none,
  { kk: 'Өздігінен бас тарту', ru: 'Заявить самоотвод', en: 'Recuse oneself' },
)

const filters = {
  kind: z.enum(investigationKinds).optional(),
  state: z.enum(investigationStates).optional(),
  offence: z.enum(offences).optional(),
  unit: id.optional(),
  due: z.enum(['overdue', 'soon']).optional(),
  mine: z.boolean().optional(),
  openedOnFrom: day.optional(),
  openedOnUntil: day.optional(),
  /** Number or words of the allegations. */
  words: maybeLine(200),
}
const sorts = ['-preparedAt', 'preparedAt', '-number', 'number', '-dueOn', 'dueOn'] as const
const term = z.object({ dueOn: day, left: z.int(), total: z.int(), doneOn: day.nullable() })
const named = z.object({ id, name: text })

const row = z.object({
  id,
  number: z.string().nullable(),
  kind: z.enum(investigationKinds),
  state: z.enum(investigationStates),
  offence: z.enum(offences),
  /** The beginning of the allegations. */
  allegations: z.string(),
  persons: z.array(text),
  leader: text.nullable(),
  unit: text,
  preparedAt: instant,
  openedOn: day.nullable(),
  term: term.nullable(),
  limitationOn: day.nullable(),
})

export const listInvestigations = shape(
  'investigations.list',
  z.object({ ...paging, ...filters, sort: z.enum(sorts).default('-preparedAt') }),
  paged(row),
  { kk: 'Қызметтік тексерулер', ru: 'Служебные расследования', en: 'Service investigations' },
)

const underInvestigation = z.object({
  id,
  name: text,
  /** The post on the day of the offence, in words. */
  post: text.nullable(),
  judge: z.boolean(),
})

export const readInvestigation = shape(
  'investigations.one',
  z.object({ id }),
  row.extend({
    version: z.int(),
    language,
    clause: z.string(),
    committedOn: day,
    discoveredOn: day,
    place: z.object({ value: z.string(), name: text }).nullable(),
    author: text,
    about: z.object({ kind: z.string(), id, caption: z.string(), page: z.string().nullable() }).nullable(),
    /** A principal sees what the authority covers, and nothing of the course. */
    brief: z.boolean(),
    /** The verdict that it stands on (6.22) is no longer in force. */
    fallen: z.boolean(),
    authority: z.object({
      purpose: z.string(),
      inForce: z.array(
        z.object({ id, number: z.string(), issuedOn: day, from: day, until: day.nullable(), issuer: text }),
      ),
    }),
    concludedOn: day.nullable(),
    /** What stands in the way of opening, each with its clause. */
    missing: z.array(z.object({ clause: z.string(), says: text })),
    verdict: z.object({ case: id, convicted: text, offenceOn: day, forceOn: day, corruption: z.boolean() }).nullable(),
    firstDueOn: day.nullable(),
    latestDueOn: day.nullable(),
    termDoubtful: z.boolean(),
    people: z.array(underInvestigation),
    team: z.array(
      z.object({
        id,
        name: text,
        role: z.enum(roles),
        from: day,
        until: day.nullable(),
        reason: z.string().nullable(),
        cause: z.enum(recusalCauses).nullable(),
        conflict,
      }),
    ),
    ended: z.object({ on: day, by: text, word: z.string() }).nullable(),
  }),
  { kk: 'Қызметтік тексеруді ашып көру', ru: 'Открыть служебное расследование', en: 'Look at an investigation' },
)

export const readInvestigationTimeline = shape(
  'investigations.timeline',
  z.object({ id }),
  z.object({ rows: z.array(happening) }),
  { kk: 'Оқиғалар желісі', ru: 'Ход событий', en: 'Timeline' },
)

export const findCandidates = shape(
  'investigations.candidates',
  z.object({ id }),
  z.object({ rows: z.array(z.object({ id, name: text, post: text, conflict })) }),
  { kk: 'Топқа кімді қосуға болады', ru: 'Кого можно включить в группу', en: 'Who may join the team' },
)

export const investigationChoices = shape(
  'investigations.choices',
  z.object({ about: aboutRecord.optional() }),
  z.object({
    places: z.array(z.object({ value: z.string(), name: text, group: text.nullable() })),
    units: z.array(named),
    verdicts: z.array(z.object({ case: id, name: text, superior: named.nullable(), offenceOn: day, forceOn: day })),
    about: z.object({ caption: z.string(), kindTitle: text, page: z.string().nullable() }).nullable(),
  }),
  { kk: 'Нысан таңдаулары', ru: 'Варианты формы', en: 'Choices of the form' },
)
