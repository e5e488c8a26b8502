// The tables of the paths as the queries see them; what stands in them is told in the migration.
import type { Generated } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import type { Text } from '../../kernel/text.ts'
import type { ComplaintOutcome, PathKind, PathState } from './words.ts'

interface PathsTable {
  id: string
  appeal_id: string
  kind: PathKind
  state: PathState
  whole: Generated<boolean>
  asked_at: Date
  asked_by: string | null
  due_on: Day | null
  reason: string
  body: string | null
  part: string | null
  decided_by: string | null
  decided_on: Day | null
  decision: string | null
  done_on: Day | null
}

export interface HearingsTable {
  path_id: string
  told_on: Day | null
  objections_until: Day | null
  free_from: Day | null
  objections: string | null
  objected_on: Day | null
  held_on: Day | null
  protocol: string | null
}

export interface TransfersTable {
  path_id: string
  outgoing_number: string | null
  register_number: string | null
  kui_number: string | null
  numbered_on: Day | null
}

export interface ComplaintsTable {
  path_id: string
  number: string
  channel: 'portal' | 'paper'
  received_on: Day
  lodge_until: Day
  passed_on: Day | null
  review_due_on: Day | null
  outcome: ComplaintOutcome | null
  outcome_words: string | null
  outcome_on: Day | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    appeal_paths: PathsTable
    appeal_path_papers: {
      document_id: string
      path_id: string
      role: 'letter' | 'notice'
      number: string | null
      signed_on: Day | null
      given_on: Day | null
    }
    appeal_extensions: { path_id: string; from_on: Day; until_on: Day; notice_due_on: Day | null }
    appeal_hearings: HearingsTable
    appeal_transfers: TransfersTable
    appeal_complaints: ComplaintsTable
    appeal_paths_in_hand: Pick<
      PathsTable,
      'id' | 'appeal_id' | 'kind' | 'state' | 'asked_at' | 'body' | 'part' | 'done_on' | 'decision'
    > & {
      whole: boolean
      party: Text | null
      from_on: Day | null
      until_on: Day | null
      number: string | null
      passed_on: Day | null
      review_due_on: Day | null
      outcome: ComplaintOutcome | null
      outcome_words: string | null
    }
  }
}
