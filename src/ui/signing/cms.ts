// A detached CMS made with a key at hand, and the request for its certificate. Runs wherever there is WebCrypto.
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

export interface SigningKey {
  privateKey: CryptoKey
  /** DER. */
  certificate: Uint8Array<ArrayBuffer>
  /** Certificates between it and the authority, DER. */
  chain?: readonly Uint8Array<ArrayBuffer>[]
}

const hash = 'SHA-256'

/** A new key pair whose private half no script can read. */
export const newKeyPair = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])

/** PKCS #10: the public key, and the proof that the private one is held. The authority itself writes the names. */
export const certificateRequest = async ({ publicKey, privateKey }: CryptoKeyPair): Promise<Uint8Array> => {
  const request = new pkijs.CertificationRequest()
  await request.subjectPublicKeyInfo.importKey(publicKey)
  await request.sign(privateKey, hash)
  return new Uint8Array(request.toSchema(true).toBER())
}

const attribute = (type: string, value: object): pkijs.Attribute => new pkijs.Attribute({ type, values: [value] })

/** ESSCertIDv2: which certificate the signer meant, so that another one over the same key cannot be put in its place. */
const meantCertificate = async (certificate: BufferSource): Promise<pkijs.Attribute> => {
  const certHash = new asn1js.OctetString({ valueHex: await crypto.subtle.digest(hash, certificate) })
  const sequence = (value: asn1js.BaseBlock) => new asn1js.Sequence({ value: [value] })
  return attribute('1.2.840.113549.1.9.16.2.47', sequence(sequence(sequence(certHash))))
}

const inOrder = (attributes: pkijs.Attribute[]): pkijs.Attribute[] => {
  const written = new Map(attributes.map((it) => [it, Array.from(new Uint8Array(it.toSchema().toBER()))]))
  const compare = (a: number[], b: number[]): number => {
    const at = a.findIndex((byte, place) => byte !== b[place])
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
  }
  return attributes.toSorted((a, b) => compare(written.get(a) ?? [], written.get(b) ?? []))
}

/** CMS (RFC 5652) over the content, the content itself left out; DER. */
export const detachedCms = async (
  content: Uint8Array<ArrayBuffer>,
  { privateKey, certificate, chain = [] }: SigningKey,
  at: Date,
): Promise<Uint8Array> => {
  const own = pkijs.Certificate.fromBER(certificate)
  const digest = await crypto.subtle.digest(hash, content)
  const signedAttrs = new pkijs.SignedAndUnsignedAttributes({
    type: 0,
    attributes: inOrder([
      attribute('1.2.840.113549.1.9.3', new asn1js.ObjectIdentifier({ value: pkijs.ContentInfo.DATA })),
      attribute('1.2.840.113549.1.9.5', new asn1js.UTCTime({ valueDate: at })),
      attribute('1.2.840.113549.1.9.4', new asn1js.OctetString({ valueHex: digest })),
      await meantCertificate(certificate),
    ]),
  })
  const sid = new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber })
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: pkijs.ContentInfo.DATA }),
    signerInfos: [new pkijs.SignerInfo({ version: 1, sid, signedAttrs })],
    certificates: [own, ...chain.map((it) => pkijs.Certificate.fromBER(it))],
  })
  await signed.sign(privateKey, 0, hash, content.buffer)
  const info = new pkijs.ContentInfo({ contentType: pkijs.ContentInfo.SIGNED_DATA, content: signed.toSchema(true) })
  return new Uint8Array(info.toSchema().toBER())
}
