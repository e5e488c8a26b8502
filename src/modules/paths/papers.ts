// What the signatures bring about (15): a path takes effect on the day on which the last of its papers is signed, and its notice
// goes to the applicant under the code at once, or lies on a desk until it is posted.
import type { Reaction } from '../../kernel/module.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { appealRecord, endAppeal, giveToApplicant, markHeard, type Appeal } from '../appeals/index.ts'
import { dispatchDocument, documentRecord, type Document } from '../documents/index.ts'
import { moveDuty } from '../work/index.ts'
import { lay, lift, onAppeal, sync, termFrom } from './begin.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { handedOver, subjects } from './words.ts'

const asHouse = { clauses: ['6.23', '15'], record: appealRecord, rules: [rules.isHouse], inner: true } as const

type Effect = (tx: Tx, it: Appeal, path: store.Path, paper: store.Paper) => Promise<void>

const finish = (tx: Tx, path: store.Path): Promise<void> =>
  store.changePath(tx, path.id, { state: 'done', done_on: tx.today })

const effects: Readonly<Record<store.Path['kind'], Effect>> = {
  // The new term has counted since the decision; the notice only tells of it.
  extension: async () => {},
  // The applicant is heard after being told, so nothing is finished by the signature.
  hearing: async () => {},
  forwarding: async (tx, it, path) => {
    await finish(tx, path)
    const ended = path.whole && (await endAppeal(tx, it, 'forward', { reason: path.reason, body: path.body }))
    if (!ended) await lift(tx, it, 'forward')
  },
  return: async (tx, it, path) => {
    await finish(tx, path)
    await endAppeal(tx, it, 'sendBack', { reason: path.reason })
  },
  withdrawal: async (tx, it, path) => {
    await finish(tx, path)
    await endAppeal(tx, it, 'withdraw', { reason: path.reason, result: 'terminated' })
  },
  transfer: async (tx, it, path, { number }) => {
    await finish(tx, path)
    await store.changeTransfer(tx, path.id, { outgoing_number: number })
    // The applicant reads where it went and not why: what is suspected stays with those who investigate.
    const reason = path.party?.[it.language] ?? path.reason
    const ended = path.whole && (await endAppeal(tx, it, 'transfer', { reason, body: path.body }))
    if (!ended) await lift(tx, it, 'transfer')
    await layNumber(tx, it)
  },
  complaint: async (tx, it, path) => {
    const reviewDueOn = await termFrom(tx, 'appeal.complaint.review', tx.today)
    await store.changeComplaint(tx, path.id, { passed_on: tx.today, review_due_on: reviewDueOn })
    await lift(tx, it, 'complaint')
    await lay(tx, it, { stage: 'complaint-review', clause: '6.23', holder: it.assignee, dueOn: reviewDueOn })
  },
}

async function layNumber(tx: Tx, it: Appeal): Promise<void> {
  const dueOn = await termFrom(tx, 'appeal.crime.number', tx.today)
  await lay(tx, it, { stage: 'crime-number', clause: '6.17', holder: it.assignee, dueOn })
}

const mayLeave = (it: Document): boolean => !it.sealDemanded || it.sealedAt !== null

/** Under the code at once where the applicant came by the public page; everything else is posted by hand, and lies on a desk till then. */
async function handOut(tx: Tx, it: Appeal, papers: readonly store.Paper[]): Promise<void> {
  let waits = false
  for (const paper of papers) {
    const document = await documentRecord.find(tx, paper.document, false)
    if (document?.state !== 'signed') continue
    const isForPortal = paper.role === 'notice' && it.channel === 'portal'
    if (isForPortal && mayLeave(document)) await dispatchDocument(tx, document.id, 'portal')
    else waits = true
  }
  const dueOn = tx.calendar.nextWorking(tx.today)
  if (waits) await lay(tx, it, { stage: 'post', clause: '15', holder: it.assignee, dueOn })
}

/** A paper of a path was signed, or sealed after its signature. */
export const noteSigned = command(shapes.noteSigned, {
  ...asHouse,
  run: async ({ input, subject: it, tx }) => {
    const paper = await store.findPaper(tx, input.document)
    const path = paper && (await store.findPath(tx, paper.path))
    const document = await documentRecord.find(tx, input.document, false)
    if (!paper || !path || !document?.signed || !document.number) return {}
    const isNew = paper.signedOn === null
    const signed = { ...paper, number: document.number, signedOn: document.signed.on }
    if (isNew) await store.changePaper(tx, paper.document, { number: signed.number, signed_on: signed.signedOn })
    if (path.state === 'dropped' || path.state === 'declined') return {}
    const papers = await store.papersOf(tx, [path.id])
    if (papers.some(({ signedOn }) => signedOn === null)) return {}
    if (isNew && path.state === 'begun') await effects[path.kind](tx, it, path, signed)
    await handOut(tx, it, papers)
    await sync(tx, it.id)
    return {}
  },
})

