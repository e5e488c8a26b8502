// Shapes: the ground on which a card opens, the card, the openings and how they are weighed.
import { z } from 'zod'
import { day, id, instant, paged, paging, prose, shape, text } from '../../kernel/contract.ts'
import { kinRelations, personKinds, sexes } from '../persons/contract.ts'
import { openingStates } from './words.ts'

export { openingStateTitles } from './words.ts'

/** Records of whose kinds a reader may name one that is open and the reader's own work, as the ground for opening a card. */
export const matterKinds = ['appeal', 'request', 'investigation', 'inspection', 'criminalCase'] as const

const none = z.object({})

const opening = z.object({
  id,
  at: instant,
  until: instant,
  ground: z.enum(['matter', 'reason']),
  /** Null also where the reader of this may not see the matter. */
  matter: z.object({ caption: z.string(), kindTitle: text, page: z.string().nullable() }).nullable(),
  reason: z.string(),
})

/** Whether the card stands open to the asker now, and on what ground. */
export const readGround = shape(
  'personCards.ground',
  z.object({ id }),
  z.object({ opening: opening.nullable(), minutes: z.int(), reviewDays: z.int() }),
  { kk: 'Негізді көру', ru: 'Увидеть основание', en: 'See the ground' },
)

export const openPerson = shape(
  'personCards.open',
  z.object({
    id,
    /** 'appeal:<id>': an open record on which the reader works. Without one the opening is reviewed afterwards. */
    matter: z
      .string()
      .regex(/^[a-zA-Z]+:[0-9a-f-]{36}$/)
      .optional(),
    reason: prose(1000),
  }),
  z.object({ opening: id, until: instant }),
  { kk: 'Карточканы ашу', ru: 'Открыть карточку', en: 'Open the card' },
)

const postRow = z.object({
  id,
  kind: z.enum(personKinds),
  title: text,
  body: text,
  from: day,
  until: day.nullable(),
  basis: z.string(),
  endBasis: z.string().nullable(),
  struck: z.string().nullable(),
  superiors: z.array(
    z.object({
      person: z.object({ id, name: text }).nullable(),
      title: text.nullable(),
      from: day,
      until: day.nullable(),
      basis: z.string(),
    }),
  ),
})

export const readCard = shape(
  'personCards.read',
  z.object({ id }),
  z.object({
    iin: z.string().nullable(),
    bornOn: day.nullable(),
    sex: z.enum(sexes).nullable(),
    warnings: z.array(text),
    basis: z.string(),
    notedAt: instant,
    names: z.array(z.object({ name: text, until: day.nullable(), basis: z.string() })),
    posts: z.array(postRow),
    kin: z.array(
      z.object({
        id,
        relation: z.enum(kinRelations),
        name: text,
        person: id.nullable(),
        /** Entered on this card, so that it may be struck out here. */
        own: z.boolean(),
        basis: z.string(),
        struck: z.string().nullable(),
      }),
    ),
    corrections: z.array(
      z.object({
        at: instant,
        by: text,
        what: z.enum(['person', 'name', 'post', 'superior', 'kin']),
        changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
  }),
  { kk: 'Карточканы оқу', ru: 'Прочитать карточку', en: 'Read the card' },
)

const openingRow = opening.extend({
  person: z.object({ id, name: text }),
  by: text,
  state: z.enum(openingStates),
  stateTitle: text,
  dueOn: day.nullable(),
  word: z.string().nullable(),
  reviewedBy: text.nullable(),
})

export const listOpenings = shape(
  'personCards.openings',
  z.object({
    ...paging,
    state: z.enum(openingStates).optional(),
    ground: z.enum(['matter', 'reason']).optional(),
    sort: z.enum(['at', '-at']).default('-at'),
  }),
  paged(openingRow),
  { kk: 'Карточкаларды ашу журналы', ru: 'Журнал открытия карточек', en: 'Openings of cards' },
)

export const oneOpening = shape('personCards.opening', z.object({ id }), openingRow.extend({ version: z.int() }), {
  kk: 'Карточканы ашу жазбасы',
  ru: 'Запись об открытии карточки',
  en: 'Record of an opening',
})

const review = z.object({ id, word: prose(1000) })
export const justifyOpening = shape('personCards.justify', review, none, {
  kk: 'Негізді деп тану',
  ru: 'Признать обоснованным',
  en: 'Find it justified',
})
export const faultOpening = shape('personCards.fault', review, none, {
  kk: 'Негізсіз деп тану',
  ru: 'Признать необоснованным',
  en: 'Find it not justified',
})
