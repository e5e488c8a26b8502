// What the head decides on an inspection: it is opened on an authority, discontinued. What the house does without one.
import { command } from '../../kernel/operation.ts'
import { holdDocument } from '../documents/index.ts'
import { drawNumber } from '../nomenclature/index.ts'
import { Refusal } from '../../kernel/refusal.ts'
import * as shapes from './contract.ts'
import * as duties from './duties.ts'
import * as inner from './inner.ts'
import { inspectionRecord } from './records.ts'
import * as rules from './rules.ts'
import { changeInspection } from './store.ts'

/** Materials of inspections in the nomenclature of cases. */
const series = '7-28'

const over = {
  kk: 'Тексеру күндері өтіп кетті. Алдымен оларды ұзартыңыз.',
  ru: 'Дни проверки прошли. Сначала продлите их.',
  en: 'The days of the inspection have passed. Extend them first.',
}

export const openInspection = command(shapes.openInspection, {
  clauses: ['5.10', '5.14', '10'],
  record: inspectionRecord,
  rules: [rules.directs, ...rules.openingGates],
  step: 'open',
  run: async ({ subject, tx }) => {
    if (subject.ends_on < tx.today) throw new Refusal('conflict', over, { clause: '5.10' })
    const number = await drawNumber(tx, series)
    await changeInspection(tx, subject.id, { number, opened_on: tx.today })
    await duties.awaitAct(tx, await duties.reindex(tx, subject.id))
    return { number }
  },
})

export const discontinueInspection = command(shapes.discontinueInspection, {
  clauses: ['5.10', '5.14', '10'],
  record: inspectionRecord,
  rules: [rules.directs],
  step: 'discontinue',
  run: async ({ input, subject, actor, tx }) => {
    await changeInspection(tx, subject.id, { ended_on: tx.today, ended_by: actor.id, ended_word: input.reason })
    await duties.close(tx, subject)
    return {}
  },
})

/** The gates look at the day themselves; this only labels what they say already, for lists and open screens. */
export const noteAuthority = command(inner.noteAuthority, {
  clauses: ['5.10'],
  record: inspectionRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ subject, tx }) => {
    const stands = subject.opened_on === null || subject.ended_on !== null || subject.authority !== null
    if (stands === (subject.halted_on === null)) return {}
    await changeInspection(tx, subject.id, { halted_on: stands ? null : tx.today })
    await duties.tellTeam(tx, subject, stands ? 'resumed' : 'halted')
    if (!subject.document_id) return {}
    // The act waits with the inspection, whether it is still to be signed or was signed in the very moment of the halt.
    await holdDocument(tx, subject.document_id, stands ? null : 'inspection')
    if (stands) tx.emit(actGoesOn, { id: subject.id, document: subject.document_id })
    return {}
  },
})

/** An inspection that was halted goes on, and its act with it. */
const actGoesOn = 'inspections.actGoesOn'

/** Each inspection is looked at in an operation of its own. */
export const authorityChanged = 'inspections.authorityChanged'

export const followAuthority = command(inner.followAuthority, {
  clauses: ['5.10'],
  rules: [rules.houseAlone],
  inner: true,
  run: async ({ input, tx }) => {
    for (const id of input.ids) tx.emit(authorityChanged, { id })
    return {}
  },
})
