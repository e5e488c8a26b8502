// What higher modules call inside their own operations: open a duty, move it, close it, tell somebody.
import type { Clause } from '../../kernel/clauses.ts'
import type { Day } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { NewsKind } from './contract.ts'
import * as store from './store.ts'

interface Place {
  kind: string
  recordId: string
  /** What is due on the record: 'answer', 'sign', … One open duty a record and stage. */
  stage: string
}

export interface Opening extends Place {
  number: string | null
  /** The record's own words, in its own language. */
  title: string
  clause: Clause
  holder: string | null
  unit: string
  openedOn: Day
  dueOn: Day
}

/** Opens a duty. @throws Refusal 'conflict' where the same one is open already. */
export const openDuty = async (tx: Tx, it: Opening): Promise<void> => {
  await store.insertDuty(tx, { ...it, total: tx.calendar.workingDaysBetween(it.openedOn, it.dueOn) })
}

export interface Move {
  holder?: string | null
  unit?: string
  number?: string
  title?: string
  /** A new term: its first and last day. */
  term?: { openedOn: Day; dueOn: Day }
}

/** Changes what is known of an open duty; a duty that is not open stays as it is. */
export const moveDuty = async (tx: Tx, place: Place, { term, ...move }: Move): Promise<void> => {
  const total = term && { total: tx.calendar.workingDaysBetween(term.openedOn, term.dueOn) }
  const change = { ...move, ...term, ...total }
  if (Object.keys(change).length) await store.changeDuty(tx, place, change)
}

/** Closes the duty of a stage, or all open duties of the record where no stage is given. */
export const closeDuty = (tx: Tx, place: Omit<Place, 'stage'> & { stage?: string }): Promise<void> =>
  store.changeDuty(tx, place, { closedAt: tx.at })

export interface Telling {
  to: readonly (string | null)[]
  news: NewsKind
  kind: string
  recordId: string
  number: string | null
  /** Working days left, where the sentence says them. */
  left?: number
  /** What a person adds in his or her own words. */
  words?: string
}

/** Each telling with those who are to hear it: once each, never the one who acts, nobody who is shut out of the record. */
export const heard = async (
  tx: Tx,
  tellings: readonly Telling[],
): Promise<(Omit<Telling, 'to'> & { to: readonly string[] })[]> => {
  const denied = await store.shutOut(tx, [...new Set(tellings.map(({ recordId }) => recordId))])
  return tellings.map((it) => ({
    ...it,
    to: [...new Set(it.to)].filter(
      (person): person is string =>
        person !== null && person !== tx.actor.id && !denied.has(`${it.recordId} ${person}`),
    ),
  }))
}

/** Rings the bell of these employees. */
export const tell = async (tx: Tx, ...tellings: readonly Telling[]): Promise<void> => {
  const rows = (await heard(tx, tellings)).flatMap(({ to, news, kind, recordId, number, left, words }) =>
    to.map((employee) => ({
      id: newId(),
      employee_id: employee,
      news,
      record_kind: kind,
      record_id: recordId,
      number,
      days_left: left ?? null,
      words: words ?? null,
      at: tx.at,
      read_at: null,
    })),
  )
  await store.insertNotices(tx, rows)
}
