// The SQL of what moves the clocks of an investigation: extensions of its term, absences of those under it.
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { AbsenceCause } from './contract.ts'

type Db = Pick<Tx, 'db'>

interface ExtensionsTable {
  id: string
  investigation_id: string
  at: Date
  by: string
  reason: string
  from_on: Day
  until_on: Day
}
interface AbsencesTable {
  id: string
  investigation_id: string
  person_id: string
  cause: AbsenceCause
  from_on: Day
  until_on: Day | null
  paper: string
  at: Date
  by: string
}
declare module '../../kernel/database.ts' {
  interface Tables {
    investigation_extensions: ExtensionsTable
    investigation_absences: AbsencesTable
  }
}

export const insertExtension = async (
  tx: Tx,
  id: string,
  it: { from: Day; until: Day; reason: string },
): Promise<void> => {
  const row = { id: newId(), investigation_id: id, at: tx.at, by: tx.actor.id }
  await tx.db
    .insertInto('investigation_extensions')
    .values({ ...row, reason: it.reason, from_on: it.from, until_on: it.until })
    .execute()
}

export const extensionsOf = ({ db }: Db, id: string) =>
  db.selectFrom('investigation_extensions').selectAll().where('investigation_id', '=', id).orderBy('at').execute()

type NewAbsence = Pick<AbsencesTable, 'person_id' | 'cause' | 'from_on' | 'until_on' | 'paper'>
export const insertAbsence = async (tx: Tx, id: string, it: NewAbsence): Promise<void> => {
  await tx.db
    .insertInto('investigation_absences')
    .values({ ...it, id: newId(), investigation_id: id, at: tx.at, by: tx.actor.id })
    .execute()
}

export const absencesOf = ({ db }: Db, ids: readonly string[]) =>
  ids.length
    ? db
        .selectFrom('investigation_absences')
        .selectAll()
        .where('investigation_id', 'in', ids)
        .orderBy('from_on')
        .orderBy('id')
        .execute()
    : Promise.resolve([])

export const endAbsence = async ({ db }: Db, absence: string, until: Day): Promise<void> => {
  await db.updateTable('investigation_absences').set({ until_on: until }).where('id', '=', absence).execute()
}
