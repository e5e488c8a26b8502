// Words of the register: kinds of persons, usual posts, kin, states of an opening.
import type { Text } from '../../kernel/text.ts'

export const personKinds = ['judge', 'staff', 'official'] as const
export type PersonKind = (typeof personKinds)[number]

export const personKindTitles: Readonly<Record<PersonKind, Text>> = {
  judge: { kk: 'Судья', ru: 'Судья', en: 'Judge' },
  staff: { kk: 'Сот қызметкері', ru: 'Работник суда', en: 'Court staff' },
  official: {
    kk: 'Сот әкімшілігінің қызметкері',
    ru: 'Работник Судебной администрации',
    en: 'Official of the Court Administration',
  },
}

export const sexes = ['male', 'female'] as const
export const sexTitles: Readonly<Record<(typeof sexes)[number], Text>> = {
  male: { kk: 'Ер', ru: 'Мужской', en: 'Male' },
  female: { kk: 'Әйел', ru: 'Женский', en: 'Female' },
}

/** Posts that stand in most courts and departments; any other is written out. */
export const usualPosts = {
  'court-chairman': { kk: 'Сот төрағасы', ru: 'Председатель суда', en: 'Chairman of the court' },
  'chamber-chairman': {
    kk: 'Сот алқасының төрағасы',
    ru: 'Председатель судебной коллегии',
    en: 'Chairman of a chamber',
  },
  judge: { kk: 'Судья', ru: 'Судья', en: 'Judge' },
  'office-head': { kk: 'Кеңсе меңгерушісі', ru: 'Заведующий канцелярией', en: 'Head of the registry' },
  'judge-assistant': { kk: 'Судьяның көмекшісі', ru: 'Помощник судьи', en: 'Assistant of a judge' },
  secretary: { kk: 'Сот отырысының хатшысы', ru: 'Секретарь судебного заседания', en: 'Secretary of court sessions' },
  'chief-specialist': { kk: 'Бас маман', ru: 'Главный специалист', en: 'Chief specialist' },
  'leading-specialist': { kk: 'Жетекші маман', ru: 'Ведущий специалист', en: 'Leading specialist' },
  'department-head': { kk: 'Департамент басшысы', ru: 'Руководитель департамента', en: 'Head of the department' },
  'department-deputy': {
    kk: 'Департамент басшысының орынбасары',
    ru: 'Заместитель руководителя департамента',
    en: 'Deputy head of the department',
  },
  'division-head': { kk: 'Бөлім басшысы', ru: 'Руководитель отдела', en: 'Head of a division' },
} as const satisfies Record<string, Text>

export const usualPostCodes = Object.keys(usualPosts) as (keyof typeof usualPosts)[]
export const isUsualPost = (code: string): code is keyof typeof usualPosts => Object.hasOwn(usualPosts, code)

export const kinRelations = [
  'spouse',
  'parent',
  'child',
  'sibling',
  'grandparent',
  'grandchild',
  'adoptive-parent',
  'adopted-child',
  'parent-in-law',
  'child-in-law',
  'sibling-in-law',
  'other',
] as const
export type KinRelation = (typeof kinRelations)[number]

export const kinTitles: Readonly<Record<KinRelation, Text>> = {
  spouse: { kk: 'Жұбайы', ru: 'Супруг (супруга)', en: 'Spouse' },
  parent: { kk: 'Ата-анасы', ru: 'Родитель', en: 'Parent' },
  child: { kk: 'Баласы', ru: 'Ребёнок', en: 'Child' },
  sibling: { kk: 'Бауыры', ru: 'Брат (сестра)', en: 'Sibling' },
  grandparent: { kk: 'Атасы немесе әжесі', ru: 'Дед (бабушка)', en: 'Grandparent' },
  grandchild: { kk: 'Немересі', ru: 'Внук (внучка)', en: 'Grandchild' },
  'adoptive-parent': { kk: 'Асырап алушысы', ru: 'Усыновитель', en: 'Adoptive parent' },
  'adopted-child': { kk: 'Асырап алынған баласы', ru: 'Усыновлённый ребёнок', en: 'Adopted child' },
  'parent-in-law': { kk: 'Жұбайының ата-анасы', ru: 'Родитель супруга (супруги)', en: 'Parent-in-law' },
  'child-in-law': { kk: 'Күйеу баласы немесе келіні', ru: 'Зять (невестка)', en: 'Child-in-law' },
  'sibling-in-law': { kk: 'Жұбайының бауыры', ru: 'Брат (сестра) супруга', en: 'Sibling-in-law' },
  other: { kk: 'Басқа туысы', ru: 'Другой родственник', en: 'Other relative' },
}

/** What the person is to the kin. */
export const inverseKin: Readonly<Record<KinRelation, KinRelation>> = {
  spouse: 'spouse',
  parent: 'child',
  child: 'parent',
  sibling: 'sibling',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
  'adoptive-parent': 'adopted-child',
  'adopted-child': 'adoptive-parent',
  'parent-in-law': 'child-in-law',
  'child-in-law': 'parent-in-law',
  'sibling-in-law': 'sibling-in-law',
  other: 'other',
}
