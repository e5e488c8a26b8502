// The chain from a certificate up to one that is trusted, in force at a moment, and revoked by no list at hand.
import * as pkijs from 'pkijs'
import { isOwnSignature } from './algorithms.ts'
import { SignatureFault } from './faults.ts'
import type { Trust } from './trust.ts'

const use = { usage: '2.5.29.15', purposes: '2.5.29.37', stamps: '1.3.6.1.5.5.7.3.8' } as const
const outOfTime = 8
const nonRepudiation = 0b0100_0000

const parsed = ({ extensions }: pkijs.Certificate, oid: string): unknown =>
  extensions?.find(({ extnID }) => extnID === oid)?.parsedValue

/** What Kazakhstan's authority writes into signing keys and never into those for signing in. */
export const isForSigning = (it: pkijs.Certificate): boolean => {
  const bits = parsed(it, use.usage) as { valueBlock?: { valueHexView?: Uint8Array } } | undefined
  return ((bits?.valueBlock?.valueHexView?.[0] ?? 0) & nonRepudiation) !== 0
}

export const isForStamps = (it: pkijs.Certificate): boolean => {
  const purposes = parsed(it, use.purposes)
  return purposes instanceof pkijs.ExtKeyUsage && purposes.keyPurposes.includes(use.stamps)
}

const same = (a: pkijs.Certificate, b: pkijs.Certificate): boolean =>
  Buffer.compare(Buffer.from(a.tbsView), Buffer.from(b.tbsView)) === 0

/** Asks the lists of the certificate's own issuer; true where there was one to ask. @throws SignatureFault 'revoked' */
const askLists = async (it: pkijs.Certificate, issuer: pkijs.Certificate, { crls }: Trust): Promise<boolean> => {
  const lists = crls.filter((list) => list.issuer.isEqual(issuer.subject))
  let asked = false
  for (const list of lists) {
    if (!(await list.verify({ issuerCertificate: issuer }))) continue
    if (list.isCertificateRevoked(it)) throw new SignatureFault('revoked')
    asked = true
  }
  return asked
}

export interface Chain {
  /** From the certificate itself to the trusted one. */
  path: readonly pkijs.Certificate[]
  /** Every certificate below the trusted one was looked up in a list of its issuer. */
  listed: boolean
}

/** @throws SignatureFault */
export const chainOf = async (
  certificate: pkijs.Certificate,
  others: readonly pkijs.Certificate[],
  trust: Trust,
  at: Date,
): Promise<Chain> => {
  if (at < certificate.notBefore.value) throw new SignatureFault('not-yet')
  if (at > certificate.notAfter.value) throw new SignatureFault('expired')
  const between = others.filter((it) => !same(it, certificate) && !trust.anchors.some((anchor) => same(it, anchor)))
  const engine = new pkijs.CertificateChainValidationEngine({
    trustedCerts: [...trust.anchors],
    certs: [...between, certificate],
    checkDate: at,
  })
  const { result, resultCode, certificatePath: path = [] } = await engine.verify()
  if (!result) throw new SignatureFault(resultCode === outOfTime ? 'expired' : 'unknown-authority')
  const [first] = path
  if (!first || !same(first, certificate)) throw new SignatureFault('unknown-authority')
  const below = path.slice(0, -1)
  if (!below.every((it) => isOwnSignature(it.signatureAlgorithm.algorithmId)))
    throw new SignatureFault('wrong-algorithm')
  const listed: boolean[] = []
  for (const [place, it] of below.entries()) listed.push(await askLists(it, path[place + 1] ?? it, trust))
  return { path, listed: listed.every(Boolean) }
}
