// GOST signatures, verified by an NCANode 3 over HTTP: POST /cms/verify, with the certificate asked after by OCSP.
import { z } from 'zod'
import type { House } from '../../../kernel/house.ts'
import { SignatureFault, type FaultKind } from './faults.ts'
import type { Asked, SignatureVerifier, Verified } from './port.ts'
import { readCms } from './reading.ts'

/** NCANode asks the authority's own servers before it answers. */
const longestMs = 10_000

const moment = z.coerce.date()
const certificate = z.object({
  valid: z.boolean(),
  notBefore: moment,
  notAfter: moment,
  keyUsage: z.string().nullish(),
  serialNumber: z.string(),
  signAlg: z.string().nullish(),
  revocations: z.array(z.object({ revoked: z.boolean().nullish() })).nullish(),
  subject: z.object({ commonName: z.string().nullish(), iin: z.string().nullish() }),
  issuer: z.object({ commonName: z.string().nullish() }).nullish(),
})
type Certificate = z.infer<typeof certificate>

const answered = z.object({
  valid: z.boolean(),
  signers: z.array(
    z.object({ certificates: z.array(certificate).min(1), tsp: z.object({ genTime: moment }).nullish() }),
  ),
})
type Answer = z.infer<typeof answered>

const ask = async (url: string, body: object): Promise<{ status: number; said: unknown }> => {
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/cms/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(longestMs),
    })
    return { status: response.status, said: await response.json() }
  } catch {
    throw new SignatureFault('verifier-silent')
  }
}

/** NCANode answers a digest that does not fit with an error and its library's words. */
const whyNot = (said: unknown): FaultKind => {
  const words = z.object({ message: z.string() }).safeParse(said).data?.message ?? ''
  return /digest|hash/i.test(words) ? 'altered' : 'verifier-refuses'
}

const faultOf = ({ valid, signers }: Answer, { notBefore, notAfter, revocations, keyUsage }: Certificate, at: Date) => {
  if (revocations?.some(({ revoked }) => revoked)) return 'revoked'
  if (at < notBefore) return 'not-yet'
  if (at > notAfter) return 'expired'
  if (keyUsage === 'AUTH') return 'wrong-usage'
  return valid && signers.length === 1 ? null : 'verifier-refuses'
}

const plainSerial = (serial: string): string => serial.toLowerCase().replace(/^0+(?=.)/, '')

export const verifyByNcanode = (url: string, log: House['log']): SignatureVerifier => ({
  name: 'ncanode',
  verify: async ({ cms, content, at }: Asked): Promise<Verified> => {
    // Taken apart here first: NCANode would verify text inside an attached signature in place of the document.
    const { names, claimedAt } = readCms(cms)
    const { status, said } = await ask(url, {
      cms: cms.toString('base64'),
      data: content.toString('base64'),
      revocationCheck: ['OCSP'],
    })
    if (status >= 400 && status < 500) throw new SignatureFault(whyNot(said))
    const answer = answered.safeParse(said).data
    const first = answer?.signers[0]
    const own = first?.certificates[0]
    if (status !== 200 || !answer || !first || !own) {
      log('error', 'NCANode answered in a way that is not understood', { status })
      throw new SignatureFault('verifier-silent')
    }
    const fault = faultOf(answer, own, at)
    if (fault) throw new SignatureFault(fault)
    const { iin } = own.subject
    if (!iin || !names.iin) throw new SignatureFault('no-iin')
    // The answer must be about the certificate that lies in this very CMS.
    if (iin !== names.iin || plainSerial(own.serialNumber) !== names.serial)
      throw new SignatureFault('verifier-refuses')
    return {
      ...names,
      iin,
      verifier: 'ncanode',
      validFrom: own.notBefore,
      validUntil: own.notAfter,
      stampedAt: first.tsp?.genTime ?? null,
      claimedAt,
      revocation: own.revocations?.length ? 'ocsp' : 'none',
      demonstration: false,
    }
  },
})
