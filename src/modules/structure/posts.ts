// The kinds of post in and around the Department: their names, and whether the staffing table counts them (clauses 3, 8, 11).
import type { Text } from '../../kernel/text.ts'

export const postCodes = [
  'chairman',
  'ca-head',
  'head',
  'deputy-head',
  'inspector',
  'analyst',
  'registrar',
  'territorial-head',
  'territorial-inspector',
  'bailiff',
  'gate-officer',
  'auditor',
  'administrator',
] as const
export type PostCode = (typeof postCodes)[number]

export const isPostCode = (it: string): it is PostCode => postCodes.some((code) => code === it)

export const postTitles: Readonly<Record<PostCode, Text>> = {
  chairman: { kk: 'Жоғарғы Сот Төрағасы', ru: 'Председатель Верховного Суда', en: 'Chairman of the Supreme Court' },
  'ca-head': {
    kk: 'Сот әкімшілігінің басшысы',
    ru: 'Руководитель Судебной администрации',
    en: 'Head of the Court Administration',
  },
  head: { kk: 'Меңгеруші', ru: 'Заведующий', en: 'Head of the Department' },
  'deputy-head': { kk: 'Меңгерушінің орынбасары', ru: 'Заместитель заведующего', en: 'Deputy head' },
  inspector: { kk: 'Инспектор', ru: 'Инспектор', en: 'Inspector' },
  analyst: { kk: 'Талдаушы', ru: 'Аналитик', en: 'Analyst' },
  registrar: { kk: 'Тіркеуші', ru: 'Регистратор', en: 'Registrar' },
  'territorial-head': {
    kk: 'Аумақтық бөлімшенің басшысы',
    ru: 'Руководитель территориального подразделения',
    en: 'Head of the territorial unit',
  },
  'territorial-inspector': {
    kk: 'Аумақтық бөлімшенің инспекторы',
    ru: 'Инспектор территориального подразделения',
    en: 'Territorial inspector',
  },
  bailiff: { kk: 'Сот приставы', ru: 'Судебный пристав', en: 'Court bailiff' },
  'gate-officer': { kk: 'Өткізу бекетінің қызметкері', ru: 'Сотрудник пропускного поста', en: 'Gate officer' },
  auditor: { kk: 'Аудитор', ru: 'Аудитор', en: 'Auditor' },
  administrator: { kk: 'Жүйе әкімшісі', ru: 'Администратор системы', en: 'System administrator' },
}

interface Place {
  code: PostCode
  staffed: boolean
}

const counted = (...codes: PostCode[]): Place[] => codes.map((code) => ({ code, staffed: true }))
const beside = (...codes: PostCode[]): Place[] => codes.map((code) => ({ code, staffed: false }))

/** The posts of a unit, by its code; of every territorial unit under 'territorial'. */
export const postsOf: Readonly<Record<string, readonly Place[]>> = {
  department: counted('head', 'deputy-head', 'inspector', 'analyst', 'registrar'),
  territorial: [
    ...counted('territorial-head', 'territorial-inspector', 'registrar'),
    ...beside('bailiff', 'gate-officer'),
  ],
  'court-administration': beside('ca-head', 'auditor', 'administrator'),
  'supreme-court': beside('chairman'),
}
