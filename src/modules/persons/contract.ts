// Shapes: the register of judges, court staff and officials; the card and its ground; posts, superiors, kin; the import.
import { z } from 'zod'
import { day, id, line, maybeLine, paged, paging, shape, text } from '../../kernel/contract.ts'
import { kinRelations, personKinds, sexes, usualPostCodes } from './words.ts'

export {
  kinRelations,
  kinTitles,
  personKindTitles,
  personKinds,
  sexes,
  sexTitles,
  usualPosts,
  usualPostCodes,
  type KinRelation,
  type PersonKind,
} from './words.ts'

const none = z.object({})
const kind = z.enum(personKinds)
const party = z.string().regex(/^(court|body|unit):[0-9a-f-]{36}$/)
const region = z.string().regex(/^\d{2}$/)
const names = { nameKk: line(), nameRu: maybeLine(), nameEn: maybeLine() }

/** A post: where, which, since when, on what paper. Its title is of the usual ones, or written out. */
const post = {
  kind,
  /** 'court:<id>' and so on of the directories; or else the name in words. */
  body: party.optional(),
  bodyName: maybeLine(),
  region: region.optional(),
  post: z.enum(usualPostCodes).optional(),
  titleKk: maybeLine(),
  titleRu: maybeLine(),
  titleEn: maybeLine(),
  from: day,
  until: day.optional(),
  basis: line(500),
}

export const registerPerson = shape(
  'persons.register',
  z.object({
    ...names,
    iin: maybeLine(20),
    bornOn: day.optional(),
    sex: z.enum(sexes).optional(),
    ...post,
  }),
  z.object({ id, warnings: z.array(text) }),
  { kk: 'Адамды тізілімге енгізу', ru: 'Внести лицо в реестр', en: 'Enter a person in the register' },
)

export const correctPerson = shape(
  'persons.correct',
  z.object({
    id,
    iin: maybeLine(20),
    bornOn: day.optional(),
    sex: z.enum(sexes).optional(),
    nameKk: maybeLine(),
    nameRu: maybeLine(),
    nameEn: maybeLine(),
    /** The name was changed from this day; left out where it had been entered wrongly. */
    renamedOn: day.optional(),
    basis: line(500),
  }),
  z.object({ warnings: z.array(text) }),
  { kk: 'Мәліметтерді түзету', ru: 'Исправить сведения', en: 'Correct the particulars' },
)

export const addPost = shape('persons.addPost', z.object({ id, ...post }), z.object({ post: id }), {
  kk: 'Лауазым қосу',
  ru: 'Добавить должность',
  en: 'Add a post',
})

export const endPost = shape('persons.endPost', z.object({ id, post: id, until: day, basis: line(500) }), none, {
  kk: 'Лауазымның аяқталған күнін белгілеу',
  ru: 'Отметить окончание должности',
  en: 'Record the end of a post',
})

export const strikePost = shape('persons.strikePost', z.object({ id, post: id, reason: line(500) }), none, {
  kk: 'Қате енгізілген лауазымды сызып тастау',
  ru: 'Вычеркнуть ошибочно внесённую должность',
  en: 'Strike out a post entered by mistake',
})

export const setSuperior = shape(
  'persons.setSuperior',
  z.object({
    id,
    post: id,
    from: day,
    /** Either a person of the register, or the post in the same body whose holder it is. */
    superior: id.optional(),
    superiorPost: z.enum(usualPostCodes).optional(),
    superiorTitle: maybeLine(),
    basis: line(500),
  }),
  none,
  { kk: 'Тікелей басшысын көрсету', ru: 'Указать непосредственного руководителя', en: 'Name the direct superior' },
)

export const addKin = shape(
  'persons.addKin',
  z.object({ id, relation: z.enum(kinRelations), kin: id.optional(), kinName: maybeLine(), basis: line(500) }),
  z.object({ kin: id }),
  { kk: 'Туысын қосу', ru: 'Добавить родственника', en: 'Add a relative' },
)

