// A complaint against the reply: always taken in, passed up unless the Department fully satisfies it, and its outcome kept (6.23).
import type { Day } from '../../kernel/clock.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { appealRecord, type Appeal } from '../appeals/index.ts'
import { drawNumber } from '../nomenclature/index.ts'
import { attachFiles } from '../submissions/index.ts'
import { tell } from '../work/index.ts'
import { beginPaper, checkDay, chiefOf, lay, lift, numberOf, onAppeal, sync, termFrom, theOpen } from './begin.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** Series of complaints against the Department's decisions. */
const complaintSeries = '7-9'

/** The last day for lodging it: counted from the day on which the applicant could learn of the answer. */
const lodgeUntil = (tx: Tx, doneOn: Day): Promise<Day> => termFrom(tx, 'appeal.complaint.lodge', doneOn)

/** Number, term and desk of a complaint. A late one is registered like any other, and marked. */
export async function registerComplaint(
  tx: Tx,
  it: Appeal,
  path: string,
  { channel, receivedOn }: { channel: 'portal' | 'paper'; receivedOn: Day },
): Promise<{ number: string; late: boolean }> {
  const number = await drawNumber(tx, complaintSeries)
  const until = await lodgeUntil(tx, it.doneOn ?? tx.today)
  await store.addComplaint(tx, { path_id: path, number, channel, received_on: receivedOn, lodge_until: until })
  const dueOn = await termFrom(tx, 'appeal.complaint.pass', receivedOn)
  await store.changePath(tx, path, { state: 'begun', due_on: dueOn })
  const holder = await chiefOf(tx, it)
  await lay(tx, it, { stage: 'complaint', clause: '6.23', holder, dueOn, openedOn: receivedOn })
  await tell(tx, { to: [holder, it.assignee], news: 'asked', ...onAppeal(it), number: numberOf(it) })
  await sync(tx, it.id)
  return { number, late: receivedOn > until }
}

export const enterComplaint = command(shapes.enterComplaint, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.registers, rules.notEnded, rules.isComplained],
  personal: true,
  run: async ({ input, subject: it, tx }) => {
    checkDay(tx, 'receivedOn', input.receivedOn, it.doneOn ?? it.receivedOn)
    const path = await store.addPath(tx, { appeal: it.id, kind: 'complaint', state: 'asked', reason: input.text })
    await attachFiles(tx, { appeal: it.id, message: null, side: 'applicant' }, input.files)
    return registerComplaint(tx, it, path, { channel: 'paper', receivedOn: input.receivedOn })
  },
})

export const passComplaint = command(shapes.passComplaint, {
  clauses: ['6.23', '15'],
  record: appealRecord,
  rules: [rules.leads, rules.notComplained],
  run: async ({ input, subject: it, tx }) => {
    const path = await theOpen(tx, it, 'complaint')
    const [begun] = await store.papersOf(tx, [path.id])
    if (begun) return { document: begun.document }
    const document = await beginPaper(tx, it, path.id, {
      template: 'complaint-pass',
      role: 'letter',
      fields: { addressee: input.to, substance: input.substance, enclosures: input.enclosures },
    })
    tx.note({ document })
    return { document }
  },
})

const close = async (
  tx: Tx,
  it: Appeal,
  path: string,
  outcome: { outcome: shapes.ComplaintOutcome; words: string; on: Day },
) => {
  await store.changeComplaint(tx, path, {
    outcome: outcome.outcome,
    outcome_words: outcome.words,
    outcome_on: outcome.on,
  })
  await store.decidePath(tx, path, { state: 'done', done_on: outcome.on })
  await lift(tx, it, 'complaint')
  await lift(tx, it, 'complaint-review')
  await tell(tx, { to: [it.assignee], news: 'decided', ...onAppeal(it), number: numberOf(it) })
  await sync(tx, it.id)
}

/** Then, and only then, it need not go up. */
export const satisfyComplaint = command(shapes.satisfyComplaint, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.leads, rules.notComplained],
  run: async ({ input, subject: it, tx }) => {
    const path = await theOpen(tx, it, 'complaint')
    await close(tx, it, path.id, { outcome: 'satisfied', words: input.words, on: tx.today })
    return {}
  },
})

export const closeComplaint = command(shapes.closeComplaint, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.leads, rules.registers, rules.notPassed],
  run: async ({ input, subject: it, tx }) => {
    const path = await theOpen(tx, it, 'complaint')
    const { complaints } = await store.detailsOf(tx, [path.id])
    checkDay(tx, 'on', input.on, complaints[0]?.passed_on ?? it.receivedOn)
    await close(tx, it, path.id, input)
    return {}
  },
})
