// The shapes of work on an appeal by several: who else reads it, who learns the name, how far it has come, what is masked.
import { z } from 'zod'
import { day, id, instant, line, maybeLine, maybeProse, prose, shape, text } from '../../kernel/contract.ts'
import type { Text } from '../../kernel/text.ts'
import { workStages } from '../appeals/contract.ts'

export { stageTitles, workStages, type WorkStage } from '../appeals/contract.ts'

const requestStates = ['asked', 'granted', 'denied'] as const
export type RequestState = (typeof requestStates)[number]
export const requestTitles: Readonly<Record<RequestState, Text>> = {
  asked: { kk: 'Шешім күтілуде', ru: 'Ожидает решения', en: 'Awaits a decision' },
  granted: { kk: 'Рұқсат берілді', ru: 'Разрешено', en: 'Granted' },
  denied: { kk: 'Бас тартылды', ru: 'Отказано', en: 'Denied' },
}

const version = z.int().optional()
const one = { id, version }
const none = z.object({})
const person = z.object({ id, name: text })
const several = z.array(id).min(1).max(100)
/** The last day; nothing: until it is revoked. */
const until = day.nullish().transform((it) => it ?? null)

export const grantReading = shape('handling.grant', z.object({ ...one, to: id, reason: prose(1_000), until }), none, {
  kk: 'Оқуға рұқсат беру',
  ru: 'Открыть для чтения',
  en: 'Let a colleague read',
})

export const revokeReading = shape('handling.revoke', z.object({ ...one, to: id, reason: maybeProse(1_000) }), none, {
  kk: 'Оқу рұқсатын қайтарып алу',
  ru: 'Отозвать доступ',
  en: 'Take the reading back',
})

export const grantMany = shape(
  'handling.grantMany',
  z.object({ appeals: several, to: id, reason: prose(1_000), until }),
  z.object({ granted: z.int() }),
  {
    kk: 'Бірнеше өтінішті оқуға рұқсат беру',
    ru: 'Открыть для чтения несколько обращений',
    en: 'Let a colleague read several',
  },
)

export const revokeMany = shape(
  'handling.revokeMany',
  z.object({ appeals: several, to: id, reason: maybeProse(1_000) }),
  z.object({ revoked: z.int() }),
  {
    kk: 'Бірнеше өтініштің оқу рұқсатын қайтарып алу',
    ru: 'Отозвать доступ к нескольким обращениям',
    en: 'Take the reading of several back',
  },
)

/** Colleagues who may be let to read: they work with appeals and stand in the asker's reach. */
export const listColleagues = shape(
  'handling.colleagues',
  z.object({ words: maybeLine(100) }),
  z.object({ rows: z.array(person.extend({ unit: text })) }),
  { kk: 'Оқуға кімге рұқсат беруге болады', ru: 'Кому можно открыть', en: 'Who may be let to read' },
)

export const askIdentity = shape('handling.askIdentity', z.object({ ...one, reason: prose(1_000) }), none, {
  kk: 'Өтініш берушінің деректерін ашуды сұрау',
  ru: 'Запросить раскрытие данных заявителя',
  en: "Ask to open the applicant's details",
})

export const grantIdentity = shape(
  'handling.grantIdentity',
  z.object({ ...one, until: day, words: maybeProse(1_000) }),
  none,
  { kk: 'Деректерді ашуға рұқсат беру', ru: 'Разрешить раскрытие данных', en: 'Grant the opening' },
)

export const denyIdentity = shape('handling.denyIdentity', z.object({ ...one, words: prose(1_000) }), none, {
  kk: 'Деректерді ашудан бас тарту',
  ru: 'Отказать в раскрытии данных',
  en: 'Deny the opening',
})

export const setStage = shape('handling.setStage', z.object({ ...one, stage: z.enum(workStages) }), none, {
  kk: 'Жұмыс кезеңін көрсету',
  ru: 'Указать этап работы',
  en: 'Say how far the work has come',
})

export const remindAssignee = shape('handling.remind', z.object({ ...one, words: line(300) }), none, {
  kk: 'Орындаушыға еске салу',
  ru: 'Напомнить исполнителю',
  en: 'Remind the assignee',
})

export const reopenAppeal = shape(
  'handling.reopen',
  z.object({ ...one, reason: prose(2_000) }),
  z.object({ dueOn: day }),
  { kk: 'Қайта қарауды бастау', ru: 'Возобновить рассмотрение', en: 'Consider anew' },
)

export const maskWords = shape(
  'handling.mask',
  z.object({
    ...one,
    /** The very words, as they stand in the text. */
    words: line(500),
    /** A message; nothing: the text of the appeal. */
    message: id.nullish().transform((it) => it ?? null),
    reason: prose(1_000),
  }),
  z.object({ places: z.int() }),
  { kk: 'Сөздерді жасыру', ru: 'Скрыть слова', en: 'Mask words' },
)

export const unmaskWords = shape('handling.unmask', z.object({ ...one, mask: id, reason: prose(1_000) }), none, {
  kk: 'Жасырылған сөздерді ашу',
  ru: 'Снять скрытие',
  en: 'Take a mask off',
})

/** Looks behind the bars without taking them off. */
export const readMasked = shape(
  'handling.readMasked',
  z.object({ id, reason: line(500) }),
  z.object({ rows: z.array(z.object({ mask: id, message: id.nullable(), words: z.string() })) }),
  { kk: 'Жасырылған сөздерді оқу', ru: 'Прочесть скрытое', en: 'Read what is masked' },
)

const request = z.object({
  id,
  state: z.enum(requestStates),
  by: person,
  at: instant,
  reason: z.string(),
  decidedBy: person.nullable(),
  words: z.string().nullable(),
  until: day.nullable(),
  /** The reader may decide it now. */
  mine: z.boolean(),
})

export const openHandling = shape(
  'handling.one',
  z.object({ id }),
  z.object({
    readers: z.array(z.object({ to: person, reason: z.string(), by: person, until: day.nullable() })),
    /** The asker was given it to read and does nothing more. */
    onlyReads: z.boolean(),
    mayRevoke: z.boolean(),
    identityRule: z.enum(['reason', 'grant']),
    requests: z.array(request),
    masks: z.array(
      z.object({ id, message: id.nullable(), places: z.int(), reason: z.string(), by: person, at: instant }),
    ),
    mayUnmask: z.boolean(),
    reopenedOn: day.nullable(),
  }),
  { kk: 'Қолжетімділікті көру', ru: 'Посмотреть доступ', en: 'See who has access' },
)

// What the house itself performs.
export const settleReaders = shape(
  'handling.settle',
  z.object({ id, to: id, what: z.enum(['granted', 'revoked', 'expired']), by: id.nullable() }),
  none,
  { kk: 'Оқу рұқсаты өзгерді', ru: 'Доступ изменён', en: 'The reading has changed' },
)
export const expireReadings = shape('handling.expire', none, z.object({ ended: z.int() }), {
  kk: 'Мерзімі өткен оқу рұқсаттарын жабу',
  ru: 'Закрыть истёкшие доступы',
  en: 'End the readings whose day has passed',
})
