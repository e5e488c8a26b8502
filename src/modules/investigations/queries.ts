// What is read of investigations: the list, one with its course, who may join the team, the verdicts, the choices of the form.
import { daysLeft } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { bodyKindTitles, partiesOn } from '../incoming/index.ts'
import { captionOfEmployees, unitsOn } from '../org/index.ts'
import * as shapes from './contract.ts'
import * as lists from './list-store.ts'
import { investigationRecord } from './records.ts'
import * as rules from './rules.ts'
import { candidatesFor, conflictOf } from '../conflicts/index.ts'
import { verdictsLeft } from '../superiors/index.ts'

export const nobody: Text = { kk: '—', ru: '—', en: '—' }

export const unitNames = async (tx: Tx): Promise<ReadonlyMap<string, Text>> =>
  new Map((await unitsOn(tx, tx.today)).map(({ id, name }) => [id, name]))

export const termOf = (tx: Tx, it: { from: Day | null; dueOn: Day | null; doneOn: Day | null }) =>
  it.from && it.dueOn
    ? {
        dueOn: it.dueOn,
        left: daysLeft(tx.calendar, tx.today, it.dueOn),
        total: Math.max(1, tx.calendar.workingDaysBetween(it.from, it.dueOn)),
        doneOn: it.doneOn,
      }
    : null

export const listInvestigations = query(shapes.listInvestigations, {
  clauses: ['6.21', '6.22', '5.15'],
  rules: [rules.lists],
  run: async ({ input, tx }) => {
    const { rows, ...count } = await lists.page(tx, input, input)
    const units = await unitNames(tx)
    const people = await captionOfEmployees(
      tx,
      rows.map((it) => it.leader_id),
    )
    const persons = await lists.personsOfAll(
      tx,
      rows.map(({ id }) => id),
    )
    return {
      ...count,
      rows: rows.map((it) => ({
        id: it.id,
        number: it.number,
        kind: it.kind,
        state: it.state,
        offence: it.offence,
        allegations: it.allegations.slice(0, 200),
        persons: persons.filter(({ investigation_id }) => investigation_id === it.id).map(({ name }) => name),
        leader: people.get(it.leader_id ?? '') ?? null,
        unit: units.get(it.unit_id) ?? nobody,
        preparedAt: it.prepared_at.toISOString(),
        openedOn: it.opened_on,
        term: termOf(tx, { from: it.opened_on, dueOn: it.due_on, doneOn: it.concluded_on ?? it.ended_on }),
        limitationOn: it.limitation_on,
      })),
    }
  },
})

export const findCandidates = query(shapes.findCandidates, {
  clauses: ['5.15', '5.16', '10'],
  record: investigationRecord,
  rules: [rules.leads],
  run: async ({ subject: it, tx }) => ({
    rows: (await candidatesFor(tx, it))
      .filter(({ id }) => !it.team.includes(id))
      .map((who) => ({ id: who.id, name: who.name, post: who.post, conflict: conflictOf(tx, who) })),
  }),
})

export const investigationChoices = query(shapes.investigationChoices, {
  clauses: ['6.21', '6.22'],
  rules: [rules.lists],
  run: async ({ input, tx }) => {
    const [kind = '', id = ''] = input.about?.split(':') ?? []
    const record = tx.house.registry.records.get(kind)
    const found = await record?.find(tx, id, false)
    return {
      places: (await partiesOn(tx, tx.today))
        .filter(({ kind: of, group }) => of !== 'body' || group === 'court-administration')
        .map((party) => ({
          value: `${party.kind}:${party.id}`,
          name: party.name,
          group:
            party.region ?? (party.kind === 'body' ? bodyKindTitles[party.group as keyof typeof bodyKindTitles] : null),
        })),
      units: (await unitsOn(tx, tx.today))
        .filter(({ kind: of }) => of === 'department' || of === 'territorial')
        .map((unit) => ({ id: unit.id, name: unit.name })),
      verdicts: (await verdictsLeft(tx)).map((it) => ({
        case: it.case_id,
        name: it.name,
        superior: it.superior_id && it.superior_name ? { id: it.superior_id, name: it.superior_name } : null,
        offenceOn: it.offence_on,
        forceOn: it.force_on,
      })),
      about:
        record && found
          ? { caption: record.caption(found), kindTitle: record.title, page: record.page?.(id) ?? null }
          : null,
    }
  },
})
