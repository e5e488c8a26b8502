// The shapes of the route of agreement, shared by the server and the web.
import { z } from 'zod'
import { day, id, instant, maybeProse, prose, shape, text } from '../../kernel/contract.ts'

/** Version of the document that the screen showed. */
const version = z.int().optional()

/** Longer routes are no agreement but a meeting. */
export const mostVoices = 15

export const askAgreement = shape(
  'agreement.ask',
  z.object({
    id,
    version,
    /** In the order of the route. */
    people: z.array(id).min(1).max(mostVoices),
    /** One after another; otherwise all at once. */
    inOrder: z.boolean().default(false),
  }),
  z.object({ round: id }),
  { kk: 'Келісуге жіберу', ru: 'Направить на согласование', en: 'Ask for agreement' },
)

export const agree = shape(
  'agreement.agree',
  z.object({ id, version, comment: maybeProse(4_000) }),
  z.object({ finished: z.boolean() }),
  { kk: 'Келісу', ru: 'Согласовать', en: 'Agree' },
)

export const objectTo = shape(
  'agreement.object',
  z.object({ id, version, comment: prose(4_000) }),
  z.object({ finished: z.boolean() }),
  { kk: 'Қарсылық білдіру', ru: 'Заявить возражение', en: 'Object' },
)

export const endAgreement = shape('agreement.end', z.object({ id, version, reason: prose(1_000) }), z.object({}), {
  kk: 'Келісуді тоқтату',
  ru: 'Прекратить согласование',
  en: 'End the agreement',
})

/** The text has changed: whoever agreed has agreed to another one. */
export const restartAgreement = shape('agreement.restart', z.object({ document: id, draft: z.int() }), z.object({}), {
  kk: 'Келісуді қайта бастау',
  ru: 'Начать согласование заново',
  en: 'Begin the agreement anew',
})

const voice = z.object({
  place: z.int(),
  name: text,
  asked: z.boolean(),
  dueOn: day.nullable(),
  word: z.enum(['agreed', 'objected']).nullable(),
  saidAt: instant.nullable(),
  comment: z.string().nullable(),
})

export const readAgreement = shape(
  'agreement.read',
  z.object({ id }),
  z.object({
    /** The newest first. */
    rounds: z.array(
      z.object({
        id,
        draft: z.int(),
        /** Whether it is about the text as it now stands. */
        current: z.boolean(),
        inOrder: z.boolean(),
        openedAt: instant,
        openedBy: text,
        endedAt: instant.nullable(),
        endedWhy: z.enum(['agreed', 'objected', 'changed', 'ended']).nullable(),
        endedBy: text.nullable(),
        reason: z.string().nullable(),
        voices: z.array(voice),
      }),
    ),
  }),
  { kk: 'Келісу барысын көру', ru: 'Посмотреть ход согласования', en: 'See the agreement' },
)

export const listColleagues = shape(
  'agreement.colleagues',
  z.object({ id }),
  z.object({
    rows: z.array(
      z.object({
        id,
        name: text,
        post: text,
        absent: z.boolean(),
        /** The kind of document usually goes to this person first. */
        usual: z.boolean(),
      }),
    ),
  }),
  { kk: 'Келісуші қызметкерлер', ru: 'Кто может согласовать', en: 'Who may agree' },
)
