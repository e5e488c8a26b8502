// What is not the Department's matter goes to the competent body, whole or in part, and the applicant hears of it at the same time.
import { command } from '../../kernel/operation.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { appealRecord } from '../appeals/index.ts'
import { chosenDestination } from '../submissions/index.ts'
import { beginPaper, lay, lift, sync, termFrom, toApplicant } from './begin.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/**
 * Begins the letter and the notice together. It takes effect when the head has signed both (15); after its term it is still
 * right to forward, so lateness is marked and climbs the ladder, and is refused to nobody.
 */
export const forwardAppeal = command(shapes.forwardAppeal, {
  clauses: ['6.23', '15'],
  record: appealRecord,
  rules: [
    rules.works,
    rules.leads,
    rules.isFinished,
    rules.notRegistered,
    rules.anonymousHasItsRule,
    rules.isForwarding,
    rules.isEnding,
  ],
  personal: true,
  run: async ({ input, subject: it, tx }) => {
    const { part, ground } = input
    const { party, name } = await chosenDestination(tx, 'forward', input)
    const body = name[it.language]
    const dueOn = await termFrom(tx, 'appeal.forward', it.receivedOn)
    const path = await store.addPath(tx, {
      appeal: it.id,
      kind: 'forwarding',
      state: 'begun',
      reason: ground,
      dueOn,
      body: party,
      part,
    })
    const letter = await beginPaper(tx, it, path, {
      template: 'forwarding',
      role: 'letter',
      fields: { addressee: body, address: input.address, substance: input.substance, ground, part },
    })
    const notice = await beginPaper(tx, it, path, {
      template: 'forwarding-notice',
      role: 'notice',
      fields: { ...(await toApplicant(tx, it)), body, ground, part },
    })
    const holder = it.assignee ?? tx.actor.id
    await lay(tx, it, { stage: 'forward', clause: '6.23', holder, dueOn, openedOn: it.receivedOn })
    await sync(tx, it.id)
    tx.note({ letter, notice, whole: !part, party, body: name.kk })
    return { letter, notice, dueOn }
  },
})

const nothingOpen = {
  kk: 'Мұндай жол басталмаған немесе аяқталып қойған.',
  ru: 'Такое действие не начато или уже завершено.',
  en: 'This has not been begun, or is over already.',
}
const stageOf = {
  forwarding: 'forward',
  return: null,
  withdrawal: 'withdrawal',
  hearing: 'hearing',
  transfer: 'transfer',
} as const

/** Gives up what was begun while its papers are not all signed; they stay drafts. */
export const dropPath = command(shapes.dropPath, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.leads, rules.works],
  run: async ({ input, subject: it, tx }) => {
    const path = await store.openPath(tx, it.id, input.path)
    if (path?.state !== 'begun') throw invalidField('path', nothingOpen)
    await store.decidePath(tx, path.id, { state: 'dropped', decision: input.reason })
    const stage = stageOf[input.path]
    if (stage) await lift(tx, it, stage)
    await sync(tx, it.id)
    return {}
  },
})
