// The decision of the competent person or commission, its execution, appeal and lapse.
import { addDays } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { judge } from '../../kernel/rules.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import { closeDuties, investigationRecord, type Investigation } from '../investigations/index.ts'
import { measures, type MeasureName } from '../conclusions/contract.ts'
import { anybodyAtWork, keepFiles, notAhead, notBefore, personUnder, tellTeam } from '../conclusions/index.ts'
import * as shapes from './contract.ts'
import * as decisions from './decisions-store.ts'
import { decisionGates } from './gates.ts'
import { closingOf, decisionOn, limitationOn, matterOf, onPerson } from './matter.ts'
import * as rules from './rules.ts'

const says = {
  beforeConclusion: {
    kk: 'Шешім қорытындыдан ерте қабылдана алмайды.',
    ru: 'Решение не может быть принято раньше заключения.',
    en: 'The decision cannot have been taken before the conclusion.',
  },
  decided: {
    kk: 'Бұл адам бойынша күші бар шешім тіркелген.',
    ru: 'По этому лицу уже записано действующее решение.',
    en: 'A decision on this person is recorded and stands.',
  },
  noDecision: { kk: 'Мұндай шешім жоқ.', ru: 'Такого решения нет.', en: 'There is no such decision.' },
  annulled: {
    kk: 'Шешімнің күші жойылған.',
    ru: 'Решение отменено.',
    en: 'The decision was annulled.',
  },
  executed: {
    kk: 'Орындалғаны бұрын тіркелген.',
    ru: 'Исполнение уже отмечено.',
    en: 'The execution is recorded already.',
  },
  early: {
    kk: 'Бұл күн шешімнен ерте бола алмайды.',
    ru: 'Этот день не может быть раньше решения.',
    en: 'This day cannot be before the decision.',
  },
  noAppeal: {
    kk: 'Қаралып жатқан мұндай шағым жоқ.',
    ru: 'Такой жалобы на рассмотрении нет.',
    en: 'There is no such appeal under way.',
  },
  underAppeal: {
    kk: 'Шешім қазірдің өзінде шағымданған.',
    ru: 'Решение уже обжалуется.',
    en: 'The decision is under appeal already.',
  },
  beforeAppeal: {
    kk: 'Нәтиже шағымнан ерте бола алмайды.',
    ru: 'Результат не может быть раньше жалобы.',
    en: 'The result cannot come before the appeal.',
  },
  changedTo: {
    kk: 'Шешім неге өзгертілгенін таңдаңыз.',
    ru: 'Выберите, на что изменено решение.',
    en: 'Choose what the decision was changed to.',
  },
  onlyChanged: {
    kk: 'Жаңа шара шешім өзгертілгенде ғана көрсетіледі.',
    ru: 'Новая мера указывается, только если решение изменено.',
    en: 'A new measure is named only where the decision was changed.',
  },
  bodyNot: {
    kk: 'Бұл шараны мұндай орган қолданбайды.',
    ru: 'Такой орган эту меру не применяет.',
    en: 'This body does not apply this measure.',
  },
} satisfies Record<string, Text>

const noSecret = (words: string | null): void => {
  if (words !== null && refusesStateSecret(words)) throw stateSecretRefused('words')
}

export const recordDecision = command(shapes.recordDecision, {
  clauses: ['6.21', '6.22', '13', '5.16'],
  record: investigationRecord,
  rules: [rules.worksOnIt, rules.afterReview],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const { person, body, bodyName, number, decidedOn, measure, words } = input
    noSecret(words)
    personUnder(subject, person)
    notAhead(tx, 'decidedOn', decidedOn)
    if (subject.concludedOn) notBefore('decidedOn', decidedOn, subject.concludedOn, says.beforeConclusion)
    const matter = await matterOf(tx, subject)
    if (decisionOn(matter, person)) throw new Refusal('conflict', says.decided, { clause: '6.21' })
    const seen = await onPerson(tx, matter, person, decidedOn)
    judge([anybodyAtWork, ...decisionGates], tx.actor, { ...seen, body, decided: measure }, tx)
    const limitation = await limitationOn(tx, matter, person)
    const decision = await decisions.insertDecision(tx, subject.id, {
      person_id: person,
      body,
      body_name: bodyName,
      number,
      decided_on: decidedOn,
      measure,
      words,
      limitation_on: limitation.on,
      doubtful: limitation.doubtful,
      lapses_on: null,
      lapse_doubtful: null,
    })
    await keepFiles(tx, subject.id, ['decision', decision], input.files)
    await settleLimitation(tx, subject)
    await tellTeam(tx, subject, 'decided')
    tx.note({ person, decision, measure, number })
    tx.emit('outcomes.decided', { investigation: subject.id, personId: person, measure, decidedOn })
    return {}
  },
})

/** When everybody whose penalty was proposed has a decision, the clock of limitation drives nobody any more. */
async function settleLimitation(tx: Tx, it: Investigation): Promise<void> {
  const matter = await matterOf(tx, it)
  const open = it.persons.map(({ id }) => closingOf(matter, id)).some(({ awaits, decided }) => awaits && !decided)
  if (!open) await closeDuties(tx, it, 'limitation')
}

const decisionOf = async (tx: Tx, it: Investigation, id: string): Promise<decisions.Decision> => {
  const found = (await decisions.decisionsOf(tx, it.id)).find((row) => row.id === id)
  if (!found) throw invalidField('decision', says.noDecision)
  if (found.annulled_on) throw new Refusal('conflict', says.annulled, { clause: '6.21' })
  return found
}

