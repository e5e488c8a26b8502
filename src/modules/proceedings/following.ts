// What the house writes into the course when an investigation is halted, goes on, or changes hands.
import type { Reaction } from '../../kernel/module.ts'
import { command } from '../../kernel/operation.ts'
import { gates, investigationRecord } from '../investigations/index.ts'
import * as shapes from './contract.ts'
import * as duties from './duties.ts'
import * as store from './store.ts'

const events = {
  halted: {
    kk: 'Тапсырма күшін жойды. Тексеру тоқтатыла тұрды.',
    ru: 'Поручение утратило силу. Расследование остановлено.',
    en: 'The assignment is no longer in force. The investigation is halted.',
  },
  fallen: {
    kk: 'Бағынысты қызметшіге қатысты үкімнің күші жойылды. Тексеру тоқтатыла тұрды.',
    ru: 'Приговор подчинённому больше не действует. Расследование остановлено.',
    en: 'The verdict against the subordinate is no longer in force. The investigation is halted.',
  },
  resumed: {
    kk: 'Тексерудің негізі қайта күшінде. Тексеру жалғасады.',
    ru: 'Основание расследования снова действует. Расследование продолжается.',
    en: 'What the investigation stands on is in force again. The investigation goes on.',
  },
}

export const noteHalt = command(shapes.noteHalt, {
  clauses: ['6.21', '6.22', '5.14'],
  record: investigationRecord,
  rules: [gates.isHouse],
  inner: true,
  run: async ({ input, subject, tx }) => {
    const event = input.going ? 'resumed' : subject.fallen ? 'fallen' : 'halted'
    await store.insertNote(tx, subject.id, { happenedOn: tx.today, words: events[event] })
    return {}
  },
})

/** What one member had still to do is owed by whoever took the place; by the head, until somebody does. */
export const passOn = command(shapes.passOn, {
  clauses: ['5.14', '5.15'],
  record: investigationRecord,
  rules: [gates.isHouse],
  inner: true,
  run: async ({ input: { from, to }, subject, tx }) => {
    if (!to) return {}
    for (const { id } of await store.passSteps(tx, subject.id, from, to)) await duties.passStep(tx, subject, id, to)
    return {}
  },
})

export const reactions: readonly Reaction[] = [
  { on: 'investigations.halted', perform: noteHalt, input: ({ id }) => ({ id, going: false }) },
  { on: 'investigations.resumed', perform: noteHalt, input: ({ id }) => ({ id, going: true }) },
  { on: 'investigations.replaced', perform: passOn, input: ({ id, from, to }) => ({ id, from, to }) },
]