export const strikeKin = shape('persons.strikeKin', z.object({ id, kin: id, reason: line(500) }), none, {
  kk: 'Қате енгізілген туысты сызып тастау',
  ru: 'Вычеркнуть ошибочно внесённого родственника',
  en: 'Strike out a relative entered by mistake',
})

const brief = z.object({
  id,
  name: text,
  kind: kind.nullable(),
  post: text.nullable(),
  body: text.nullable(),
})

const personSorts = ['name', '-name', 'body', '-body'] as const

export const listPersons = shape(
  'persons.list',
  z.object({
    ...paging,
    /** Words of a name in any of its spellings, or an IIN in full. */
    words: maybeLine(),
    kind: kind.optional(),
    body: party.optional(),
    region: region.optional(),
    /** 'now': holds a post today; 'former': does not. */
    held: z.enum(['now', 'former']).optional(),
    sort: z.enum(personSorts).default('name'),
  }),
  paged(brief),
  { kk: 'Адамдар тізілімі', ru: 'Реестр лиц', en: 'Register of persons' },
)

/** For a choice in a form: a name in any spelling, or an IIN. */
export const findPersons = shape(
  'persons.find',
  z.object({ words: line(100).min(2) }),
  z.object({ rows: z.array(brief) }),
  {
    kk: 'Адамды іздеу',
    ru: 'Найти лицо',
    en: 'Find a person',
  },
)

/** What everybody who finds the person may see of him or her: the name and the post. */
export const onePerson = shape('persons.one', z.object({ id }), brief.extend({ version: z.int() }), {
  kk: 'Адамды тізілімнен көру',
  ru: 'Увидеть лицо в реестре',
  en: 'See a person in the register',
})

const choice = z.object({ value: z.string(), name: text, group: text.nullable() })
export const personChoices = shape(
  'persons.choices',
  z.object({}),
  z.object({ bodies: z.array(choice), regions: z.array(z.object({ code: z.string(), name: text })) }),
  { kk: 'Нысан таңдаулары', ru: 'Варианты формы', en: 'Choices of the form' },
)

/** What a row of a file tells; each may be taken from a column of any name. */
export const importFields = [
  'iin',
  'name_kk',
  'name_ru',
  'name_en',
  'born_on',
  'sex',
  'kind',
  'body',
  'post',
  'post_ru',
  'post_en',
  'from',
  'until',
  'basis',
  'superior_iin',
  'superior_post',
] as const
export type ImportField = (typeof importFields)[number]
export const neededFields = ['iin', 'name_kk', 'kind', 'body', 'post', 'from'] as const satisfies readonly ImportField[]

const sheetFile = {
  name: z.string().trim().min(1).max(255),
  /** The file itself, CSV (UTF-8) or XLSX, base64; at most 3 MB before encoding. */
  content: z.base64().max(4_200_000),
}

export const readColumns = shape(
  'persons.columns',
  z.object(sheetFile),
  z.object({
    columns: z.array(z.string()),
    /** The columns that bear the usual names. */
    guessed: z.partialRecord(z.enum(importFields), z.string()),
    sample: z.array(z.array(z.string())),
    rows: z.int(),
  }),
  { kk: 'Файл бағандарын оқу', ru: 'Прочитать столбцы файла', en: 'Read the columns of a file' },
)

export const importPersons = shape(
  'persons.import',
  z.object({ ...sheetFile, mapping: z.partialRecord(z.enum(importFields), z.string().min(1).max(200)).default({}) }),
  z.object({
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    faults: z.array(
      z.object({ row: z.int(), column: z.string().nullable(), value: z.string().nullable(), says: text }),
    ),
  }),
  { kk: 'Адамдарды файлдан енгізу', ru: 'Загрузить лиц из файла', en: 'Import persons from a file' },
)
