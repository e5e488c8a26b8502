// The ladder before and after a term: T−3, T−1, T, T+1, and up to the head when it is missed.
import type { Calendar } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import { headOn, holdersIn } from '../org/index.ts'
import type { NewsKind } from './contract.ts'
import { tell, type Telling } from './duties.ts'
import { mailAll } from './letters.ts'
import { markTold, untold, type Rung, type StandingDuty } from './store.ts'

const newsOf = (left: number): NewsKind => (left > 0 ? 'ahead' : left === 0 ? 'today' : 'late')

/** Rung −3 is reached by what is due before the fourth working day from today, rung 1 by what was due before today. */
const rungsOn = (today: Day, rungs: readonly number[], calendar: Calendar): Rung[] =>
  rungs.map((rung) => ({ rung, before: calendar.addWorkingDays(today, 1 - rung) }))

interface Chiefs {
  /** Whoever directs the Department that day: the head or the person acting (10, 11.2). */
  head: string | null
  /** Those who answer for a unit while nobody holds the duty. */
  answering(unit: string): Promise<string[]>
  /** Heads of the territorial unit, or those acting for them. */
  territorial(unit: string): Promise<string[]>
}

const chiefsOn = async (tx: Tx): Promise<Chiefs> => {
  const known = new Map<string, string[]>()
  const holders =
    (codes: readonly string[]) =>
    async (unit: string): Promise<string[]> => {
      const key = `${unit} ${codes.join(' ')}`
      const found = known.get(key) ?? (await holdersIn(tx, { codes, unit, day: tx.today })).map(({ id }) => id)
      known.set(key, found)
      return found
    }
  return {
    head: (await headOn(tx, tx.today))?.id ?? null,
    answering: holders(['head', 'deputy-head', 'territorial-head', 'registrar']),
    territorial: holders(['territorial-head']),
  }
}

const reminders = async (tx: Tx, chiefs: Chiefs, duty: StandingDuty, escalation: number): Promise<Telling[]> => {
  const left = tx.calendar.workingDaysBetween(tx.today, duty.due_on)
  const about = { kind: duty.record_kind, recordId: duty.record_id, number: duty.number, left }
  const to = duty.holder_id ? [duty.holder_id] : await chiefs.answering(duty.unit_id)
  const first: Telling = { ...about, to, news: newsOf(left) }
  if (-left < escalation) return [first]
  const above = [chiefs.head, ...(await chiefs.territorial(duty.unit_id))].filter(
    (id) => id !== null && !to.includes(id),
  )
  return [first, { ...about, to: above, news: 'escalated' }]
}

const pageSize = 500
const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * Tells of every open duty that has come to a new rung; a house that was closed for days tells the newest alone.
 * On a day off nobody is told: the next working day does it.
 */
export const climbAll = async (tx: Tx): Promise<{ told: number; escalated: number }> => {
  const sum = { told: 0, escalated: 0 }
  if (!tx.calendar.isWorking(tx.today)) return sum
  const rungs = rungsOn(tx.today, tx.parameter('deadline.ladder').value, tx.calendar)
  const escalation = tx.parameter('deadline.escalation').value
  const chiefs = await chiefsOn(tx)
  const letters: Telling[] = []
  for (let after = beforeAll; ;) {
    const page = await untold(tx, rungs, after, pageSize)
    const ours = await markTold(tx, page)
    const tellings: Telling[] = []
    for (const duty of page.filter(({ id }) => ours.has(id)))
      tellings.push(...(await reminders(tx, chiefs, duty, escalation)))
    await tell(tx, ...tellings)
    letters.push(...tellings)
    sum.told += ours.size
    sum.escalated += tellings.filter(({ news }) => news === 'escalated').length
    const last = page.at(-1)
    if (!last || page.length < pageSize) break
    after = last.id
  }
  await mailAll(tx, letters)
  return sum
}
