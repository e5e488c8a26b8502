// The SQL of the extensions of the term.
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'

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
declare module '../../kernel/database.ts' {
  interface Tables {
    investigation_extensions: ExtensionsTable
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
