// What the public page performs: hand in an appeal, see how it goes, add to it, take the reply. Only its own, by the code.
import { invalidField } from '../../kernel/invalid.ts'
import { newId } from '../../kernel/ids.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import * as shapes from './contract.ts'
import { attachFiles, openPublicFile } from './files.ts'
import { boundText, houseReceives, secretOf, takeIn } from './intake.ts'
import * as store from './store.ts'
import * as rules from './rules.ts'
import { publicStateTitles, publicStateWords, type AppealState, type PublicState } from './words.ts'

const publicState: Readonly<Record<AppealState, PublicState>> = {
  received: 'received',
  registered: 'registered',
  assigned: 'considered',
  working: 'considered',
  offered: 'considered',
  // Signed but not yet given: the applicant cannot open it yet.
  answered: 'considered',
  delivered: 'answered',
  closed: 'closed',
  redirected: 'redirected',
  forwarded: 'forwarded',
  returned: 'returned',
  withdrawn: 'withdrawn',
  transferred: 'transferred',
}

const ended: readonly AppealState[] = [
  'delivered',
  'closed',
  'redirected',
  'forwarded',
  'returned',
  'withdrawn',
  'transferred',
]

/** Mandatory and never refused (clause 6.23): whatever is wrong with the form is said beside its field, and nothing else. */
export const submitAppeal = command(shapes.submitAppeal, {
  clauses: ['6.23'],
  rules: [rules.handsIn],
  anonymous: true,
  inner: true,
  run: async ({ input, tx }) => {
    const { code, hash } = secretOf(tx, input.submissionKey)
    await store.holdReceipt(tx, hash)
    const taken = await takeIn(tx, input, {
      channel: 'portal',
      key: input.submissionKey,
      receivedAt: tx.at,
      subject: null,
      unit: undefined,
    })
    if (taken) return taken
    const before = await store.inHand(tx)
    if (!before) throw new Error('an appeal was neither stored nor found')
    tx.about('appeal', before.id)
    return {
      id: before.id,
      slipNumber: before.slip_number,
      receivedAt: before.received_at.toISOString(),
      registeredOn: before.registered_on,
      dueOn: before.due_on,
      receiver: houseReceives,
      code,
    }
  },
})

const inHand = async (tx: Tx) => {
  const it = await store.inHand(tx)
  if (!it) throw unknownRecord()
  return it
}

const asFile = ({ file_id: id, name, bytes }: { file_id: string; name: string; bytes: number }) => ({ id, name, bytes })

export const appealStatus = query(shapes.appealStatus, {
  clauses: ['6.23'],
  rules: [rules.holdsCode],
  anonymous: true,
  inner: true,
  personal: true,
  run: async ({ tx }) => {
    const it = await inHand(tx)
    tx.about('appeal', it.id)
    const files = await store.filesInHand(tx)
    const messages = await store.messagesInHand(tx)
    const state = publicState[it.state]
    const { reply_file_id, reply_name, reply_number, reply_on } = it
    return {
      id: it.id,
      slipNumber: it.slip_number,
      number: it.number,
      kind: it.kind,
      language: it.language,
      anonymous: it.anonymous,
      receivedAt: it.received_at.toISOString(),
      registeredOn: it.registered_on,
      dueOn: it.due_on,
      doneOn: ended.includes(it.state) ? it.done_on : null,
      state,
      title: publicStateTitles[state],
      says: publicStateWords[state],
      // Where it went, in the reader's language; else why it ended, in the Department's words.
      ending: it.ending_party?.[tx.actor.language] ?? it.ending_reason,
      files: files.filter((file) => !file.message_id && file.side === 'applicant').map(asFile),
      messages: messages.map(({ id, at, side, body }) => ({
        id,
        at: at.toISOString(),
        from: side,
        text: body,
        files: files.filter((file) => file.message_id === id).map(asFile),
      })),
      reply:
        reply_file_id && reply_name && reply_number && reply_on
          ? { file: reply_file_id, name: reply_name, number: reply_number, on: reply_on }
          : null,
      mayWrite: !ended.includes(it.state),
      mayDisclose: it.anonymous && it.done_on === null,
    }
  },
})

const itIsOver = (): Refusal =>
  new Refusal(
    'wrong-state',
    {
      kk: 'Бұл өтініш бойынша жұмыс аяқталған. Жаңа мәлімет болса, жаңа өтініш беріңіз.',
      ru: 'Работа по этому обращению завершена. Если есть новые сведения, подайте новое обращение.',
      en: 'The work on this appeal is finished. If there is something new, hand in a new appeal.',
    },
    { clause: '6.23' },
  )

const enough = {
  kk: 'Бір өтінішке жазылатын хабарлама саны шегіне жетті. Жаңа өтініш беріңіз.',
  ru: 'Число сообщений к одному обращению исчерпано. Подайте новое обращение.',
  en: 'No more messages can be added to one appeal. Hand in a new one.',
}
const mostMessages = 200

export const writeToAppeal = command(shapes.writeToAppeal, {
  clauses: ['6.23'],
  rules: [rules.holdsCode],
  anonymous: true,
  inner: true,
  run: async ({ input, tx }) => {
    const it = await inHand(tx)
    if (ended.includes(it.state)) throw itIsOver()
    boundText(tx, 'appeal.message.max', input.text)
    if ((await store.messagesInHand(tx)).length >= mostMessages) throw invalidField('text', enough)
    const id = input.messageKey ?? newId()
    tx.about('appeal', it.id)
    if (!(await store.addApplicantMessage(tx, it.id, id, input.text))) return { message: id }
    await attachFiles(tx, { appeal: it.id, message: id, side: 'applicant' }, input.files)
    tx.emit('appeals.written', { id: it.id })
    return { message: id }
  },
})

const namedAlready = (): Refusal =>
  new Refusal(
    'wrong-state',
    {
      kk: 'Бұл өтініште аты-жөні көрсетілген немесе ол бойынша жұмыс аяқталған.',
      ru: 'В этом обращении имя уже указано, или работа по нему завершена.',
      en: 'This appeal has its name already, or the work on it is finished.',
    },
    { clause: '6.23' },
  )

/** The name comes into the same guarded place as with any other appeal; from now on it is considered, in the term that runs already. */
export const discloseApplicant = command(shapes.discloseApplicant, {
  clauses: ['6.23'],
  rules: [rules.holdsCode],
  anonymous: true,
  inner: true,
  personal: true,
  run: async ({ input, tx }) => {
    const it = await inHand(tx)
    tx.about('appeal', it.id)
    const named = await store.disclose(tx, input.applicant)
    if (!named) throw namedAlready()
    tx.note({ anonymous: false })
    tx.emit('appeals.disclosed', { id: it.id })
    return {}
  },
})

/** The signed reply, or what the Department attached to a message. */
export const takeReply = query(shapes.takeReply, {
  clauses: ['6.23', '15'],
  rules: [rules.holdsCode],
  anonymous: true,
  inner: true,
  personal: true,
  run: async ({ input, tx }) => {
    const it = await inHand(tx)
    tx.about('appeal', it.id)
    const given = (await store.filesInHand(tx)).find(
      (file) => file.file_id === input.file && file.side === 'department',
    )
    if (!given && it.reply_file_id !== input.file) throw unknownRecord()
    return openPublicFile(tx, input.file, given?.name ?? it.reply_name ?? 'reply.pdf')
  },
})
