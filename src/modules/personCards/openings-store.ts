// The SQL of openings of cards: who opened whose, on what ground, until when, and what became of it.
import { sql, type Generated } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import { countUpTo } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { OpeningState } from './words.ts'

declare module '../../kernel/database.ts' {
  interface Tables {
    person_openings: {
      id: string
      version: Generated<number>
      state: Generated<OpeningState>
      person_id: string
      employee_id: string
      unit_id: string
      matter_kind: string | null
      matter_id: string | null
      reason: string
      at: Date
      until_at: Date
      to_principal: boolean
      due_on: Day | null
      reviewed_at: Generated<Date | null>
      reviewed_by: Generated<string | null>
      word: Generated<string | null>
    }
  }
}

export interface Opening {
  id: string
  version: number
  state: OpeningState
  person: string
  employee: string
  unit: string
  matter: { kind: string; id: string } | null
  reason: string
  at: Date
  until: Date
  toPrincipal: boolean
  dueOn: Day | null
  reviewedBy: string | null
  word: string | null
}

const columns = [
  'id',
  'version',
  'state',
  'person_id',
  'employee_id',
  'unit_id',
  'matter_kind',
  'matter_id',
  'reason',
  'at',
  'until_at',
  'to_principal',
  'due_on',
  'reviewed_by',
  'word',
] as const

const rowsFrom = ({ db }: Pick<Tx, 'db'>) => db.selectFrom('person_openings').select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof rowsFrom>['execute']>>[number]

const openingOf = (row: Row): Opening => ({
  id: row.id,
  version: row.version,
  state: row.state,
  person: row.person_id,
  employee: row.employee_id,
  unit: row.unit_id,
  matter: row.matter_kind && row.matter_id ? { kind: row.matter_kind, id: row.matter_id } : null,
  reason: row.reason,
  at: row.at,
  until: row.until_at,
  toPrincipal: row.to_principal,
  dueOn: row.due_on,
  reviewedBy: row.reviewed_by,
  word: row.word,
})

export async function findOpening(tx: Tx, id: string, lock: boolean): Promise<Opening | undefined> {
  const query = rowsFrom(tx).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && openingOf(row)
}

/** The actor's own openings of this card whose hours still run and that nobody has found wanting, the longest first. */
export async function runningOpenings(tx: Tx, person: string): Promise<Opening[]> {
  const rows = await rowsFrom(tx)
    .where('person_id', '=', person)
    .where('employee_id', '=', tx.actor.id)
    .where('until_at', '>', tx.at)
    .where('state', '<>', 'notJustified')
    .orderBy('until_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(openingOf)
}

type NewOpening = Pick<Opening, 'person' | 'unit' | 'matter' | 'reason' | 'until' | 'toPrincipal' | 'dueOn'>

export async function insertOpening({ db, at, actor }: Tx, it: NewOpening): Promise<string> {
  const id = newId()
  await db
    .insertInto('person_openings')
    .values({
      id,
      person_id: it.person,
      employee_id: actor.id,
      unit_id: it.unit,
      matter_kind: it.matter?.kind ?? null,
      matter_id: it.matter?.id ?? null,
      reason: it.reason,
      at,
      until_at: it.until,
      to_principal: it.toPrincipal,
      due_on: it.dueOn,
    })
    .execute()
  return id
}

export const noteReview = async ({ db, at, actor }: Tx, id: string, word: string): Promise<void> => {
  await db
    .updateTable('person_openings')
    .set({ reviewed_at: at, reviewed_by: actor.id, word })
    .where('id', '=', id)
    .execute()
}

interface Asked {
  state?: OpeningState | undefined
  ground?: 'matter' | 'reason' | undefined
  sort: 'at' | '-at'
  page: number
  size: number
}

export async function listOpenings(tx: Tx, { state, ground, sort, page, size }: Asked) {
  let rows = rowsFrom(tx)
  if (state) rows = rows.where('state', '=', state)
  if (ground) rows = rows.where('matter_id', ground === 'matter' ? 'is not' : 'is', null)
  const shown = await rows
    .orderBy('at', sort === '-at' ? 'desc' : 'asc')
    .orderBy('id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows: shown.map(openingOf), ...(await countUpTo(tx, rows, 10_000)) }
}

/** Whether the employee is shut out of the record. */
export async function isShutOut({ db }: Tx, record: string, employee: string): Promise<boolean> {
  const { rows } = await sql`select from denied where record_id = ${record} and person_id = ${employee}`.execute(db)
  return rows.length > 0
}
