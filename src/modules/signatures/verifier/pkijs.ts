// RSA and ECDSA, verified in this house: the digest of the very bytes, the signature, the chain, the times.
import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { digestName, isGost, isOwnSignature } from './algorithms.ts'
import { chainOf, isForSigning, isForStamps } from './chain.ts'
import { SignatureFault } from './faults.ts'
import type { Asked, SignatureVerifier, Verified } from './port.ts'
import { attributeOf, readCms, stampAlgorithms, type ReadCms } from './reading.ts'
import type { Trust } from './trust.ts'

/** How far a signer's clock may run ahead of ours. */
const aheadMs = 10 * 60_000
const leastRsaBits = 2_048

const attribute = {
  contentType: '1.2.840.113549.1.9.3',
  digest: '1.2.840.113549.1.9.4',
  meant: '1.2.840.113549.1.9.16.2.47',
}

const checkAlgorithms = ({ signer, certificate }: ReadCms): void => {
  const { algorithm, parsedKey } = certificate.subjectPublicKeyInfo
  const known =
    digestName(signer.digestAlgorithm.algorithmId) !== null &&
    isOwnSignature(signer.signatureAlgorithm.algorithmId) &&
    isOwnSignature(certificate.signatureAlgorithm.algorithmId) &&
    ['1.2.840.113549.1.1.1', '1.2.840.10045.2.1'].includes(algorithm.algorithmId)
  const long =
    !(parsedKey instanceof pkijs.RSAPublicKey) || parsedKey.modulus.valueBlock.valueHexView.length * 8 >= leastRsaBits
  if (!known || !long) throw new SignatureFault('wrong-algorithm')
}

const digestOf = (oid: string, bytes: Uint8Array): Buffer =>
  createHash((digestName(oid) ?? 'SHA-256').replace('-', ''))
    .update(bytes)
    .digest()

const octets = (it: unknown): Buffer =>
  it instanceof asn1js.OctetString ? Buffer.from(it.valueBlock.valueHexView) : Buffer.alloc(0)

/** A signature without signed attributes could be one over other bytes that only look like them, and is not taken. */
const checkContent = ({ signer }: ReadCms, content: Buffer): void => {
  const type = attributeOf(signer.signedAttrs, attribute.contentType)
  if (!(type instanceof asn1js.ObjectIdentifier) || type.getValue() !== pkijs.ContentInfo.DATA)
    throw new SignatureFault('forged')
  const said = octets(attributeOf(signer.signedAttrs, attribute.digest))
  if (!said.equals(digestOf(signer.digestAlgorithm.algorithmId, content))) throw new SignatureFault('altered')
}

const itemsOf = (it: unknown): asn1js.BaseBlock[] => (it instanceof asn1js.Sequence ? it.valueBlock.value : [])

/** The signer said which certificate was meant (ESSCertIDv2, SHA-256 unless another is named); another is not taken. */
const checkMeant = ({ signer, certificate }: ReadCms): void => {
  const [list] = itemsOf(attributeOf(signer.signedAttrs, attribute.meant))
  const parts = itemsOf(itemsOf(list)[0])
  const hash = parts.find((it) => it instanceof asn1js.OctetString)
  const [named] = itemsOf(parts[0])
  const oid = named instanceof asn1js.ObjectIdentifier ? named.getValue() : '2.16.840.1.101.3.4.2.1'
  if (!hash || digestName(oid) === null) return
  const der = new Uint8Array(certificate.toSchema().toBER())
  if (!octets(hash).equals(digestOf(oid, der))) throw new SignatureFault('forged')
}

const isSigned = (of: pkijs.SignedData, data: Uint8Array): Promise<boolean> =>
  of.verify({ signer: 0, data: Uint8Array.from(data).buffer }).catch(() => false)

/** The time of the stamp; null where there is none, or one of GOST that only NCANode can read. */
const stampTime = async ({ stamp, signer }: ReadCms, trust: Trust, now: Date): Promise<Date | null> => {
  if (!stamp || stampAlgorithms(stamp).some(isGost)) return null
  const value = signer.signature.valueBlock.valueHexView
  const certificates = (stamp.certificates ?? []).filter((it) => it instanceof pkijs.Certificate)
  const [authority] = certificates.filter(isForStamps)
  const { eContent } = stamp.encapContentInfo
  if (!authority || !eContent || !(await isSigned(stamp, value))) throw new SignatureFault('bad-stamp')
  const { sid } = stamp.signerInfos[0] ?? {}
  const isItsOwn =
    sid instanceof pkijs.IssuerAndSerialNumber &&
    sid.issuer.isEqual(authority.issuer) &&
    sid.serialNumber.isEqual(authority.serialNumber)
  const { genTime } = pkijs.TSTInfo.fromBER(eContent.getValue())
  if (!isItsOwn || genTime.getTime() > now.getTime() + aheadMs) throw new SignatureFault('bad-stamp')
  const others = certificates.filter((it) => it !== authority)
  await chainOf(authority, others, trust, genTime).catch(() => {
    throw new SignatureFault('bad-stamp')
  })
  return genTime
}

const checkClaim = ({ claimedAt, certificate }: ReadCms, at: Date): void => {
  if (!claimedAt) return
  if (claimedAt.getTime() > at.getTime() + aheadMs) throw new SignatureFault('ahead')
  if (claimedAt < certificate.notBefore.value) throw new SignatureFault('not-yet')
  if (claimedAt > certificate.notAfter.value) throw new SignatureFault('expired')
}

export const verifyByPkijs = (trust: Trust): SignatureVerifier => ({
  name: 'pkijs',
  verify: async ({ cms, content, at }: Asked): Promise<Verified> => {
    const read = readCms(cms)
    checkAlgorithms(read)
    checkContent(read, content)
    if (!(await isSigned(read.signed, content))) throw new SignatureFault('forged')
    checkMeant(read)
    const { certificate, others, names, claimedAt } = read
    if (!names.iin) throw new SignatureFault('no-iin')
    if (!isForSigning(certificate)) throw new SignatureFault('wrong-usage')
    const { path, listed } = await chainOf(certificate, others, trust, at)
    checkClaim(read, at)
    const stampedAt = await stampTime(read, trust, at)
    return {
      ...names,
      iin: names.iin,
      verifier: 'pkijs',
      validFrom: certificate.notBefore.value,
      validUntil: certificate.notAfter.value,
      stampedAt,
      claimedAt,
      revocation: listed ? 'crl' : 'none',
      demonstration: path.at(-1) !== undefined && path.at(-1) === trust.test,
    }
  },
})
