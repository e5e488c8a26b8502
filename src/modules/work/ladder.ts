// The ladder before and after a term: T−3, T−1, T, T+1, and up to the head when it is missed.
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import { headOn, holdersIn } from '../org/index.ts'
import type { NewsKind } from './contract.ts'
import { tell } from './duties.ts'
import { mailOf } from './letters.ts'
import { dutiesUntil, markRungs, type DutyRow } from './store.ts'

const newsOf = (left: number): NewsKind => (left > 0 ? 'ahead' : left === 0 ? 'today' : 'late')

/** Rungs whose day has come: −3 is reached when three or fewer working days are left. */
export const reached = (rungs: readonly number[], left: number): number[] =>
  rungs.filter((rung) => -left >= rung).sort((a, b) => a - b)

/** Those who answer for a unit: its own head, or the head and deputy of the Department. */
const chiefs = async (tx: Tx, unit: string): Promise<string[]> => {
  const held = await holdersIn(tx, { codes: ['head', 'deputy-head', 'territorial-head', 'registrar'], unit, day: tx.today })
  return held.map(({ id }) => id)
}

const climb = async (tx: Tx, duty: DutyRow, rungs: readonly number[], escalation: number): Promise<'told' | 'escalated' | null> => {
  const left = tx.calendar.workingDaysBetween(tx.today, duty.due_on)
  const now = reached(rungs, left)
  // A house that was closed for days tells only the newest rung; the missed ones are marked with it.
  if (!now.length || !(await markRungs(tx, duty, now))) return null
  const about = { kind: duty.record_kind, recordId: duty.record_id, number: duty.number, left }
  const to = duty.holder_id ? [duty.holder_id] : await chiefs(tx, duty.unit_id)
  await tell(tx, { ...about, to, news: newsOf(left) })
  await mailOf(tx, { ...about, to, news: newsOf(left) })
  if (-left < escalation) return 'told'
  const head = await headOn(tx, tx.today)
  const over = [...new Set([head?.id ?? null, ...(await holdersIn(tx, { codes: ['territorial-head'], unit: duty.unit_id, day: tx.today })).map(({ id }) => id)])]
  const above = over.filter((id) => id !== null && !to.includes(id))
  await tell(tx, { ...about, to: above, news: 'escalated' })
  await mailOf(tx, { ...about, to: above.filter((id) => id !== null), news: 'escalated' })
  return 'escalated'
}

const pageSize = 500

/** Walks every open duty that stands on a rung and tells whom it concerns. Returns how many were told. */
export const climbAll = async (tx: Tx): Promise<{ told: number; escalated: number }> => {
  const rungs = tx.parameter('deadline.ladder').value
  const escalation = tx.parameter('deadline.escalation').value
  const until: Day = tx.calendar.addWorkingDays(tx.today, -Math.min(...rungs, -1))
  const sum = { told: 0, escalated: 0 }
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await dutiesUntil(tx, until, after, pageSize)
    for (const duty of page) {
      const done = await climb(tx, duty, rungs, escalation)
      if (done) sum.told += 1
      if (done === 'escalated') sum.escalated += 1
    }
    const last = page.at(-1)
    if (!last || page.length < pageSize) return sum
    after = last.id
  }
}
