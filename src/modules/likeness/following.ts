// What the house does by itself: takes the print of what came in, and answers the joined appeals with their first.
import { command, type Tx } from '../../kernel/operation.ts'
import type { Reaction } from '../../kernel/module.ts'
import { permit } from '../../kernel/rules.ts'
import { answerAlong, appealRecord, deliverAlong, reopenWork } from '../appeals/index.ts'
import { documentRecord } from '../documents/index.ts'
import * as shapes from './contract.ts'
import { authorMarks, namedSound, numbersOf, printOf } from './prints.ts'
import * as store from './store.ts'

const house = permit<unknown>(
  '6.23',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  (actor) => actor.kind === 'system',
)
const inner = { clauses: ['6.23'], rules: [house], inner: true } as const

const print = async (tx: Tx, appeal: string): Promise<void> => {
  const { body, person, author } = await store.contentOf(tx, appeal)
  await store.keepPrint(tx, {
    appeal,
    ...printOf(body),
    authors: author ? authorMarks(tx.house.pepper, author) : [],
    numbers: numbersOf(body),
    named: namedSound(person),
  })
}

export const makePrint = command(shapes.makePrint, {
  ...inner,
  record: appealRecord,
  run: async ({ subject, tx }) => {
    await print(tx, subject.id)
    return {}
  },
})

/** What came by another way, or before this room was there. */
export const makePrints = command(shapes.makePrints, {
  ...inner,
  run: async ({ tx }) => {
    const ids = await store.withoutPrint(tx, 1_000)
    for (const id of ids) await print(tx, id)
    return { made: ids.length }
  },
})

/** The first was answered, or its answer was given: the same goes for whatever is joined to it. */
export const followFirst = command(shapes.followFirst, {
  ...inner,
  record: appealRecord,
  run: async ({ subject, tx }) => {
    const document = subject.reply ? await documentRecord.find(tx, subject.reply, false) : undefined
    if (!document?.signed || !document.number || !subject.doneOn) return {}
    const reply = { document: document.id, number: document.number, on: document.signed.on, file: document.signed.file }
    for (const { id } of await store.joinedTo(tx, subject.id)) {
      await answerAlong(tx, id, reply)
      await store.copyResult(tx, subject.id, id)
      if (subject.state === 'delivered') await deliverAlong(tx, id, reply)
    }
    return {}
  },
})

const assigned = 'Орындаушыға тапсырылды'
const ended = 'Бірінші өтініш жауапсыз аяқталды'

/** Whoever gives a joined appeal to an employee wants it considered by itself. */
export const splitAssigned = command(shapes.splitAssigned, {
  ...inner,
  record: appealRecord,
  run: async ({ subject, tx }) => {
    if (await store.endJoin(tx, subject.id, assigned)) await reopenWork(tx, subject.id)
    return {}
  },
})

/** A first that was closed, forwarded or withdrawn answers nobody: the joined ones are on the desk again. */
export const tidy = command(shapes.tidy, {
  ...inner,
  run: async ({ tx }) => {
    const ids = await store.leftAlone(tx, 500)
    for (const id of ids) {
      await store.endJoin(tx, id, ended)
      await reopenWork(tx, id)
    }
    return { released: ids.length }
  },
})

export const reactions: readonly Reaction[] = [
  { on: 'appeals.submitted', perform: makePrint, input: ({ id }) => ({ id }) },
  { on: 'appeals.answered', perform: followFirst, input: ({ id }) => ({ id }) },
  { on: 'appeals.delivered', perform: followFirst, input: ({ id }) => ({ id }) },
  { on: 'appeals.assigned', perform: splitAssigned, input: ({ id }) => ({ id }) },
  { on: 'appeals.closed', perform: tidy, input: () => ({}) },
  { on: 'appeals.redirected', perform: tidy, input: () => ({}) },
  { on: 'appeals.ended', perform: tidy, input: () => ({}) },
]
