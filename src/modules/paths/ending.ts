// Two ends without an answer on the merits: what lacks essence is returned, what the applicant withdraws is terminated.
import { command } from '../../kernel/operation.ts'
import { appealRecord, type Appeal } from '../appeals/index.ts'
import { attachFiles } from '../submissions/index.ts'
import { tell } from '../work/index.ts'
import type { Tx } from '../../kernel/operation.ts'
import { beginPaper, chiefOf, lay, lift, numberOf, onAppeal, sync, theOpen, toApplicant } from './begin.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { wishOfApplicant } from './words.ts'

export const returnAppeal = command(shapes.returnAppeal, {
  clauses: ['6.23', '15'],
  record: appealRecord,
  rules: [
    rules.leads,
    rules.isFinished,
    rules.notRegistered,
    rules.anonymousHasItsRule,
    rules.isForwarding,
    rules.isEnding,
    rules.signsOfCrime,
  ],
  personal: true,
  run: async ({ input, subject: it, tx }) => {
    const { reason, ground } = input
    const path = await store.addPath(tx, { appeal: it.id, kind: 'return', state: 'begun', reason, decided: true })
    const document = await beginPaper(tx, it, path, {
      template: 'return-notice',
      role: 'notice',
      fields: { ...(await toApplicant(tx, it)), reason, ground },
    })
    await sync(tx, it.id)
    tx.note({ document })
    return { document }
  },
})

/** A withdrawal has come: whoever leads decides, because signs of a crime forbid to end the matter on the applicant's word. */
export async function layWithdrawal(tx: Tx, it: Appeal): Promise<void> {
  const holder = await chiefOf(tx, it)
  await lay(tx, it, { stage: 'withdrawal', clause: '6.23', holder, dueOn: it.dueOn })
  await tell(tx, { to: [holder, it.assignee], news: 'asked', ...onAppeal(it), number: numberOf(it) })
  await sync(tx, it.id)
}

export const recordWithdrawal = command(shapes.recordWithdrawal, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.registers, rules.works, rules.leads, rules.isFinished, rules.notRegistered, rules.isWithdrawn],
  run: async ({ input, subject: it, tx }) => {
    const reason = input.reason ?? wishOfApplicant[it.language]
    await store.addPath(tx, { appeal: it.id, kind: 'withdrawal', state: 'asked', reason, dueOn: it.dueOn })
    await attachFiles(tx, { appeal: it.id, message: null, side: 'applicant' }, input.files)
    await layWithdrawal(tx, it)
    return {}
  },
})

export const terminateAppeal = command(shapes.terminateAppeal, {
  clauses: ['6.23', '6.17', '15'],
  record: appealRecord,
  rules: [rules.leads, rules.isFinished, rules.notWithdrawn, rules.signsOfCrime],
  personal: true,
  run: async ({ input, subject: it, tx }) => {
    const path = await theOpen(tx, it, 'withdrawal')
    await store.decidePath(tx, path.id, { state: 'begun' })
    const document = await beginPaper(tx, it, path.id, {
      template: 'termination-notice',
      role: 'notice',
      fields: { ...(await toApplicant(tx, it)), reason: wishOfApplicant[it.language], ground: input.ground },
    })
    const holder = it.assignee ?? tx.actor.id
    await lay(tx, it, { stage: 'withdrawal', clause: '6.23', holder, dueOn: it.dueOn })
    await sync(tx, it.id)
    tx.note({ document })
    return { document }
  },
})

/** The matter goes on whatever the applicant wishes: signs of a crime are the reason (6.17). */
export const goOnDespite = command(shapes.goOnDespite, {
  clauses: ['6.23', '6.17'],
  record: appealRecord,
  rules: [rules.leads, rules.isFinished, rules.notWithdrawn],
  run: async ({ input, subject: it, tx }) => {
    const path = await theOpen(tx, it, 'withdrawal')
    await store.decidePath(tx, path.id, { state: 'declined', decision: input.reason })
    await lift(tx, it, 'withdrawal')
    await tell(tx, { to: [it.assignee], news: 'decided', ...onAppeal(it), number: numberOf(it) })
    await sync(tx, it.id)
    return {}
  },
})