/** The day on which the applicant was told the preliminary decision; its terms begin here. */
async function tellDecision(tx: Tx, it: Appeal, path: string): Promise<void> {
  const objectionsUntil = await termFrom(tx, 'appeal.hearing.objections', tx.today)
  const noticed = await termFrom(tx, 'appeal.hearing.notice', tx.today)
  const after = tx.calendar.addWorkingDays(objectionsUntil, 1)
  const freeFrom = noticed > after ? noticed : after
  await store.changeHearing(tx, path, {
    told_on: tx.today,
    objections_until: objectionsUntil,
    free_from: freeFrom,
  })
  await markHeard(tx, it, freeFrom)
  await lift(tx, it, 'hearing')
}

const isTold = (kind: string): kind is keyof typeof handedOver => Object.hasOwn(handedOver, kind)

/** A paper has left the house. A notice is the applicant's from now on, whichever way it went. */
export const noteGiven = command(shapes.noteGiven, {
  ...asHouse,
  run: async ({ input, subject: it, tx }) => {
    const paper = await store.findPaper(tx, input.document)
    const path = paper && (await store.findPath(tx, paper.path))
    const document = await documentRecord.find(tx, input.document, false)
    if (!paper || !path || paper.givenOn || !document?.signed || !document.number) return {}
    await store.changePaper(tx, paper.document, { given_on: tx.today })
    if (paper.role === 'notice' && isTold(path.kind)) {
      await giveToApplicant(tx, it, {
        by: document.signed.by,
        text: handedOver[path.kind][it.language],
        file: document.signed.file,
        name: `${document.number.replaceAll('/', '-')}.pdf`,
      })
    }
    if (path.kind === 'hearing' && path.state === 'begun') await tellDecision(tx, it, path.id)
    if (path.kind === 'extension' && !(await store.pendingPapers(tx, it.id, 'extension')).length)
      await lift(tx, it, 'extension-notice')
    if (!(await store.pendingPapers(tx, it.id, null)).length) await lift(tx, it, 'post')
    await sync(tx, it.id)
    return {}
  },
})

/** The desk follows the appeal: what its former assignee had to do on the paths is now the new one's. */
export const followAssignee = command(shapes.followAssignee, {
  ...asHouse,
  run: async ({ input, subject: it, tx }) => {
    const stages = ['forward', 'extension-notice', 'hearing', 'transfer', 'crime-number', 'post']
    for (const stage of stages) await moveDuty(tx, { ...onAppeal(it), stage }, { holder: input.to })
    return {}
  },
})

/** An end closes all that was due on the appeal. What outlives it is laid anew, what it made idle is given up. */
export const settleOpen = command(shapes.settleOpen, {
  ...asHouse,
  run: async ({ subject: it, tx }) => {
    if (it.doneOn === null) return {}
    for (const { id, kind, state, whole } of await store.pathsOf(tx, it.id)) {
      if (state !== 'asked' && state !== 'begun') continue
      if (kind === 'hearing') await store.changePath(tx, id, { state: 'done', done_on: tx.today })
      else if (kind !== 'complaint' && !(kind === 'transfer' || (kind === 'forwarding' && !whole)))
        await store.changePath(tx, id, { state: 'dropped' })
    }
    await sync(tx, it.id)
    await layOutliving(tx, it)
    return {}
  },
})

async function layOutliving(tx: Tx, it: Appeal): Promise<void> {
  const again = { holder: it.assignee, clause: '6.23' } as const
  for (const [kind, stage, clause] of [
    ['transfer', 'transfer', '6.17'],
    ['forwarding', 'forward', '6.23'],
  ] as const) {
    const path = await store.openPath(tx, it.id, kind)
    if (path?.dueOn) await lay(tx, it, { ...again, stage, clause, dueOn: path.dueOn })
  }
  const extensions = await store.pendingPapers(tx, it.id, 'extension')
  if (extensions.length) {
    const { extensions: kept } = await store.detailsOf(
      tx,
      extensions.map(({ path }) => path),
    )
    const [first] = kept.flatMap(({ notice_due_on }) => notice_due_on ?? []).sort()
    if (first) await lay(tx, it, { ...again, stage: 'extension-notice', dueOn: first })
  }
  if (await store.unnumberedTransfer(tx, it.id)) await layNumber(tx, it)
  const signed = (await store.pendingPapers(tx, it.id, null)).filter(({ signedOn }) => signedOn)
  if (signed.length) await handOut(tx, it, signed)
}

interface About {
  kind: string
  id: string
}

const isOurs = ({ about, template }: Record<string, unknown>): boolean =>
  (about as About | undefined)?.kind === 'appeal' && typeof template === 'string' && Object.hasOwn(subjects, template)

const onPaper = (on: string, perform: Reaction['perform']): Reaction => ({
  on,
  perform,
  when: isOurs,
  input: ({ about, documentId }) => ({ id: (about as About).id, document: documentId }),
})

export const reactions: readonly Reaction[] = [
  onPaper('documents.signed', noteSigned),
  onPaper('documents.sealed', noteSigned),
  onPaper('documents.sent', noteGiven),
  { on: 'appeals.assigned', perform: followAssignee, input: ({ id, to }) => ({ id, to }) },
  { on: 'appeals.answered', perform: settleOpen, input: ({ id }) => ({ id }) },
  { on: 'appeals.ended', perform: settleOpen, input: ({ id }) => ({ id }) },
]
