// The shapes of the register of criminal cases, shared by the server and the web.
import { z } from 'zod'
import { day, id, instant, line, maybeLine, maybeProse, prose, shape, text } from '../../kernel/contract.ts'
import { parseIin } from '../../kernel/identifiers.ts'
import { file } from '../../kernel/reply.ts'
import type { Text } from '../../kernel/text.ts'
import { happening } from '../incoming/contract.ts'
import { courtKinds } from '../structure/contract.ts'
import * as words from './words.ts'

export * from './words.ts'

const version = z.int().optional()
const one = { id, version }
const none = z.object({})

const says = (kk: string, ru: string, en: string) => ({ params: { says: { kk, ru, en } satisfies Text } })
const badIin = says(
  'ЖСН 12 цифрдан тұрады және бақылау цифры сәйкес болуы керек.',
  'ИИН состоит из 12 цифр, и контрольная цифра должна сходиться.',
  'An IIN has 12 digits and a right check digit.',
)
const badArticle = says(
  'Баптың нөмірін цифрмен жазыңыз, мысалы 366 немесе 366.2 (2-бөлігі).',
  'Запишите номер статьи цифрами, например 366 или 366.2 (часть 2).',
  'Write the number of the article, such as 366, or 366.2 for its part 2.',
)

export const iin = maybeLine(20)
  .refine((it) => it === null || parseIin(it).fault === null, badIin)
  .transform((it) => (it === null ? null : it.replaceAll(/\D/g, '')))
const article = line(10).refine((it) => /^\d{1,3}(-\d)?(\.\d{1,2})?$/.test(it), badArticle)

/** What the register says of the person and the case; the same for entering and for correcting. */
export const said = {
  /** The record of the person, where the register of persons has one: name, IIN and post then need not be told again. */
  person: id.nullish(),
  personName: maybeLine(200),
  iin,
  postKind: z.enum(words.postKinds).optional(),
  /** The post was that of a head of others: the bar on return is longer. */
  leads: z.boolean().default(false),
  postTitle: maybeLine(300),
  court: id.nullish(),
  /** A body or unit that is no court. */
  placeName: maybeLine(300),
  region: maybeLine(20),
  articles: z.array(article).min(1).max(10),
  articleWords: line(300),
  qualification: z.enum(words.qualifications),
  erdr: maybeLine(40),
  courtCase: maybeLine(60),
  body: id.nullish(),
  bodyName: maybeLine(300),
  offenceOn: day.nullish(),
}

/** The paper that tells of an event: a letter of the incoming register, files, or its name in words. */
const source = { incoming: id.optional(), files: z.array(id).max(10).default([]), paper: maybeLine(300) }
const happened = { happenedOn: day, confirmedOn: day, word: maybeProse(4_000), ...source }
const event = { ...one, ...happened }
const verdict = {
  outcome: z.enum(['convicted', 'acquitted']),
  gravity: z.enum(words.gravities).optional(),
  sentences: z.array(z.enum(words.sentences)).max(9).default([]),
  sentenceWords: maybeProse(2_000),
}

const details = z.object({
  restraint: z.enum(words.restraints).optional(),
  outcome: z.enum(words.outcomes).optional(),
  gravity: z.enum(words.gravities).optional(),
  sentences: z.array(z.enum(words.sentences)).optional(),
  sentenceWords: z.string().nullish(),
  changed: z.boolean().optional(),
})
export type EventDetails = z.output<typeof details>

const registered = z.object({ id, warnings: z.array(text) })
export const registerCase = shape(
  'criminalCases.register',
  z.object({ entryKey: id, ...said, registeredOn: day, confirmedOn: day, word: maybeProse(4_000), ...source }),
  registered,
  { kk: 'Қылмыстық істі тіркеу', ru: 'Внести уголовное дело', en: 'Enter a criminal case' },
)

