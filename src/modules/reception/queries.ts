// What is read of receptions: the sheet of a day, the list, one card, and the reception behind an appeal.
import { daysLeft } from '../../kernel/calendar.ts'
import { iinWarnings } from '../../kernel/identifiers.ts'
import { query } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { appealRecord } from '../appeals/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import * as shapes from './contract.ts'
import * as plan from './plan-store.ts'
import { chosenUnit, postsIn, unitsOf } from './planning.ts'
import { receptionRecord } from './record.ts'
import * as rules from './rules.ts'
import { hoursOn, slotsOn } from './slots.ts'
import * as store from './store.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }

/** Names of those who come stand here, so the reading is an entry. */
export const readDay = query(shapes.readDay, {
  clauses: ['6.23', '5.16'],
  rules: [rules.sees],
  personal: true,
  run: async ({ input, actor, tx }) => {
    const units = await unitsOf(tx)
    const unit = chosenUnit(units, input.unit)
    const on = input.on ?? tx.today
    const visits = await store.visitsOn(tx, unit, on)
    const desks = []
    for (const post of postsIn(await plan.kindOf(tx, unit))) {
      const known = await plan.knownOf(tx, { unit, post }, on, on)
      const [receiver] = known.receivers
      const closed = await plan.closedOn(tx, { unit, post }, on)
      desks.push({
        post,
        receiver: receiver ? { name: receiver.name, acting: receiver.acting } : null,
        hours: hoursOn(on, known),
        closed: closed?.reason ?? null,
        free: receiver ? slotsOn(on, known).map(({ at }) => at) : [],
        visits: visits
          .filter(({ post_code }) => post_code === post)
          .map((it) => ({
            ...{ id: it.id, number: it.number, at: it.at_time, state: it.state },
            ...{ walkIn: it.walk_in, name: it.name, about: it.about },
          })),
      })
    }
    tx.note({ unit, on, visits: visits.length })
    return {
      ...{ on, unit, units, desks, mayKeep: actor.powers.has('reception.keep') },
      dayOff: tx.calendar.isWorking(on) ? null : tx.calendar.why(on),
    }
  },
})

type Row = Awaited<ReturnType<typeof store.listRows>>['rows'][number]

const shown = (units: ReadonlyMap<string, Text>) => (it: Row) => ({
  ...{ id: it.id, number: it.number, state: it.state, unit: units.get(it.unit_id) ?? nobody, post: it.post_code },
  ...{ on: it.on_day, at: it.at_time, walkIn: it.walk_in },
  ...{ promiseDueOn: it.promise_due_on, promiseDone: it.promise_done_at !== null },
})

/** No name stands in a row, so a list is no entry of the journal; the card is. */
export const listReceptions = query(shapes.listReceptions, {
  clauses: ['6.23', '5.14'],
  rules: [rules.sees],
  run: async ({ input: { page, size, sort, ...asked }, tx }) => {
    const { rows, ...count } = await store.listRows(tx, asked, sort, page, size)
    const units = new Map((await unitsOf(tx)).map(({ id, name }) => [id, name]))
    return { rows: rows.map(shown(units)), ...count }
  },
})

export const openReception = query(shapes.openReception, {
  clauses: ['6.23', '5.16'],
  record: receptionRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject, tx }) => {
    const it = await store.readReception(tx, subject.id)
    const visitor = await store.readVisitor(tx, subject.id)
    const desk = { unit: it.unit_id, post: it.post_code }
    const [receiver] = await plan.receiversOf(tx, desk, it.on_day, it.on_day)
    const names = await captionOfEmployees(tx, [it.held_by])
    const units = new Map([[it.unit_id, await plan.unitName(tx, it.unit_id)]])
    const heldOn = it.held_at && tx.calendar.nextWorking(it.on_day)
    return {
      ...shown(units)(it),
      ...{ version: it.version, minutes: it.minutes, place: it.place, language: it.language, about: it.about },
      ...{ visitor, warnings: visitor.iin ? [...iinWarnings(visitor.iin)] : [], notice: it.notice },
      receiver: receiver ? { name: receiver.name, acting: receiver.acting } : null,
      bookedAt: it.booked_at.toISOString(),
      card:
        it.held_at && it.asked && it.answered
          ? {
              ...{ heldAt: it.held_at.toISOString(), by: names.get(it.held_by ?? '') ?? nobody },
              ...{ asked: it.asked, answered: it.answered },
            }
          : null,
      promise:
        it.promise && it.promise_due_on && heldOn
          ? {
              ...{ text: it.promise, dueOn: it.promise_due_on, result: it.promise_result },
              left: daysLeft(tx.calendar, tx.today, it.promise_due_on),
              total: tx.calendar.workingDaysBetween(heldOn, it.promise_due_on),
              doneAt: it.promise_done_at?.toISOString() ?? null,
            }
          : null,
      appeal: it.appeal_id,
    }
  },
})

export const receptionOfAppeal = query(shapes.receptionOfAppeal, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.readsAppeal],
  run: async ({ subject, tx }) => {
    const it = await store.ofAppeal(tx, subject.id)
    return { reception: it ? { id: it.id, number: it.number, on: it.on_day } : null }
  },
})
