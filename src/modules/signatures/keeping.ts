// What higher rooms call inside their own operations: keep the actor's signature over a record's bytes, and verify it again.
import { createHash } from 'node:crypto'
import type { Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { employeeRecord } from '../org/index.ts'
import { insertSignature, signaturesOf, type KeptSignature, type Subject } from './store.ts'
import { refusalOf, SignatureFault } from './verifier/faults.ts'
import type { Verified } from './verifier/port.ts'
import { verifySignature } from './verifier/verify.ts'

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const signedAlready = (): Refusal =>
  new Refusal('conflict', {
    kk: 'Сіз бұл жазбаға электрондық қолтаңба қойып қойғансыз.',
    ru: 'Вы уже подписали эту запись электронной подписью.',
    en: 'You have signed this record electronically already.',
  })

const asRefusal = (fault: unknown): never => {
  throw fault instanceof SignatureFault ? refusalOf(fault) : fault
}

/** The IIN of who acts, as the personnel record has it: whoever holds another person's key is refused. */
const ownIin = async (tx: Tx): Promise<string> => {
  const employee = await employeeRecord.find(tx, tx.actor.id, false)
  if (!employee?.iin) throw new SignatureFault('own-iin-unknown')
  return employee.iin
}

const verified = async (tx: Tx, content: Buffer, cms: Buffer): Promise<Verified> => {
  const own = await ownIin(tx)
  const it = await verifySignature(tx.house, { cms, content, at: tx.at })
  if (it.iin !== own) throw new SignatureFault('other-person')
  return it
}

export interface Keeping extends Subject {
  /** The very bytes that were signed. */
  content: Buffer
  /** Detached CMS, DER. */
  cms: Buffer
}

/**
 * Verifies the actor's detached CMS over the bytes of a record and keeps it; the caller has judged who may sign. The same
 * CMS sent twice is kept once. Returns the signature's id. @throws Refusal with what is wrong with the signature
 */
export async function keepSignature(tx: Tx, { kind, id, content, cms }: Keeping): Promise<string> {
  const own = (await signaturesOf(tx, { kind, id })).find(({ employee }) => employee === tx.actor.id)
  if (own?.cmsSha256 === sha256(cms)) return own.id
  if (own) throw signedAlready()
  const it = await verified(tx, content, cms).catch(asRefusal)
  const hashes = { sha256: sha256(content), cmsSha256: sha256(cms) }
  const kept = await insertSignature(tx, { kind, id }, { ...it, ...hashes, cms })
  const { serial, issuer, algorithm, verifier, stampedAt, demonstration } = it
  tx.note({ signature: kept, ...hashes, serial, issuer, algorithm, verifier, stampedAt, demonstration })
  return kept
}

export interface Verdict {
  id: string
  fault: SignatureFault | null
  /** Good when it was made; the certificate's own term has passed since. */
  expiredSince: boolean
}

const sameAsKept = (it: KeptSignature, now: Verified): boolean =>
  it.iin === now.iin && it.serial === now.serial && it.cmsSha256 === sha256(it.cms)

/** Verifies a kept signature anew over these bytes, as of the moment when it came in. */
export async function verifyKept(tx: Tx, it: KeptSignature, content: Buffer): Promise<Verdict> {
  const expiredSince = tx.at > it.validUntil
  const faultOf = async (): Promise<SignatureFault | null> => {
    if (it.sha256 !== sha256(content)) return new SignatureFault('altered')
    const now = await verifySignature(tx.house, { cms: it.cms, content, at: it.receivedAt })
    return sameAsKept(it, now) ? null : new SignatureFault('not-as-kept')
  }
  const fault = await faultOf().catch((it: unknown) => {
    if (it instanceof SignatureFault) return it
    throw it
  })
  // NCANode knows today only. What it finds expired was good when it was kept.
  const outlived = expiredSince && fault?.kind === 'verifier-refuses' && it.verifier === 'ncanode'
  return { id: it.id, fault: outlived ? null : fault, expiredSince }
}
