// The act of inspection: drawn up, signed under clause 15, shown to the head of the department; objections and the decisions on them.
import { invalidField } from '../../kernel/invalid.ts'
import { mayTake, take } from '../../kernel/lifecycle.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { forbid, judge, permit } from '../../kernel/rules.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Day } from '../../kernel/clock.ts'
import type { Text } from '../../kernel/text.ts'
import { beginDocument, documentRecord } from '../documents/index.ts'
import { captionOfEmployees, presenceOf } from '../org/index.ts'
import {
  changeInspection,
  duties,
  files as kept,
  gates,
  inspectionLife,
  inspectionRecord,
  questionsOf,
  type Inspection,
} from '../inspections/index.ts'
import type { InspectionState } from '../inspections/contract.ts'
import { establishedOf, subjectOf } from './act.ts'
import * as shapes from './contract.ts'
import * as course from './course-store.ts'
import * as due from './duties.ts'
import * as rules from './rules.ts'

const says = {
  nobodyElse: { kk: 'Жоқ', ru: 'Нет', en: 'None' },
  offered: {
    kk: 'Акт қол қоюға ұсынылған. Алдымен меңгеруші оны ескертумен қайтарады.',
    ru: 'Акт представлен на подпись. Сначала заведующий возвращает его с замечанием.',
    en: 'The act is offered for signature. The head gives it back with a remark first.',
  },
  early: {
    kk: 'Бұл күн актіге қол қойылған күннен ерте бола алмайды.',
    ru: 'Этот день не может быть раньше подписания акта.',
    en: 'This day cannot be before the act was signed.',
  },
  ahead: {
    kk: 'Бұл күн бүгіннен кеш бола алмайды.',
    ru: 'Этот день не может быть позже сегодняшнего.',
    en: 'This day cannot be after today.',
  },
  refusal: {
    kk: 'Бас тартудың мән-жайын және оны кім көргенін жазыңыз.',
    ru: 'Опишите отказ и укажите, кто его видел.',
    en: 'Say how it was refused and who saw it.',
  },
  beforeAct: {
    kk: 'Қарсылық актімен танысқаннан кейін ғана түседі.',
    ru: 'Возражение поступает только после ознакомления с актом.',
    en: 'An objection comes only after the acquaintance with the act.',
  },
  finding: {
    kk: 'Актіде мұндай кемшілік жоқ.',
    ru: 'В акте нет такого нарушения.',
    en: 'The act has no such finding.',
  },
  objection: {
    kk: 'Мұндай шешілмеген қарсылық жоқ.',
    ru: 'Такого нерешённого возражения нет.',
    en: 'There is no such undecided objection.',
  },
} satisfies Record<string, Text>

/** Whoever draws it up, with the post, and everybody of the team on a line each. */
async function signersOf(tx: Tx, it: Inspection): Promise<{ drawnBy: string; signers: string }> {
  const { language } = it
  const ids = [...new Set([tx.actor.id, ...(it.leader_id ? [it.leader_id] : []), ...it.team])]
  const names = await captionOfEmployees(tx, ids)
  const lines: string[] = []
  for (const id of ids) {
    const held = await presenceOf(tx.db, id, { today: tx.today })
    const name = names.get(id)?.[language] ?? ''
    lines.push(held ? `${name}, ${held.presence.post[language]}` : name)
  }
  return { drawnBy: lines[0] ?? '', signers: lines.join('\n') }
}

export const drawAct = command(shapes.drawAct, {
  clauses: ['5.10', '5.14', '15'],
  record: inspectionRecord,
  rules: [gates.leadsTeam, gates.leads, gates.standsOnAuthority, rules.answersAll],
  step: 'draw',
  run: async ({ input, subject, tx }) => {
    const { language, authority } = subject
    if (!authority) throw new Error(`inspection ${subject.id} has no authority`)
    const findings = (await course.findingsOf(tx, subject.id)).filter(({ struck_at }) => struck_at === null)
    const told = {
      number: subject.number ?? '',
      body: subject.body_name,
      order: { number: authority.number, on: authority.issuedOn },
      period: { from: subject.period_from, until: subject.period_until },
      days: { from: subject.starts_on, until: subject.ends_on },
      aim: subject.aim,
      questions: await questionsOf(tx, subject.id),
      findings,
    }
    const document = await beginDocument(tx, {
      template: 'act',
      language,
      about: { kind: 'inspection', id: subject.id },
      unit: subject.unit_id,
      readers: subject.team,
      fields: {
        subject: subjectOf(told, language),
        present: input.present ?? says.nobodyElse[language],
        established: establishedOf(told, language),
        ...(await signersOf(tx, subject)),
      },
    })
    await changeInspection(tx, subject.id, { document_id: document, drawn_on: tx.today })
    await duties.close(tx, subject, 'term')
    return { document }
  },
})

