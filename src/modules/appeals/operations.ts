// What the head and the assignee do with an appeal, and the two ends of an anonymous one.
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { beginDocument, handOverDocuments } from '../documents/index.ts'
import { attachFiles, boundText } from '../submissions/index.ts'
import * as shapes from './contract.ts'
import { closeWork, moveWork } from './duties.ts'
import { candidates } from './people-store.ts'
import { appealRecord } from './record.ts'
import * as rules from './rules.ts'
import { reindex } from './reindex.ts'
import * as store from './store.ts'

const cannotBeGiven = {
  kk: 'Бұл қызметкерге өтініш тапсырылмайды. Тізімнен таңдаңыз.',
  ru: 'Этому работнику обращение поручить нельзя. Выберите из списка.',
  en: 'This employee cannot be given appeals. Choose from the list.',
}
const isAbsent = {
  kk: 'Қызметкер бүгін жұмыста жоқ. Басқа орындаушыны таңдаңыз.',
  ru: 'Работник сегодня отсутствует. Выберите другого исполнителя.',
  en: 'The employee is absent today. Choose another one.',
}
const hasIt = {
  kk: 'Өтініш онсыз да осы орындаушыда.',
  ru: 'Обращение уже у этого исполнителя.',
  en: 'This employee already has the appeal.',
}

/** Gives the appeal to an employee who may work appeals, is in the giver's reach and not absent today. */
export async function give(tx: Tx, it: store.Appeal, to: string, note: string | null): Promise<void> {
  if (to === it.assignee) throw invalidField('to', hasIt)
  const [person] = await candidates(tx, tx.actor.reach, to, it.id)
  if (!person) throw invalidField('to', cannotBeGiven)
  if (person.absent) throw invalidField('to', isAbsent)
  await store.change(tx, it.id, { assignee_id: to, assigned_at: tx.at })
  if (note) await store.addNote(tx, it.id, note)
  const given = await reindex(tx, it.id)
  if (given) await moveWork(tx, given)
  tx.emit('appeals.assigned', { id: it.id, to })
}

export const assignAppeal = command(shapes.assignAppeal, {
  clauses: ['6.23', '5.14'],
  record: appealRecord,
  rules: [rules.leads],
  step: 'assign',
  run: async ({ input, subject, tx }) => {
    await give(tx, subject, input.to, input.note)
    // Drafts of whoever had it before it came back to the chief's desk.
    await handOverDocuments(tx, { kind: 'appeal', id: subject.id }, input.to)
    return {}
  },
})

export const reassignAppeal = command(shapes.reassignAppeal, {
  clauses: ['6.23', '5.14'],
  record: appealRecord,
  rules: [rules.leads],
  step: 'reassign',
  run: async ({ input, subject, tx }) => {
    await give(tx, subject, input.to, input.note)
    await handOverDocuments(tx, { kind: 'appeal', id: subject.id }, input.to)
    return {}
  },
})

export const takeUpAppeal = command(shapes.takeUpAppeal, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.works],
  step: 'takeUp',
  run: async () => ({}),
})

export const noteAppeal = command(shapes.noteAppeal, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.works, rules.leads],
  run: async ({ input, subject, tx }) => ({ note: await store.addNote(tx, subject.id, input.text) }),
})

export const messageAppeal = command(shapes.messageAppeal, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.works, rules.leads, rules.isFinished],
  run: async ({ input, subject, tx }) => {
    boundText(tx, 'appeal.message.max', input.text)
    const message = await store.addMessage(tx, subject.id, input.text)
    await attachFiles(tx, { appeal: subject.id, message, side: 'department' }, input.files)
    return { message }
  },
})

/** Begins the reply in the language of the appeal (clause 6.23); asked again, it leads to the draft that was begun. */
export const draftReply = command(shapes.draftReply, {
  clauses: ['6.23', '15'],
  record: appealRecord,
  rules: [rules.works],
  step: 'draft',
  run: async ({ subject, actor, tx }) => {
    if (subject.reply) return { document: subject.reply }
    const applicant = await store.readApplicant(tx, subject.id)
    const document = await beginDocument(tx, {
      template: 'reply',
      language: subject.language,
      about: { kind: 'appeal', id: subject.id },
      unit: subject.unit,
      drafter: actor.id,
      answers: { number: subject.number ?? subject.slipNumber, on: subject.registeredOn },
      fields: {
        addressee: applicant?.name ?? null,
        address: applicant?.address ?? applicant?.email ?? null,
        subject: subject.subject,
      },
    })
    await store.change(tx, subject.id, { reply_id: document })
    tx.note({ document })
    return { document }
  },
})

/** The anonymous rule's own end: no consideration, with the reason, and the applicant is told under the code. */
export const closeAnonymous = command(shapes.closeAnonymous, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.leads, rules.notAnonymous, rules.anonymousIsConsidered],
  step: 'closeAnonymous',
  run: async ({ input, subject, tx }) => {
    await store.change(tx, subject.id, { done_on: tx.today, ending_reason: input.reason })
    await closeWork(tx, subject)
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
    await store.change(tx, subject.id, { done_on: tx.today, ending_reason: input.reason, ending_body: input.body })
    await closeWork(tx, subject)
    tx.emit('appeals.redirected', { id: subject.id, body: input.body })
    return {}
  },
})
