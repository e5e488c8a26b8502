// Shapes of the parameters, the working days and the coverage of the Regulation.
import { z } from 'zod'
import { day, instant, line, shape, text } from '../../../kernel/contract.ts'

/** A number, one of the offered choices, or a list of either: regulation/parameters.json says which. */
const parameterValue = z.union([
  z.number(),
  z.string().max(100),
  z.array(z.number()).max(50),
  z.array(z.string().max(100)).max(50),
])

const parameterWord = z.object({
  /** First day of force. */
  from: day,
  value: parameterValue,
  /** The value as people read it: «15 жұмыс күні». */
  says: text,
  /** Where it was seen, or the administrator's reason; null: nowhere. */
  source: z.string().nullable(),
  confidence: z.enum(['verified', 'background', 'unverified']),
  standing: z.enum(['written', 'confirmed', 'changed']),
  /** Who confirmed or changed it, and when; null for the Regulation's own data. */
  by: text.nullable(),
  at: instant.nullable(),
})

const parameterRow = z.object({
  name: z.string(),
  title: text,
  unit: z.string(),
  clause: z.string(),
  act: text.nullable(),
  /** What is in force today; null before the first day of force. */
  current: parameterWord.nullable(),
  /** Values of days to come, the nearest first. */
  coming: z.array(parameterWord),
  /** Every value by day of force, the latest first. */
  history: z.array(parameterWord),
  /** A list of values, not one. */
  many: z.boolean(),
  numeric: z.boolean(),
  options: z.array(z.object({ value: z.string(), title: text })),
  least: z.number(),
  most: z.number(),
})
export type ParameterRow = z.infer<typeof parameterRow>
export type ParameterWord = z.infer<typeof parameterWord>

export const listParameters = shape(
  'settings.parameters',
  z.object({}),
  z.object({ rows: z.array(parameterRow), unverified: z.int() }),
  { kk: 'Мерзімдер мен шектер', ru: 'Сроки и пороги', en: 'Terms and thresholds' },
)

export const changeParameter = shape(
  'settings.changeParameter',
  z.object({ name: line(100), from: day, value: parameterValue, reason: line(1000) }),
  z.object({}),
  { kk: 'Мерзімді немесе шекті өзгерту', ru: 'Изменить срок или порог', en: 'Change a term or threshold' },
)

export const confirmParameter = shape(
  'settings.confirmParameter',
  /** `from` is the day of force of the value that is confirmed. */
  z.object({ name: line(100), from: day, reason: line(1000) }),
  z.object({}),
  { kk: 'Мерзімді немесе шекті растау', ru: 'Подтвердить срок или порог', en: 'Confirm a term or threshold' },
)

const calendarDay = z.object({
  on: day,
  working: z.boolean(),
  /** Not what the day of the week alone would make it. */
  special: z.boolean(),
  why: text,
  /** Nobody has confirmed it, so a term that crosses it bears a mark. */
  unverified: z.boolean(),
})
export type CalendarDay = z.infer<typeof calendarDay>

export const readCalendar = shape(
  'settings.calendar',
  z.object({ year: z.int().min(1992).max(2198).optional() }),
  z.object({
    year: z.int(),
    today: day,
    months: z.array(z.object({ month: z.int().min(1).max(12), workingDays: z.int(), days: z.array(calendarDay) })),
    workingDays: z.int(),
    /** False: a feast whose date moves has no entry in this year. */
    complete: z.boolean(),
  }),
  { kk: 'Жұмыс күнтізбесі', ru: 'Рабочий календарь', en: 'Working calendar' },
)

export const setDay = shape(
  'settings.setDay',
  z.object({ on: day, kind: z.enum(['off', 'work']), occasion: z.enum(['kurban-ait']).optional(), basis: line(500) }),
  z.object({}),
  { kk: 'Күнтізбе күнін белгілеу', ru: 'Отметить день календаря', en: 'Set a day of the calendar' },
)

export const readLaw = shape(
  'settings.law',
  z.object({}),
  z.object({
    clauses: z.int(),
    carried: z.int(),
    evidenced: z.int(),
    outside: z.int(),
    rows: z.array(
      z.object({
        id: z.string(),
        chapter: z.int(),
        /** 'general', 'task', 'right', 'function' or 'organisation'. */
        kind: z.string(),
        /** The clause itself, Kazakh verbatim. */
        says: text,
        /** Rows of the modules that stand under the clause, such as { kind: 'operation', name: 'appeals.register' }. */
        carriers: z.array(
          z.object({
            kind: z.enum(['operation', 'rule', 'step', 'template', 'parameter']),
            name: z.string(),
            /** In words, where it has any. */
            title: text.nullable(),
          }),
        ),
        /** Sentences of the tests that prove it, in English. */
        tests: z.array(z.string()),
        /** Why no software meets it; null where that is not said. */
        reason: text.nullable(),
      }),
    ),
  }),
  { kk: 'Ереженің орындалуы', ru: 'Исполнение Положения', en: 'Coverage of the Regulation' },
)
