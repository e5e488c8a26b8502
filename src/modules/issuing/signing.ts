// The electronic signature of whoever issued an authority in the house, over the words that can no longer change.
import { createHash } from 'node:crypto'
import { command, query } from '../../kernel/operation.ts'
import { issuerTitles, kindTitles, purposes } from '../authorities/contract.ts'
import { authorityRecord, reads, type Authority } from '../authorities/index.ts'
import { keepSignature, signaturesOf, verifyKept } from '../signatures/index.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'

const kind = 'authority'

/** Everything that was issued, in one order, as plain text that anybody can read; the database keeps each of these from changing. */
const contentOf = (it: Authority): Buffer =>
  Buffer.from(
    `${JSON.stringify(
      {
        document: kindTitles[it.kind].kk,
        purpose: purposes[it.purpose].title.kk,
        clause: purposes[it.purpose].clause,
        number: it.number,
        issuedOn: it.issuedOn,
        issuer: issuerTitles[it.issuer].kk,
        issuerId: it.issuerId,
        from: it.from,
        until: it.until,
        names: it.subjects,
        scope: it.scope,
        ground: it.ground,
        decision: it.decided?.word ?? null,
        id: it.id,
      },
      null,
      2,
    )}\n`,
  )

export const authorityToSign = query(shapes.authorityToSign, {
  clauses: ['7.2', '5.16'],
  record: authorityRecord,
  personal: true,
  rules: [rules.issuedIt, rules.notInTheHouse, rules.signedAlready],
  run: async ({ subject, tx }) => {
    const content = contentOf(subject)
    const sha256 = createHash('sha256').update(content).digest('hex')
    return { content: content.toString('base64'), sha256, at: tx.at.toISOString() }
  },
})

export const signAuthority = command(shapes.signAuthority, {
  clauses: ['7.2', '5.16'],
  record: authorityRecord,
  rules: [rules.issuedIt, rules.notInTheHouse, rules.signedAlready],
  run: async ({ input, subject, tx }) => {
    const cms = Buffer.from(input.cms, 'base64')
    return { id: await keepSignature(tx, { kind, id: subject.id, content: contentOf(subject), cms }) }
  },
})

/** Verified anew each time it is looked at. */
export const authoritySignatures = query(shapes.authoritySignatures, {
  clauses: ['5.16'],
  record: authorityRecord,
  rules: [reads],
  run: async ({ subject, tx }) => {
    const content = contentOf(subject)
    const kept = await signaturesOf(tx, { kind, id: subject.id })
    const shown = kept.map(async (it) => {
      const { fault } = await verifyKept(tx, it, content)
      return {
        id: it.id,
        name: it.name,
        issuer: it.issuer,
        serial: it.serial,
        receivedAt: it.receivedAt.toISOString(),
        stampedAt: it.stampedAt?.toISOString() ?? null,
        demonstration: it.demonstration,
        valid: fault === null,
        says: fault?.says ?? null,
      }
    })
    return { at: tx.at.toISOString(), signatures: await Promise.all(shown) }
  },
})
