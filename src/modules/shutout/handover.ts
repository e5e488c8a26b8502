// The hand-over of a whole desk when a person leaves: seen beforehand, given in one operation, and nothing stays behind.
import { invalidField } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { passAppeal, releaseAppeal } from '../appeals/index.ts'
import { handOverDocuments } from '../documents/index.ts'
import { employeeRecord, headOn, holdersIn } from '../org/index.ts'
import { closeDuty, openDuty } from '../work/index.ts'
import * as shapes from './contract.ts'
import { clearWhole, kindsOnDesks, othersOf, passOthers } from './desk.ts'
import * as desk from './desk-store.ts'
import * as rules from './rules.ts'
import { deniedOf, isDutyOpen } from './store.ts'

const stage = 'hand-over'

export const openDesk = query(shapes.openDesk, {
  clauses: ['5.14', '5.15'],
  record: employeeRecord,
  rules: [rules.handsOver],
  run: async ({ subject, tx }) => ({
    appeals: await desk.appealsOn(tx, subject.id),
    documents: (await desk.draftsOf(tx, subject.id)).map(({ id, number, title, dueOn }) => ({
      id,
      number,
      title,
      dueOn,
    })),
    others: (await othersOf(tx, subject.id)).map(({ kind, ...it }) => ({
      ...it,
      page: tx.house.registry.records.get(kind)?.page?.(it.id) ?? null,
    })),
    duties: (await desk.otherDuties(tx, subject.id, kindsOnDesks(tx))).filter(({ id }) => id !== subject.id),
  }),
})

export const countDesk = query(shapes.countDesk, {
  clauses: ['5.14', '13'],
  record: employeeRecord,
  rules: [rules.keepsPeopleOrLeads],
  run: async ({ subject, tx }) => ({ open: await desk.countDesk(tx, subject.id) }),
})

export const listTakers = query(shapes.listTakers, {
  clauses: ['9.5'],
  record: employeeRecord,
  rules: [rules.handsOver],
  run: async ({ input, subject, tx }) => ({ rows: await desk.takers(tx, input.words ?? '', subject.id) }),
})

const ownWork = {
  kk: 'Істер тапсырушының өзінде қала алмайды. Басқа қызметкерді таңдаңыз.',
  ru: 'Дела не могут остаться у того, кто их сдаёт. Выберите другого работника.',
  en: 'The desk cannot stay with the one who leaves it. Choose another employee.',
}

const end = (tx: Tx, employee: string): Promise<void> => closeDuty(tx, { kind: 'employee', recordId: employee, stage })

/**
 * Everything in the giver's sight goes to those who are chosen; what a taker is shut out of goes to the chief's desk. What a leaver
 * has beyond the giver's sight is taken off the desk by the house, in a reaction. Asked twice, the second finds nothing to move.
 */
export const handOver = command(shapes.handOver, {
  clauses: ['9.5', '5.14'],
  record: employeeRecord,
  rules: [rules.handsOver],
  run: async ({ input, subject, tx }) => {
    const { id: from, to = null, reason } = input
    if (to === from || input.given.some((it) => it.to === from)) throw invalidField('to', ownWork)
    const chosen = new Map(input.given.map((it) => [it.appeal, it.to]))
    const appeals = await desk.appealsOn(tx, from)
    for (const { id } of appeals) {
      const taker = chosen.get(id) ?? to
      if (taker && !(await deniedOf(tx, id)).has(taker)) await passAppeal(tx, id, taker, reason)
      else await releaseAppeal(tx, id)
    }
    const drafts = await desk.draftsOf(tx, from)
    for (const { id, about } of drafts) {
      const taker = (about.kind === 'appeal' && chosen.get(about.id)) || to
      const denied = await deniedOf(tx, id)
      const keeper = (await headOn(tx, tx.today))?.id ?? null
      const next = taker && !denied.has(taker) ? taker : keeper
      if (next && next !== from) await handOverDocuments(tx, about, next, from)
    }
    const others = await passOthers(tx, from, to)
    const duties = (to ? await desk.moveDuties(tx, from, to, null) : 0) + (await desk.moveDuties(tx, from, null, null))
    const moved = { appeals: appeals.length, documents: drafts.length, others, duties }
    if (moved.appeals + moved.documents + others + duties > 0) {
      await desk.keepHandover(tx, { employee: from, to, reason, ...moved })
    }
    await end(tx, from)
    tx.note({ ...moved, to, given: input.given, reason })
    if (subject.leftOn) tx.emit('shutout.handedOver', { id: subject.id })
    return moved
  },
})

export const clearAll = command(shapes.clearAll, {
  clauses: ['5.14', '5.16'],
  record: employeeRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ subject, tx }) => {
    // News may come late: whoever is not leaving keeps what was given since.
    if (!subject.leftOn) return {}
    tx.note({ cleared: await clearWhole(tx, subject.id) })
    await end(tx, subject.id)
    return {}
  },
})

/** Somebody is leaving with work on the desk: the head is to hand it over by the last day, and the ladder reminds. */
export const awaitHandOver = command(shapes.awaitHandOver, {
  clauses: ['5.14', '13'],
  record: employeeRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ subject, tx }) => {
    const { id, leftOn, name } = subject
    if (!leftOn || !(await desk.countDesk(tx, id)) || (await isDutyOpen(tx, id, stage))) return {}
    const [head] = await holdersIn(tx, { codes: ['head'], day: tx.today })
    if (!head) return {}
    await openDuty(tx, {
      kind: 'employee',
      recordId: id,
      stage,
      number: null,
      title: `${name.kk}: істерді тапсыру`,
      clause: '5.14',
      holder: head.id,
      unit: head.unit,
      openedOn: tx.today,
      dueOn: leftOn < tx.today ? tx.today : leftOn,
    })
    return {}
  },
})

/** By night: whoever has left keeps nothing. */
export const clearLeft = command(shapes.clearLeft, {
  clauses: ['5.14'],
  rules: [rules.isHouse],
  inner: true,
  run: async ({ tx }) => {
    const left = await desk.leftWithWork(tx)
    for (const id of left) tx.emit('shutout.handedOver', { id })
    return { cleared: left.length }
  },
})
