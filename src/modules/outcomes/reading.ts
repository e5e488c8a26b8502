// The outcome as its tab shows it: decisions and what followed by person, the checklist of clause 13, transfers, what is open yet.
import type { z } from 'zod'
import { daysLeft } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import { standing, type Forbid } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { filesOf, reviewerOf, type Part } from '../conclusions/index.ts'
import { documentsAbout } from '../documents/index.ts'
import { bodyKindTitles, partiesOn } from '../incoming/index.ts'
import { investigationRecord, mayWork } from '../investigations/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import * as shapes from './contract.ts'
import { knownOf, transfersOf, type Decision } from './decisions-store.ts'
import { closingGates, decisionGates } from './gates.ts'
import { checklistOf, closingOf, limitationOn, matterOf, onPerson, type Matter } from './matter.ts'
import * as rules from './rules.ts'
import { enforcing } from './transferring.ts'

type Page = z.input<typeof shapes.readOutcome.output>
type OnPage = Page['people'][number]

const nobody: Text = { kk: '—', ru: '—', en: '—' }

interface Reading {
  tx: Tx
  matter: Matter
  name: (id: string | null) => Text
  files: Awaited<ReturnType<typeof filesOf>>
  works: boolean
}

const filesFor = ({ files }: Reading, of: string, ...parts: readonly Part[]) =>
  files.filter((it) => it.of === of && parts.includes(it.part)).map(({ file }) => file)

const termOf = (tx: Tx, from: Day, dueOn: Day, doneOn: Day | null) => ({
  dueOn,
  left: daysLeft(tx.calendar, tx.today, dueOn),
  total: Math.max(1, tx.calendar.workingDaysBetween(from, dueOn)),
  doneOn,
})

const against = <T>(tx: Tx, gates: readonly Forbid<T>[], it: T): Page['unclosed'] =>
  gates.filter((gate) => standing([gate], tx.actor, it, tx) !== null).map(({ clause, why: says }) => ({ clause, says }))

function decisionFor(reading: Reading, row: Decision): OnPage['decisions'][number] {
  return {
    id: row.id,
    body: row.body,
    bodyName: row.body_name,
    number: row.number,
    decidedOn: row.decided_on,
    measure: row.measure,
    standing: row.standing,
    words: row.words,
    doubtful: row.doubtful,
    by: reading.name(row.by),
    order: row.order_number && row.executed_on ? { number: row.order_number, on: row.executed_on } : null,
    lapsesOn: row.lapses_on,
    lapseDoubtful: row.lapse_doubtful ?? false,
    lapsedOn: row.lapsed_on,
    annulledOn: row.annulled_on,
    appeals: reading.matter.appeals
      .filter(({ decision_id }) => decision_id === row.id)
      .map((it) => ({
        id: it.id,
        filedOn: it.filed_on,
        filedWith: it.filed_with,
        result: it.result,
        resultOn: it.result_on,
        resultNumber: it.result_number,
        words: it.words,
        files: filesFor(reading, it.id, 'appeal', 'appeal-result'),
      })),
    files: filesFor(reading, row.id, 'decision', 'execution'),
  }
}

async function checklistFor(reading: Reading, person: string): Promise<OnPage['checklist']> {
  const { tx, matter, name } = reading
  const { rows, unticked, notice, gone } = checklistOf(matter, person, await matter.toCopy())
  return {
    materials: rows.map(({ material: { kind, id, caption, group }, copy }) => ({
      kind,
      id,
      caption,
      group,
      page: tx.house.registry.records.get(kind)?.page?.(id) ?? null,
      copied: copy?.copied ?? null,
      reason: copy?.reason ?? null,
    })),
    unticked,
    notice: notice && {
      way: notice.way,
      number: notice.number,
      on: notice.gone_on,
      head: name(notice.head_id),
      copies: gone,
      files: filesFor(reading, notice.id, 'notice'),
    },
  }
}

/** What would stand against a penalty of the usual body, were it recorded today. */
function againstPenalty({ tx }: Reading, seen: Awaited<ReturnType<typeof onPerson>>): Page['unclosed'] {
  const body = seen.judge ? 'judicial-jury' : 'disciplinary-commission'
  return against(tx, decisionGates, { ...seen, body, decided: 'reprimand' as const })
}

function superiorFor(reading: Reading, person: string): OnPage['superior'] {
  const it = reading.matter.superiors.find(({ person_id }) => person_id === person)
  return it
    ? {
        liable: it.liable,
        resignation: it.resignation,
        filedOn: it.filed_on,
        dueOn: it.due_on,
        doubtful: it.doubtful,
        words: it.words,
        by: reading.name(it.by),
        files: filesFor(reading, person, 'superior'),
      }
    : null
}

