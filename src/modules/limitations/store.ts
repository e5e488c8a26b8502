// The SQL of the absences that move a limitation.
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { AbsenceCause } from './contract.ts'

type Db = Pick<Tx, 'db'>

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
  ended_at: Date | null
  ended_by: string | null
}
declare module '../../kernel/database.ts' {
  interface Tables {
    investigation_absences: AbsencesTable
  }
}

type NewAbsence = Pick<AbsencesTable, 'person_id' | 'cause' | 'from_on' | 'until_on' | 'paper'>
export const insertAbsence = async (tx: Tx, id: string, it: NewAbsence): Promise<void> => {
  await tx.db
    .insertInto('investigation_absences')
    .values({ ...it, id: newId(), investigation_id: id, at: tx.at, by: tx.actor.id, ended_at: null, ended_by: null })
    .execute()
}

export const absencesOf = ({ db }: Db, id: string) =>
  db
    .selectFrom('investigation_absences')
    .selectAll()
    .where('investigation_id', '=', id)
    .orderBy('from_on')
    .orderBy('id')
    .execute()

export const endAbsence = async ({ db, at, actor }: Tx, absence: string, until: Day): Promise<void> => {
  const ended = { until_on: until, ended_at: at, ended_by: actor.id }
  await db.updateTable('investigation_absences').set(ended).where('id', '=', absence).execute()
}
