// What the head decides on an investigation: it is taken up, opened on an authority, discontinued. What the house does without one.
import { command } from '../../kernel/operation.ts'
import { mayTake, take } from '../../kernel/lifecycle.ts'
import { drawNumber } from '../nomenclature/index.ts'
import * as shapes from './contract.ts'
import * as inner from './inner.ts'
import * as duties from './duties.ts'
import { investigationLife } from './lifecycle.ts'
import { investigationRecord } from './records.ts'
import * as rules from './rules.ts'
import { changeInvestigation } from './store.ts'
import type { InvestigationState } from './contract.ts'

export const acceptInvestigation = command(shapes.acceptInvestigation, {
  clauses: ['6.22', '10'],
  record: investigationRecord,
  rules: [rules.directs],
  step: 'accept',
  run: async ({ subject, tx }) => {
    await duties.close(tx, subject, 'propose')
    return {}
  },
})

/** Materials of investigations in the nomenclature of cases. */
const series = '7-23'

export const openInvestigation = command(shapes.openInvestigation, {
  clauses: ['6.21', '6.22', '5.14', '10'],
  record: investigationRecord,
  rules: [rules.directs, ...rules.openingGates],
  step: 'open',
  run: async ({ subject, tx }) => {
    const number = await drawNumber(tx, series)
    const { value } = tx.parameter('investigation.term')
    const dueOn = tx.calendar.nextWorking(tx.calendar.addMonths(tx.today, value))
    await changeInvestigation(tx, subject.id, { number, opened_on: tx.today, first_due_on: dueOn, due_on: dueOn })
    await duties.awaitConclusion(tx, await duties.reindex(tx, subject.id))
    tx.emit('investigations.opened', { id: subject.id, kind: subject.kind })
    return { number }
  },
})

export const discontinueInvestigation = command(shapes.discontinueInvestigation, {
  clauses: ['10', '6.21', '6.22'],
  record: investigationRecord,
  rules: [rules.directs],
  step: 'discontinue',
  run: async ({ input, subject, actor, tx }) => {
    await changeInvestigation(tx, subject.id, { ended_on: tx.today, ended_by: actor.id, ended_word: input.reason })
    await duties.close(tx, subject)
    tx.emit('investigations.discontinued', { id: subject.id, kind: subject.kind })
    return {}
  },
})

/** The gates look at the day themselves; this only says in the state what they say already. */
export const noteAuthority = command(inner.noteAuthority, {
  clauses: ['6.21', '6.22'],
  record: investigationRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ subject, tx }) => {
    const step = subject.authority && !subject.fallen ? 'resume' : 'halt'
    if (!mayTake(investigationLife, step, subject.state)) return {}
    const state = take(investigationLife, step, subject.state) as InvestigationState
    await changeInvestigation(tx, subject.id, { state })
    const news = subject.fallen ? 'verdictFell' : 'halted'
    await duties.tellTeam(tx, subject, step === 'halt' ? news : 'resumed')
    tx.emit(step === 'halt' ? 'investigations.halted' : 'investigations.resumed', { id: subject.id })
    return {}
  },
})

/** Each investigation is looked at in an operation of its own, when what it stands on may have changed. */
export const authorityChanged = 'investigations.authorityChanged'

export const followAuthority = command(inner.followAuthority, {
  clauses: ['6.21', '6.22'],
  rules: [rules.houseAlone],
  inner: true,
  run: async ({ input, tx }) => {
    for (const id of input.ids) tx.emit(authorityChanged, { id })
    return {}
  },
})
