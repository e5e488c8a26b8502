// How a higher room hears of authorities that name its records.
import type { Reaction } from '../../kernel/module.ts'
import type { Operation } from '../../kernel/operation.ts'
import type { Subject } from './validity.ts'

/** Ids of the records of one kind that the authority in the news names. */
const named = (kind: string, { subjects }: Record<string, unknown>): string[] =>
  (subjects as readonly Subject[]).filter((it) => it.kind === kind).map(({ id }) => id)

/** One reaction to each news of an authority, given, revoked or at its end: `perform` gets `{ ids }` of the records it names. */
export const onAuthorities = (kind: string, perform: Operation): readonly Reaction[] =>
  ['authorities.granted', 'authorities.revoked', 'authorities.expired'].map((on) => ({
    on,
    perform,
    when: (payload) => named(kind, payload).length > 0,
    input: (payload) => ({ ids: named(kind, payload) }),
  }))
