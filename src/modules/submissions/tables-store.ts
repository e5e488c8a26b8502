// The tables of appeals as the queries see them; what stands in them is told in the migration.
import type { Generated, JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { Place } from './masking.ts'
import type { TermBasis } from './term.ts'
import type { Ground } from './applicant.ts'
import type { Agreement, AppealKind, AppealResult, AppealState, Channel, WorkStage } from './words.ts'

type Hidden = JSONColumnType<readonly Place[], string | undefined, string>
type Side = 'applicant' | 'department'

export interface AppealsTable {
  id: string
  version: Generated<number>
  state: Generated<AppealState>
  slip_number: string
  receipt_hash: string
  number: string | null
  kind: AppealKind
  channel: Channel
  language: Language
  anonymous: boolean
  unit_id: string
  court_id: string | null
  court_name: string | null
  person: string | null
  person_post: string | null
  event_on: Day | null
  subject: string | null
  body: string
  received_at: Date
  received_on: Day
  received_by: string | null
  registered_on: Day
  registered_at: Date | null
  registered_by: string | null
  due_on: Day
  internal_due_on: Day
  term: JSONColumnType<TermBasis>
  assignee_id: string | null
  assigned_at: Date | null
  reply_id: string | null
  reply_file_id: string | null
  reply_name: string | null
  reply_number: string | null
  reply_on: Day | null
  done_on: Day | null
  ending_reason: string | null
  ending_body: string | null
  result: AppealResult | null
  question: string | null
  collective: Generated<boolean>
  signatories: number | null
  outside_system: string | null
  outside_number: string | null
  repeat_of: string | null
  repeat_place: number | null
  first_due_on: Day | null
  result_ground: string | null
  burdensome: Generated<boolean>
  heard_from: Day | null
  open_paths: Generated<string[]>
  readers: Generated<string[]>
  identity_grants: JSONColumnType<{ to: string; until: Day }[], string | undefined, string>
  work_stage: WorkStage | null
  reopened_on: Day | null
  hidden: Hidden
}

export interface AppealFilesTable {
  appeal_id: string
  file_id: string
  message_id: string | null
  side: Side
  name: string
  bytes: number
  sha256: string
  type: string
  place: number
}

declare module '../../kernel/database.ts' {
  interface Tables {
    appeals: AppealsTable
    appeal_applicants: {
      appeal_id: string
      kind: 'person' | 'entity'
      name: string
      number: string | null
      representative: string | null
      ground: Ground | null
      ground_number: string | null
      ground_on: Day | null
      ground_file_id: string | null
      address: string | null
      phone: string | null
      email: string | null
    }
    appeal_co_applicants: { appeal_id: string; place: number; name: string; number: string | null }
    appeal_protocols: {
      appeal_id: string
      taken_at: Date
      taken_by: string
      agreement: Agreement
      remarks: string | null
    }
    appeal_messages: {
      id: string
      appeal_id: string
      at: Date
      side: Side
      by: string | null
      body: string
      hidden: Hidden
    }
    appeal_notes: { id: string; appeal_id: string; at: Date; by: string; body: string }
    appeal_files: AppealFilesTable
    appeal_questions: { code: string; title: Text; place: number; unverified: boolean }
  }
}
