// The head's decisions on who is shut out, and recusal. Every one is a record with its reason, and an entry of the journal.
import { invalidField } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import { appealRecord } from '../appeals/index.ts'
import { documentRecord } from '../documents/index.ts'
import { captionOfEmployees, employeeRecord, headOn } from '../org/index.ts'
import * as shapes from './contract.ts'
import { clearAppeal, clearDocument, keeperOf } from './desk.ts'
import * as rules from './rules.ts'
import { watchDoubts } from './sifting.ts'
import * as store from './store.ts'

const nobody = { kk: '—', ru: '—', en: '—' }

const notTheOne = (): Refusal =>
  new Refusal(
    'forbidden',
    {
      kk: 'Бұл өтініш бойынша меңгеруші шешеді. Орынбасары меңгерушінің өзі аталғанда ғана шешеді.',
      ru: 'По этому обращению решает заведующий. Заместитель решает, только если назван сам заведующий.',
      en: 'The head decides on this appeal. The deputy decides only where the head is the one named.',
    },
    { clause: '5.16' },
  )

const mustDecide = async (tx: Tx, record: string): Promise<void> => {
  if ((await keeperOf(tx, record)) !== tx.actor.id) throw notTheOne()
}

const wrongState = (): Refusal =>
  new Refusal(
    'wrong-state',
    {
      kk: 'Бұл жазба бойынша шешім қабылданып қойған.',
      ru: 'По этой записи решение уже принято.',
      en: 'This row has been decided already.',
    },
    { clause: '5.16' },
  )

const namesFor = async (tx: Tx, rows: readonly store.ShutoutRow[]): Promise<store.Names> =>
  captionOfEmployees(
    tx,
    rows.flatMap(({ person_id, decided_by }) => [person_id, decided_by]),
  )

const shown = (it: store.ShutoutRow, names: store.Names) => ({
  entry: it.id,
  person: { id: it.person_id, name: names.get(it.person_id) ?? nobody },
  state: it.state,
  ground: it.ground,
  sign: it.sign,
  said: it.said,
  cause: it.cause,
  reason: it.reason,
  at: it.at.toISOString(),
  decision:
    it.decided_at && it.decision
      ? { at: it.decided_at.toISOString(), by: names.get(it.decided_by ?? '') ?? null, reason: it.decision }
      : null,
})

export const listShutouts = query(shapes.listShutouts, {
  clauses: ['5.16', '6.23'],
  record: appealRecord,
  rules: [rules.keeps],
  personal: true,
  run: async ({ subject, actor, tx }) => {
    const rows = await store.rowsOf(tx, subject.id)
    const names = await namesFor(tx, rows)
    return { rows: rows.map((it) => shown(it, names)), decides: (await keeperOf(tx, subject.id)) === actor.id }
  },
})

/** The head sees them all but those about himself; the deputy only those. */
export const listDoubts = query(shapes.listDoubts, {
  clauses: ['5.16'],
  rules: [rules.keeps],
  run: async ({ input, actor, tx }) => {
    const head = (await headOn(tx, tx.today))?.id ?? null
    const { rows, total } = await store.doubts(tx, head === actor.id ? null : head, input)
    const names = await namesFor(tx, rows)
    return {
      rows: rows.map((it) => ({
        ...shown(it, names),
        id: it.record_id,
        number: it.number,
        subject: it.subject,
        page: `/appeals/${it.record_id}`,
      })),
      total,
      capped: false,
    }
  },
})

const ofKeeper = { clauses: ['5.16', '6.23'], record: appealRecord, rules: [rules.keeps] } as const

const stood = (tx: Tx, kind: store.RecordName, id: string, person: string): void =>
  tx.emit('shutout.stood', { id, kind, person })

export const shutOut = command(shapes.shutOut, {
  ...ofKeeper,
  run: async ({ input: { person, reason }, subject, actor, tx }) => {
    await mustDecide(tx, subject.id)
    if (person === actor.id) {
      throw invalidField('person', {
        kk: 'Өзіңізді шектей алмайсыз. Ол үшін өздігіңізден шеттеліңіз.',
        ru: 'Отстранить самого себя нельзя. Для этого возьмите самоотвод.',
        en: 'You cannot shut yourself out. Recuse yourself instead.',
      })
    }
    if (!(await employeeRecord.find(tx, person, false))) {
      throw invalidField('person', {
        kk: 'Мұндай қызметкер жоқ.',
        ru: 'Такого работника нет.',
        en: 'There is no such employee.',
      })
    }
    await store.stand(tx, { kind: 'appeal', record: subject.id, person, ground: 'by-hand', reason })
    await watchDoubts(tx, subject)
    tx.note({ person, reason })
    stood(tx, 'appeal', subject.id, person)
    return {}
  },
})

