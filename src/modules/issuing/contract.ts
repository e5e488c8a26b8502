// The shapes of what brings an authority about: a question, a decision, a paper, a signature. Shared by the server and the web.
import { z } from 'zod'
import { day, id, instant, line, maybeProse, prose, shape, text } from '../../kernel/contract.ts'
import { authorityKinds, issuerPosts, namedRecord, principalPosts, purposeNames } from '../authorities/contract.ts'
import { aboutRecord } from '../incoming/contract.ts'
import { base64 } from '../signatures/contract.ts'

const version = z.int().optional()
const one = { id, version }
const none = z.object({})
const made = z.object({ id })

/** What an authority is for, what it names and for which days; the same for asking, issuing and entering a paper. */
const scope = {
  /** Made by the form, so that a form sent twice is one authority. */
  entryKey: id,
  purpose: z.enum(purposeNames),
  /** The usual kind of the purpose unless told. */
  kind: z.enum(authorityKinds).optional(),
  /** 'investigation:<id>': everything that it names. */
  about: z.array(aboutRecord).min(1).max(50),
  ground: prose(10_000),
  /** The rest of the scope in words: which premises, which parts of a file. */
  scope: maybeProse(4_000),
  /** First day of force; today unless told. */
  from: day.optional(),
  until: day.optional(),
}

export const askAuthority = shape('authorities.ask', z.object({ ...scope, issuer: z.enum(principalPosts) }), made, {
  kk: 'Тапсырма не рұқсат сұрау',
  ru: 'Запросить поручение или разрешение',
  en: 'Ask for an assignment or permission',
})

export const prepareAuthority = shape(
  'authorities.prepare',
  z.object({ ...scope, issuer: z.enum(principalPosts) }),
  made,
  {
    kk: 'Тапсырма не рұқсат сұрауды дайындау',
    ru: 'Подготовить запрос поручения или разрешения',
    en: 'Prepare a question for an assignment or permission',
  },
)

export const sendAuthority = shape('authorities.send', z.object(one), none, {
  kk: 'Басшылыққа жіберу',
  ru: 'Направить руководству',
  en: 'Send to the principal',
})

export const withdrawAuthority = shape('authorities.withdraw', z.object({ ...one, reason: prose(2_000) }), none, {
  kk: 'Сұрауды қайтарып алу',
  ru: 'Отозвать запрос',
  en: 'Withdraw the question',
})

export const decideAuthority = shape(
  'authorities.decide',
  z.object({
    ...one,
    granted: z.boolean(),
    word: prose(4_000),
    /** Narrower than was asked, if at all. */
    from: day.optional(),
    until: day.optional(),
  }),
  z.object({ number: z.string().nullable() }),
  { kk: 'Шешім қабылдау', ru: 'Принять решение', en: 'Decide' },
)

export const issueAuthority = shape(
  'authorities.issue',
  z.object({ ...scope, issuer: z.enum(issuerPosts) }),
  z.object({ id, number: z.string() }),
  { kk: 'Тапсырма не бұйрық беру', ru: 'Выдать поручение или приказ', en: 'Issue an assignment or order' },
)

export const registerAuthority = shape(
  'authorities.register',
  z.object({
    ...scope,
    issuer: z.enum(issuerPosts),
    /** Who signed the paper. */
    signer: id,
    number: line(60),
    issuedOn: day,
    /** The scan. */
    files: z.array(id).min(1).max(10),
  }),
  made,
  { kk: 'Қағаз құжатты тіркеу', ru: 'Зарегистрировать бумажный документ', en: 'Register a paper' },
)

export const confirmAuthority = shape('authorities.confirm', z.object(one), none, {
  kk: 'Сканмен салыстырып растау',
  ru: 'Подтвердить по скану',
  en: 'Confirm against the scan',
})

export const rejectAuthority = shape('authorities.reject', z.object({ ...one, reason: prose(2_000) }), none, {
  kk: 'Растамау',
  ru: 'Не подтвердить',
  en: 'Do not confirm',
})

export const revokeByPaper = shape(
  'authorities.revokeByPaper',
  z.object({
    ...one,
    number: line(60),
    issuedOn: day,
    signer: id,
    reason: prose(4_000),
    files: z.array(id).min(1).max(10),
  }),
  none,
  {
    kk: 'Күшін жою туралы қағазды тіркеу',
    ru: 'Зарегистрировать бумагу об отмене',
    en: 'Register a paper of revocation',
  },
)

export const findSubjects = shape(
  'authorities.subjects',
  z.object({ words: line(200), purpose: z.enum(purposeNames) }),
  z.object({ rows: z.array(z.object({ value: z.string(), label: z.string(), kindTitle: text })) }),
  { kk: 'Нені атау керегін іздеу', ru: 'Найти, что назвать', en: 'Find what is to be named' },
)

export const authorityChoices = shape(
  'authorities.choices',
  z.object({ about: z.array(aboutRecord).max(50).default([]), purpose: z.enum(purposeNames).optional() }),
  z.object({
    /** In what capacity the asker may begin one. */
    may: z.object({
      ask: z.boolean(),
      prepare: z.boolean(),
      register: z.boolean(),
      issue: z.array(z.enum(issuerPosts)),
    }),
    subjects: z.array(namedRecord),
    /** Named in the address, but not to be found for the asker. */
    lost: z.int(),
    /** Those in force for this purpose that name all of it. */
    standing: z.array(z.object({ id, number: z.string(), until: day.nullable() })),
    signers: z.array(z.object({ id, name: text, posts: z.array(z.enum(issuerPosts)) })),
    dueOn: day,
    days: text,
    doubtful: z.boolean(),
  }),
  { kk: 'Нысан таңдаулары', ru: 'Варианты формы', en: 'Choices of the form' },
)

/** The very bytes of what was issued, for the program that holds the key. */
export const authorityToSign = shape(
  'authorities.toSign',
  z.object({ id }),
  z.object({ content: z.string(), sha256: z.string(), at: instant }),
  { kk: 'Қол қойылатын мәтінді алу', ru: 'Получить текст для подписи', en: 'Get what is to be signed' },
)

export const signAuthority = shape('authorities.sign', z.object({ ...one, cms: base64(200_000) }), made, {
  kk: 'ЭЦҚ-мен қол қою',
  ru: 'Подписать ЭЦП',
  en: 'Sign with the electronic signature',
})

export const authoritySignatures = shape(
  'authorities.signatures',
  z.object({ id }),
  z.object({
    at: instant,
    signatures: z.array(
      z.object({
        id,
        name: z.string(),
        issuer: z.string(),
        serial: z.string(),
        receivedAt: instant,
        stampedAt: instant.nullable(),
        demonstration: z.boolean(),
        valid: z.boolean(),
        /** Why not, where it is not. */
        says: text.nullable(),
      }),
    ),
  }),
  { kk: 'Электрондық қолтаңбалар', ru: 'Электронные подписи', en: 'Electronic signatures' },
)
