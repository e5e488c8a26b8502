// The outcome as its tab shows it: findings and measures by person, study of the materials, the conclusion, decisions, transfers.
import type { z } from 'zod'
import { daysLeft } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import { standing, type Forbid } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { documentRecord, documentsAbout } from '../documents/index.ts'
import { bodyKindTitles, partiesOn } from '../incoming/index.ts'
import { candidatesFor, conflictOf, investigationRecord, mayWork, membersOf } from '../investigations/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import * as shapes from './contract.ts'
import { knownOf, transfersOf, type Decision } from './decisions-store.ts'
import { closingGates, decisionGates, readiness } from './gates.ts'
import { materialsFor, type Material } from './materials.ts'
import {
  checklistOf,
  closingOf,
  findingsOn,
  isJudge,
  isTerritorial,
  limitationOn,
  matterOf,
  onPerson,
  standingAllegations,
  type Matter,
} from './matter.ts'
import { reviewingAs } from './concluding.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { enforcing } from './transferring.ts'

type Page = z.input<typeof shapes.readOutcome.output>
type OnPage = Page['people'][number]
type Naming = (id: string | null) => Text

const nobody: Text = { kk: '—', ru: '—', en: '—' }

interface Reading {
  tx: Tx
  matter: Matter
  name: Naming
  files: store.KeptFiles
  refs: Awaited<ReturnType<typeof store.refsOf>>
  materials: readonly Material[]
  works: boolean
}

const filesFor = ({ files }: Reading, of: string, ...parts: readonly store.Part[]) =>
  files.filter((it) => it.of === of && parts.includes(it.part)).map(({ file }) => file)

const termOf = (tx: Tx, from: Day, dueOn: Day, doneOn: Day | null) => ({
  dueOn,
  left: daysLeft(tx.calendar, tx.today, dueOn),
  total: Math.max(1, tx.calendar.workingDaysBetween(from, dueOn)),
  doneOn,
})

const paperOf = ({ tx }: Reading, kind: string, id: string, caption: string) => ({
  kind,
  id,
  caption,
  page: tx.house.registry.records.get(kind)?.page?.(id) ?? null,
})

const against = <T>(tx: Tx, gates: readonly Forbid<T>[], it: T) =>
  gates.filter((gate) => standing([gate], tx.actor, it, tx) !== null).map(({ clause, why: says }) => ({ clause, says }))

const unique = (rows: Page['unready']): Page['unready'] =>
  rows.filter((it, at) => rows.findIndex(({ says }) => says.kk === it.says.kk) === at)

function findingsFor(reading: Reading, person: string): OnPage['findings'] {
  const { matter, refs, name } = reading
  return findingsOn(matter, person).map((row) => ({
    allegation: row.allegation_id,
    finding: row.finding,
    reasons: row.reasons,
    sources: row.sources,
    refs: refs
      .filter(({ finding_id }) => finding_id === row.id)
      .map((ref) => paperOf(reading, ref.record_kind, ref.record_id, ref.caption)),
    at: row.at.toISOString(),
    by: name(row.by),
    earlier: matter.earlier.filter(
      ({ allegation_id, person_id }) => allegation_id === row.allegation_id && person_id === person,
    ).length,
  }))
}

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

function familiarisationFor(reading: Reading, person: string): OnPage['familiarisation'] {
  const it = reading.matter.familiarisations.find(({ person_id }) => person_id === person)
  return it
    ? {
        offeredOn: it.offered_on,
        term: termOf(reading.tx, it.offered_on, it.due_on, it.acknowledged_on),
        doubtful: it.doubtful,
        acknowledged: it.acknowledged,
        acknowledgedOn: it.acknowledged_on,
        remarks: it.remarks,
        witnesses: it.witnesses,
        files: filesFor(reading, it.id, 'familiarisation'),
      }
    : null
}

function checklistFor(reading: Reading, person: string): OnPage['checklist'] {
  const { rows, unticked, notice, gone } = checklistOf(reading.matter, person, reading.materials)
  return {
    materials: rows.map(({ material, copy }) => ({
      ...paperOf(reading, material.kind, material.id, material.caption),
      copied: copy?.copied ?? null,
      reason: copy?.reason ?? null,
    })),
    unticked,
    notice: notice && {
      way: notice.way,
      number: notice.number,
      on: notice.gone_on,
      head: reading.name(notice.head_id),
      copies: gone,
      document: notice.document_id,
      files: filesFor(reading, notice.id, 'notice'),
    },
  }
}

/** What would stand against the decision that is usual for the person, were it recorded today. */
async function againstDecision({ tx, matter }: Reading, person: string): Promise<Page['unready']> {
  const seen = await onPerson(tx, matter, person)
  const body = seen.judge ? 'judicial-jury' : 'disciplinary-commission'
  return against(tx, decisionGates, { ...seen, body, decided: 'reprimand' as const })
}

