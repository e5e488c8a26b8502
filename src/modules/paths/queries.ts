// The paths of one appeal as its page shows them: what was decided, when, by whom, with which papers, and what is still open.
import { query, type Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { appealRecord } from '../appeals/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import * as shapes from './contract.ts'
import { lastExtension } from './extending.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { numberWarnings } from './transfers.ts'

type Details = Awaited<ReturnType<typeof store.detailsOf>>

const extensionOf = ({ extensions }: Details, id: string) => {
  const it = extensions.find(({ path_id }) => path_id === id)
  return it ? { fromOn: it.from_on, untilOn: it.until_on, noticeDueOn: it.notice_due_on } : null
}

const hearingOf = ({ hearings }: Details, id: string) => {
  const it = hearings.find(({ path_id }) => path_id === id)
  if (!it) return null
  return {
    toldOn: it.told_on,
    objectionsUntil: it.objections_until,
    freeFrom: it.free_from,
    objections: it.objections,
    objectedOn: it.objected_on,
    heldOn: it.held_on,
    protocol: it.protocol,
  }
}

const transferOf = ({ transfers }: Details, id: string) => {
  const it = transfers.find(({ path_id }) => path_id === id)
  if (!it) return null
  const { outgoing_number: outgoingNumber, register_number: registerNumber, kui_number: kuiNumber } = it
  return { outgoingNumber, registerNumber, kuiNumber, warnings: numberWarnings(registerNumber) }
}

const complaintOf = ({ complaints }: Details, id: string) => {
  const it = complaints.find(({ path_id }) => path_id === id)
  if (!it) return null
  return {
    number: it.number,
    channel: it.channel,
    receivedOn: it.received_on,
    lodgeUntil: it.lodge_until,
    passedOn: it.passed_on,
    reviewDueOn: it.review_due_on,
    outcome: it.outcome,
    words: it.outcome_words,
    outcomeOn: it.outcome_on,
  }
}

/** Late: it took effect, or is still open, after its last day; a complaint where it came after its own. */
const isLate = (
  tx: Tx,
  it: { due_on: string | null; done_on: string | null; state: string },
  complaint: ReturnType<typeof complaintOf>,
): boolean => {
  if (complaint) return complaint.receivedOn > complaint.lodgeUntil
  if (!it.due_on || it.state === 'declined' || it.state === 'dropped') return false
  return (it.done_on ?? tx.today) > it.due_on
}

const nobody: Text = { kk: '—', ru: '—', en: '—' }

export const pathsOfAppeal = query(shapes.pathsOfAppeal, {
  clauses: ['6.23', '5.14', '15'],
  record: appealRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, tx }) => {
    const rows = await store.pathsOf(tx, it.id)
    const ids = rows.map(({ id }) => id)
    const papers = await store.papersOf(tx, ids)
    const details = await store.detailsOf(tx, ids)
    const people = await captionOfEmployees(
      tx,
      rows.flatMap(({ asked_by, decided_by }) => [asked_by, decided_by]),
    )
    const name = (id: string | null): Text | null => (id ? (people.get(id) ?? nobody) : null)
    return {
      rows: rows.map((row) => {
        const complaint = complaintOf(details, row.id)
        return {
          id: row.id,
          kind: row.kind,
          state: row.state,
          whole: row.whole,
          askedAt: row.asked_at.toISOString(),
          askedBy: name(row.asked_by),
          dueOn: row.due_on,
          reason: row.reason,
          body: row.party,
          part: row.part,
          decidedBy: name(row.decided_by),
          decidedOn: row.decided_on,
          decision: row.decision,
          doneOn: row.done_on,
          late: isLate(tx, row, complaint),
          papers: papers
            .filter(({ path }) => path === row.id)
            .map(({ document, role, number, signedOn, givenOn }) => ({ document, role, number, signedOn, givenOn })),
          extension: extensionOf(details, row.id),
          hearing: hearingOf(details, row.id),
          transfer: transferOf(details, row.id),
          complaint,
        }
      }),
      extendUntil: lastExtension(tx, it),
    }
  },
})
