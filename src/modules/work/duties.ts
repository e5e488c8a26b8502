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
export const moveDuty = async (tx: Tx, place: Place, { holder, unit, number, title, term }: Move): Promise<void> => {
  const change = {
    ...(holder === undefined ? {} : { holder_id: holder }),
    ...(unit === undefined ? {} : { unit_id: unit }),
    ...(number === undefined ? {} : { number }),
    ...(title === undefined ? {} : { title }),
    ...(term === undefined
      ? {}
      : { opened_on: term.openedOn, due_on: term.dueOn, total: tx.calendar.workingDaysBetween(term.openedOn, term.dueOn) }),
  }
  if (Object.keys(change).length) await store.updateDuty(tx, place, change)
}

/** Closes the duty of a stage, or all open duties of the record where no stage is given. */
export const closeDuty = (tx: Tx, place: Omit<Place, 'stage'> & { stage?: string }): Promise<void> => store.endDuty(tx, place)

export interface Telling {
  to: readonly (string | null)[]
  news: NewsKind
  kind: string
  recordId: string
  number: string | null
  /** Working days left, where the sentence says them. */
  left?: number
}

/** Rings the bell of these employees, once each and never the one who acts. */
export const tell = async (tx: Tx, { to, news, kind, recordId, number, left }: Telling): Promise<void> => {
  const people = [...new Set(to)].filter((it): it is string => it !== null && it !== tx.actor.id)
  const row = { news, record_kind: kind, record_id: recordId, number, days_left: left ?? null, at: tx.at, read_at: null }
  await store.insertNotices(tx, people.map((employee_id) => ({ id: newId(), employee_id, ...row })))
}
