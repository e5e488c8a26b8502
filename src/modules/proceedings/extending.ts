// The term of an investigation is extended by the head's decision, and not beyond the longest allowed.
import { invalidField } from '../../kernel/invalid.ts'
import { command } from '../../kernel/operation.ts'
import { gates, investigationRecord, moveTerm } from '../investigations/index.ts'
import * as shapes from './contract.ts'
import { insertExtension } from './extensions-store.ts'

const notLonger = {
  kk: 'Жаңа мерзім бұрынғысынан және бүгіннен кеш болуы керек.',
  ru: 'Новый срок должен быть позже прежнего и позже сегодняшнего дня.',
  en: 'The new term must be later than the old one and later than today.',
}
const tooLong = {
  kk: 'Тексеру мерзімі ұзартуларымен бірге рұқсат етілгеннен аспайды.',
  ru: 'Срок расследования с продлениями не может быть больше предельного.',
  en: 'With its extensions the term cannot be longer than the longest allowed.',
}

export const extendInvestigation = command(shapes.extendInvestigation, {
  clauses: ['6.21', '5.14', '10'],
  record: investigationRecord,
  rules: [gates.directs, gates.underWay, ...gates.standsOnAuthority],
  run: async ({ input: { until, reason }, subject, tx }) => {
    const { openedOn, dueOn } = subject
    if (!openedOn || !dueOn || until <= dueOn || until <= tx.today) throw invalidField('until', notLonger)
    const { value } = tx.parameter('investigation.term.most')
    if (until > tx.calendar.nextWorking(tx.calendar.addMonths(openedOn, value))) throw invalidField('until', tooLong)
    await insertExtension(tx, subject.id, { from: dueOn, until, reason })
    await moveTerm(tx, subject, until)
    return {}
  },
})
