// Makes X.509 certificates as the test authority of a demonstration and the tests need them.
import { randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

export interface Wish {
  subject: { name: string; iin?: string; organisation?: string }
  key: pkijs.PublicKeyInfo | CryptoKey
  from: Date
  until: Date
  /** Who signs it; itself where nobody is named. */
  by: { key: CryptoKey; certificate?: pkijs.Certificate }
  /** An authority's own certificate, or one for signing, signing in, or time stamps. */
  kind: 'authority' | 'signing' | 'entry' | 'stamps'
}

const oid = { commonName: '2.5.4.3', country: '2.5.4.6', serialNumber: '2.5.4.5', organisation: '2.5.4.10' } as const
const ext = { key: '2.5.29.14', usage: '2.5.29.15', basic: '2.5.29.19', authority: '2.5.29.35', use: '2.5.29.37' }

/** First byte of the bits of key usage. */
const usages = { authority: 0b0000_0110, signing: 0b1100_0000, entry: 0b1010_0000, stamps: 0b1100_0000 } as const
/** E-mail protection is what Kazakhstan's authority writes into signing certificates. */
const uses = {
  authority: [],
  signing: ['1.3.6.1.5.5.7.3.4'],
  entry: ['1.3.6.1.5.5.7.3.2'],
  stamps: ['1.3.6.1.5.5.7.3.8'],
}

const named = (name: pkijs.RelativeDistinguishedNames, { name: common, iin, organisation }: Wish['subject']): void => {
  const put = (type: string, value: asn1js.Utf8String | asn1js.PrintableString) =>
    void name.typesAndValues.push(new pkijs.AttributeTypeAndValue({ type, value }))
  put(oid.commonName, new asn1js.Utf8String({ value: common }))
  if (iin) put(oid.serialNumber, new asn1js.PrintableString({ value: `IIN${iin}` }))
  if (organisation) put(oid.organisation, new asn1js.Utf8String({ value: organisation }))
  put(oid.country, new asn1js.PrintableString({ value: 'KZ' }))
}

const extension = (extnID: string, value: { toSchema(): asn1js.BaseBlock }, critical = false): pkijs.Extension =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toSchema().toBER() })

const plain = (block: asn1js.BaseBlock) => ({ toSchema: () => block })

const keyId = async (key: pkijs.PublicKeyInfo): Promise<asn1js.OctetString> =>
  new asn1js.OctetString({
    valueHex: await crypto.subtle.digest('SHA-1', key.subjectPublicKey.valueBlock.valueHexView.slice()),
  })

const extensionsOf = async (it: pkijs.Certificate, kind: Wish['kind'], by: pkijs.Certificate) => [
  extension(ext.basic, new pkijs.BasicConstraints({ cA: kind === 'authority' }), true),
  extension(
    ext.usage,
    plain(new asn1js.BitString({ valueHex: Uint8Array.of(usages[kind]).buffer, unusedBits: 0 })),
    true,
  ),
  ...(uses[kind].length ? [extension(ext.use, new pkijs.ExtKeyUsage({ keyPurposes: uses[kind] }))] : []),
  extension(ext.key, plain(await keyId(it.subjectPublicKeyInfo))),
  extension(ext.authority, new pkijs.AuthorityKeyIdentifier({ keyIdentifier: await keyId(by.subjectPublicKeyInfo) })),
]

/** DER of the certificate. */
export const makeCertificate = async ({
  subject,
  key,
  from,
  until,
  by,
  kind,
}: Wish): Promise<Uint8Array<ArrayBuffer>> => {
  const it = new pkijs.Certificate()
  it.version = 2
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  it.serialNumber = new asn1js.Integer({ valueHex: Uint8Array.from(serial).buffer })
  named(it.subject, subject)
  if (by.certificate) it.issuer = by.certificate.subject
  else named(it.issuer, subject)
  it.notBefore = new pkijs.Time({ type: 0, value: from })
  it.notAfter = new pkijs.Time({ type: 0, value: until })
  if (key instanceof pkijs.PublicKeyInfo) it.subjectPublicKeyInfo = key
  else await it.subjectPublicKeyInfo.importKey(key)
  it.extensions = await extensionsOf(it, kind, by.certificate ?? it)
  await it.sign(by.key, 'SHA-256')
  return new Uint8Array(it.toSchema(true).toBER())
}
