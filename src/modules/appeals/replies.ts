// What happens to the appeal when its reply moves in `documents`: news from there, carried out here as the house itself.
import { mayTake, take } from '../../kernel/lifecycle.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import type { Reaction } from '../../kernel/module.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import { dispatchDocument, documentRecord, signingOn } from '../documents/index.ts'
import { shareReply } from '../submissions/index.ts'
import type { AppealState } from '../submissions/contract.ts'
import * as shapes from './contract.ts'
import { closeSignature, closeWork, openForSignature, tellSigned, tellWritten } from './duties.ts'
import { appealLife } from './lifecycle.ts'
import { appealRecord } from './record.ts'
import { awaitRegistration } from './registering.ts'
import { reindex } from './reindex.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const asHouse = { clauses: ['6.23', '15'], record: appealRecord, rules: [rules.isHouse], inner: true } as const

/** Another paper about the appeal than its reply: it moves nothing here. */
const isOther = (it: store.Appeal, document: string): boolean => it.reply !== null && it.reply !== document

/** Takes the step where the state still allows it. News that comes after later news changes nothing, and is no fault. */
async function moved(
  tx: Tx,
  it: store.Appeal,
  step: keyof typeof appealLife.steps,
  words: store.Changes = {},
): Promise<boolean> {
  if (!mayTake(appealLife, step, it.state)) return false
  await store.moveTo(tx, it.id, take(appealLife, step, it.state) as AppealState, words)
  return true
}

export const noteOffered = command(shapes.noteOffered, {
  ...asHouse,
  run: async ({ input, subject, tx }) => {
    if (isOther(subject, input.document) || !(await moved(tx, subject, 'offer'))) return {}
    await openForSignature(tx, subject, (await signingOn(tx)).signer?.id ?? null)
    return {}
  },
})

export const noteReturned = command(shapes.noteReturned, {
  ...asHouse,
  run: async ({ input, subject, tx }) => {
    if (isOther(subject, input.document) || !(await moved(tx, subject, 'giveBack'))) return {}
    await closeSignature(tx, subject)
    return {}
  },
})

const signedReply = async (tx: Tx, id: string) => {
  const document = await documentRecord.find(tx, id, false)
  if (!document?.signed || !document.number) throw unknownRecord()
  const sealed = !document.sealDemanded || document.sealedAt !== null
  return { number: document.number, sealed, isSent: document.sent !== null, ...document.signed }
}

/** The clock stops on the day of the signature; what came by the public page is given under the code at once. */
export const noteSigned = command(shapes.noteSigned, {
  ...asHouse,
  run: async ({ input, subject, tx }) => {
    const { number, on, sealed } = await signedReply(tx, input.document)
    const words = { reply_id: input.document, reply_number: number, reply_on: on, done_on: on }
    if (isOther(subject, input.document) || !(await moved(tx, subject, 'answer', words))) return {}
    await closeWork(tx, subject)
    await tellSigned(tx, subject)
    if (subject.channel === 'portal' && sealed) await dispatchDocument(tx, input.document, 'portal')
    tx.emit('appeals.answered', { id: subject.id, document: input.document })
    return {}
  },
})

/** Where no document leaves without an electronic signature, the portal gives the reply when it bears one. */
export const noteSealed = command(shapes.noteSealed, {
  ...asHouse,
  run: async ({ input, subject, tx }) => {
    const { sealed, isSent } = await signedReply(tx, input.document)
    const waits = subject.channel === 'portal' && subject.state === 'answered' && subject.reply === input.document
    if (waits && sealed && !isSent) await dispatchDocument(tx, input.document, 'portal')
    return {}
  },
})

/** Given: from here on whoever holds the code can open the reply. */
export const noteSent = command(shapes.noteSent, {
  ...asHouse,
  run: async ({ input, subject, tx }) => {
    const { number, on, file } = await signedReply(tx, input.document)
    const name = `${number.replaceAll('/', '-')}.pdf`
    const words = {
      reply_file_id: file,
      reply_name: name,
      reply_number: number,
      reply_on: on,
      done_on: subject.doneOn ?? on,
    }
    if (isOther(subject, input.document) || !(await moved(tx, subject, 'deliver', words))) return {}
    await shareReply(tx, subject.id, file)
    await closeWork(tx, subject)
    tx.emit('appeals.delivered', { id: subject.id, document: input.document })
    return {}
  },
})

/** The applicant has written again: the assignee hears of it. */
export const noteWritten = command(shapes.noteWritten, {
  ...asHouse,
  run: async ({ subject, tx }) => {
    await tellWritten(tx, subject)
    return {}
  },
})

/** The name was given later: the search knows it from now on, and whoever works on the appeal hears of it. */
export const noteDisclosed = command(shapes.noteDisclosed, {
  ...asHouse,
  run: async ({ subject, tx }) => {
    await reindex(tx, subject.id)
    await tellWritten(tx, subject)
    return {}
  },
})

interface About {
  kind: string
  id: string
}

/** Kinds of paper that answer an appeal; other papers about it are the matter of other rooms. */
const answers: readonly unknown[] = ['reply', 'routes-explained']

const isOurs = ({ about, template }: Record<string, unknown>): boolean =>
  (about as About | undefined)?.kind === 'appeal' && answers.includes(template)

const onReply = (on: string, perform: Reaction['perform']): Reaction => ({
  on,
  perform,
  when: isOurs,
  input: ({ about, documentId }) => ({ id: (about as About).id, document: documentId }),
})

export const reactions: readonly Reaction[] = [
  { on: 'appeals.submitted', perform: awaitRegistration, input: ({ id }) => ({ id }) },
  { on: 'appeals.written', perform: noteWritten, input: ({ id }) => ({ id }) },
  { on: 'appeals.disclosed', perform: noteDisclosed, input: ({ id }) => ({ id }) },
  onReply('documents.offered', noteOffered),
  onReply('documents.returned', noteReturned),
  onReply('documents.signed', noteSigned),
  onReply('documents.sealed', noteSealed),
  onReply('documents.sent', noteSent),
]
