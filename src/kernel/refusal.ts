// Why the system said no. Thrown by the kernel, a rule or an operation; the HTTP floor turns it into a status.
import type { Clause } from './clauses.ts'
import type { Text } from './text.ts'

export type Reason =
  'invalid' | 'unknown' | 'forbidden' | 'wrong-state' | 'conflict' | 'too-many' | 'sign-in' | 'step-up'

export interface FieldFault {
  /** Dotted path of the field in the input, '' for the whole. */
  path: string
  says: Text
}

interface More {
  clause?: Clause | null
  fields?: readonly FieldFault[]
  retryAfterSeconds?: number
}

export class Refusal extends Error {
  readonly reason: Reason
  readonly clause: Clause | null
  readonly says: Text
  readonly fields: readonly FieldFault[]
  readonly retryAfterSeconds: number | undefined

  constructor(reason: Reason, says: Text, more: More = {}) {
    super(`${reason}: ${says.en}`)
    this.reason = reason
    this.says = says
    this.clause = more.clause ?? null
    this.fields = more.fields ?? []
    this.retryAfterSeconds = more.retryAfterSeconds
  }
}

/** HTTP status of each reason. */
export const statusOf: Record<Reason, number> = {
  invalid: 400,
  'sign-in': 401,
  'step-up': 403,
  forbidden: 403,
  unknown: 404,
  'wrong-state': 409,
  conflict: 409,
  'too-many': 429,
}

/** The same words for a record that does not exist and for one that the asker may not see. */
export const unknownRecord = (): Refusal =>
  new Refusal('unknown', {
    kk: 'Мұндай жазба табылмады.',
    ru: 'Такая запись не найдена.',
    en: 'No such record was found.',
  })
