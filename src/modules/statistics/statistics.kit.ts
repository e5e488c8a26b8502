// Appeals of every sort for the tests of statistics: taken in by real operations, their ends and results written by the owner.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { courtId, openStage, type Stage } from '../appeals/appeals.kit.ts'
import { registerAppeal } from '../appeals/registering.ts'

const kinds = ['report', 'complaint', 'application', 'proposal'] as const
const courts = ['REG-10', 'REG-75', 'SC', null] as const
const questions = ['bribery', 'abuse', 'red-tape', null] as const
const results = ['satisfied', 'partly', 'refused', 'explained', 'terminated', null] as const

/** As the paths of the law do it: an end, a result, a question, on the day of the house's clock. */
export async function mark(stage: Stage, id: string, change: Record<string, unknown>): Promise<void> {
  await stage.owner.transaction().execute(async (db) => {
    await sql`select set_config('app.operation', 'test', true), set_config('app.at', ${stage.house.clock.now().toISOString()}, true)`.execute(
      db,
    )
    // Whether it is collective is said when it comes in; the tests say it afterwards, and about many.
    await sql`alter table appeals disable trigger appeals_keep`.execute(db)
    await db
      .updateTable('appeals')
      // A refusal never stands without its ground.
      .set({ ...change, ...(change['result'] === 'refused' ? { result_ground: 'Негізі' } : {}) } as {
        question: string
      })
      .where('id', '=', id)
      .execute()
    await sql`set constraints all immediate`.execute(db)
    await sql`alter table appeals enable trigger appeals_keep`.execute(db)
  })
}

/** Ends an appeal in a state of the law on the present day. */
export const end = (stage: Stage, id: string, state: string, more: Record<string, unknown> = {}): Promise<void> => {
  const reasoned = ['forwarded', 'returned', 'withdrawn', 'transferred', 'closed', 'redirected'].includes(state)
  const on = { done_on: stage.house.clock.now().toISOString().slice(0, 10) }
  return mark(stage, id, { state, ...on, ...(reasoned ? { ending_reason: 'Негізі' } : {}), ...more })
}

const ends = ['delivered', 'answered', 'forwarded', 'returned', 'withdrawn', 'transferred'] as const

/** Forty appeals over eight weeks from the stage's day; the clock ends in November. */
export async function peopled(at = '2026-09-28T09:00'): Promise<{ stage: Stage; ids: string[] }> {
  const stage = await openStage(at)
  const ids: string[] = []
  for (let n = 0; n < 40; n += 1) {
    stage.house.clock.forward((n % 5 === 4 ? 4 : 1) * 86_400_000)
    const court = courts[n % courts.length]
    const { id } = await stage.submit({
      submissionKey: randomUUID(),
      kind: kinds[n % kinds.length],
      language: n % 3 ? 'kk' : 'ru',
      ...(court ? { court: courtId(court), courtName: null } : {}),
      ...(n % 9 === 8 ? { applicant: { as: 'anonymous' } } : {}),
    })
    ids.push(id)
    await stage.as('registrar', registerAppeal, { id })
    await mark(stage, id, { question: questions[n % 4], collective: n % 7 === 0 })
    if (n % 11 === 10) await mark(stage, id, { repeat_of: ids[0], repeat_place: 2 })
    if (n % 13 === 5) await mark(stage, id, { first_due_on: '2026-10-01' })
    const before = ids[n - 6]
    if (before && n % 3) await end(stage, before, ends[n % ends.length] ?? 'answered', { result: results[n % 6] })
  }
  return { stage, ids }
}