async function personFor(reading: Reading, person: { id: string; name: Text }): Promise<OnPage> {
  const { tx, matter, works } = reading
  const { id } = person
  const seen = await onPerson(tx, matter, id)
  const { judge, territorial } = seen
  const limitation = await limitationOn(tx, matter, id)
  return {
    ...person,
    judge,
    territorial,
    limitation: {
      on: limitation.on,
      doubtful: limitation.doubtful,
      past: limitation.on !== null && limitation.on < tx.today,
    },
    checklist: works && territorial ? await checklistFor(reading, id) : null,
    decisions: matter.decisions.filter(({ person_id }) => person_id === id).map((row) => decisionFor(reading, row)),
    against: works && matter.it.openedOn ? againstPenalty(reading, seen) : [],
    superior: superiorFor(reading, id),
  }
}

/** Each sentence once, of whomever it is said. */
function unclosedFor({ tx, matter }: Reading): Page['unclosed'] {
  const rows = matter.it.persons.flatMap(({ id }) => against(tx, closingGates, closingOf(matter, id)))
  return [...new Map(rows.map((row) => [row.says.kk, row])).values()]
}

async function transfersFor(reading: Reading): Promise<Page['transfers']> {
  const { tx, matter, works } = reading
  return (await transfersOf(tx, matter.it.id)).map((row) => ({
    id: row.id,
    body: row.body_name,
    number: row.number,
    sentOn: row.sent_on,
    what: works ? row.what : '',
    term: termOf(tx, row.sent_on, row.due_on, row.answered_on),
    doubtful: row.doubtful,
    answer: row.answer,
    answeredOn: row.answered_on,
    registerNumber: row.register_number,
    words: works ? row.answer_words : null,
    files: filesFor(reading, row.id, 'transfer', 'answer'),
  }))
}

export const readOutcome = query(shapes.readOutcome, {
  clauses: ['6.21', '6.22', '5.15', '5.16', '13', '6.17'],
  record: investigationRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, actor, tx }): Promise<Page> => {
    const matter = await matterOf(tx, it)
    const works = mayWork(actor, it) || (await reviewerOf(tx, it.id)) === actor.id
    const by = [matter.decisions, matter.superiors].flatMap((rows) => rows.map((row) => row.by))
    const names = await captionOfEmployees(tx, [...by, ...matter.notices.map(({ head_id }) => head_id)])
    const reading: Reading = {
      tx,
      matter,
      works,
      name: (id) => names.get(id ?? '') ?? nobody,
      files: works ? await filesOf(tx, it.id) : [],
    }
    const people: OnPage[] = []
    for (const person of it.persons) people.push(await personFor(reading, person))
    return {
      id: it.id,
      version: it.version,
      superiorCase: it.kind === 'superior',
      state: it.state,
      brief: !works,
      people,
      transfers: await transfersFor(reading),
      unclosed: works && it.state === 'reviewed' ? unclosedFor(reading) : [],
    }
  },
})

export const outcomeChoices = query(shapes.outcomeChoices, {
  clauses: ['6.17', '6.21', '13'],
  record: investigationRecord,
  rules: [rules.worksOnIt],
  run: async ({ subject: it, tx }) => ({
    bodies: (await partiesOn(tx, tx.today))
      .filter(({ kind, group }) => kind === 'body' && enforcing.includes(group))
      .map(({ id, name, group }) => ({ id, name, group: bodyKindTitles[group as keyof typeof bodyKindTitles] })),
    documents: (await documentsAbout(tx, { kind: 'investigation', id: it.id })).flatMap(({ id, number, title }) =>
      number ? [{ id, name: `${number}. ${title}` }] : [],
    ),
  }),
})

/** Clause 5.4: what discredits somebody is studied where an investigation of that person is open to the reader. */
export const knownOutcomes = query(shapes.knownOutcomes, {
  clauses: ['5.4', '5.16'],
  record: investigationRecord,
  rules: [rules.worksOnIt],
  personal: true,
  run: async ({ subject: it, tx }) => ({
    rows: (
      await knownOf(
        tx,
        it.id,
        it.persons.map(({ id }) => id),
      )
    ).map(({ lapsedOn, annulledOn, ...row }) => ({
      ...row,
      inForce: row.measure !== null && row.measure !== 'none' && lapsedOn === null && annulledOn === null,
      page: investigationRecord.page?.(row.investigation) ?? '',
    })),
  }),
})
