// What happens to the request when its paper moves in `documents` and when an answer is registered in `incoming`.
import { shareFile } from '../../kernel/files/index.ts'
import { mayTake, take } from '../../kernel/lifecycle.ts'
import type { Reaction } from '../../kernel/module.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import { dayOf } from '../../kernel/clock.ts'
import { documentRecord } from '../documents/index.ts'
import { findIncoming, giveToAsker } from '../incoming/index.ts'
import { termFor } from './addressees.ts'
import * as answers from './answers-store.ts'
import * as shapes from './contract.ts'
import type { RequestState } from './contract.ts'
import * as duties from './duties.ts'
import { requestLife } from './lifecycle.ts'
import { requestRecord } from './operations.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const asHouse = { record: requestRecord, rules: [rules.isHouse], inner: true } as const

/** Takes the step where the state still allows it. News that comes after later news changes nothing, and is no fault. */
async function moved(
  tx: Tx,
  it: store.Ask,
  step: keyof typeof requestLife.steps,
  words: store.Change = {},
): Promise<boolean> {
  if (!mayTake(requestLife, step, it.state)) return false
  await store.changeRequest(tx, it.id, { ...words, state: take(requestLife, step, it.state) as RequestState })
  return true
}

export const noteOffered = command(shapes.noteOffered, {
  ...asHouse,
  clauses: ['15', '5.14'],
  run: async ({ subject, tx }) => {
    if (await moved(tx, subject, 'offer')) await duties.openForSignature(tx, subject)
    return {}
  },
})

export const noteReturned = command(shapes.noteReturned, {
  ...asHouse,
  clauses: ['15', '5.14'],
  run: async ({ subject, tx }) => {
    if (await moved(tx, subject, 'giveBack')) await duties.closeSignature(tx, subject, 'returned')
    return {}
  },
})

const signedPaper = async (tx: Tx, id: string) => {
  const document = await documentRecord.find(tx, id, false)
  if (!document?.signed || !document.number) throw unknownRecord()
  return { ...document, number: document.number, signed: document.signed }
}

const isDay = (it: string | null | undefined): it is string => /^\d{4}-\d{2}-\d{2}$/.test(it ?? '')

type Paper = Awaited<ReturnType<typeof signedPaper>>

/** The paper is what was asked: its words and its day replace those of the draft. One for official use keeps its words. */
async function wordsOf(tx: Tx, it: store.Ask, document: Paper): Promise<store.Change> {
  const paper: Awaited<ReturnType<typeof store.paperOf>> = document.mark ? {} : await store.paperOf(tx, document.id)
  return {
    subject: paper['subject'] ?? it.subject,
    ground: paper['ground'] ?? paper['situation'] ?? it.ground,
    asked: paper['asked'] ?? paper['demanded'] ?? paper['proposed'] ?? it.asked,
    until_on: isDay(paper['until']) ? paper['until'] : it.until,
  }
}

/** Everybody who sees the request can read what was signed, unless the paper is for official use and has readers of its own. */
async function showPaper(tx: Tx, it: store.Ask, { mark, signed: { file } }: Paper): Promise<void> {
  if (mark) return
  if ((await answers.filesOf(tx, it.id)).some(({ file_id }) => file_id === file)) return
  const facts = await answers.fileFacts(tx, file)
  if (!facts) throw unknownRecord()
  await shareFile(tx, file, 'request', it.id)
  await answers.linkFiles(tx, it.id, null, [facts])
}

const reopened = { closed_on: null, closed_by: null, closed_word: null } as const

export const noteSigned = command(shapes.noteSigned, {
  ...asHouse,
  clauses: ['15', '5.6', '5.7', '12', '5.1'],
  run: async ({ input, subject, tx }) => {
    const paper = await signedPaper(tx, input.document)
    const { number, signed } = paper
    const words = await wordsOf(tx, subject, paper)
    if (!(await moved(tx, subject, 'sign', { ...words, ...reopened, number, signed_on: signed.on }))) return {}
    await showPaper(tx, subject, paper)
    await duties.closeSignature(tx, await duties.reindex(tx, subject.id), 'signed')
    return {}
  },
})

/** From the day it is sent the term runs: until the day that the paper names, or the usual one where that day is behind. */
export const noteSent = command(shapes.noteSent, {
  ...asHouse,
  clauses: ['15', '5.6', '5.7', '12', '5.1'],
  run: async ({ input, subject, tx }) => {
    const paper = await signedPaper(tx, input.document)
    const { number, signed, sent } = paper
    const sentOn = sent ? dayOf(sent.at) : tx.today
    const words = await wordsOf(tx, subject, paper)
    const named = words.until_on ?? subject.until
    const dueOn = named > sentOn ? named : tx.calendar.addWorkingDays(sentOn, termFor(tx, subject.kind).value)
    const change = { number, signed_on: signed.on, sent_on: sentOn, first_due_on: dueOn, due_on: dueOn }
    if (!(await moved(tx, subject, 'send', { ...words, ...reopened, ...change }))) return {}
    await showPaper(tx, subject, paper)
    await duties.awaitAnswer(tx, await duties.reindex(tx, subject.id))
    return {}
  },
})

/** The registrar linked an incoming document: the author hears of it and says whether it is full. */
export const noteArrived = command(shapes.noteArrived, {
  ...asHouse,
  clauses: ['5.14', '5.6', '5.7', '12'],
  run: async ({ input, subject, tx }) => {
    const incoming = await findIncoming(tx, input.incoming, false)
    if (!incoming) throw unknownRecord()
    if (await answers.knowsIncoming(tx, subject.id, incoming.id)) return {}
    await answers.insertAnswer(tx, {
      request_id: subject.id,
      received_on: incoming.receivedOn,
      incoming_id: incoming.id,
      word: null,
      complete: null,
      missing: null,
    })
    await giveToAsker(tx, incoming.id, subject.author)
    await moved(tx, subject, 'arrive')
    await duties.tellArrived(tx, subject)
    return {}
  },
})

interface About {
  kind: string
  id: string
}

const isOurs = ({ about }: Record<string, unknown>): boolean => (about as About | undefined)?.kind === 'request'

const onPaper = (on: string, perform: Reaction['perform']): Reaction => ({
  on,
  perform,
  when: isOurs,
  input: ({ about, documentId }) => ({ id: (about as About).id, document: documentId }),
})

export const reactions: readonly Reaction[] = [
  onPaper('documents.offered', noteOffered),
  onPaper('documents.returned', noteReturned),
  onPaper('documents.signed', noteSigned),
  onPaper('documents.sent', noteSent),
  {
    on: 'incoming.registered',
    perform: noteArrived,
    when: ({ answers: it }) => (it as About | null)?.kind === 'request',
    input: ({ id, answers: it }) => ({ id: (it as About).id, incoming: id }),
  },
]
