// A CMS taken apart, whatever its algorithms: exactly one signer, nothing inside, the signer's certificate and its names.
import * as pkijs from 'pkijs'
import { algorithmName } from './algorithms.ts'
import { SignatureFault } from './faults.ts'

export interface ReadCms {
  signed: pkijs.SignedData
  signer: pkijs.SignerInfo
  certificate: pkijs.Certificate
  /** The other certificates that came along. */
  others: readonly pkijs.Certificate[]
  /** Algorithms of the signature, its digest, the key, the certificate and the time stamp. */
  oids: readonly string[]
  stamp: pkijs.SignedData | null
  claimedAt: Date | null
  names: { iin: string | null; name: string; serial: string; issuer: string; algorithm: string }
}

const type = {
  signingTime: '1.2.840.113549.1.9.5',
  stampToken: '1.2.840.113549.1.9.16.2.14',
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
} as const

const textOf = (name: pkijs.RelativeDistinguishedNames, of: string): string | null => {
  const value: unknown = name.typesAndValues.find((it) => it.type === of)?.value.valueBlock.value
  return typeof value === 'string' ? value : null
}

/** SERIALNUMBER=IIN123456789012, as the National Certification Authority writes it. */
const iinOf = (certificate: pkijs.Certificate): string | null =>
  /^IIN(\d{12})$/.exec(textOf(certificate.subject, type.serialNumber)?.trim() ?? '')?.[1] ?? null

const nameOf = (name: pkijs.RelativeDistinguishedNames): string => textOf(name, type.commonName) ?? ''

const serialOf = (certificate: pkijs.Certificate): string =>
  Buffer.from(certificate.serialNumber.valueBlock.valueHexView)
    .toString('hex')
    .replace(/^(00)+(?=.)/, '')

const isCertificate = (it: unknown): it is pkijs.Certificate => it instanceof pkijs.Certificate

const contentOf = (cms: BufferSource): pkijs.SignedData => {
  const info = pkijs.ContentInfo.fromBER(cms)
  if (info.contentType !== pkijs.ContentInfo.SIGNED_DATA) throw new SignatureFault('not-cms')
  return new pkijs.SignedData({ schema: info.content })
}

const read = (cms: Buffer): pkijs.SignedData => {
  try {
    return contentOf(Uint8Array.from(cms))
  } catch {
    throw new SignatureFault('not-cms')
  }
}

const isSigners = ({ sid }: pkijs.SignerInfo, it: pkijs.Certificate): boolean =>
  sid instanceof pkijs.IssuerAndSerialNumber &&
  it.issuer.isEqual(sid.issuer) &&
  it.serialNumber.isEqual(sid.serialNumber)

export const attributeOf = (of: pkijs.SignedAndUnsignedAttributes | undefined, wanted: string): unknown => {
  const found = of?.attributes.filter((it) => it.type === wanted) ?? []
  return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : undefined
}

const claimed = (signer: pkijs.SignerInfo): Date | null => {
  const time = attributeOf(signer.signedAttrs, type.signingTime) as { toDate?: () => Date } | undefined
  return time?.toDate?.() ?? null
}

const stampOf = (signer: pkijs.SignerInfo): pkijs.SignedData | null => {
  const token = attributeOf(signer.unsignedAttrs, type.stampToken) as { toBER(): ArrayBuffer } | undefined
  if (!token) return null
  try {
    return contentOf(token.toBER())
  } catch {
    throw new SignatureFault('bad-stamp')
  }
}

const algorithmsOf = ({ digestAlgorithm, signatureAlgorithm }: pkijs.SignerInfo): string[] => [
  digestAlgorithm.algorithmId,
  signatureAlgorithm.algorithmId,
]

/** @throws SignatureFault when it is no detached CMS of one signer */
export const readCms = (cms: Buffer): ReadCms => {
  if (cms.length === 0) throw new SignatureFault('empty')
  const signed = read(cms)
  if (signed.encapContentInfo.eContent) throw new SignatureFault('attached')
  if (signed.encapContentInfo.eContentType !== pkijs.ContentInfo.DATA) throw new SignatureFault('not-cms')
  const [signer, another] = signed.signerInfos
  if (!signer || another) throw new SignatureFault('not-one')
  const certificates = (signed.certificates ?? []).filter(isCertificate)
  const certificate = certificates.find((it) => isSigners(signer, it))
  if (!certificate) throw new SignatureFault('no-certificate')
  const stamp = stampOf(signer)
  return {
    signed,
    signer,
    certificate,
    others: certificates.filter((it) => it !== certificate && !isSigners(signer, it)),
    oids: [
      ...algorithmsOf(signer),
      certificate.subjectPublicKeyInfo.algorithm.algorithmId,
      certificate.signatureAlgorithm.algorithmId,
    ],
    stamp,
    claimedAt: claimed(signer),
    names: {
      iin: iinOf(certificate),
      name: nameOf(certificate.subject),
      serial: serialOf(certificate),
      issuer: nameOf(certificate.issuer),
      algorithm: algorithmName(signer.signatureAlgorithm.algorithmId, signer.digestAlgorithm.algorithmId),
    },
  }
}

export const stampAlgorithms = (stamp: pkijs.SignedData | null): string[] =>
  (stamp?.signerInfos ?? []).flatMap(algorithmsOf)
