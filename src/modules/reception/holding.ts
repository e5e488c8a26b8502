// What the chief and the keeper of the calendar do with a reception: its card, the promise, the appeal made of it, its other ends.
import { invalidField, parse } from '../../kernel/invalid.ts'
import { newId } from '../../kernel/ids.ts'
import { timeOf } from '../../kernel/clock.ts'
import { command } from '../../kernel/operation.ts'
import { anonymousOr } from '../submissions/contract.ts'
import { checkUnit, spokenAgreement, takeIn } from '../submissions/index.ts'
import { closeDuty, openDuty } from '../work/index.ts'
import { index, personKeys } from './booking.ts'
import * as shapes from './contract.ts'
import * as plan from './plan-store.ts'
import { receptionRecord } from './record.ts'
import * as rules from './rules.ts'
import { checkDesk } from './planning.ts'
import * as store from './store.ts'

/** Whoever comes without a booking is received too, and has a card like the others. */
export const takeWalkIn = command(shapes.takeWalkIn, {
  clauses: ['6.23'],
  rules: [rules.sees],
  personal: true,
  run: async ({ input, tx }) => {
    await checkUnit(tx, input.unit)
    await checkDesk(tx, input)
    const [hours] = await plan.hoursIn(tx, input.unit)
    const it = {
      ...{ id: newId(), number: await store.drawNumber(tx), receiptHash: null, unit: input.unit, post: input.post },
      ...{ on: tx.today, at: timeOf(tx.at), minutes: tx.parameter('reception.slot').value },
      ...{ place: hours?.place ?? '—', language: input.language, about: input.about },
      personKeys: personKeys(tx.house.pepper, input),
      visitor: { name: input.name, iin: input.iin, phone: input.phone, email: input.email },
    }
    if (!(await store.insertReception(tx, it))) throw new Error('a visitor without a booking was not stored')
    await index(tx, it)
    tx.about('reception', it.id)
    tx.note({ number: it.number, walkIn: true })
    return { id: it.id, number: it.number }
  },
})

const whenKept = {
  kk: 'Уәденің орындалатын күнін көрсетіңіз.',
  ru: 'Укажите срок исполнения обещанного.',
  en: 'Give the day by which the promise is kept.',
}
const dayPassed = {
  kk: 'Бұл күн өтіп кеткен.',
  ru: 'Этот день уже прошёл.',
  en: 'This day has passed.',
}
const whatPromise = {
  kk: 'Не уәде етілгенін жазыңыз.',
  ru: 'Напишите, что обещано.',
  en: 'Say what was promised.',
}

const promised = {
  kk: 'Жеке қабылдауда берілген уәде',
  ru: 'Обещание, данное на личном приёме',
  en: 'A promise given at a personal reception',
}

/** Who came, what was asked and answered; what was promised becomes a duty with a term, and climbs the ladder of reminders. */
export const holdReception = command(shapes.holdReception, {
  clauses: ['6.23', '5.14', '5.16'],
  record: receptionRecord,
  rules: [rules.receives, rules.dayNotCome],
  step: 'hold',
  personal: true,
  run: async ({ input, subject, actor, tx }) => {
    const { asked, answered, promise, promiseDueOn } = input
    if (promise && !promiseDueOn) throw invalidField('promiseDueOn', whenKept)
    if (!promise && promiseDueOn) throw invalidField('promise', whatPromise)
    if (promiseDueOn && promiseDueOn < tx.today) throw invalidField('promiseDueOn', dayPassed)
    await store.change(tx, subject.id, {
      ...{ held_at: tx.at, held_by: actor.id, asked, answered },
      ...{ promise, promise_due_on: promiseDueOn ?? null, ended_at: tx.at },
    })
    if (promise && promiseDueOn)
      await openDuty(tx, {
        ...{ kind: 'reception', recordId: subject.id, stage: 'promise', number: subject.number, clause: '6.23' },
        ...{ title: promised[subject.language], holder: actor.id, unit: subject.unit },
        ...{ openedOn: tx.today, dueOn: promiseDueOn },
      })
    return {}
  },
})

export const fulfilPromise = command(shapes.fulfilPromise, {
  clauses: ['6.23', '5.14'],
  record: receptionRecord,
  rules: [rules.receives, rules.heldIt, rules.noPromise],
  step: 'fulfil',
  run: async ({ input, subject, tx }) => {
    await store.change(tx, subject.id, { promise_done_at: tx.at, promise_result: input.result })
    await closeDuty(tx, { kind: 'reception', recordId: subject.id, stage: 'promise' })
    return {}
  },
})

/** What was said by word of mouth goes into a protocol and is an appeal from then on, with its slip, its clock and its code. */
export const makeAppeal = command(shapes.makeAppeal, {
  clauses: ['6.23'],
  record: receptionRecord,
  rules: [rules.receives, rules.heldIt, rules.isAppeal],
  step: 'makeAppeal',
  personal: true,
  run: async ({ input, subject, tx }) => {
    const protocol = spokenAgreement(input)
    const { name, iin, phone, email } = await store.readVisitor(tx, subject.id)
    const applicant = parse(anonymousOr, { as: 'person', name, iin, phone, email, address: input.address })
    const slip = await takeIn(
      tx,
      {
        ...{ kind: input.kind, language: subject.language, applicant, text: input.text, files: [] },
        ...{ court: null, courtName: null, person: null, personPost: null },
      },
      {
        ...{ channel: 'oral', key: `reception ${subject.id}`, receivedAt: tx.at, subject: null },
        ...{ unit: subject.unit, protocol },
      },
    )
    if (!slip) throw new Error('an appeal of a reception was there already')
    await store.change(tx, subject.id, { appeal_id: slip.id })
    tx.note({ reception: subject.number })
    const { id: appeal, slipNumber, receivedAt, registeredOn, dueOn, code } = slip
    return { appeal, slipNumber, receivedAt, registeredOn, dueOn, code }
  },
})

export const missReception = command(shapes.missReception, {
  clauses: ['6.23'],
  record: receptionRecord,
  rules: [rules.keepsThis, rules.receives, rules.hourNotCome],
  step: 'miss',
  run: async ({ subject, tx }) => {
    await store.change(tx, subject.id, { ended_at: tx.at })
    return {}
  },
})

/** The hour is free again; whoever booked it reads the notice under the code. */
export const withdrawReception = command(shapes.withdrawReception, {
  clauses: ['6.23'],
  record: receptionRecord,
  rules: [rules.keepsThis, rules.receives],
  step: 'withdraw',
  run: async ({ input, subject, tx }) => {
    await store.change(tx, subject.id, { notice: input.notice, ended_at: tx.at })
    return {}
  },
})