export const suspectCase = shape('criminalCases.suspect', z.object(event), none, {
  kk: 'Күдікті деп танылғанын тіркеу',
  ru: 'Отметить признание подозреваемым',
  en: 'Record the suspicion',
})
export const chargeCase = shape('criminalCases.charge', z.object(event), none, {
  kk: 'Айып тағылғанын тіркеу',
  ru: 'Отметить предъявление обвинения',
  en: 'Record the charge',
})
export const sendCase = shape('criminalCases.send', z.object({ ...event, courtCase: maybeLine(60) }), none, {
  kk: 'Сотқа жіберілгенін тіркеу',
  ru: 'Отметить направление в суд',
  en: 'Record the sending to court',
})
export const giveVerdict = shape('criminalCases.giveVerdict', z.object({ ...event, ...verdict }), none, {
  kk: 'Үкімді тіркеу',
  ru: 'Внести приговор',
  en: 'Record the verdict',
})
export const appealVerdict = shape('criminalCases.appeal', z.object(event), none, {
  kk: 'Үкімге шағым берілгенін тіркеу',
  ru: 'Отметить обжалование приговора',
  en: 'Record the appeal',
})
export const decideAppeal = shape(
  'criminalCases.decideAppeal',
  z.object({ ...event, changed: z.boolean().default(false), ...verdict, outcome: verdict.outcome.optional() }),
  none,
  { kk: 'Апелляция нәтижесін тіркеу', ru: 'Внести итог апелляции', en: 'Record the outcome of the appeal' },
)
export const enterForce = shape('criminalCases.enterForce', z.object(event), none, {
  kk: 'Үкімнің күшіне енгенін тіркеу',
  ru: 'Отметить вступление приговора в силу',
  en: 'Record the entry into force',
})
export const setVerdictAside = shape('criminalCases.setAside', z.object(event), none, {
  kk: 'Үкімнің күші жойылғанын тіркеу',
  ru: 'Отметить отмену приговора',
  en: 'Record that the verdict was set aside',
})
export const terminateCase = shape(
  'criminalCases.terminate',
  z.object({ ...event, cleared: z.boolean(), gravity: z.enum(words.gravities).optional() }),
  none,
  { kk: 'Істің қысқартылғанын тіркеу', ru: 'Отметить прекращение дела', en: 'Record the termination' },
)
export const resumeCase = shape('criminalCases.resume', z.object(event), none, {
  kk: 'Тергеудің қайта басталғанын тіркеу',
  ru: 'Отметить возобновление',
  en: 'Record that it was resumed',
})
export const restrainAccused = shape(
  'criminalCases.restrain',
  z.object({
    ...event,
    act: z.enum(['set', 'changed', 'lifted']),
    restraint: z.enum(words.restraints).optional(),
  }),
  none,
  { kk: 'Бұлтартпау шарасын тіркеу', ru: 'Внести меру пресечения', en: 'Record a measure of restraint' },
)
export const recordDismissal = shape('criminalCases.dismiss', z.object(event), none, {
  kk: 'Жұмыстан босатылғанын тіркеу',
  ru: 'Отметить увольнение',
  en: 'Record the dismissal',
})
export const noteCase = shape('criminalCases.note', z.object({ ...event, word: prose(4_000) }), none, {
  kk: 'Өзге мәлімет қосу',
  ru: 'Добавить иные сведения',
  en: 'Add other information',
})

export const correctCase = shape(
  'criminalCases.correct',
  z.object({ ...one, ...said, reason: line(500), paper: maybeLine(300) }),
  z.object({ changed: z.int(), warnings: z.array(text) }),
  { kk: 'Түзету енгізу', ru: 'Внести исправление', en: 'Correct the entry' },
)
export const correctEvent = shape(
  'criminalCases.correctEvent',
  z.object({ ...one, event: id, ...happened, reason: line(500) }),
  none,
  { kk: 'Оқиғаны түзету', ru: 'Исправить событие', en: 'Correct an event' },
)
export const strikeEvent = shape('criminalCases.strike', z.object({ ...one, event: id, reason: line(500) }), none, {
  kk: 'Қате енгізілген оқиғаны алып тастау',
  ru: 'Снять ошибочное событие',
  en: 'Strike an event entered by mistake',
})

