// Sickness, leave and business trips of those under investigation: they move the clock of limitation.
import { invalidField } from '../../kernel/invalid.ts'
import { command } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import * as store from './store.ts'
import * as shapes from './contract.ts'
import { checkUnder, gates, investigationRecord } from '../investigations/index.ts'
import { follow } from './following.ts'

const says = {
  ahead: {
    kk: 'Бұл күн бүгіннен кеш бола алмайды.',
    ru: 'Этот день не может быть позже сегодняшнего.',
    en: 'This day cannot be after today.',
  },
  order: {
    kk: 'Соңғы күн бірінші күннен ерте бола алмайды.',
    ru: 'Последний день не может быть раньше первого.',
    en: 'The last day cannot be before the first.',
  },
  noAbsence: {
    kk: 'Мұндай аяқталмаған кезең жоқ.',
    ru: 'Такого незавершённого периода нет.',
    en: 'There is no such absence to end.',
  },
} satisfies Record<string, Text>

/** The clock of limitation runs by the law, whatever becomes of the authority; so absences are noted also while it is halted. */
const keepsClock = [gates.worksOnIt, gates.notEnded] as const

export const noteAbsence = command(shapes.noteAbsence, {
  clauses: ['6.21', '6.22'],
  record: investigationRecord,
  rules: keepsClock,
  personal: true,
  run: async ({ input: { person, cause, from, until, paper }, subject, tx }) => {
    checkUnder(subject, person)
    if (from > tx.today) throw invalidField('from', says.ahead)
    if (until && until < from) throw invalidField('until', says.order)
    await store.insertAbsence(tx, subject.id, {
      person_id: person,
      cause,
      from_on: from,
      until_on: until ?? null,
      paper,
    })
    await follow(tx, subject)
    return {}
  },
})

export const endAbsence = command(shapes.endAbsence, {
  clauses: ['6.21', '6.22'],
  record: investigationRecord,
  rules: keepsClock,
  personal: true,
  run: async ({ input: { absence, until }, subject, tx }) => {
    const found = (await store.absencesOf(tx, subject.id)).find((it) => it.id === absence && it.until_on === null)
    if (!found) throw invalidField('absence', says.noAbsence)
    if (until < found.from_on) throw invalidField('until', says.order)
    await store.endAbsence(tx, absence, until)
    await follow(tx, subject)
    return {}
  },
})
