// Real keys, certificates and signatures for tests: an authority with an intermediate one, as a national one has.
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { makeCertificate, type Wish } from '../../src/modules/signatures/demonstration/certificates.ts'
import { detachedCms, newKeyPair, type SigningKey } from '../../src/ui/signing/cms.ts'

type Der = Uint8Array<ArrayBuffer>

export interface Authority {
  der: Der
  key: CryptoKey
  certificate: pkijs.Certificate
}

export const from = new Date('2026-01-01T00:00:00Z')
export const until = new Date('2027-01-01T00:00:00Z')

export const rsaKeyPair = (modulusLength = 2_048): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(
    { name: 'RSASSA-PKCS1-v1_5', modulusLength, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  )

export const authority = async (name: string, over?: Authority, days: Partial<Pick<Wish, 'from' | 'until'>> = {}) => {
  const keys = await newKeyPair()
  const der = await makeCertificate({
    subject: { name, organisation: 'Invented for tests' },
    key: keys.publicKey,
    from,
    until,
    ...days,
    by: over ? { key: over.key, certificate: over.certificate } : { key: keys.privateKey },
    kind: 'authority',
  })
  return { der, key: keys.privateKey, certificate: pkijs.Certificate.fromBER(der) } satisfies Authority
}

export interface KeyWish {
  iin?: string
  name?: string
  kind?: Wish['kind']
  from?: Date
  until?: Date
  keys?: CryptoKeyPair
  chain?: readonly Der[]
}

/** A person's key with its certificate, and the certificates between it and the authority. */
export const keyFrom = async (by: Authority, wish: KeyWish): Promise<SigningKey> => {
  const { publicKey, privateKey } = wish.keys ?? (await newKeyPair())
  const certificate = await makeCertificate({
    subject: { name: wish.name ?? 'СЫНАҚ АДАМ', ...(wish.iin ? { iin: wish.iin } : {}) },
    key: publicKey,
    from: wish.from ?? from,
    until: wish.until ?? until,
    by: { key: by.key, certificate: by.certificate },
    kind: wish.kind ?? 'signing',
  })
  return { privateKey, certificate, chain: wish.chain ?? [] }
}

export const pem = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`

/** A detached CMS over the bytes. */
export const cmsOver = async (content: Buffer, key: SigningKey, at: Date): Promise<Buffer> =>
  Buffer.from(await detachedCms(Uint8Array.from(content), key, at))

/** The same CMS after its parts were changed, not signed anew. */
export const changed = (cms: Buffer, change: (signed: pkijs.SignedData, signer: pkijs.SignerInfo) => void): Buffer => {
  const info = pkijs.ContentInfo.fromBER(Uint8Array.from(cms))
  const signed = new pkijs.SignedData({ schema: info.content })
  const [signer] = signed.signerInfos
  if (!signer) throw new Error('a CMS without a signer')
  change(signed, signer)
  const content = signed.toSchema(true)
  return Buffer.from(new pkijs.ContentInfo({ contentType: info.contentType, content }).toSchema().toBER())
}

/** Puts the time stamp of an authority for stamps on the signature. */
export const stamped = async (cms: Buffer, key: SigningKey, genTime: Date, over?: Buffer): Promise<Buffer> => {
  const info = pkijs.ContentInfo.fromBER(Uint8Array.from(cms))
  const [signer] = new pkijs.SignedData({ schema: info.content }).signerInfos
  const value = over ?? Buffer.from(signer?.signature.valueBlock.valueHexView ?? [])
  const hash = await crypto.subtle.digest('SHA-256', Uint8Array.from(value))
  const tst = new pkijs.TSTInfo({
    version: 1,
    policy: '1.2.398.3.3.2.6.1',
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' }),
      hashedMessage: new asn1js.OctetString({ valueHex: hash }),
    }),
    serialNumber: new asn1js.Integer({ value: 7 }),
    genTime,
  })
  const own = pkijs.Certificate.fromBER(key.certificate)
  const der = tst.toSchema().toBER()
  const token = new pkijs.SignedData({
    version: 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: '1.2.840.113549.1.9.16.1.4',
      eContent: new asn1js.OctetString({ valueHex: der }),
    }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new pkijs.Attribute({
              type: '1.2.840.113549.1.9.3',
              values: [new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.9.16.1.4' })],
            }),
            new pkijs.Attribute({
              type: '1.2.840.113549.1.9.4',
              values: [new asn1js.OctetString({ valueHex: await crypto.subtle.digest('SHA-256', der) })],
            }),
          ],
        }),
      }),
    ],
    certificates: [own, ...(key.chain ?? []).map((it) => pkijs.Certificate.fromBER(it))],
  })
  await token.sign(key.privateKey, 0, 'SHA-256')
  const content = token.toSchema(true)
  const whole = new pkijs.ContentInfo({ contentType: pkijs.ContentInfo.SIGNED_DATA, content }).toSchema()
  return changed(cms, (_, it) => {
    it.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({
      type: 1,
      attributes: [new pkijs.Attribute({ type: '1.2.840.113549.1.9.16.2.14', values: [whole] })],
    })
  })
}
