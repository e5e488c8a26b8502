// Registration: mandatory, never refused; the number from the nomenclature, the term from the day of receipt.
import { command } from '../../kernel/operation.ts'
import { drawNumber } from '../nomenclature/index.ts'
import { checkUnit, countTerm } from '../submissions/index.ts'
import * as shapes from './contract.ts'
import { openForRegistrar, openForWork } from './duties.ts'
import { appealRecord } from './record.ts'
import { checkQuestion } from './results.ts'
import * as rules from './rules.ts'
import { reindex } from './reindex.ts'
import * as store from './store.ts'

/** Series of incoming appeals in the nomenclature of cases. */
const incomingSeries = '7-6'

/** No rule can refuse it: registration is mandatory. The number is drawn from the nomenclature, without gaps. */
export const registerAppeal = command(shapes.registerAppeal, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.registers],
  step: 'register',
  run: async ({ input, subject, actor, tx }) => {
    await checkUnit(tx, input.unit)
    if (input.question) await checkQuestion(tx, input.question)
    const number = await drawNumber(tx, incomingSeries)
    // The term runs from receipt, so a late registration does not lengthen it; what came on a day off counts from the working day.
    const term = countTerm(await tx.house.parameters.current(), subject.receivedOn)
    const registeredOn = tx.calendar.nextWorking(tx.today)
    await store.change(tx, subject.id, {
      number,
      registered_on: registeredOn,
      registered_at: tx.at,
      registered_by: actor.id,
      due_on: term.dueOn,
      internal_due_on: term.internalDueOn,
      ...(input.subject ? { subject: input.subject } : {}),
      ...(input.kind ? { kind: input.kind } : {}),
      ...(input.question ? { question: input.question } : {}),
      ...(input.unit ? { unit_id: input.unit } : {}),
    })
    await store.keepTerm(tx, subject.id, term.basis)
    const it = await reindex(tx, subject.id)
    if (it) await openForWork(tx, it)
    tx.emit('appeals.registered', { id: subject.id, number })
    return { number, registeredOn, dueOn: term.dueOn }
  },
})

/** A reaction to what came in: the registrars of the unit have until the next working day. */
export const awaitRegistration = command(shapes.awaitRegistration, {
  clauses: ['6.23', '5.14'],
  record: appealRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ subject, tx }) => {
    if (subject.state === 'received') await openForRegistrar(tx, subject)
    return {}
  },
})
