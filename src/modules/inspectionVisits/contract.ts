// The shapes of entries on the service certificate, hindrances and demands. Shared by the server and the web.
import { z } from 'zod'
import { day, id, instant, line, maybeLine, prose, shape, text } from '../../kernel/contract.ts'
import { openPremises, premisesKinds } from './kinds.ts'

export * from './kinds.ts'

const version = z.int().optional()
const one = { id, version }
const none = z.object({})
const files = z.array(id).max(20).default([])
const keptFile = z.object({ id, name: z.string(), bytes: z.int(), sha256: z.string(), type: z.string() })
const author = z.object({ by: text, at: instant })

const place = z.string().regex(/^(court|body):[0-9a-f-]{36}$/)
const coming = {
  ...one,
  /** A member of the team; the one who enters it unless told. */
  who: id.optional(),
  certificate: line(60),
  place,
  premises: z.enum(premisesKinds),
  room: maybeLine(200),
  cameAt: instant,
}

export const enterVisit = shape(
  'inspections.enter',
  z.object({ ...coming, leftAt: instant.optional(), accompanied: maybeLine(300), vehicle: maybeLine(60) }),
  z.object({ visit: id }),
  { kk: 'Кіруді жазу', ru: 'Записать посещение', en: 'Record an entry' },
)

export const leaveVisit = shape('inspections.leave', z.object({ ...one, visit: id, leftAt: instant }), none, {
  kk: 'Шыққан уақытты жазу',
  ru: 'Записать время выхода',
  en: 'Record the leaving',
})

export const recordHindrance = shape(
  'inspections.hinder',
  z.object({
    ...coming,
    entered: z.boolean().default(false),
    /** Who hindered: name and post. */
    by: line(300),
    words: prose(4_000),
    /** What is demanded of the department or court now. */
    demanded: prose(4_000),
    files,
  }),
  z.object({ visit: id, request: id, document: id }),
  { kk: 'Кедергіні тіркеу', ru: 'Зафиксировать препятствие', en: 'Record a hindrance' },
)

export const demandPapers = shape(
  'inspections.demand',
  z.object({ ...one, subject: line(300), asked: prose(10_000), until: day.optional(), personPost: maybeLine(200) }),
  z.object({ request: id, document: id }),
  { kk: 'Құжаттарды талап ету', ru: 'Истребовать документы', en: 'Demand documents' },
)

export const readVisits = shape(
  'inspections.visits',
  z.object({ id }),
  z.object({
    /** Who of the team may be named as the one who came. */
    team: z.array(z.object({ id, name: text })),
    places: z.array(z.object({ value: z.string(), name: text, group: text.nullable() })),
    visits: z.array(
      author.extend({
        id,
        who: text,
        certificate: z.string(),
        place: text,
        premises: z.enum(openPremises),
        room: z.string().nullable(),
        vehicle: z.string().nullable(),
        cameAt: instant,
        leftAt: instant.nullable(),
        accompanied: z.string().nullable(),
        entered: z.boolean(),
        hindrance: z.object({ by: z.string(), words: z.string(), request: id }).nullable(),
        files: z.array(keptFile),
      }),
    ),
    requests: z.array(
      z.object({ id, caption: z.string(), kind: text, state: text, addressee: text, dueOn: day.nullable() }),
    ),
  }),
  { kk: 'Бару мен талаптар', ru: 'Посещения и требования', en: 'Visits and demands' },
)
