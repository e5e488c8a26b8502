// The SQL of entries and hindrances.
import type { JSONColumnType } from 'kysely'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { OpenPremises } from './kinds.ts'

interface VisitsTable {
  id: string
  inspection_id: string
  who_id: string
  certificate: string
  place_kind: 'court' | 'body'
  place_id: string
  place_name: JSONColumnType<Text>
  premises: OpenPremises
  room: string | null
  vehicle: string | null
  came_at: Date
  left_at: Date | null
  accompanied: string | null
  entered: boolean
  hindered_by: string | null
  hindrance: string | null
  request_id: string | null
  at: Date
  by: string
}

declare module '../../kernel/database.ts' {
  interface Tables {
    inspection_visits: VisitsTable
  }
}

type Db = Pick<Tx, 'db'>
export type NewVisit = Omit<VisitsTable, 'id' | 'inspection_id' | 'place_name' | 'at' | 'by' | 'left_at'> & {
  place_name: Text
}

export async function insertVisit({ db, at, actor }: Tx, id: string, it: NewVisit): Promise<string> {
  const visit = newId()
  await db
    .insertInto('inspection_visits')
    .values({
      ...it,
      id: visit,
      inspection_id: id,
      place_name: JSON.stringify(it.place_name),
      left_at: null,
      at,
      by: actor.id,
    })
    .execute()
  return visit
}

export const visitsOf = ({ db }: Db, id: string) =>
  db
    .selectFrom('inspection_visits')
    .selectAll()
    .where('inspection_id', '=', id)
    .orderBy('came_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute()

export const leaveVisit = async ({ db }: Db, visit: string, at: Date): Promise<void> => {
  await db.updateTable('inspection_visits').set({ left_at: at }).where('id', '=', visit).execute()
}
