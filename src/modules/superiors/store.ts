// The SQL of the verdicts that the register of criminal cases told of, and of what came of them.
import { sql, type JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { countUpTo } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { Why } from './contract.ts'

interface VerdictsTable {
  case_id: string
  person_id: string | null
  name: JSONColumnType<Text>
  corruption: boolean
  offence_on: Day
  force_on: Day
  heard_at: Date
  superior_id: string | null
  superior_name: JSONColumnType<Text> | null
  why: Why | null
  investigation_id: string | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    superior_verdicts: VerdictsTable
  }
}

export interface Verdict {
  case: string
  /** The convicted, where the register of persons knows him or her. */
  person: string | null
  name: Text
  corruption: boolean
  offenceOn: Day
  forceOn: Day
  /** false: it was in force and is no longer. */
  stands: boolean
}

export async function verdictOf({ db }: Pick<Tx, 'db'>, id: string): Promise<Verdict | null> {
  const row = await db.selectFrom('superior_verdicts').selectAll().where('case_id', '=', id).executeTakeFirst()
  if (!row) return null
  const { case_id, person_id: person, name, corruption, offence_on, force_on, why } = row
  const stands = why !== 'not-in-force'
  return { case: case_id, person, name, corruption, offenceOn: offence_on, forceOn: force_on, stands }
}

/** Whether it still carries the investigation of a superior, whatever the asker may see of it. */
export const verdictCarries = async ({ db }: Pick<Tx, 'db'>, id: string): Promise<boolean> => {
  const { rows } = await sql<{ carries: boolean }>`select verdict_carries(${id}) as carries`.execute(db)
  return rows[0]?.carries ?? true
}

/** What was proposed after the verdict, if anything. */
export const investigationAfter = async ({ db }: Pick<Tx, 'db'>, verdict: string): Promise<string | null> =>
  (
    await db
      .selectFrom('superior_verdicts')
      .select('investigation_id')
      .where('case_id', '=', verdict)
      .executeTakeFirst()
  )?.investigation_id ?? null

/** A verdict that was told of and stands no longer. */
export const endVerdict = async ({ db, at }: Tx, id: string): Promise<void> => {
  await db
    .updateTable('superior_verdicts')
    .set({ why: 'not-in-force', heard_at: at })
    .where('case_id', '=', id)
    .execute()
}

export interface Heard extends Omit<Verdict, 'stands'> {
  superior: { id: string; name: Text } | null
  why: Why | null
}

/** What is said of a verdict last stands. */
export async function putVerdict({ db, at }: Tx, it: Heard): Promise<void> {
  const said = {
    person_id: it.person,
    name: JSON.stringify(it.name),
    corruption: it.corruption,
    offence_on: it.offenceOn,
    force_on: it.forceOn,
    heard_at: at,
    superior_id: it.superior?.id ?? null,
    superior_name: it.superior ? JSON.stringify(it.superior.name) : null,
    why: it.why,
  }
  await db
    .insertInto('superior_verdicts')
    .values({ case_id: it.case, investigation_id: null, ...said })
    .onConflict((met) => met.column('case_id').doUpdateSet(said))
    .execute()
}

/** What was proposed after the verdict. */
export const settleVerdict = async ({ db }: Pick<Tx, 'db'>, verdict: string, investigation: string): Promise<void> => {
  await db
    .updateTable('superior_verdicts')
    .set({ investigation_id: investigation })
    .where('case_id', '=', verdict)
    .execute()
}

const cap = 10_000

export async function verdicts(tx: Tx, { page, size }: { page: number; size: number }) {
  const rows = await tx.db
    .selectFrom('superior_verdicts')
    .selectAll()
    .orderBy('force_on', 'desc')
    .orderBy('case_id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, ...(await countUpTo(tx, tx.db.selectFrom('superior_verdicts').select('case_id as id'), cap)) }
}

/** Verdicts for corruption after which nothing has been proposed, the latest first. */
export const verdictsLeft = ({ db }: Pick<Tx, 'db'>) =>
  db
    .selectFrom('superior_verdicts')
    .selectAll()
    .where('corruption', '=', true)
    .where('investigation_id', 'is', null)
    .where((by) => by.or([by('why', 'is', null), by('why', '<>', 'not-in-force')]))
    .orderBy('force_on', 'desc')
    .limit(100)
    .execute()
