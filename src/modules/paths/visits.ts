// What the holder of the code asks: where the appeal went and how long the term is now, to withdraw it, to complain of the reply.
import { dayOf } from '../../kernel/clock.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { dueBy } from '../../kernel/parameters.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import type { Reaction } from '../../kernel/module.ts'
import type { Text } from '../../kernel/text.ts'
import { appealRecord } from '../appeals/index.ts'
import { boundText } from '../submissions/index.ts'
import { registerComplaint } from './complaints.ts'
import * as shapes from './contract.ts'
import { layWithdrawal } from './ending.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { wishOfApplicant } from './words.ts'

const byCode = { clauses: ['6.23'], rules: [rules.holdsCode], anonymous: true, inner: true } as const

const inHand = async (tx: Tx) => {
  const it = await store.appealInHand(tx)
  if (!it) throw unknownRecord()
  tx.about('appeal', it.id)
  return it
}

type InHand = Awaited<ReturnType<typeof inHand>>
type Rows = Awaited<ReturnType<typeof store.pathsInHand>>

const isOpen = (rows: Rows, kind: string): boolean =>
  rows.some((it) => it.kind === kind && (it.state === 'asked' || it.state === 'begun'))

/** Only what is in the Department's hands can be taken back, and nothing twice. */
const mayWithdraw = (it: InHand, rows: Rows): boolean =>
  it.number !== null && it.done_on === null && it.state !== 'answered' && !isOpen(rows, 'withdrawal')
/** Signed but not yet given is no answer to the applicant; what was withdrawn was not answered at all. */
const mayComplain = (it: InHand, rows: Rows): boolean =>
  it.done_on !== null && it.state !== 'answered' && it.state !== 'withdrawn' && !isOpen(rows, 'complaint')

export const pathsInHand = query(shapes.pathsInHand, {
  ...byCode,
  personal: true,
  run: async ({ tx }) => {
    const it = await inHand(tx)
    const rows = await store.pathsInHand(tx)
    const may = mayComplain(it, rows)
    const law = await tx.house.parameters.current()
    return {
      rows: rows.map((row) => ({
        kind: row.kind,
        state: row.state,
        askedAt: row.asked_at.toISOString(),
        body: row.party,
        part: row.part,
        doneOn: row.done_on,
        fromOn: row.from_on,
        untilOn: row.until_on,
        number: row.number,
        passedOn: row.passed_on,
        reviewDueOn: row.review_due_on,
        outcome: row.outcome,
        words: row.outcome_words ?? row.decision,
      })),
      mayWithdraw: mayWithdraw(it, rows),
      mayComplain: may,
      complainUntil: may && it.done_on ? dueBy(law, 'appeal.complaint.lodge', it.done_on).on : null,
    }
  },
})

const notNow = (says: Text): Refusal => new Refusal('wrong-state', says, { clause: '6.23' })

export const askWithdrawal = command(shapes.askWithdrawal, {
  ...byCode,
  run: async ({ input, tx }) => {
    const it = await inHand(tx)
    if (!mayWithdraw(it, await store.pathsInHand(tx)))
      throw notNow({
        kk: 'Бұл өтінішті қазір қайтарып алу мүмкін емес: ол әлі тіркелмеген, аяқталған немесе бұрын қайтарып алынған.',
        ru: 'Сейчас отозвать обращение нельзя: оно ещё не зарегистрировано, завершено или уже отозвано.',
        en: 'The appeal cannot be withdrawn now: it is not registered yet, is finished, or has been withdrawn already.',
      })
    const path = await store.askAsApplicant(tx, it.id, 'withdrawal', input.reason ?? wishOfApplicant[tx.actor.language])
    tx.emit('paths.asked', { id: it.id, path })
    return {}
  },
})

/** Taken in whenever it comes: one that is late is registered too, and marked. */
export const lodgeComplaint = command(shapes.lodgeComplaint, {
  ...byCode,
  run: async ({ input, tx }) => {
    const it = await inHand(tx)
    boundText(tx, 'appeal.text.max', input.text)
    if (!mayComplain(it, await store.pathsInHand(tx)))
      throw notNow({
        kk: 'Шағым жауап берілгеннен кейін беріледі, ал қаралып жатқан шағым біреу ғана болады.',
        ru: 'Жалоба подаётся после ответа, и рассматривается только одна жалоба.',
        en: 'A complaint follows the reply, and only one is considered at a time.',
      })
    const path = await store.askAsApplicant(tx, it.id, 'complaint', input.text)
    tx.emit('paths.asked', { id: it.id, path })
    return {}
  },
})

/** A reaction: what was asked under the code gets its number, its term and its desk. */
export const noteAsked = command(shapes.noteAsked, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ input, subject: it, tx }) => {
    const path = await store.findPath(tx, input.path)
    if (path?.state !== 'asked') return {}
    if (path.kind === 'complaint')
      await registerComplaint(tx, it, path.id, { channel: 'portal', receivedOn: dayOf(path.askedAt) })
    // The reply may have been signed in the meantime: then there is nothing to withdraw.
    else if (it.doneOn === null) await layWithdrawal(tx, it)
    else await store.changePath(tx, path.id, { state: 'dropped' })
    return {}
  },
})

export const reactions: readonly Reaction[] = [
  { on: 'paths.asked', perform: noteAsked, input: ({ id, path }) => ({ id, path }) },
]
