// What the head and the assignee do with an appeal.
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { beginDocument, handOverDocuments } from '../documents/index.ts'
import { attachFiles, boundText } from '../submissions/index.ts'
import * as shapes from './contract.ts'
import { moveWork } from './duties.ts'
import { candidates } from './people-store.ts'
import { appealRecord } from './record.ts'
import { holdReply, isJudgment, settleResult } from './results.ts'
import * as rules from './rules.ts'
import { knownApplicant, reindex } from './reindex.ts'
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

/** The general order of appeal; terms differ by the kind of case, so none is named. */
const routes = {
  kk: 'Заңды күшіне енбеген сот актісіне апелляциялық тәртіппен, күшіне енген сот актісіне кассациялық тәртіппен шағым беріледі. Шағымның мерзімі мен нысаны істің түріне қарай процестік кодекстерде белгіленген.',
  ru: 'Не вступивший в законную силу судебный акт обжалуется в апелляционном порядке, вступивший в силу – в кассационном. Сроки и форма жалобы установлены процессуальными кодексами по виду дела.',
  en: 'A judgment not yet in force is appealed against on appeal, one in force in cassation. The terms and the form are set by the procedural codes for the kind of case.',
}

/** Begins the reply in the language of the appeal (clause 6.23); asked again, it leads to the draft that was begun. */
export const draftReply = command(shapes.draftReply, {
  clauses: ['6.23', '15'],
  record: appealRecord,
  rules: [rules.works],
  step: 'draft',
  run: async ({ input, subject, actor, tx }) => {
    const result = input.result ?? (isJudgment(subject.question) ? 'explained' : undefined)
    if (subject.reply) {
      if (result) await settleResult(tx, subject, { ...input, result })
      return { document: subject.reply }
    }
    const applicant = await knownApplicant(tx, subject)
    const document = await beginDocument(tx, {
      template: isJudgment(subject.question) ? 'routes-explained' : 'reply',
      language: subject.language,
      about: { kind: 'appeal', id: subject.id },
      unit: subject.unit,
      drafter: actor.id,
      answers: { number: subject.number ?? subject.slipNumber, on: subject.registeredOn },
      fields: {
        addressee: applicant?.name ?? null,
        address: applicant?.address ?? applicant?.email ?? null,
        subject: subject.subject,
        ...(isJudgment(subject.question) ? { routes: routes[subject.language] } : {}),
      },
    })
    await store.change(tx, subject.id, { reply_id: document })
    const begun = { ...subject, reply: document }
    if (result) await settleResult(tx, begun, { ...input, result })
    else await holdReply(tx, begun)
    tx.note({ document })
    return { document }
  },
})
