// What is read of investigations: the list, one with its course, who may join the team, the verdicts, the choices of the form.
import { daysLeft } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { bodyKindTitles, happeningsOf, partiesOn } from '../incoming/index.ts'
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

const told: Readonly<Record<string, Text>> = {
  'investigations.prepare': { kk: 'Дайындалды', ru: 'Подготовлено', en: 'Prepared' },
  'investigations.accept': { kk: 'Ұсыныс қабылданды', ru: 'Предложение принято', en: 'The proposal was taken up' },
  'investigations.open': { kk: 'Басталды', ru: 'Начато', en: 'Opened' },
  'proceedings.extend': { kk: 'Мерзімі ұзартылды', ru: 'Срок продлён', en: 'The term was extended' },
  'investigations.discontinue': { kk: 'Қысқартылды', ru: 'Прекращено', en: 'Discontinued' },
  'investigations.addMember': { kk: 'Топқа қосылды', ru: 'Включён в группу', en: 'Somebody joined the team' },
  'investigations.replaceMember': { kk: 'Топ мүшесі ауыстырылды', ru: 'Участник заменён', en: 'A member was replaced' },
  'investigations.recuse': {
    kk: 'Мүше өздігінен бас тартты',
    ru: 'Участник заявил самоотвод',
    en: 'A member withdrew',
  },
  'proceedings.planStep': { kk: 'Жоспарға қадам қосылды', ru: 'В план добавлен шаг', en: 'A step was planned' },
  'proceedings.finishStep': { kk: 'Қадам орындалды', ru: 'Шаг исполнен', en: 'A step was done' },
  'proceedings.suspend': {
    kk: 'Лауазымнан уақытша шеттету тіркелді',
    ru: 'Отмечено отстранение от должности',
    en: 'A suspension from office was recorded',
  },
  'verdicts.propose': {
    kk: 'Үкімнен кейін ұсынылды',
    ru: 'Предложено после приговора',
    en: 'Proposed after the verdict',
  },
}

export const readInvestigationTimeline = query(shapes.readInvestigationTimeline, {
  clauses: ['5.15', '5.16'],
  record: investigationRecord,
  rules: [rules.worksOnIt],
  run: async ({ subject: it, tx }) => ({ rows: await happeningsOf(tx, [it.id], told) }),
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
