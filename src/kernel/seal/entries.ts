// One entry of the journal: its canonical bytes, which are what is sealed, and how they are read back.

/** What came of an operation. */
export type Outcome = 'done' | 'read' | 'exported' | 'refused' | 'failed'

/** An entry as it is sealed; `detail` is the hex SHA-256 of salt and detail, which stand beside and may be erased. */
export interface Entry {
  /** Version of this form. */
  v: 1
  id: string
  /** UTC with microseconds, '2026-11-23T04:00:00.000000Z'. */
  at: string
  operation: string
  clauses: string[]
  actor: string | null
  actor_kind: string
  record_kind: string | null
  record_id: string | null
  outcome: Outcome
  reason: string | null
  clause: string | null
  detail: string | null
}

const orNull = (column: string): string => `coalesce('"' || ${column} || '"', 'null')`

/**
 * SQL that writes the canonical body (JSON, keys in the order of `Entry`, no spaces, UTF-8) out of a row's columns.
 * The sequencer seals it and the verifier compares it with the columns, so it is defined once, and inline: a function
 * in the database could be replaced there. The inbox lets no quote, backslash or control character into the names that
 * stand here without escapes, so no other columns give the same bytes.
 */
export const bodySql = `convert_to(
  '{"v":1,"id":"' || id || '","at":"' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
  || '","operation":"' || operation || '","clauses":' || array_to_json(clauses) || ',"actor":' || ${orNull('actor')}
  || ',"actor_kind":"' || actor_kind || '","record_kind":' || ${orNull('record_kind')}
  || ',"record_id":' || ${orNull('record_id')} || ',"outcome":"' || outcome || '","reason":' || ${orNull('reason')}
  || ',"clause":' || ${orNull('clause')} || ',"detail":' || ${orNull("encode(detail_hash, 'hex')")} || '}', 'UTF8')`

/** The columns that an entry takes over from the inbox as they are. */
export const columns = 'id, at, operation, clauses, actor, actor_kind, record_kind, record_id, outcome, reason, clause'

/** Reads the sealed bytes. Errors: SyntaxError where they are no JSON. */
export const readEntry = (body: Uint8Array): Entry => JSON.parse(Buffer.from(body).toString('utf8'))
