// The one door through which a signature is verified, whoever does the arithmetic behind it.

export interface Asked {
  /** CMS, DER. */
  cms: Buffer
  /** What must have been signed. */
  content: Buffer
  /** The moment, by our own clock, at which the certificate and its chain must be in force. */
  at: Date
}

/** What a good signature says. */
export interface Verified {
  verifier: 'pkijs' | 'ncanode'
  iin: string
  name: string
  serial: string
  issuer: string
  algorithm: string
  validFrom: Date
  validUntil: Date
  /** Time that a time stamping authority put on the signature. */
  stampedAt: Date | null
  /** Time that the signer's own computer claims. */
  claimedAt: Date | null
  /** By what it was asked whether the certificate was revoked. */
  revocation: 'crl' | 'ocsp' | 'none'
  /** The test authority of a demonstration issued the certificate: it has no force in law. */
  demonstration: boolean
}

export interface SignatureVerifier {
  readonly name: Verified['verifier']
  /** @throws SignatureFault for whatever is wrong with the signature */
  verify(asked: Asked): Promise<Verified>
}
