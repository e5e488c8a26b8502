// The course of an investigation: the plan and its results, what happened and when.
import { attachFile } from '../../kernel/files/index.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import * as shapes from './contract.ts'
import * as store from './store.ts'
import * as duties from './duties.ts'
import { gates, investigationRecord, teamOf, type Investigation } from '../investigations/index.ts'

const says = {
  noStep: {
    kk: 'Мұндай орындалмаған қадам жоқ.',
    ru: 'Такого неисполненного шага нет.',
    en: 'There is no such step to be done.',
  },
  notOnTeam: {
    kk: 'Қадамды тексеру тобының мүшесіне тапсырыңыз.',
    ru: 'Шаг поручается участнику группы.',
    en: 'A step goes to a member of the team.',
  },
  past: {
    kk: 'Мерзім бүгіннен ерте болмауы керек.',
    ru: 'Срок не может быть раньше сегодняшнего дня.',
    en: 'The term cannot be before today.',
  },
  beyond: {
    kk: 'Қадамның мерзімі тексеру мерзімінен кеш болмауы керек.',
    ru: 'Срок шага не может быть позже срока расследования.',
    en: 'A step cannot be due after the investigation itself.',
  },
  ahead: {
    kk: 'Бұл күн бүгіннен кеш бола алмайды.',
    ru: 'Этот день не может быть позже сегодняшнего.',
    en: 'This day cannot be after today.',
  },
} satisfies Record<string, Text>

/** Whoever is at work on it, and only while the authority is in force. */
export const atWork = [gates.worksOnIt, gates.underWay, ...gates.standsOnAuthority] as const

export const planStep = command(shapes.planStep, {
  clauses: ['5.14', '5.15', '6.21'],
  record: investigationRecord,
  rules: [gates.leadsTeam, gates.leads, gates.underWay, ...gates.standsOnAuthority],
  run: async ({ input: { what, who, by }, subject, tx }) => {
    if (refusesStateSecret(what)) throw stateSecretRefused('what')
    if (!(await teamOf(tx, subject.id)).some(({ id }) => id === who)) throw invalidField('who', says.notOnTeam)
    if (by < tx.today) throw invalidField('by', says.past)
    if (subject.dueOn && by > subject.dueOn) throw invalidField('by', says.beyond)
    const step = await store.insertStep(tx, subject.id, { what, who, by })
    await duties.awaitStep(tx, subject, { id: step, what, who_id: who, by_on: by })
    return { step }
  },
})

const stepOf = async (tx: Tx, it: Investigation, step: string) => {
  const found = await store.openStep(tx, it.id, step)
  if (!found) throw invalidField('step', says.noStep)
  return found
}

export const finishStep = command(shapes.finishStep, {
  clauses: ['5.14', '5.15', '6.21'],
  record: investigationRecord,
  rules: atWork,
  run: async ({ input, subject, actor, tx }) => {
    if (refusesStateSecret(input.result)) throw stateSecretRefused('result')
    const { id } = await stepOf(tx, subject, input.step)
    const doneOn = input.doneOn ?? tx.today
    if (doneOn > tx.today) throw invalidField('doneOn', says.ahead)
    await store.changeStep(tx, id, { done_on: doneOn, done_at: tx.at, done_by: actor.id, result: input.result })
    await duties.closeStep(tx, subject, id)
    return {}
  },
})

export const dropStep = command(shapes.dropStep, {
  clauses: ['5.14', '5.15', '6.21'],
  record: investigationRecord,
  rules: [gates.leadsTeam, gates.leads, gates.underWay, ...gates.standsOnAuthority],
  run: async ({ input, subject, actor, tx }) => {
    const { id } = await stepOf(tx, subject, input.step)
    await store.changeStep(tx, id, { dropped_at: tx.at, dropped_by: actor.id, dropped_reason: input.reason })
    await duties.closeStep(tx, subject, id)
    return {}
  },
})

export const addNote = command(shapes.addNote, {
  clauses: ['5.14', '6.21', '6.22'],
  record: investigationRecord,
  rules: atWork,
  run: async ({ input: { happenedOn, words, files }, subject, tx }) => {
    if (refusesStateSecret(words)) throw stateSecretRefused('words')
    if (happenedOn > tx.today) throw invalidField('happenedOn', says.ahead)
    const note = await store.insertNote(tx, subject.id, { happenedOn, words: { kk: words, ru: words, en: words } })
    const kept = []
    for (const file of files) kept.push(await attachFile(tx, file, 'investigation', subject.id))
    await store.linkFiles(tx, subject.id, { note }, kept)
    return {}
  },
})
