// What the demonstration's appeals are about and how they were answered, where no story says it, so that the form of statistics has
// something to show.
import { sql } from 'kysely'
import { begin } from '../../kernel/database.ts'
import type { House } from '../../kernel/house.ts'
import { systemActor } from '../../kernel/system.ts'

/** The same sorts in every demonstration: they follow from the order in which the appeals came. */
export const sortAppeals = async (house: House): Promise<void> => {
  await house.database.transaction().execute(async (db) => {
    await begin(db, 'demo.sort', systemActor, house.clock.now())
    await sql`with numbered as (select id, row_number() over (order by received_at, id) as n from appeals)
      update appeals a set
        question = coalesce(a.question, (array['bribery', 'abuse', 'red-tape', 'ethics', 'distribution', 'judgment', 'procurement', 'other'])[n % 8 + 1]),
        result = case when a.state in ('answered', 'delivered')
          then coalesce(a.result, (array['partly', 'satisfied', 'explained', 'refused', 'partly'])[n % 5 + 1]) else a.result end
      from numbered where numbered.id = a.id`.execute(db)
  })
}