async function personFor(reading: Reading, person: { id: string; name: Text }): Promise<OnPage> {
  const { tx, matter, works, name } = reading
  const { id } = person
  const territorial = await isTerritorial(tx, matter.it, id)
  const measure = matter.measures.find(({ person_id }) => person_id === id)
  const limitation = await limitationOn(tx, matter, id)
  const superior = matter.superiors.find(({ person_id }) => person_id === id)
  const { decisions } = matter
  return {
    ...person,
    judge: await isJudge(tx, matter.it, id),
    territorial,
    findings: works ? findingsFor(reading, id) : [],
    measure:
      works && measure
        ? {
            measure: measure.measure,
            reasons: measure.reasons,
            by: name(measure.by),
            at: measure.at.toISOString(),
          }
        : null,
    familiarisation: works ? familiarisationFor(reading, id) : null,
    limitation: {
      on: limitation.on,
      doubtful: limitation.doubtful,
      past: limitation.on !== null && limitation.on < tx.today,
    },
    checklist: works && territorial ? checklistFor(reading, id) : null,
    decisions: decisions.filter(({ person_id }) => person_id === id).map((row) => decisionFor(reading, row)),
    against: works && matter.it.openedOn ? await againstDecision(reading, id) : [],
    superior: superior
      ? {
          liable: superior.liable,
          resignation: superior.resignation,
          filedOn: superior.filed_on,
          dueOn: superior.due_on,
          doubtful: superior.doubtful,
          words: superior.words,
          by: name(superior.by),
          files: filesFor(reading, id, 'superior'),
        }
      : null,
  }
}

async function conclusionFor({ tx, matter: { conclusion: it }, name }: Reading): Promise<Page['conclusion']> {
  if (!it) return null
  const document = await documentRecord.find(tx, it.document_id, false)
  const state = document ? (documentRecord.life?.states[document.state] ?? null) : null
  return { document: it.document_id, state, number: it.number, signedOn: it.signed_on, by: name(it.by) }
}

async function unreadyFor({ tx, matter }: Reading): Promise<Page['unready']> {
  const rows: Page['unready'] = []
  for (const { id } of matter.it.persons) rows.push(...against(tx, readiness, await onPerson(tx, matter, id)))
  return unique(rows)
}

const everybodyIn = (matter: Matter, more: readonly (string | null)[]): (string | null)[] => [
  ...[
    ...matter.findings,
    ...matter.measures,
    ...matter.decisions,
    ...matter.superiors,
    ...(matter.conclusion ? [matter.conclusion] : []),
  ].map(({ by }) => by),
  ...matter.notices.map(({ head_id }) => head_id),
  ...more,
]

export const readOutcome = query(shapes.readOutcome, {
  clauses: ['6.21', '6.22', '5.15', '5.16', '13', '6.17'],
  record: investigationRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, actor, tx }): Promise<Page> => {
    const matter = await matterOf(tx, it)
    const reviewer = await store.reviewerOf(tx, it.id)
    const asked = reviewer === actor.id
    const works = mayWork(actor, it) || asked
    const reviews = works ? await store.reviewsOf(tx, it.id) : []
    const transfers = await transfersOf(tx, it.id)
    const names = await captionOfEmployees(tx, everybodyIn(matter, [reviewer, ...reviews.map(({ by }) => by)]))
    const reading: Reading = {
      tx,
      matter,
      works,
      name: (id) => names.get(id ?? '') ?? nobody,
      files: works ? await store.filesOf(tx, it.id) : [],
      refs: works ? await store.refsOf(tx, it.id) : [],
      materials: works ? await materialsFor(tx, it) : [],
    }
    const people: OnPage[] = []
    for (const person of it.persons) people.push(await personFor(reading, person))
    return {
      id: it.id,
      version: it.version,
      superiorCase: it.kind === 'superior',
      state: it.state,
      brief: !works,
      allegations: works
        ? matter.allegations.map(({ id, place, words, dropped_reason: dropped }) => ({ id, place, words, dropped }))
        : [],
      people,
      conclusion: await conclusionFor(reading),
      unready: works && it.state === 'opened' && !matter.conclusion ? await unreadyFor(reading) : [],
      reviewer: works && reviewer ? { id: reviewer, name: reading.name(reviewer) } : null,
      asked,
      reviews: reviews.map(({ at, by, passed, words }) => ({
        at: at.toISOString(),
        by: reading.name(by),
        passed,
        words,
      })),
      transfers: transfers.map((row) => ({
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
      })),
      unclosed:
        works && it.state === 'reviewed'
          ? unique(it.persons.flatMap(({ id }) => against(tx, closingGates, closingOf(matter, id))))
          : [],
    }
  },
})

export const outcomeChoices = query(shapes.outcomeChoices, {
  clauses: ['6.17', '6.21', '5.16'],
  record: investigationRecord,
  rules: [rules.worksOnIt],
  run: async ({ subject: it, actor, tx }) => {
    const appoints = rules.leads.when(actor, it, tx) && it.state === 'concluded'
    const members = appoints ? new Set((await membersOf(tx, it.id)).map(({ employee_id }) => employee_id)) : new Set()
    const reviewers: z.input<typeof shapes.outcomeChoices.output>['reviewers'] = []
    for (const who of appoints ? await candidatesFor(tx, it) : []) {
      if (members.has(who.id) || (await reviewingAs(tx, it, who.id, false)).drafted) continue
      reviewers.push({ id: who.id, name: who.name, post: who.post, conflict: conflictOf(tx, who)?.says ?? null })
    }
    return {
      evidence: (await materialsFor(tx, it)).map(({ kind, id, caption: name, group }) => ({
        value: `${kind}:${id}`,
        name,
        group,
      })),
      bodies: (await partiesOn(tx, tx.today))
        .filter(({ kind, group }) => kind === 'body' && enforcing.includes(group))
        .map(({ id, name, group }) => ({ id, name, group: bodyKindTitles[group as keyof typeof bodyKindTitles] })),
      documents: (await documentsAbout(tx, { kind: 'investigation', id: it.id })).flatMap(({ id, number, title }) =>
        number ? [{ id, name: `${number}. ${title}` }] : [],
      ),
      reviewers,
    }
  },
})

/** Clause 5.4: what discredits somebody is studied where the investigation itself opens the person. */
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
