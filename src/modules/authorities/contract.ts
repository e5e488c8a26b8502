// The shapes of authorities as they stand, shared by the server and the web.
import { z } from 'zod'
import { day, id, instant, maybeLine, paged, paging, prose, shape, text } from '../../kernel/contract.ts'
import { file } from '../../kernel/reply.ts'
import { happening } from '../incoming/contract.ts'
import { authorityKinds, issuerPosts, purposeNames, type Purpose } from './purposes.ts'

export * from './purposes.ts'
export * from './words.ts'

export const authorityStates = [
  'prepared',
  'asked',
  'granted',
  'refused',
  'withdrawn',
  'registered',
  'rejected',
  'revoked',
  'expired',
] as const
const ways = ['asked', 'issued', 'paper'] as const
export type AuthorityState = (typeof authorityStates)[number]
export type Way = (typeof ways)[number]

/** Where it is asked for: the link of a gate, `askingPath('questioning', [{ kind: 'person', id }])`. */
export const askingPath = (purpose: Purpose, about: readonly { kind: string; id: string }[]): string =>
  `/authorities/new?purpose=${purpose}${about.map(({ kind, id: of }) => `&about=${kind}:${of}`).join('')}`

const version = z.int().optional()
const one = { id, version }
const none = z.object({})

export const revokeAuthority = shape('authorities.revoke', z.object({ ...one, reason: prose(4_000) }), none, {
  kk: 'Күшін жою',
  ru: 'Отменить',
  en: 'Revoke',
})

/** What the house itself does after the last day; not reachable over HTTP. */
export const expireAuthority = shape('authorities.expire', z.object({ id }), none, {
  kk: 'Мерзімі аяқталды',
  ru: 'Срок истёк',
  en: 'The term ended',
})

export const watchAuthorities = shape('authorities.watch', none, z.object({ ended: z.array(id) }), {
  kk: 'Мерзімдерді түнде қарау',
  ru: 'Ночной просмотр сроков',
  en: 'Watch over the terms each night',
})

export const namedRecord = z.object({
  kind: z.string(),
  id,
  label: z.string(),
  kindTitle: text.nullable(),
  /** Where it is shown, if the reader sees it. */
  page: z.string().nullable(),
})

const authorityRow = z.object({
  id,
  state: z.enum(authorityStates),
  way: z.enum(ways),
  kind: z.enum(authorityKinds),
  purpose: z.enum(purposeNames),
  issuer: z.enum(issuerPosts),
  issuerName: text.nullable(),
  number: z.string().nullable(),
  issuedOn: day.nullable(),
  from: day,
  until: day.nullable(),
  inForce: z.boolean(),
  /** Given, but its first day is still to come. */
  ahead: z.boolean(),
  names: z.array(z.string()),
  author: text,
  enteredAt: instant,
  /** The clock of the decision, while it is awaited. */
  term: z.object({ dueOn: day, left: z.int(), total: z.int(), doneOn: day.nullable() }).nullable(),
})

const filters = {
  state: z.enum(authorityStates).optional(),
  purpose: z.enum(purposeNames).optional(),
  issuer: z.enum(issuerPosts).optional(),
  inForce: z.boolean().optional(),
  /** Number, words of the ground, or the caption of what it names. */
  words: maybeLine(200),
}
const sorts = ['waiting', '-enteredAt', 'enteredAt', '-issuedOn', 'issuedOn', '-until', 'until'] as const

export const listAuthorities = shape(
  'authorities.list',
  z.object({ ...paging, ...filters, sort: z.enum(sorts).default('waiting') }),
  paged(authorityRow),
  {
    kk: 'Тапсырмалар мен рұқсаттар тізілімі',
    ru: 'Реестр поручений и разрешений',
    en: 'Register of assignments and permissions',
  },
)

const scan = z.object({ id, name: z.string(), bytes: z.int(), sha256: z.string(), type: z.string() })

export const openAuthority = shape(
  'authorities.one',
  z.object({ id }),
  authorityRow.extend({
    version: z.int(),
    clause: z.string(),
    ground: z.string(),
    scope: z.string().nullable(),
    wished: z.object({ from: day, until: day.nullable() }),
    subjects: z.array(namedRecord),
    askedBy: text.nullable(),
    decision: z.object({ by: text, at: instant, word: z.string().nullable() }).nullable(),
    revocation: z
      .object({ on: day, by: text, word: z.string(), number: z.string().nullable(), signer: text.nullable() })
      .nullable(),
    files: z.array(scan),
    revocationFiles: z.array(scan),
    /** Whether the asker of this page has opened the scan. */
    scanSeen: z.boolean(),
    /** The days of force as a clock, where it has a last day. */
    force: z.object({ dueOn: day, left: z.int(), total: z.int(), doneOn: day.nullable() }).nullable(),
    doubtful: z.boolean(),
    /** Whether an electronic signature stands under it. */
    sealed: z.boolean(),
  }),
  { kk: 'Тапсырманы не рұқсатты ашу', ru: 'Открыть поручение или разрешение', en: 'Open an authority' },
)

export const readAuthorityTimeline = shape(
  'authorities.timeline',
  z.object({ id }),
  z.object({ rows: z.array(happening) }),
  { kk: 'Оқиғалар желісі', ru: 'Ход событий', en: 'Timeline' },
)

export const takeAuthorityFile = shape('authorities.file', z.object({ id, file: id }), file, {
  kk: 'Сканды ашу',
  ru: 'Открыть скан',
  en: 'Open the scan',
})
