// The shapes of the limitation of a disciplinary penalty, and of the absences that move it.
import { z } from 'zod'
import { day, id, line, shape, text } from '../../kernel/contract.ts'

export const absenceCauses = ['sickness', 'leave', 'business-trip'] as const
export type AbsenceCause = (typeof absenceCauses)[number]

const version = z.int().optional()
const one = { id, version }
const none = z.object({})
const clock = z.object({ on: day.nullable(), moved: z.int() })

export const noteAbsence = shape(
  'limitations.noteAbsence',
  z.object({
    ...one,
    person: id,
    cause: z.enum(absenceCauses),
    from: day,
    until: day.optional(),
    /** The paper that says so: a sick note, an order, its number and day. */
    paper: line(300),
  }),
  none,
  { kk: 'Болмаған кезеңін тіркеу', ru: 'Отметить период отсутствия', en: 'Record an absence' },
)

export const endAbsence = shape('limitations.endAbsence', z.object({ ...one, absence: id, until: day }), none, {
  kk: 'Болмаған кезеңінің аяқталуын тіркеу',
  ru: 'Отметить конец периода отсутствия',
  en: 'Record the end of an absence',
})

export const readLimitations = shape(
  'limitations.one',
  z.object({ id }),
  z.object({
    people: z.array(
      z.object({
        id,
        name: text,
        discovery: clock,
        commission: clock,
        /** The earlier of the two; null while both stand still. */
        on: day.nullable(),
        left: z.int().nullable(),
        total: z.int(),
        past: z.boolean(),
        doubtful: z.boolean(),
        absences: z.array(
          z.object({ id, cause: z.enum(absenceCauses), from: day, until: day.nullable(), paper: z.string(), by: text }),
        ),
      }),
    ),
  }),
  { kk: 'Жауапқа тарту мерзімдері', ru: 'Сроки привлечения к ответственности', en: 'Limitations' },
)

// What the house itself performs when news comes; not reachable over HTTP.
export const followLimitation = shape('limitations.follow', z.object({ id }), none, {
  kk: 'Жауапқа тарту мерзімі есептелді',
  ru: 'Срок привлечения к ответственности пересчитан',
  en: 'The limitation was counted',
})
