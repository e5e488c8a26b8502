// What an authority opens: by which clause, who may issue it, in which kinds, what it must name. One row a purpose.
import type { Clause } from '../../kernel/clauses.ts'
import type { Text } from '../../kernel/text.ts'

export const authorityKinds = ['assignment', 'permission', 'order', 'consent', 'verdict'] as const
export const purposeNames = [
  'investigation',
  'superior',
  'questioning',
  'personalFile',
  'inspection',
  'suspension',
] as const
export const principalPosts = ['chairman', 'ca-head'] as const
export const issuerPosts = [...principalPosts, 'head'] as const

export type AuthorityKind = (typeof authorityKinds)[number]
export type Purpose = (typeof purposeNames)[number]
export type PrincipalPost = (typeof principalPosts)[number]
export type IssuerPost = (typeof issuerPosts)[number]

export interface PurposeRow {
  readonly clause: Clause
  readonly title: Text
  /** The first is the usual one. */
  readonly kinds: readonly AuthorityKind[]
  readonly issuers: readonly IssuerPost[]
  /** It names at least one record of these kinds; further ones of any kind may stand beside. */
  readonly names: readonly string[]
  /** Whether it must say its last day. */
  readonly ends: boolean
  /** The sentence for an office that may not issue it. */
  readonly onlyBy: Text
  /** The sentence at a gate that it would open. */
  readonly missing: Text
}

const byEither = (what: { kk: string; ru: string; en: string }): Text => ({
  kk: `${what.kk} Жоғарғы Сот Төрағасы және/немесе Сот әкімшілігінің басшысы ғана береді.`,
  ru: `${what.ru} даёт только Председатель Верховного Суда и/или руководитель Судебной администрации.`,
  en: `${what.en} comes only from the Chairman of the Supreme Court and/or the Head of the Court Administration.`,
})

