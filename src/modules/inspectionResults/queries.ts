// Findings, act, objections and the remedy plan as their tab shows them.
import type { z } from 'zod'
import { query, type Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import {
  clockOf,
  files as keptFiles,
  gates,
  inspectionRecord,
  nobody,
  questionsOf,
  type Inspection,
} from '../inspections/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import * as shapes from './contract.ts'
import * as course from './course-store.ts'
import * as remedies from './remedy-store.ts'

type Page = z.input<typeof shapes.readResults.output>
type Naming = (id: string | null) => Text
type Files = keptFiles.Files

async function planOf(tx: Tx, it: Inspection, name: Naming, files: Files): Promise<Page['plan']> {
  const evidence = await remedies.evidenceOf(tx, it.id)
  const extensions = await keptFiles.extensionsOf(tx, it.id)
  return (await remedies.remediesOf(tx, it.id)).map((row) => ({
    id: row.id,
    version: row.version,
    number: row.place,
    finding: row.finding_id,
    what: row.what,
    holder: row.holder,
    state: row.state,
    dueOn: row.due_on,
    firstDueOn: row.first_due_on,
    term: clockOf(tx, { from: it.planned_on ?? row.first_due_on, dueOn: row.due_on, doneOn: row.judged_on }),
    judged: row.judged_on ? { on: row.judged_on, by: name(row.judged_by), word: row.word ?? '' } : null,
    evidence: evidence
      .filter(({ remedy_id }) => remedy_id === row.id)
      .map((one) => ({
        id: one.id,
        receivedOn: one.received_on,
        words: one.words,
        at: one.at.toISOString(),
        by: name(one.by),
        files: keptFiles.filesAt(files, 'evidence', one.id),
      })),
    extensions: extensions.filter(({ remedy_id }) => remedy_id === row.id).map((one) => keptFiles.putOff(one, name)),
  }))
}

async function findingsAndObjections(
  tx: Tx,
  it: Inspection,
  name: Naming,
  files: Files,
): Promise<Pick<Page, 'findings' | 'objections'>> {
  const questions = await questionsOf(tx, it.id)
  const findings = await course.findingsOf(tx, it.id)
  return {
    findings: findings.map((row) => ({
      id: row.id,
      number: row.place,
      question: questions.find(({ id }) => id === row.question_id)?.place ?? 0,
      what: row.what,
      norm: row.norm,
      papers: row.papers,
      answers: row.answers,
      person: row.person_id,
      struck: row.struck_reason,
      at: row.at.toISOString(),
      by: name(row.by),
      files: keptFiles.filesAt(files, 'finding', row.id),
    })),
    objections: (await course.objectionsOf(tx, it.id)).map((row) => ({
      id: row.id,
      finding: findings.find(({ id }) => id === row.finding_id)?.place ?? null,
      receivedOn: row.received_on,
      words: row.words,
      at: row.at.toISOString(),
      by: name(row.by),
      files: keptFiles.filesAt(files, 'objection', row.id),
      answer:
        row.answer !== null && row.answered_at
          ? {
              words: row.answer,
              upheld: row.upheld === true,
              at: row.answered_at.toISOString(),
              by: name(row.answered_by),
            }
          : null,
    })),
  }
}

const acquaintanceOf = (tx: Tx, it: Inspection, files: Files): Page['acquaintance'] =>
  it.acquainted_on && it.acquainted_name && it.acquainted_way && it.objections_due_on
    ? {
        on: it.acquainted_on,
        name: it.acquainted_name,
        way: it.acquainted_way,
        words: it.acquainted_words,
        files: keptFiles.filesAt(files, 'acquaintance', it.id),
        term: clockOf(tx, {
          from: it.acquainted_on,
          dueOn: it.objections_due_on,
          doneOn: it.planned_on ?? it.ended_on,
        }),
      }
    : null

/** Every employee whom the tab names. */
async function namedIn(tx: Tx, it: Inspection): Promise<(string | null)[]> {
  const rows = [
    ...(await course.findingsOf(tx, it.id)),
    ...(await remedies.evidenceOf(tx, it.id)),
    ...(await keptFiles.extensionsOf(tx, it.id)),
  ]
  return [
    ...rows.map(({ by }) => by),
    ...(await course.objectionsOf(tx, it.id)).flatMap(({ by, answered_by }) => [by, answered_by]),
    ...(await remedies.remediesOf(tx, it.id)).map(({ judged_by }) => judged_by),
  ]
}

export const readResults = query(shapes.readResults, {
  clauses: ['5.10', '5.15', '5.16'],
  record: inspectionRecord,
  rules: [gates.worksOnIt],
  personal: true,
  run: async ({ subject: it, tx }): Promise<Page> => {
    const files = await keptFiles.filesOf(tx, it.id)
    const names = await captionOfEmployees(tx, await namedIn(tx, it))
    const name: Naming = (id) => names.get(id ?? '') ?? nobody
    return {
      ...(await findingsAndObjections(tx, it, name, files)),
      act:
        it.document_id && it.drawn_on
          ? { document: it.document_id, number: it.act_number, drawnOn: it.drawn_on, signedOn: it.signed_on }
          : null,
      acquaintance: acquaintanceOf(tx, it, files),
      plan: await planOf(tx, it, name, files),
    }
  },
})
