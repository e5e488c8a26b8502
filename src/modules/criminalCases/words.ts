// States, events, posts, measures and outcomes of criminal cases in three languages; the usual articles of the Criminal Code.
import code from '../../../regulation/reference/criminal-code.json' with { type: 'json' }
import type { Text } from '../../kernel/text.ts'

/** Names in the order of the code, as zod wants them: at least one. */
const namesOf = <K extends string>(titles: Readonly<Record<K, Text>>) => Object.keys(titles) as [K, ...K[]]

export const caseStates = [
  'registered',
  'suspected',
  'charged',
  'in-court',
  'sentenced',
  'appealed',
  'in-force',
  'terminated',
] as const
export type CaseState = (typeof caseStates)[number]
export const stateTitles: Readonly<Record<CaseState, Text>> = {
  registered: { kk: 'СДТБТ-да тіркелді', ru: 'Зарегистрировано в ЕРДР', en: 'Registered in the ERDR' },
  suspected: { kk: 'Күдікті деп танылды', ru: 'Признан подозреваемым', en: 'Suspect' },
  charged: { kk: 'Айып тағылды', ru: 'Предъявлено обвинение', en: 'Charged' },
  'in-court': { kk: 'Сотта қаралуда', ru: 'В суде', en: 'In court' },
  sentenced: { kk: 'Үкім шықты', ru: 'Вынесен приговор', en: 'Verdict given' },
  appealed: { kk: 'Үкімге шағым берілді', ru: 'Приговор обжалован', en: 'Verdict appealed' },
  'in-force': { kk: 'Үкім күшіне енді', ru: 'Приговор вступил в силу', en: 'Verdict in force' },
  terminated: { kk: 'Іс қысқартылды', ru: 'Дело прекращено', en: 'Terminated' },
}

export const eventKinds = [
  'registered',
  'suspected',
  'charged',
  'restraint-set',
  'restraint-changed',
  'restraint-lifted',
  'sent',
  'verdict',
  'appealed',
  'appeal-decided',
  'in-force',
  'set-aside',
  'terminated',
  'resumed',
  'dismissed',
  'noted',
] as const
export type EventKind = (typeof eventKinds)[number]
export const eventTitles: Readonly<Record<EventKind, Text>> = {
  registered: {
    kk: 'Сотқа дейінгі тергеп-тексеру тіркелді',
    ru: 'Досудебное расследование зарегистрировано',
    en: 'Pre-trial investigation registered',
  },
  suspected: { kk: 'Күдікті деп танылды', ru: 'Признан подозреваемым', en: 'Recognised as a suspect' },
  charged: { kk: 'Айып тағылды', ru: 'Предъявлено обвинение', en: 'Charged' },
  'restraint-set': {
    kk: 'Бұлтартпау шарасы қолданылды',
    ru: 'Избрана мера пресечения',
    en: 'Measure of restraint set',
  },
  'restraint-changed': {
    kk: 'Бұлтартпау шарасы өзгертілді',
    ru: 'Мера пресечения изменена',
    en: 'Measure of restraint changed',
  },
  'restraint-lifted': {
    kk: 'Бұлтартпау шарасының күші жойылды',
    ru: 'Мера пресечения отменена',
    en: 'Measure of restraint lifted',
  },
  sent: { kk: 'Іс сотқа жіберілді', ru: 'Дело направлено в суд', en: 'Sent to court' },
  verdict: { kk: 'Үкім шығарылды', ru: 'Вынесен приговор', en: 'Verdict given' },
  appealed: { kk: 'Үкімге шағым берілді', ru: 'Приговор обжалован', en: 'Verdict appealed' },
  'appeal-decided': {
    kk: 'Апелляциялық шағым қаралды',
    ru: 'Апелляционная жалоба рассмотрена',
    en: 'Appeal decided',
  },
  'in-force': {
    kk: 'Үкім заңды күшіне енді',
    ru: 'Приговор вступил в законную силу',
    en: 'Verdict entered into force',
  },
  'set-aside': {
    kk: 'Үкімнің күші жойылып, іс сотқа қайтарылды',
    ru: 'Приговор отменён, дело возвращено в суд',
    en: 'Verdict set aside, the case is back in court',
  },
  terminated: { kk: 'Іс қысқартылды', ru: 'Дело прекращено', en: 'Terminated' },
  resumed: { kk: 'Тергеп-тексеру қайта басталды', ru: 'Расследование возобновлено', en: 'Investigation resumed' },
  dismissed: { kk: 'Жұмыстан босатылды', ru: 'Уволен со службы', en: 'Dismissed from service' },
  noted: { kk: 'Өзге мәлімет', ru: 'Иные сведения', en: 'Other information' },
}

