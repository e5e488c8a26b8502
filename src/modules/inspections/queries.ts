// What is read of inspections beside the page itself: the list, the timeline, files, who may join the team, the choices of the form.
import { daysLeft } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { readFile } from '../../kernel/files/index.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { conflictOf } from '../conflicts/index.ts'
import { happeningsOf, partiesOn } from '../incoming/index.ts'
import { captionOfEmployees, unitsOn } from '../org/index.ts'
import * as shapes from './contract.ts'
import { filesOf } from './files-store.ts'
import * as lists from './list-store.ts'
import { inspectionRecord } from './records.ts'
import * as rules from './rules.ts'
import type { Kept } from './store.ts'
import { told } from './told.ts'
import { colleaguesFor } from './weighing.ts'

export const nobody: Text = { kk: '—', ru: '—', en: '—' }

export const unitNames = async (tx: Tx): Promise<ReadonlyMap<string, Text>> =>
  new Map((await unitsOn(tx, tx.today)).map(({ id, name }) => [id, name]))

export const clockOf = (tx: Tx, it: { from: Day; dueOn: Day; doneOn: Day | null }) => ({
  dueOn: it.dueOn,
  left: daysLeft(tx.calendar, tx.today, it.dueOn),
  total: Math.max(1, tx.calendar.workingDaysBetween(it.from, it.dueOn)),
  doneOn: it.doneOn,
})

/** What a row of the list and the head of the page say alike. */
export const briefOf = (tx: Tx, it: Kept) => ({
  id: it.id,
  number: it.number,
  state: it.state,
  body: { id: it.body_id, name: it.body_name },
  preparedAt: it.prepared_at.toISOString(),
  startsOn: it.starts_on,
  endsOn: it.ends_on,
  term: it.opened_on
    ? clockOf(tx, { from: it.starts_on, dueOn: it.ends_on, doneOn: it.drawn_on ?? it.ended_on })
    : null,
})

export const listInspections = query(shapes.listInspections, {
  clauses: ['5.10', '5.15'],
  rules: [rules.lists],
  run: async ({ input, tx }) => {
    const { rows, ...count } = await lists.page(tx, input, input)
    const units = await unitNames(tx)
    const people = await captionOfEmployees(
      tx,
      rows.map((it) => it.leader_id),
    )
    return {
      ...count,
      rows: rows.map((it) => ({
        ...briefOf(tx, it),
        aim: it.aim.slice(0, 200),
        leader: people.get(it.leader_id ?? '') ?? null,
        unit: units.get(it.unit_id) ?? nobody,
        halted: it.halted_on !== null && it.ended_on === null,
        remedies: { all: it.remedies, judged: it.remedies - it.remedies_open },
      })),
    }
  },
})

export const readInspectionTimeline = query(shapes.readInspectionTimeline, {
  clauses: ['5.15', '5.16'],
  record: inspectionRecord,
  rules: [rules.worksOnIt],
  run: async ({ subject: it, tx }) => ({
    rows: await happeningsOf(tx, [it.id], told, new Set(['inspections.noteAuthority'])),
  }),
})

export const takeInspectionFile = query(shapes.takeInspectionFile, {
  clauses: ['5.15', '5.16'],
  record: inspectionRecord,
  rules: [rules.worksOnIt],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const known = (await filesOf(tx, subject.id)).some(({ file_id }) => file_id === input.file)
    if (!known) throw unknownRecord()
    tx.note({ file: input.file })
    return readFile(tx, input.file)
  },
})

export const findColleagues = query(shapes.findColleagues, {
  clauses: ['5.15', '5.16', '10'],
  record: inspectionRecord,
  rules: [rules.leads],
  run: async ({ subject: it, tx }) => ({
    rows: (await colleaguesFor(tx, it.id))
      .filter(({ id }) => !it.team.includes(id))
      .map((who) => ({ id: who.id, name: who.name, post: who.post, conflict: conflictOf(tx, who) })),
  }),
})

export const inspectionChoices = query(shapes.inspectionChoices, {
  clauses: ['5.10'],
  rules: [rules.lists],
  run: async ({ tx }) => {
    const parties = await partiesOn(tx, tx.today)
    const departments = parties.filter(({ kind, group }) => kind === 'body' && group === 'court-administration')
    const days = tx.parameter('inspection.days')
    return {
      bodies: departments.map(({ id, name }) => ({ id, name })),
      units: (await unitsOn(tx, tx.today))
        .filter(({ kind: of }) => of === 'department' || of === 'territorial')
        .map(({ id, name }) => ({ id, name })),
      days: days.value,
      doubtful: days.confidence === 'unverified',
    }
  },
})
