// SQL of what administrators said over the law's data: who, and when.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/clock.ts'
import type { Tx } from '../../../kernel/operation.ts'

export interface Saying {
  name: string
  from: Day
  by: string
  at: Date
}

/** The last word on each parameter and day of force. */
export const sayings = async ({ db }: Tx): Promise<Saying[]> => {
  const { rows } = await sql<Saying>`
    select distinct on (name, from_on) name, from_on as "from", by, at from parameters_overrides
    order by name, from_on, id desc`.execute(db)
  return rows
}

/** Words on one name, or one day of the calendar, are written one after another, so that none is said over an unseen one. */
export const oneAtATime = async ({ db }: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7301906, 16)`.execute(db)
}
