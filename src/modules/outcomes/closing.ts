// The end of the case, and the liability of a direct superior (6.22) without which such a case does not end.
import { invalidField } from '../../kernel/invalid.ts'
import { command } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import { judge } from '../../kernel/rules.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import { anybodyAtWork, keepFiles, notAhead, notBefore, personUnder } from '../conclusions/index.ts'
import { changeInvestigation, investigationRecord } from '../investigations/index.ts'
import { insertNote } from '../proceedings/index.ts'
import { verdictOf } from '../superiors/index.ts'
import * as shapes from './contract.ts'
import { insertSuperior } from './decisions-store.ts'
import * as duties from './duties.ts'
import { closingGates, superiorGates } from './gates.ts'
import { closingOf, matterOf, onPerson } from './matter.ts'
import * as rules from './rules.ts'

const filedEarly: Text = {
  kk: 'Өтініш үкім күшіне енген күннен ерте берілмейді.',
  ru: 'Заявление не подаётся раньше вступления приговора в силу.',
  en: 'A resignation does not come before the verdict is in force.',
}
const notLiable: Text = {
  kk: 'Жауаптылығы белгіленбесе, отставка күні көрсетілмейді.',
  ru: 'Если ответственность не установлена, день отставки не указывается.',
  en: 'Without liability no day of resignation is given.',
}

/** With the conclusion the term of the resignation is on the chief's desk: it has run since the verdict entered into force. */
export const noteConcluded = command(shapes.noteConcluded, {
  clauses: ['6.22'],
  record: investigationRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ subject, tx }) => {
    const verdict = subject.kind === 'superior' && subject.verdict ? await verdictOf(tx, subject.verdict) : null
    const { superiors } = await matterOf(tx, subject)
    for (const person of verdict ? subject.persons : [])
      if (verdict && !superiors.some(({ person_id }) => person_id === person.id))
        await duties.awaitResignation(tx, subject, person, verdict.forceOn)
    return {}
  },
})

export const decideSuperior = command(shapes.decideSuperior, {
  clauses: ['6.22'],
  record: investigationRecord,
  rules: [rules.leads, rules.isNoSuperior, rules.afterConclusion],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const { person, liable, filedOn, words } = input
    if (refusesStateSecret(words)) throw stateSecretRefused('words')
    personUnder(subject, person)
    const verdict = subject.verdict ? await verdictOf(tx, subject.verdict) : null
    if (!verdict) throw unknownRecord()
    if (!liable && filedOn) throw invalidField('filedOn', notLiable)
    if (filedOn) {
      notAhead(tx, 'filedOn', filedOn)
      notBefore('filedOn', filedOn, verdict.forceOn, filedEarly)
    }
    const { on: dueOn, doubtful } = await duties.resignationBy(tx, verdict.forceOn)
    const { proven } = await onPerson(tx, await matterOf(tx, subject), person)
    const subjectOf = { liable, fallen: subject.fallen, proven, filed: filedOn !== undefined, runs: dueOn >= tx.today }
    judge([anybodyAtWork, ...superiorGates], tx.actor, subjectOf, tx)
    const resignation = !liable ? 'not-required' : filedOn ? 'filed' : 'not-filed'
    await insertSuperior(tx, subject.id, {
      person_id: person,
      case_id: verdict.case,
      liable,
      from_on: verdict.forceOn,
      due_on: dueOn,
      doubtful,
      resignation,
      filed_on: filedOn ?? null,
      words,
    })
    await keepFiles(tx, subject.id, ['superior', person], input.files)
    await duties.closeResignation(tx, subject, person)
    tx.note({ person, liable, resignation })
    tx.emit('outcomes.superiorDecided', {
      investigation: subject.id,
      personId: person,
      caseId: verdict.case,
      liable,
      resignation,
    })
    return {}
  },
})

const closed: Text = { kk: 'Тексеру аяқталды.', ru: 'Расследование завершено.', en: 'The investigation was closed.' }

export const closeOutcome = command(shapes.closeOutcome, {
  clauses: ['10', '6.21', '6.22'],
  record: investigationRecord,
  rules: [rules.directs],
  step: 'close',
  run: async ({ input: { word }, subject, actor, tx }) => {
    if (refusesStateSecret(word)) throw stateSecretRefused('word')
    const matter = await matterOf(tx, subject)
    for (const { id } of subject.persons) judge([anybodyAtWork, ...closingGates], tx.actor, closingOf(matter, id), tx)
    await changeInvestigation(tx, subject.id, { ended_on: tx.today, ended_by: actor.id, ended_word: word })
    await insertNote(tx, subject.id, { happenedOn: tx.today, words: closed })
    await duties.closeCase(tx, subject)
    tx.emit('outcomes.closed', { id: subject.id })
    return {}
  },
})
