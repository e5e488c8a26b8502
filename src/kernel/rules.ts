// Who may do what, as rows with clauses. Rules are pure: an actor, a subject, a moment, and yes or no.
import type { Clause } from './clauses.ts'
import type { Day } from './clock.ts'
import { touch } from './evidence.ts'
import { Refusal } from './refusal.ts'
import type { Language, Text } from './text.ts'

export interface Post {
  /** Code of the post: 'head', 'deputy-head', 'territorial-head', … */
  code: string
  /** Unit of the post. */
  unit: string
  /** Held for these days only, instead of its holder (clauses 10, 11.2, 15). */
  acting: boolean
}

export interface Actor {
  id: string
  kind: 'employee' | 'public' | 'system'
  name: Text
  language: Language
  unit: string | null
  powers: ReadonlySet<string>
  posts: readonly Post[]
  /** Units whose records the actor sees; 'all' for the centre. */
  reach: 'all' | readonly string[]
  session: { id: string; steppedUpAt: Date | null } | null
  /** Network address of the request, for as long as it is answered; kept nowhere. */
  from?: string
  /** Window of the browser that asked, where it asks again by itself for whatever it changed. */
  tab?: string
  /** Public actor only: hex of the hash of the code in hand. */
  receipt?: string
}

export interface Moment {
  at: Date
  today: Day
}

type Test<T> = (actor: Actor, subject: T, moment: Moment) => boolean

export interface Permit<T> {
  readonly effect: 'permit'
  readonly clause: Clause
  /** Whom it permits, as words of a list: "the head", "the assigned inspector". */
  readonly who: Text
  readonly when: Test<T>
}

export interface Forbid<T> {
  readonly effect: 'forbid'
  readonly clause: Clause
  /** The sentence that the refused person reads. */
  readonly why: Text
  readonly when: Test<T>
  /** Name of the operation that mends it, if any. */
  readonly offer: string | null
}

export type Rule<T> = Permit<T> | Forbid<T>
/** At least one permit, named first; then any rows. */
export type Rules<T> = readonly [Permit<T>, ...Rule<T>[]]

export const permit = <T>(clause: Clause, who: Text, when: Test<T>): Permit<T> => ({
  effect: 'permit',
  clause,
  who,
  when,
})

export const forbid = <T>(clause: Clause, why: Text, when: Test<T>, offer: string | null = null): Forbid<T> => ({
  effect: 'forbid',
  clause,
  why,
  when,
  offer,
})

const listed = (rules: readonly Rule<never>[], of: (who: Text) => string): string =>
  rules.flatMap((rule) => (rule.effect === 'permit' ? [of(rule.who)] : [])).join('; ')

const notPermitted = (rules: readonly Rule<never>[]): Text => ({
  kk: `Бұл әрекетке құқығыңыз жоқ. Құқығы бар: ${listed(rules, (who) => who.kk)}.`,
  ru: `У вас нет права на это действие. Право имеют: ${listed(rules, (who) => who.ru)}.`,
  en: `You may not do this. It is open to: ${listed(rules, (who) => who.en)}.`,
})

/** The forbid row that stands against the actor, if any. */
export const standing = <T>(rules: readonly Rule<T>[], actor: Actor, subject: T, moment: Moment): Forbid<T> | null =>
  rules.find((rule): rule is Forbid<T> => rule.effect === 'forbid' && rule.when(actor, subject, moment)) ?? null

/** The permit row that opens the way, if any. */
export const granted = <T>(rules: readonly Rule<T>[], actor: Actor, subject: T, moment: Moment): Permit<T> | null =>
  rules.find((rule): rule is Permit<T> => rule.effect === 'permit' && rule.when(actor, subject, moment)) ?? null

/** Forbid rows first, then some permit must hold; deny by default. The refusal names its clause. */
export function judge<T>(rules: Rules<T>, actor: Actor, subject: T, moment: Moment): void {
  const against = standing(rules, actor, subject, moment)
  if (against) {
    touch(against.clause)
    throw new Refusal('forbidden', against.why, { clause: against.clause })
  }
  const grant = granted(rules, actor, subject, moment)
  if (!grant) {
    touch(rules[0].clause)
    throw new Refusal('forbidden', notPermitted(rules as readonly Rule<never>[]), { clause: rules[0].clause })
  }
  touch(grant.clause)
}
