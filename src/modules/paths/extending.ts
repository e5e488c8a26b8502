// The term is lengthened by a reasoned decision of the head or the deputy, to establish facts, two months at most in all (6.23).
import { dotted } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { sayValue } from '../../kernel/parameters.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { appealRecord, extendTerm, type Appeal } from '../appeals/index.ts'
import { signingOn } from '../documents/index.ts'
import { tell } from '../work/index.ts'
import { beginPaper, lay, lift, numberOf, onAppeal, sync, termFrom, theOpen, toApplicant } from './begin.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const notLater = {
  kk: 'Жаңа мерзім қазіргі мерзімнен кейін болуы керек.',
  ru: 'Новый срок должен быть позже нынешнего.',
  en: 'The new term must be later than the present one.',
}

const beyond = (months: number, most: Day): Refusal => {
  const limit = sayValue('appeal.extension.max', months)
  const day = dotted(most)
  const says = {
    kk: `Мерзімді ұзартудың заңдағы шегі: ${limit.kk}. Ең соңғы күні: ${day}.`,
    ru: `Предел продления по закону: ${limit.ru}. Последний возможный день: ${day}.`,
    en: `The law's limit of extension: ${limit.en}. The last possible day: ${day}.`,
  }
  return new Refusal('invalid', says, { clause: '6.23', fields: [{ path: 'until', says }] })
}

/** The last day that all extensions together may reach, counted from the first term. */
export const lastExtension = (tx: Tx, it: Appeal): Day => {
  const months = tx.parameter('appeal.extension.max').value
  return tx.calendar.nextWorking(tx.calendar.addMonths(it.firstDueOn ?? it.dueOn, months))
}

/** A term ends on a working day. @throws Refusal 'invalid' on the field `until`, with the clause where the law's limit is passed */
function judged(tx: Tx, it: Appeal, asked: Day): Day {
  const until = tx.calendar.nextWorking(asked)
  if (until <= it.dueOn) throw invalidField('until', notLater)
  const most = lastExtension(tx, it)
  if (until > most) throw beyond(tx.parameter('appeal.extension.max').value, most)
  return until
}

export const askExtension = command(shapes.askExtension, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.works, rules.isFinished, rules.anonymousHasItsRule, rules.termHasRun, rules.isAsked],
  run: async ({ input, subject: it, tx }) => {
    const until = judged(tx, it, input.until)
    const path = await store.addPath(tx, {
      appeal: it.id,
      kind: 'extension',
      state: 'asked',
      reason: input.reason,
      dueOn: it.dueOn,
    })
    await store.addExtension(tx, path, it.dueOn, until, null)
    const holder = (await signingOn(tx)).signer?.id ?? null
    await lay(tx, it, { stage: 'extension', clause: '6.23', holder, dueOn: it.dueOn })
    await tell(tx, { to: [holder], news: 'asked', ...onAppeal(it), number: numberOf(it) })
    await sync(tx, it.id)
    return {}
  },
})

/** The new term counts at once; the applicant is told of it within the law's days, by a signed notice. */
export const extendAppeal = command(shapes.extendAppeal, {
  clauses: ['6.23', '15'],
  record: appealRecord,
  rules: [rules.decides, rules.isFinished, rules.notRegistered, rules.anonymousHasItsRule, rules.termHasRun],
  personal: true,
  run: async ({ input, subject: it, tx }) => {
    const until = judged(tx, it, input.until)
    const noticeDueOn = await termFrom(tx, 'appeal.extension.notice', tx.today)
    const earlier = await store.pendingPapers(tx, it.id, 'extension')
    const asked = await store.openPath(tx, it.id, 'extension')
    const base = { appeal: it.id, kind: 'extension', state: 'done', reason: input.reason, doneOn: tx.today } as const
    const path = asked?.id ?? (await store.addPath(tx, { ...base, decided: true }))
    if (asked) {
      await store.decidePath(tx, path, { state: 'done', reason: input.reason, done_on: tx.today })
    }
    await store.addExtension(tx, path, it.dueOn, until, noticeDueOn)
    await extendTerm(tx, it, until)
    await lift(tx, it, 'extension')
    const document = await beginPaper(tx, it, path, {
      template: 'extension-notice',
      role: 'notice',
      fields: { ...(await toApplicant(tx, it)), reason: input.reason, until },
    })
    const holder = it.assignee ?? tx.actor.id
    // A notice that is still owed for an earlier extension keeps its earlier day.
    if (!earlier.length) await lay(tx, it, { stage: 'extension-notice', clause: '6.23', holder, dueOn: noticeDueOn })
    await tell(tx, { to: [it.assignee], news: 'decided', ...onAppeal(it), number: numberOf(it) })
    await sync(tx, it.id)
    tx.note({ from: it.dueOn, until, document })
    tx.emit('paths.extended', { id: it.id, until })
    return { dueOn: until, document }
  },
})

export const declineExtension = command(shapes.declineExtension, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.decides, rules.notAsked],
  run: async ({ input, subject: it, tx }) => {
    const path = await theOpen(tx, it, 'extension')
    await store.decidePath(tx, path.id, { state: 'declined', decision: input.reason })
    await lift(tx, it, 'extension')
    await tell(tx, { to: [it.assignee], news: 'decided', ...onAppeal(it), number: numberOf(it) })
    await sync(tx, it.id)
    return {}
  },
})
