// What is done with the electronic signature of a document: get the bytes, add it, look at it, verify it again, take it out.
import { Readable } from 'node:stream'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import { documentRecord, noteSealed, reads, signedBytes, type Document } from '../documents/index.ts'
import * as shapes from './contract.ts'
import { keepSignature, verifyKept } from './keeping.ts'
import * as rules from './rules.ts'
import { signaturesOf, type KeptSignature } from './store.ts'
import { SignatureFault } from './verifier/faults.ts'

const kind = 'document'

export const contentToSign = query(shapes.contentToSign, {
  clauses: ['15'],
  record: documentRecord,
  personal: true,
  rules: [rules.signedIt, rules.notSignedYet, rules.anotherSigned],
  run: async ({ subject, tx }) => {
    const { bytes, sha256 } = await signedBytes(tx, subject)
    return { content: bytes.toString('base64'), sha256, at: tx.at.toISOString() }
  },
})

export const addSignature = command(shapes.addSignature, {
  clauses: ['15', '5.16'],
  record: documentRecord,
  rules: [rules.signedIt, rules.notSignedYet, rules.anotherSigned],
  run: async ({ input, subject, tx }) => {
    const { bytes } = await signedBytes(tx, subject)
    const cms = Buffer.from(input.cms, 'base64')
    const id = await keepSignature(tx, { kind, id: subject.id, content: bytes, cms })
    await noteSealed(tx, subject.id)
    return { id }
  },
})

const shown = (it: KeptSignature) => ({
  id: it.id,
  name: it.name,
  serial: it.serial,
  issuer: it.issuer,
  algorithm: it.algorithm,
  validUntil: it.validUntil.toISOString(),
  stampedAt: it.stampedAt?.toISOString() ?? null,
  receivedAt: it.receivedAt.toISOString(),
  verifier: it.verifier,
  revocation: it.revocation,
  demonstration: it.demonstration,
})

export const listSignatures = query(shapes.listSignatures, {
  clauses: ['5.16'],
  record: documentRecord,
  rules: [reads, rules.signedIt],
  run: async ({ subject, tx }) => ({ signatures: (await signaturesOf(tx, { kind, id: subject.id })).map(shown) }),
})

/** The signed bytes, or none where the file is no longer what was signed: then no signature over it is good. */
const bytesLeft = async (tx: Tx, it: Document): Promise<Buffer | null> => {
  try {
    return (await signedBytes(tx, it)).bytes
  } catch (fault) {
    if (fault instanceof Refusal && fault.reason === 'conflict') return null
    throw fault
  }
}

export const verifySignatures = query(shapes.verifySignatures, {
  clauses: ['5.16'],
  record: documentRecord,
  rules: [reads, rules.signedIt],
  run: async ({ subject, tx }) => {
    const kept = await signaturesOf(tx, { kind, id: subject.id })
    const bytes = kept.length ? await bytesLeft(tx, subject) : null
    const verdicts = kept.map(async (it) => {
      const { fault, expiredSince } = bytes
        ? await verifyKept(tx, it, bytes)
        : { fault: new SignatureFault('altered'), expiredSince: false }
      return { id: it.id, valid: fault === null, says: fault?.says ?? null, expiredSince }
    })
    return { at: tx.at.toISOString(), signatures: await Promise.all(verdicts) }
  },
})

export const takeSignature = query(shapes.takeSignature, {
  clauses: ['5.16'],
  record: documentRecord,
  export: true,
  rules: [reads, rules.signedIt],
  run: async ({ input, subject, tx }) => {
    const it = (await signaturesOf(tx, { kind, id: subject.id })).find(({ id }) => id === input.signature)
    if (!it) throw unknownRecord()
    return {
      kind: 'file' as const,
      name: `${(subject.number ?? subject.id).replaceAll('/', '-')}.p7s`,
      type: 'application/pkcs7-signature',
      bytes: it.cms.length,
      stream: Readable.from([it.cms]),
    }
  },
})