const entryOn = async (
  tx: Tx,
  record: string,
  entry: string,
  states: readonly shapes.ShutoutState[],
): Promise<store.ShutoutRow> => {
  await mustDecide(tx, record)
  const row = await store.findRow(tx, record, entry)
  if (!row) throw unknownRecord()
  if (!states.includes(row.state)) throw wrongState()
  return row
}

export const confirmShutout = command(shapes.confirmShutout, {
  ...ofKeeper,
  run: async ({ input: { entry, reason }, subject, tx }) => {
    const row = await entryOn(tx, subject.id, entry, ['doubtful'])
    await store.decide(tx, entry, 'standing', reason)
    await watchDoubts(tx, subject)
    tx.note({ person: row.person_id, reason })
    return {}
  },
})

/** The row says why not; from then on the person sees the appeal again. */
export const refuseShutout = command(shapes.refuseShutout, {
  ...ofKeeper,
  run: async ({ input: { entry, reason }, subject, tx }) => {
    const row = await entryOn(tx, subject.id, entry, ['doubtful'])
    await store.decide(tx, entry, 'refused', reason)
    await store.allow(tx, subject.id, row.person_id)
    await watchDoubts(tx, subject)
    tx.note({ person: row.person_id, reason })
    return {}
  },
})

export const liftShutout = command(shapes.liftShutout, {
  ...ofKeeper,
  run: async ({ input: { entry, reason }, subject, tx }) => {
    const row = await entryOn(tx, subject.id, entry, ['standing'])
    await store.decide(tx, entry, 'lifted', reason)
    await store.allow(tx, subject.id, row.person_id)
    tx.note({ person: row.person_id, reason })
    return {}
  },
})

/** Accepted at once: nobody is made to work on what he says he cannot judge fairly. The head may only reinstate, with a reason. */
export const recuse = command(shapes.recuse, {
  clauses: ['5.16', '6.23'],
  record: appealRecord,
  rules: [rules.worksOnIt, rules.workIsOver],
  run: async ({ input: { cause, reason }, subject, actor, tx }) => {
    await store.stand(tx, { kind: 'appeal', record: subject.id, person: actor.id, ground: 'recused', cause, reason })
    tx.note({ cause, reason })
    stood(tx, 'appeal', subject.id, actor.id)
    return {}
  },
})

/** A document about an appeal is the appeal's matter: whoever recuses himself from the one is shut out of both. */
export const recuseFromDocument = command(shapes.recuseFromDocument, {
  clauses: ['5.16'],
  record: documentRecord,
  rules: [rules.worksOnIt],
  run: async ({ input: { cause, reason }, subject, actor, tx }) => {
    const { about } = subject
    const [kind, record] =
      about.kind === 'appeal' ? (['appeal', about.id] as const) : (['document', subject.id] as const)
    await store.stand(tx, { kind, record, person: actor.id, ground: 'recused', cause, reason })
    tx.note({ cause, reason })
    stood(tx, kind, record, actor.id)
    return {}
  },
})

export const liftFromDocument = command(shapes.liftFromDocument, {
  clauses: ['5.16'],
  record: documentRecord,
  rules: [rules.keeps],
  run: async ({ input: { person, reason }, subject, tx }) => {
    await mustDecide(tx, subject.id)
    const row = (await store.rowsOf(tx, subject.id)).find((it) => it.person_id === person && it.state === 'standing')
    if (!row) throw unknownRecord()
    await store.decide(tx, row.id, 'lifted', reason)
    await store.allow(tx, subject.id, person)
    tx.note({ person, reason })
    return {}
  },
})

/** A reaction to somebody's being shut out: the work goes back to the chief's desk, and the clock goes on. */
export const clearDesk = command(shapes.clearDesk, {
  clauses: ['5.16', '6.23'],
  rules: [rules.isHouse],
  inner: true,
  run: async ({ input: { id, kind, person }, tx }) => {
    tx.about(kind, id)
    if (kind === 'appeal') {
      const it = await appealRecord.find(tx, id, true)
      if (it) {
        await clearAppeal(tx, it, person)
        await watchDoubts(tx, it)
      }
      return {}
    }
    const it = await documentRecord.find(tx, id, true)
    if (it) await clearDocument(tx, it, person)
    return {}
  },
})