export const purposes: Readonly<Record<Purpose, PurposeRow>> = {
  investigation: {
    clause: '6.21',
    title: { kk: 'Қызметтік тексеру жүргізу', ru: 'Служебное расследование', en: 'Service investigation' },
    kinds: ['assignment'],
    issuers: principalPosts,
    names: ['investigation', 'appeal'],
    ends: false,
    onlyBy: byEither({
      kk: 'Қызметтік тексеру жүргізу туралы тапсырманы',
      ru: 'Поручение о служебном расследовании',
      en: 'An assignment to conduct a service investigation',
    }),
    missing: {
      kk: 'Қызметтік тексеру басшылықтың күшіндегі тапсырмасымен ғана ашылады. Ондай тапсырма жоқ.',
      ru: 'Служебное расследование открывается только по действующему поручению руководства. Такого поручения нет.',
      en: 'A service investigation opens only on an assignment of the principals that is in force. There is none.',
    },
  },
  superior: {
    clause: '6.22',
    title: {
      kk: 'Сотталған қызметшінің басшысына қатысты қызметтік тексеру',
      ru: 'Служебное расследование в отношении руководителя осуждённого служащего',
      en: 'Service investigation of the superior of a convicted employee',
    },
    kinds: ['assignment'],
    issuers: principalPosts,
    names: ['investigation', 'person', 'employee'],
    ends: false,
    onlyBy: byEither({
      kk: 'Лауазымды адамға қатысты қызметтік тексеру туралы тапсырманы',
      ru: 'Поручение о служебном расследовании в отношении должностного лица',
      en: 'An assignment to investigate an official',
    }),
    missing: {
      kk: 'Лауазымды адамға қатысты қызметтік тексеру басшылықтың күшіндегі тапсырмасымен ғана ашылады. Ондай тапсырма жоқ.',
      ru: 'Служебное расследование в отношении должностного лица открывается только по действующему поручению руководства. Такого поручения нет.',
      en: 'A service investigation of an official opens only on an assignment of the principals that is in force. There is none.',
    },
  },
  questioning: {
    clause: '5.3',
    title: { kk: 'Судьядан жауап алу', ru: 'Опрос судьи', en: 'Questioning of a judge' },
    kinds: ['permission', 'assignment'],
    issuers: ['chairman'],
    names: ['questioning', 'person', 'employee'],
    ends: false,
    onlyBy: {
      kk: 'Судьядан жауап алуға тапсырманы немесе рұқсатты Жоғарғы Сот Төрағасы ғана береді.',
      ru: 'Поручение или разрешение на опрос судьи даёт только Председатель Верховного Суда.',
      en: 'The assignment or permission to question a judge comes only from the Chairman of the Supreme Court.',
    },
    missing: {
      kk: 'Судьядан Жоғарғы Сот Төрағасының күшіндегі тапсырмасы немесе рұқсаты болса ғана жауап алынады. Ондай құжат жоқ.',
      ru: 'Судью опрашивают только при действующем поручении или разрешении Председателя Верховного Суда. Такого документа нет.',
      en: 'A judge is questioned only on an assignment or permission of the Chairman of the Supreme Court that is in force. There is none.',
    },
  },
  personalFile: {
    clause: '5.9',
    title: {
      kk: 'Жеке іс материалдарымен танысу',
      ru: 'Ознакомление с материалами личного дела',
      en: 'Examination of a personal file',
    },
    kinds: ['permission', 'assignment'],
    issuers: principalPosts,
    names: ['personalFile', 'person', 'employee'],
    ends: true,
    onlyBy: byEither({
      kk: 'Жеке іспен танысуға рұқсатты немесе тапсырманы',
      ru: 'Разрешение или поручение на ознакомление с личным делом',
      en: 'The permission or assignment to examine a personal file',
    }),
    missing: {
      kk: 'Жеке іс оны атаған, күшіндегі рұқсат немесе тапсырма болса ғана ашылады. Ондай құжат жоқ.',
      ru: 'Личное дело открывается только по действующему разрешению или поручению, в котором оно названо. Такого документа нет.',
      en: 'A personal file opens only under a permission or assignment that names it and is in force. There is none.',
    },
  },
  inspection: {
    clause: '5.10',
    title: {
      kk: 'Аумақтық бөлімшенің қызметін тексеру',
      ru: 'Проверка деятельности территориального подразделения',
      en: 'Inspection of a territorial unit',
    },
    kinds: ['order', 'assignment'],
    issuers: issuerPosts,
    names: ['inspection', 'premises', 'unit', 'employee'],
    ends: false,
    onlyBy: {
      kk: 'Аумақтық бөлімшені тексеру туралы бұйрықты меңгеруші немесе басшылық береді.',
      ru: 'Приказ о проверке территориального подразделения издаёт заведующий или руководство.',
      en: 'The order to inspect a territorial unit comes from the head or the principals.',
    },
    missing: {
      kk: 'Аумақтық бөлімше күшіндегі бұйрықпен немесе тапсырмамен ғана тексеріледі. Ондай құжат жоқ.',
      ru: 'Территориальное подразделение проверяют только по действующему приказу или поручению. Такого документа нет.',
      en: 'A territorial unit is inspected only under an order or assignment that is in force. There is none.',
    },
  },
  suspension: {
    clause: '6.21',
    title: {
      kk: 'Лауазымдық міндеттерін атқарудан уақытша шеттету',
      ru: 'Временное отстранение от исполнения обязанностей',
      en: 'Suspension from duty',
    },
    kinds: ['order'],
    issuers: principalPosts,
    names: ['investigation', 'person', 'employee'],
    ends: true,
    onlyBy: byEither({
      kk: 'Қызметтен уақытша шеттету туралы бұйрықты',
      ru: 'Приказ о временном отстранении',
      en: 'An order of suspension from duty',
    }),
    missing: {
      kk: 'Қызметтен уақытша шеттету үшін лауазымға тағайындауға құқығы бар басшының күшіндегі бұйрығы керек. Ондай бұйрық жоқ.',
      ru: 'Для временного отстранения нужен действующий приказ лица, имеющего право назначения. Такого приказа нет.',
      en: 'Suspension needs an order in force of the person who appoints. There is none.',
    },
  },
}
