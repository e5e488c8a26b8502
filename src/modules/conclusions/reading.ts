// The conclusion as its tab shows it: findings and measures by person, study of the materials, the paper, the review.
import type { z } from 'zod'
import { daysLeft } from '../../kernel/calendar.ts'
import { readFile } from '../../kernel/files/index.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import { standing } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { candidatesFor, conflictOf } from '../conflicts/index.ts'
import { documentRecord } from '../documents/index.ts'
import { investigationRecord, mayWork } from '../investigations/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import { reviewingAs } from './concluding.ts'
import * as shapes from './contract.ts'
import { readiness, type OnPerson } from './gates.ts'
import { keyOf, materialsFor } from './materials.ts'
import { findingsOn, matterOf, onPerson, type Matter } from './matter.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

type Page = z.input<typeof shapes.readConclusion.output>
type OnPage = Page['people'][number]

const nobody: Text = { kk: '—', ru: '—', en: '—' }

interface Reading {
  tx: Tx
  matter: Matter
  /** By person, of those who are shown. */
  seen: ReadonlyMap<string, OnPerson>
  name: (id: string | null) => Text
  files: store.KeptFiles
  refs: Awaited<ReturnType<typeof store.refsOf>>
}

function findingsFor({ tx, matter, refs, name }: Reading, person: string): OnPage['findings'] {
  return findingsOn(matter, person).map((row) => ({
    allegation: row.allegation_id,
    finding: row.finding,
    reasons: row.reasons,
    sources: row.sources,
    refs: refs
      .filter(({ finding_id }) => finding_id === row.id)
      .map(({ record_kind: kind, record_id: id, caption }) => ({
        kind,
        id,
        caption,
        page: tx.house.registry.records.get(kind)?.page?.(id) ?? null,
      })),
    at: row.at.toISOString(),
    by: name(row.by),
    earlier: matter.earlier.filter(
      ({ allegation_id, person_id }) => allegation_id === row.allegation_id && person_id === person,
    ).length,
  }))
}

function familiarisationFor({ tx, matter, files }: Reading, person: string): OnPage['familiarisation'] {
  const it = matter.familiarisations.find(({ person_id }) => person_id === person)
  return it
    ? {
        offeredOn: it.offered_on,
        term: {
          dueOn: it.due_on,
          left: daysLeft(tx.calendar, tx.today, it.due_on),
          total: Math.max(1, tx.calendar.workingDaysBetween(it.offered_on, it.due_on)),
          doneOn: it.acknowledged_on,
        },
        doubtful: it.doubtful,
        acknowledged: it.acknowledged,
        acknowledgedOn: it.acknowledged_on,
        remarks: it.remarks,
        witnesses: it.witnesses,
        files: files.filter(({ of }) => of === it.id).map(({ file }) => file),
      }
    : null
}

function personFor(reading: Reading, person: { id: string; name: Text }): OnPage {
  const { matter, name, seen } = reading
  const measure = matter.measures.find(({ person_id }) => person_id === person.id)
  return {
    ...person,
    judge: seen.get(person.id)?.judge ?? false,
    findings: findingsFor(reading, person.id),
    measure: measure
      ? { measure: measure.measure, reasons: measure.reasons, by: name(measure.by), at: measure.at.toISOString() }
      : null,
    familiarisation: familiarisationFor(reading, person.id),
  }
}

async function conclusionFor({ tx, matter: { conclusion: it }, name }: Reading): Promise<Page['conclusion']> {
  if (!it) return null
  const document = await documentRecord.find(tx, it.document_id, false)
  const state = document ? (documentRecord.life?.states[document.state] ?? null) : null
  return { document: it.document_id, state, number: it.number, signedOn: it.signed_on, by: name(it.by) }
}

/** Each sentence once, of whomever it is said. */
function unreadyFor({ tx, seen }: Reading): Page['unready'] {
  const found = new Map<string, Page['unready'][number]>()
  for (const person of seen.values())
    for (const gate of readiness)
      if (standing([gate], tx.actor, person, tx)) found.set(gate.why.kk, { clause: gate.clause, says: gate.why })
  return [...found.values()]
}

export const readConclusion = query(shapes.readConclusion, {
  clauses: ['6.21', '6.22', '5.15', '5.16', '15'],
  record: investigationRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, actor, tx }): Promise<Page> => {
    const matter = await matterOf(tx, it)
    const reviewer = await store.reviewerOf(tx, it.id)
    const asked = reviewer === actor.id
    const works = mayWork(actor, it) || asked
    const reviews = works ? await store.reviewsOf(tx, it.id) : []
    const by = [matter.findings, matter.measures, reviews].flatMap((rows) => rows.map((row) => row.by))
    const names = await captionOfEmployees(tx, [...by, reviewer, matter.conclusion?.by ?? null])
    const shown = works ? it.persons : []
    const seen = new Map<string, OnPerson>()
    for (const { id } of shown) seen.set(id, await onPerson(tx, matter, id))
    const reading: Reading = {
      tx,
      matter,
      seen,
      name: (id) => names.get(id ?? '') ?? nobody,
      files: works ? await store.filesOf(tx, it.id) : [],
      refs: works ? await store.refsOf(tx, it.id) : [],
    }
    return {
      id: it.id,
      version: it.version,
      state: it.state,
      brief: !works,
      allegations: works
        ? matter.allegations.map(({ id, place, words, dropped_reason: dropped }) => ({ id, place, words, dropped }))
        : [],
      people: shown.map((person) => personFor(reading, person)),
      conclusion: await conclusionFor(reading),
      unready: works && it.state === 'opened' && !matter.conclusion ? unreadyFor(reading) : [],
      reviewer: works && reviewer ? { id: reviewer, name: reading.name(reviewer) } : null,
      asked,
      reviews: reviews.map((row) => ({
        at: row.at.toISOString(),
        by: reading.name(row.by),
        passed: row.passed,
        words: row.words,
      })),
    }
  },
})

export const conclusionChoices = query(shapes.conclusionChoices, {
  clauses: ['6.21', '5.16'],
  record: investigationRecord,
  rules: [rules.worksOnIt],
  run: async ({ subject: it, actor, tx }) => {
    const appoints = rules.leads.when(actor, it, tx) && it.state === 'concluded'
    const reviewers: z.input<typeof shapes.conclusionChoices.output>['reviewers'] = []
    for (const who of appoints ? await candidatesFor(tx, it) : []) {
      const { wasOnTeam, drafted } = await reviewingAs(tx, it, who.id, false)
      if (wasOnTeam || drafted) continue
      reviewers.push({ id: who.id, name: who.name, post: who.post, conflict: conflictOf(tx, who)?.says ?? null })
    }
    const evidence = (await materialsFor(tx, it)).map((material) => ({
      value: keyOf(material),
      name: material.caption,
      group: material.group,
    }))
    return { evidence, reviewers }
  },
})

/** Files of the conclusion and of what came of it, for those who work on the case and for its reviewer. */
export const takeConclusionFile = query(shapes.takeConclusionFile, {
  clauses: ['5.15', '5.16'],
  record: investigationRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ input, subject, actor, tx }) => {
    const works = mayWork(actor, subject) || (await store.reviewerOf(tx, subject.id)) === actor.id
    const known = works && (await store.filesOf(tx, subject.id)).some(({ file }) => file.id === input.file)
    if (!known) throw unknownRecord()
    tx.note({ file: input.file })
    return readFile(tx, input.file)
  },
})
