// The shapes of electronic signatures, shared by the server and the web.
import { z } from 'zod'
import { id, instant, shape, text } from '../../kernel/contract.ts'
import { file } from '../../kernel/reply.ts'

/** Base64 without line breaks; a CMS of one signer with its chain and time stamp is some ten kilobytes. */
export const base64 = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)

const kept = z.object({
  id,
  name: z.string(),
  serial: z.string(),
  issuer: z.string(),
  algorithm: z.string(),
  validUntil: instant,
  /** Time of the time stamping authority, where the signature bears one. */
  stampedAt: instant.nullable(),
  receivedAt: instant,
  verifier: z.enum(['pkijs', 'ncanode']),
  revocation: z.enum(['crl', 'ocsp', 'none']),
  demonstration: z.boolean(),
})

/** The very bytes to be signed, for the program that holds the key. */
export const contentToSign = shape(
  'signatures.toSign',
  z.object({ id }),
  z.object({
    /** Base64. */
    content: z.string(),
    sha256: z.string(),
    at: instant,
  }),
  { kk: 'Қол қойылатын мәтінді алу', ru: 'Получить текст для подписи', en: 'Get what is to be signed' },
)

export const addSignature = shape(
  'signatures.add',
  z.object({ id, version: z.int().optional(), cms: base64(200_000) }),
  z.object({ id }),
  { kk: 'ЭЦҚ-мен қол қою', ru: 'Подписать ЭЦП', en: 'Sign with the electronic signature' },
)

export const listSignatures = shape('signatures.list', z.object({ id }), z.object({ signatures: z.array(kept) }), {
  kk: 'Электрондық қолтаңбалар',
  ru: 'Электронные подписи',
  en: 'Electronic signatures',
})

export const verifySignatures = shape(
  'signatures.verify',
  z.object({ id }),
  z.object({
    at: instant,
    signatures: z.array(
      z.object({
        id,
        valid: z.boolean(),
        /** Why not, where it is not. */
        says: text.nullable(),
        /** It was good when it was made; the certificate's own term has passed since. */
        expiredSince: z.boolean(),
      }),
    ),
  }),
  { kk: 'Қолтаңбаларды қайта тексеру', ru: 'Проверить подписи заново', en: 'Verify the signatures again' },
)

/** The CMS as a file, for verification outside. */
export const takeSignature = shape('signatures.cms', z.object({ id, signature: id }), file, {
  kk: 'Қолтаңба файлын алу',
  ru: 'Получить файл подписи',
  en: 'Get the file of the signature',
})

export const issueTestKey = shape(
  'signatures.issueTestKey',
  z.object({
    /** PKCS #10, base64. */
    request: base64(8_000).min(1),
  }),
  z.object({
    /** DER, base64. */
    certificate: z.string(),
    until: instant,
  }),
  { kk: 'Көрсетілім кілтін алу', ru: 'Получить демонстрационный ключ', en: 'Get a demonstration key' },
)
