// The two ends of an appeal without a name: no consideration, or the competent body at once (6.23).
import { command } from '../../kernel/operation.ts'
import { appealRecord, closeAppeal } from '../appeals/index.ts'
import { chosenDestination } from '../submissions/index.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'

/** The anonymous rule's own end: no consideration, with the reason, and the applicant is told under the code. */
export const closeAnonymous = command(shapes.closeAnonymous, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.leads, rules.notAnonymous, rules.anonymousIsConsidered],
  step: 'closeAnonymous',
  run: async ({ input, subject, tx }) => {
    await closeAppeal(tx, subject, { reason: input.reason })
    tx.emit('appeals.closed', { id: subject.id })
    return {}
  },
})

/** Word of a crime or a threat without a name is not considered here: it goes to the competent body at once. */
export const redirectAppeal = command(shapes.redirectAppeal, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.leads, rules.notAnonymous],
  step: 'redirect',
  run: async ({ input, subject, tx }) => {
    const { party, name } = await chosenDestination(tx, 'crime', input)
    await closeAppeal(tx, subject, { reason: input.reason, body: party })
    tx.note({ party, body: name.kk })
    tx.emit('appeals.redirected', { id: subject.id, body: party })
    return {}
  },
})