export const caseRow = z.object({
  id,
  state: z.enum(words.caseStates),
  personName: z.string(),
  postTitle: z.string(),
  place: text,
  region: text.nullable(),
  article: z.string(),
  articleWords: z.string(),
  qualification: z.enum(words.qualifications),
  erdr: z.string().nullable(),
  registeredOn: day,
  outcome: z.enum(words.outcomes),
  forceOn: day.nullable(),
})

const keptFile = z.object({ id, name: z.string(), bytes: z.int(), sha256: z.string(), type: z.string() })
const shownEvent = z.object({
  id,
  place: z.int(),
  kind: z.enum(words.eventKinds),
  happenedOn: day,
  confirmedOn: day,
  paper: z.string().nullable(),
  incoming: z.object({ id, number: z.string() }).nullable(),
  word: z.string().nullable(),
  details,
  enteredAt: instant,
  enteredBy: text,
  files: z.array(keptFile),
  /** It was corrected or struck; what stands in its place has the same place. */
  ended: z.object({ at: instant, by: text, reason: z.string(), replaced: z.boolean() }).nullable(),
})

export const openCase = shape(
  'criminalCases.one',
  z.object({ id }),
  caseRow.extend({
    version: z.int(),
    person: id.nullable(),
    iin: z.string().nullable(),
    postKind: z.enum(words.postKinds),
    leads: z.boolean(),
    court: id.nullable(),
    courtKind: z.enum(courtKinds).nullable(),
    placeName: z.string().nullable(),
    regionCode: z.string().nullable(),
    articles: z.array(z.string()),
    courtCase: z.string().nullable(),
    body: id.nullable(),
    bodyName: text.nullable(),
    offenceOn: day.nullable(),
    unit: text,
    enteredAt: instant,
    enteredBy: text,
    verdictOn: day.nullable(),
    terminatedOn: day.nullable(),
    dismissedOn: day.nullable(),
    restraint: z.enum(words.restraints).nullable(),
    gravity: z.enum(words.gravities).nullable(),
    sentences: z.array(z.enum(words.sentences)),
    sentenceWords: z.string().nullable(),
    superior: z.enum(words.superiorStates).nullable(),
    superiorPage: z.string().nullable(),
    /** What came of it, or why nothing did. */
    superiorWord: text.nullable(),
    warnings: z.array(text),
    bars: z.array(
      z.object({
        parameter: z.string(),
        title: text,
        years: z.int(),
        from: day,
        until: day,
        clause: z.string(),
        unverified: z.boolean(),
      }),
    ),
    events: z.array(shownEvent),
    corrections: z.array(
      z.object({
        at: instant,
        by: text,
        reason: z.string(),
        source: z.string().nullable(),
        fields: z.array(z.object({ title: text, before: text.nullable(), after: text.nullable() })),
      }),
    ),
    /** Other cases about the same person that the asker sees. */
    others: z.array(z.object({ id, caption: z.string(), state: z.enum(words.caseStates), registeredOn: day })),
  }),
  { kk: 'Қылмыстық істі ашу', ru: 'Открыть уголовное дело', en: 'Open a criminal case' },
)

export const readCaseTimeline = shape(
  'criminalCases.timeline',
  z.object({ id }),
  z.object({ rows: z.array(happening) }),
  {
    kk: 'Жазбаның тарихы',
    ru: 'История записи',
    en: 'History of the entry',
  },
)
export const takeCaseFile = shape('criminalCases.file', z.object({ id, file: id }), file, {
  kk: 'Файлды алу',
  ru: 'Получить файл',
  en: 'Take a file',
})

export const caseChoices = shape(
  'criminalCases.choices',
  none,
  z.object({
    courts: z.array(z.object({ id, name: text, region: z.string().nullable() })),
    regions: z.array(z.object({ code: z.string(), name: text })),
    bodies: z.array(z.object({ id, name: text })),
    /** A unit enters its own region only; null for the centre. */
    own: z.array(z.string()).nullable(),
  }),
  { kk: 'Нысан таңдаулары', ru: 'Варианты формы', en: 'Choices of the form' },
)