/** Before it no value of the parameter is known; the first known one then stands in. */
const firstDay = '2016-01-01'

/** The last day of a penalty that began on this day, by the law of that day; a dismissal has none. */
async function lapseOf(tx: Tx, measure: MeasureName, from: Day) {
  if (!measures[measure].lapses) return { lapses_on: null, lapse_doubtful: null }
  const law = await tx.house.parameters.current()
  const { value, confidence } = law.on('penalty.lapse', from < firstDay ? firstDay : from)
  return { lapses_on: addDays(tx.calendar.addMonths(from, value), -1), lapse_doubtful: confidence !== 'verified' }
}

export const recordExecution = command(shapes.recordExecution, {
  clauses: ['6.21', '6.22'],
  record: investigationRecord,
  rules: [rules.worksOnIt, rules.decidedInTime],
  personal: true,
  run: async ({ input, subject, actor, tx }) => {
    const { orderNumber, executedOn } = input
    const decision = await decisionOf(tx, subject, input.decision)
    if (decision.executed_on) throw new Refusal('conflict', says.executed, { clause: '6.21' })
    notAhead(tx, 'executedOn', executedOn)
    notBefore('executedOn', executedOn, decision.decided_on, says.early)
    await decisions.changeDecision(tx, decision.id, {
      order_number: orderNumber,
      executed_on: executedOn,
      executed_at: tx.at,
      executed_by: actor.id,
      ...(decision.standing ? await lapseOf(tx, decision.standing, executedOn) : {}),
    })
    await keepFiles(tx, subject.id, ['execution', decision.id], input.files)
    tx.note({ decision: decision.id, orderNumber, executedOn })
    return {}
  },
})

export const recordAppeal = command(shapes.recordAppeal, {
  clauses: ['6.21', '6.22'],
  record: investigationRecord,
  rules: [rules.worksOnIt, rules.decidedInTime],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const { filedOn, filedWith } = input
    const decision = await decisionOf(tx, subject, input.decision)
    notAhead(tx, 'filedOn', filedOn)
    notBefore('filedOn', filedOn, decision.decided_on, says.early)
    const appeals = await decisions.appealsOf(tx, subject.id)
    if (appeals.some(({ decision_id, result }) => decision_id === decision.id && result === null))
      throw new Refusal('conflict', says.underAppeal, { clause: '6.21' })
    const it = { decision_id: decision.id, filed_on: filedOn, filed_with: filedWith }
    const appeal = await decisions.insertAppeal(tx, subject.id, it)
    await keepFiles(tx, subject.id, ['appeal', appeal], input.files)
    tx.note({ decision: decision.id, appeal, filedOn })
    return {}
  },
})

export const settleAppeal = command(shapes.settleAppeal, {
  clauses: ['6.21', '6.22'],
  record: investigationRecord,
  rules: [rules.worksOnIt, rules.decidedInTime],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const { result, on, number, measure, words } = input
    noSecret(words)
    const appeal = (await decisions.appealsOf(tx, subject.id)).find(
      (row) => row.id === input.appeal && row.result === null,
    )
    if (!appeal) throw invalidField('appeal', says.noAppeal)
    notAhead(tx, 'on', on)
    notBefore('on', on, appeal.filed_on, says.beforeAppeal)
    if (result === 'changed' && !measure) throw invalidField('measure', says.changedTo)
    if (result !== 'changed' && measure) throw invalidField('measure', says.onlyChanged)
    const decision = await decisionOf(tx, subject, appeal.decision_id)
    if (measure && !measures[measure].decidedBy.includes(decision.body)) throw invalidField('measure', says.bodyNot)
    await decisions.settle(tx, appeal.id, {
      result,
      result_on: on,
      result_number: number,
      measure: measure ?? null,
      words,
    })
    const none = { lapses_on: null, lapse_doubtful: null }
    const unlapsed = { lapsed_on: null, lapsed_at: null }
    if (result === 'annulled')
      await decisions.changeDecision(tx, decision.id, { standing: null, annulled_on: on, ...unlapsed, ...none })
    if (measure) {
      const from = decision.executed_on
      const lapse = from ? await lapseOf(tx, measure, from) : none
      await decisions.changeDecision(tx, decision.id, { standing: measure, ...unlapsed, ...lapse })
    }
    await keepFiles(tx, subject.id, ['appeal-result', appeal.id], input.files)
    await tellTeam(tx, subject, 'answered')
    tx.note({ appeal: appeal.id, result, on, ...(measure ? { measure } : {}) })
    return {}
  },
})

/** Performed by the clock the night after the last day. Said twice, it is done once. */
export const lapsePenalty = command(shapes.lapsePenalty, {
  clauses: ['6.21'],
  record: investigationRecord,
  rules: [rules.isHouse],
  inner: true,
  personal: true,
  run: async ({ input, subject, tx }) => {
    const decision = await decisionOf(tx, subject, input.decision)
    if (!decision.lapses_on || decision.lapsed_on || decision.lapses_on >= tx.today) return {}
    await decisions.changeDecision(tx, decision.id, {
      lapsed_on: addDays(decision.lapses_on, 1),
      lapsed_at: tx.at,
    })
    tx.note({ decision: decision.id })
    return {}
  },
})

export const watchPenalties = command(shapes.watchPenalties, {
  clauses: ['6.21'],
  rules: [rules.houseAlone],
  inner: true,
  run: async ({ tx }) => ({
    lapsing: (await decisions.lapsing(tx)).map(({ id: decision, investigation_id: id }) => ({ id, decision })),
  }),
})
