// What the house does when news comes: the paper was offered, returned or signed; the person wrote; the investigation was discontinued.
import { shareFile } from '../../kernel/files/index.ts'
import { mayTake, take } from '../../kernel/lifecycle.ts'
import type { Reaction } from '../../kernel/module.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import { documentRecord } from '../documents/index.ts'
import { answers, paperOf } from '../requests/index.ts'
import * as shapes from './contract.ts'
import type { SummonsState } from './contract.ts'
import * as duties from './duties.ts'
import { summonsLife } from './lifecycle.ts'
import { summonsRecord } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const asHouse = { record: summonsRecord, rules: [rules.isHouse], inner: true } as const

/** Takes the step where the state still allows it. News that comes after later news changes nothing, and is no fault. */
async function moved(
  tx: Tx,
  it: store.Summons,
  step: keyof typeof summonsLife.steps,
  change: store.Change = {},
): Promise<boolean> {
  if (!mayTake(summonsLife, step, it.state)) return false
  await store.changeSummons(tx, it.id, { ...change, state: take(summonsLife, step, it.state) as SummonsState })
  return true
}

export const noteOffered = command(shapes.noteOffered, {
  ...asHouse,
  clauses: ['15', '5.14'],
  run: async ({ subject, tx }) => {
    if (await moved(tx, subject, 'offer')) await duties.awaitSignature(tx, subject)
    return {}
  },
})

export const noteReturned = command(shapes.noteReturned, {
  ...asHouse,
  clauses: ['15', '5.14'],
  run: async ({ subject, tx }) => {
    if (await moved(tx, subject, 'giveBack')) await duties.returned(tx, subject)
    return {}
  },
})

/** The signed paper is what was asked: its words replace those of the draft. */
export const noteSigned = command(shapes.noteSigned, {
  ...asHouse,
  clauses: ['15', '5.2'],
  run: async ({ input, subject: it, tx }) => {
    const paper = await documentRecord.find(tx, input.document, false)
    if (!paper?.signed || !paper.number) throw unknownRecord()
    const { number, signed } = paper
    const words = await paperOf(tx, paper.id)
    const change = { number, signed_on: signed.on, asked: words['asked'] ?? it.asked }
    if (!(await moved(tx, it, 'sign', change))) return {}
    const facts = await answers.fileFacts(tx, signed.file)
    if (!facts) throw unknownRecord()
    await shareFile(tx, signed.file, 'summons', it.id)
    await store.linkFiles(tx, it.id, { purpose: 'paper' }, [facts])
    await duties.awaitService(tx, { ...it, number })
    return {}
  },
})

export const noteExplained = command(shapes.noteExplained, {
  ...asHouse,
  clauses: ['5.2'],
  run: async ({ subject: it, tx }) => {
    if (await moved(tx, it, 'explain', { explained_at: tx.at })) await duties.close(tx, it)
    await duties.tellExplained(tx, it)
    return {}
  },
})

const caseEnded = 'summonses.caseEnded'
const discontinued = 'Тексеру қысқартылды.'

export const noteDiscontinued = command(shapes.noteDiscontinued, {
  ...asHouse,
  clauses: ['5.2', '5.14'],
  run: async ({ subject: it, tx }) => {
    if (await moved(tx, it, 'withdraw', { ended_on: tx.today, ended_word: discontinued })) await duties.close(tx, it)
    return {}
  },
})

export const followInvestigation = command(shapes.followInvestigation, {
  clauses: ['5.2', '5.14'],
  rules: [rules.houseAlone],
  inner: true,
  run: async ({ input, tx }) => {
    const running: SummonsState[] = ['drafted', 'offered', 'signed', 'served', 'missed']
    for (const id of await store.idsOf(tx, input.investigation, running)) tx.emit(caseEnded, { id })
    return {}
  },
})

/** What waited on the desk of one who left the team waits on the desk of whoever came; with nobody it lies with the leader. */
export const followMember = command(shapes.followMember, {
  clauses: ['5.2', '10'],
  rules: [rules.houseAlone],
  inner: true,
  run: async ({ input: { investigation, from, to }, tx }) => {
    for (const id of await store.idsOf(tx, investigation, ['signed', 'served', 'missed'], from)) {
      const it = await store.findSummons(tx, id, false)
      if (it) await duties.pass(tx, it, to ?? it.investigation.leader)
    }
    return {}
  },
})

interface About {
  kind: string
  id: string
}

const onPaper = (on: string, perform: Reaction['perform']): Reaction => ({
  on,
  perform,
  when: ({ about }) => (about as About | undefined)?.kind === 'summons',
  input: ({ about, documentId }) => ({ id: (about as About).id, document: documentId }),
})

export const reactions: readonly Reaction[] = [
  onPaper('documents.offered', noteOffered),
  onPaper('documents.returned', noteReturned),
  onPaper('documents.signed', noteSigned),
  { on: 'summonses.explained', perform: noteExplained, input: ({ id }) => ({ id }) },
  {
    on: 'investigations.replaced',
    perform: followMember,
    input: ({ id, from, to }) => ({ investigation: id, from, to }),
  },
  { on: caseEnded, perform: noteDiscontinued, input: ({ id }) => ({ id }) },
  { on: 'investigations.discontinued', perform: followInvestigation, input: ({ id }) => ({ investigation: id }) },
]
