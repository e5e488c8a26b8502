// What perform() writes of each operation: who, what, on whom, under which clauses, before and after.
import { randomBytes } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Tables } from './database.ts'
import { newId } from './ids.ts'
import type { Operation } from './operation.ts'
import type { Found } from './record.ts'
import type { Reason, Refusal } from './refusal.ts'
import type { Actor } from './rules.ts'

export type Outcome = 'done' | 'read' | 'exported' | 'refused' | 'failed'

export interface Entry {
  operation: Operation
  actor: Actor
  at: Date
  outcome: Outcome
  kind: string | null
  recordId: string | null
  reason?: Reason
  clause?: string | null
  /** Names, texts, before and after: what the law may one day order erased. */
  details: Record<string, unknown>
}

/** A command is always an entry; a query when it shows a person's data or takes data out. */
export const outcomeOf = ({ kind, personal, export: exported }: Operation): Outcome | null => {
  if (kind === 'command') return 'done'
  if (exported) return 'exported'
  return personal ? 'read' : null
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The fields that an operation changed, before and after. */
export const changes = (before: Found | undefined, after: Found | undefined): Record<string, unknown> => {
  if (!after) return before ? { before } : {}
  if (!before) return { after }
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Found)[]
  const changed = fields.filter((field) => !same(before[field], after[field]))
  const pick = (it: Found) => Object.fromEntries(changed.map((field) => [field, it[field]]))
  return changed.length ? { before: pick(before), after: pick(after) } : {}
}

// A fault in the form is a slip of the pen and a flood is counted elsewhere; every other refusal is an entry.
const unrecorded: readonly Reason[] = ['invalid', 'too-many', 'step-up']

export const refusalEntry = (
  operation: Operation,
  actor: Actor,
  at: Date,
  input: unknown,
  refusal: Refusal,
): Entry | null => {
  if (unrecorded.includes(refusal.reason)) return null
  const recordId = operation.record ? (input as Found).id : null
  const kind = operation.record?.name ?? null
  const outcome = refusal.reason === 'sign-in' ? 'failed' : 'refused'
  return { operation, actor, at, outcome, kind, recordId, reason: refusal.reason, clause: refusal.clause, details: {} }
}

/** Puts the entry into the inbox within the operation's transaction and tells the live screens. */
export const journal = async (db: Transaction<Tables>, entry: Entry): Promise<void> => {
  const { operation, actor, at, outcome, kind, recordId, reason, clause, details } = entry
  const detail = Object.keys(details).length ? JSON.stringify(details) : null
  const salt = detail ? randomBytes(16) : null
  await sql`insert into journal_inbox
      (id, at, operation, clauses, actor, actor_kind, record_kind, record_id, outcome, reason, clause, detail_salt, detail)
    values (${newId()}, ${at}, ${operation.name}, ${[...operation.clauses]}, ${actor.kind === 'employee' ? actor.id : null},
      ${actor.kind}, ${kind}, ${recordId}, ${outcome}, ${reason ?? null}, ${clause ?? null}, ${salt}, ${detail})`.execute(
    db,
  )
  if (outcome !== 'done' || !kind || !recordId) return
  const news = JSON.stringify({ kind, id: recordId, tab: actor.tab })
  await sql`select pg_notify('qorgan_live', ${news})`.execute(db)
}
