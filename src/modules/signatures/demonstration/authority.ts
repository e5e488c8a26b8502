// The test authority of a demonstration: its key lies beside the other secrets, never in the database, and what it issues
// says in its own names that it is for trying out.
import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as pkijs from 'pkijs'
import { makeCertificate } from './certificates.ts'

const file = (dataDir: string): string => join(dataDir, 'secrets', 'test-authority')
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const
const organisation = 'Қорған DEMO: заңды күші жоқ, не имеет юридической силы'
const year = 365 * 86_400_000

interface Kept {
  /** PKCS #8, base64. */
  key: string
  /** DER, base64. */
  certificate: string
}

const make = async (at: Date): Promise<Kept> => {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await makeCertificate({
    subject: { name: 'Қорған DEMO сынақ орталығы (тестовый центр)', organisation },
    key: publicKey,
    from: new Date(at.getTime() - year),
    until: new Date(at.getTime() + 10 * year),
    by: { key: privateKey },
    kind: 'authority',
  })
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey)).toString('base64')
  return { key, certificate: Buffer.from(certificate).toString('base64') }
}

const readKept = async (dataDir: string): Promise<Kept | null> => {
  const text = await readFile(file(dataDir), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Kept)
}

/** Made at the first need; of two that make it at once, the first stands for both. */
const keep = async (dataDir: string, at: Date): Promise<Kept> => {
  const path = file(dataDir)
  await mkdir(join(dataDir, 'secrets'), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, JSON.stringify(await make(at)), { mode: 0o600, flag: 'wx' })
  await link(draft, path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST') throw fault
  })
  await rm(draft)
  return JSON.parse(await readFile(path, 'utf8')) as Kept
}

const parse = (base64: string): pkijs.Certificate =>
  pkijs.Certificate.fromBER(Uint8Array.from(Buffer.from(base64, 'base64')))

/** The authority's certificate, or nothing where it has issued none yet. */
export const readTestAuthority = async (dataDir: string): Promise<pkijs.Certificate | null> => {
  const kept = await readKept(dataDir)
  return kept && parse(kept.certificate)
}

export interface Person {
  iin: string
  name: string
}

/** The public key of the request, when whoever asks has shown to hold the private one. */
const provenKey = async (request: Uint8Array<ArrayBuffer>): Promise<pkijs.PublicKeyInfo | null> => {
  try {
    const asked = pkijs.CertificationRequest.fromBER(request)
    return (await asked.verify()) ? asked.subjectPublicKeyInfo : null
  } catch {
    return null
  }
}

export interface Issued {
  /** DER. */
  certificate: Uint8Array<ArrayBuffer>
  serial: string
  until: Date
}

/** Certifies the key of a PKCS #10 request for this person; null where the request is none. DER. */
export const issueTestCertificate = async (
  dataDir: string,
  at: Date,
  request: Uint8Array<ArrayBuffer>,
  { iin, name }: Person,
): Promise<Issued | null> => {
  const key = await provenKey(request)
  if (!key) return null
  const { key: own, certificate } = (await readKept(dataDir)) ?? (await keep(dataDir, at))
  const signing = await crypto.subtle.importKey('pkcs8', Buffer.from(own, 'base64'), algorithm, false, ['sign'])
  const until = new Date(at.getTime() + year)
  const made = await makeCertificate({
    subject: { name: `${name} (DEMO)`, iin, organisation },
    key,
    from: new Date(at.getTime() - 60_000),
    until,
    by: { key: signing, certificate: parse(certificate) },
    kind: 'signing',
  })
  const serial = Buffer.from(pkijs.Certificate.fromBER(made).serialNumber.valueBlock.valueHexView).toString('hex')
  return { certificate: made, serial, until }
}