export const postKinds = ['judge', 'court-chair', 'court-staff', 'ca-staff', 'td-staff'] as const
export type PostKind = (typeof postKinds)[number]
export const postKindTitles: Readonly<Record<PostKind, Text>> = {
  judge: { kk: 'Судья', ru: 'Судья', en: 'Judge' },
  'court-chair': { kk: 'Сот төрағасы', ru: 'Председатель суда', en: 'Chairman of a court' },
  'court-staff': { kk: 'Сот қызметкері', ru: 'Работник суда', en: 'Staff of a court' },
  'ca-staff': {
    kk: 'Сот әкімшілігінің қызметкері',
    ru: 'Работник Судебной администрации',
    en: 'Staff of the Court Administration',
  },
  'td-staff': {
    kk: 'Аумақтық департамент қызметкері',
    ru: 'Работник территориального департамента',
    en: 'Staff of a territorial department',
  },
}

export const qualifications = ['corruption', 'other'] as const
export type Qualification = (typeof qualifications)[number]
export const qualificationTitles: Readonly<Record<Qualification, Text>> = {
  corruption: { kk: 'Сыбайлас жемқорлық', ru: 'Коррупционное', en: 'Corruption' },
  other: { kk: 'Өзге', ru: 'Иное', en: 'Other' },
}

export type Restraint = keyof typeof code.restraints
export const restraints = namesOf(code.restraints)
export const restraintTitles: Readonly<Record<Restraint, Text>> = code.restraints

export const outcomes = ['pending', 'convicted', 'acquitted', 'cleared', 'excused'] as const
export type Outcome = (typeof outcomes)[number]
export const outcomeTitles: Readonly<Record<Outcome, Text>> = {
  pending: { kk: 'Аяқталмаған', ru: 'Не завершено', en: 'Pending' },
  convicted: { kk: 'Сотталды', ru: 'Осуждён', en: 'Convicted' },
  acquitted: { kk: 'Ақталды', ru: 'Оправдан', en: 'Acquitted' },
  cleared: {
    kk: 'Ақтайтын негізбен қысқартылды',
    ru: 'Прекращено по реабилитирующим основаниям',
    en: 'Terminated, the person is cleared',
  },
  excused: {
    kk: 'Ақтамайтын негізбен қысқартылды',
    ru: 'Прекращено по нереабилитирующим основаниям',
    en: 'Terminated, the person is not cleared',
  },
}

export type Gravity = keyof typeof code.gravities
export const gravities = namesOf(code.gravities)
export const gravityTitles: Readonly<Record<Gravity, Text>> = code.gravities

export type Sentence = keyof typeof code.sentences
export const sentences = namesOf(code.sentences)
export const sentenceTitles: Readonly<Record<Sentence, Text>> = code.sentences

export const superiorStates = ['proposed', 'investigated', 'liable', 'not-liable', 'none'] as const
export type SuperiorState = (typeof superiorStates)[number]

/** Colours of states and outcomes, for every screen that shows them. */
export const stateTones = {
  registered: 'plain',
  suspected: 'work',
  charged: 'work',
  'in-court': 'work',
  sentenced: 'warn',
  appealed: 'warn',
  'in-force': 'late',
  terminated: 'ok',
} as const satisfies Record<CaseState, string>
export const outcomeTones = {
  pending: 'plain',
  convicted: 'late',
  acquitted: 'ok',
  cleared: 'ok',
  excused: 'warn',
} as const satisfies Record<Outcome, string>