/** While it is a draft; a paper that is given up stays unsigned, and its signature would mean nothing here. */
export const takeBackAct = command(shapes.takeBackAct, {
  clauses: ['5.10', '5.14'],
  record: inspectionRecord,
  rules: [gates.leadsTeam, gates.leads, gates.standsOnAuthority],
  step: 'takeBack',
  run: async ({ subject, tx }) => {
    const document = await documentRecord.find(tx, subject.document_id ?? '', true)
    if (document?.state !== 'drafted') throw new Refusal('conflict', says.offered, { clause: '15' })
    await changeInspection(tx, subject.id, { document_id: null, drawn_on: null })
    await duties.awaitAct(tx, subject)
    return {}
  },
})

/** The head has signed the act in the room of documents (15). */
export const noteSigned = command(shapes.noteSigned, {
  clauses: ['15', '5.10'],
  record: inspectionRecord,
  rules: [gates.isHouse],
  inner: true,
  run: async ({ input, subject, tx }) => {
    if (subject.document_id !== input.document || !mayTake(inspectionLife, 'sign', subject.state)) return {}
    const document = await documentRecord.find(tx, input.document, false)
    // Signed while no order was in force, it waits for a new one: then this is performed again.
    if (!document?.signed || !subject.authority) return {}
    await changeInspection(tx, subject.id, {
      state: take(inspectionLife, 'sign', subject.state) as InspectionState,
      signed_on: document.signed.on,
      act_number: document.number,
    })
    await due.awaitAcquaintance(tx, subject)
    return {}
  },
})

export const acquaintDepartment = command(shapes.acquaintDepartment, {
  clauses: ['5.10', '5.14'],
  record: inspectionRecord,
  rules: [gates.leadsTeam, gates.leads, gates.standsOnAuthority],
  step: 'acquaint',
  run: async ({ input: { on, name, way, words, files }, subject, tx }) => {
    if (subject.signed_on && on < subject.signed_on) throw invalidField('on', says.early)
    if (on > tx.today) throw invalidField('on', says.ahead)
    if (way === 'refused' && !words) throw invalidField('words', says.refusal)
    const { value } = tx.parameter('inspection.objections')
    await changeInspection(tx, subject.id, {
      acquainted_on: on,
      acquainted_name: name,
      acquainted_way: way,
      acquainted_words: words,
      objections_due_on: tx.calendar.addWorkingDays(on, value),
    })
    await kept.keepFiles(tx, subject.id, { part: 'acquaintance', row: subject.id }, files)
    await duties.close(tx, subject, 'acquaint')
    await due.awaitPlan(tx, subject)
    return {}
  },
})

interface Received {
  on: Day
  dueOn: Day | null
}
const hears = permit<Received>(
  '5.10',
  {
    kk: 'тексерілген бөлімшенің басшысы, мерзім ішінде',
    ru: 'руководитель проверенного подразделения, в пределах срока',
    en: 'the head of the department inspected, within the term',
  },
  () => true,
)
const tooLate = forbid<Received>(
  '5.10',
  {
    kk: 'Қарсылық мерзімі өткеннен кейін түскен, сондықтан қабылданбайды.',
    ru: 'Возражение поступило после срока, поэтому не принимается.',
    en: 'The objection came after its term and is not taken.',
  },
  (_, { on, dueOn }) => dueOn !== null && on > dueOn,
)

/** The right of those inspected: it is heard also while the inspection stands still. */
export const addObjection = command(shapes.addObjection, {
  clauses: ['5.10', '5.14'],
  record: inspectionRecord,
  rules: [gates.worksOnIt, rules.objected],
  run: async ({ input, subject, tx }) => {
    if (refusesStateSecret(input.words)) throw stateSecretRefused('words')
    const { receivedOn } = input
    if (receivedOn > tx.today) throw invalidField('receivedOn', says.ahead)
    if (subject.acquainted_on && receivedOn < subject.acquainted_on) throw invalidField('receivedOn', says.beforeAct)
    judge([hears, tooLate], tx.actor, { on: receivedOn, dueOn: subject.objections_due_on }, tx)
    const findings = await course.findingsOf(tx, subject.id)
    if (input.finding && !findings.some(({ id, struck_at }) => id === input.finding && struck_at === null))
      throw invalidField('finding', says.finding)
    const objection = await course.insertObjection(tx, subject.id, {
      finding_id: input.finding ?? null,
      received_on: receivedOn,
      words: input.words,
    })
    await kept.keepFiles(tx, subject.id, { part: 'objection', row: objection }, input.files)
    await due.awaitAnswer(tx, subject, objection)
    return { objection }
  },
})

/** A finding against which an objection is upheld falls, and with it the need to remedy it. */
export const answerObjection = command(shapes.answerObjection, {
  clauses: ['5.10', '10'],
  record: inspectionRecord,
  rules: [gates.leads, rules.objected, gates.standsOnAuthority],
  run: async ({ input, subject, tx }) => {
    const found = (await course.objectionsOf(tx, subject.id)).find(({ id }) => id === input.objection)
    if (!found || found.answer !== null) throw invalidField('objection', says.objection)
    await course.answerObjection(tx, found.id, { answer: input.answer, upheld: input.upheld })
    if (input.upheld && found.finding_id) await course.strikeFinding(tx, found.finding_id, input.answer)
    await duties.close(tx, subject, `objection.${found.id}`)
    return {}
  },
})
