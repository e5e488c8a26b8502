// The SQL of protocols, and of those who signed together: opened only to the operations that need them.
import { sql } from 'kysely'
import type { Tx } from '../../kernel/operation.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { masked, type Place } from './masking.ts'
import type { Ground } from './applicant.ts'
import type { Agreement } from './words.ts'

export interface SpokenAgreement {
  agreement: Agreement
  remarks: string | null
}

export async function addProtocol(tx: Tx, appeal: string, it: SpokenAgreement): Promise<void> {
  await tx.db
    .insertInto('appeal_protocols')
    .values({ appeal_id: appeal, taken_at: tx.at, taken_by: tx.actor.id, ...it })
    .execute()
}

/** Whether and how whoever spoke agreed; nothing where the appeal was written. */
export const protocolOf = (tx: Tx, appeal: string) =>
  tx.db
    .selectFrom('appeal_protocols')
    .select(['agreement', 'remarks'])
    .where('appeal_id', '=', appeal)
    .executeTakeFirst()

export const readCoApplicants = (tx: Tx, appeal: string) =>
  tx.db
    .selectFrom('appeal_co_applicants')
    .select(['name', 'number'])
    .where('appeal_id', '=', appeal)
    .orderBy('place')
    .execute()

/** What the protocol of the appeal with this code says. */
export async function protocolByReceipt(tx: Tx, hash: string) {
  const { rows } = await sql<{
    id: string
    number: string
    language: Language
    body: string
    hidden: readonly Place[]
    taken_at: Date
    taker: Text
    agreement: Agreement
    remarks: string | null
    name: string | null
    iin: string | null
    address: string | null
    phone: string | null
    representative: string | null
    ground: Ground | null
    unit: Text
  }>`select a.id, coalesce(a.number, a.slip_number) as number, a.language, a.body, a.hidden, t.taken_at, e.name as taker, t.agreement, t.remarks,
      p.name, p.number as iin, p.address, p.phone, p.representative, p.ground, u.name as unit
    from appeals a join appeal_protocols t on t.appeal_id = a.id join employees e on e.id = t.taken_by
    join units u on u.id = a.unit_id left join appeal_applicants p on p.appeal_id = a.id
    where a.receipt_hash = ${hash}`.execute(tx.db)
  const [row] = rows
  return row && { ...row, body: masked(row.body, row.hidden) }
}
