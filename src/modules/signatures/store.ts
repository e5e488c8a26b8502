// The SQL of signatures: kept once, never changed. Who sees the record sees its signatures; the policies say so.
import type { Generated } from 'kysely'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Verified } from './verifier/port.ts'

interface SignaturesTable {
  id: string
  record_kind: string
  record_id: string
  sha256: string
  cms: Buffer
  cms_sha256: string
  employee_id: string
  signer_iin: string
  signer_name: string
  serial: string
  issuer: string
  algorithm: string
  valid_from: Date
  valid_until: Date
  stamped_at: Date | null
  claimed_at: Date | null
  received_at: Date
  result: Generated<'valid'>
  verifier: Verified['verifier']
  revocation: Verified['revocation']
  demonstration: boolean
}

declare module '../../kernel/database.ts' {
  interface Tables {
    signatures: SignaturesTable
  }
}

export interface Subject {
  kind: string
  id: string
}

/** A signature as it was kept. */
export interface KeptSignature extends Omit<Verified, 'validFrom'> {
  id: string
  /** Who gave it. */
  employee: string
  cms: Buffer
  cmsSha256: string
  /** Of the signed bytes. */
  sha256: string
  receivedAt: Date
}

const longest = 100

export async function signaturesOf(tx: Pick<Tx, 'db'>, { kind, id }: Subject): Promise<KeptSignature[]> {
  const rows = await tx.db
    .selectFrom('signatures')
    .selectAll()
    .where('record_kind', '=', kind)
    .where('record_id', '=', id)
    .orderBy('received_at')
    .orderBy('id')
    .limit(longest)
    .execute()
  return rows.map((it) => ({
    id: it.id,
    employee: it.employee_id,
    cms: it.cms,
    cmsSha256: it.cms_sha256,
    sha256: it.sha256,
    receivedAt: it.received_at,
    verifier: it.verifier,
    iin: it.signer_iin,
    name: it.signer_name,
    serial: it.serial,
    issuer: it.issuer,
    algorithm: it.algorithm,
    validUntil: it.valid_until,
    stampedAt: it.stamped_at,
    claimedAt: it.claimed_at,
    revocation: it.revocation,
    demonstration: it.demonstration,
  }))
}

export async function insertSignature(
  tx: Tx,
  of: Subject,
  it: Verified & Pick<KeptSignature, 'cms' | 'cmsSha256' | 'sha256'>,
): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('signatures')
    .values({
      id,
      record_kind: of.kind,
      record_id: of.id,
      sha256: it.sha256,
      cms: it.cms,
      cms_sha256: it.cmsSha256,
      employee_id: tx.actor.id,
      signer_iin: it.iin,
      signer_name: it.name,
      serial: it.serial,
      issuer: it.issuer,
      algorithm: it.algorithm,
      valid_from: it.validFrom,
      valid_until: it.validUntil,
      stamped_at: it.stampedAt,
      claimed_at: it.claimedAt,
      received_at: tx.at,
      result: 'valid',
      verifier: it.verifier,
      revocation: it.revocation,
      demonstration: it.demonstration,
    })
    .execute()
  return id
}
