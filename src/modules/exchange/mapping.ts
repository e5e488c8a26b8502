// A profile of exchange: which column of a file is which field of an appeal, how days, kinds and languages are written there.
import { z } from 'zod'
import { line } from '../../kernel/contract.ts'
import type { Text } from '../../kernel/text.ts'
import { appealKinds } from '../submissions/contract.ts'

/** What a file may be; the kernel's reader knows the same words. */
export const fileFormats = ['auto', 'csv', 'xlsx', 'json'] as const
export const fileEncodings = ['auto', 'utf-8', 'utf-16', 'windows-1251', 'kz-1048'] as const
export const fileSeparators = ['auto', ';', ',', '\t', '|'] as const
export const dateFormats = ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY', 'YYYYMMDD'] as const
export type DateFormat = (typeof dateFormats)[number]

export const fields = [
  'outsideNumber',
  'receivedOn',
  'receivedTime',
  'kind',
  'language',
  'applicant',
  'name',
  'number',
  'representative',
  'address',
  'phone',
  'email',
  'court',
  'region',
  'person',
  'personPost',
  'eventOn',
  'subject',
  'text',
] as const
export type Field = (typeof fields)[number]

/** Without these no row can be an appeal, so a file must have their columns. */
export const neededFields = ['outsideNumber', 'receivedOn', 'text'] as const satisfies readonly Field[]

export const fieldTitles: Readonly<Record<Field, Text>> = {
  outsideNumber: { kk: 'Сыртқы жүйедегі нөмірі', ru: 'Номер во внешней системе', en: 'Number in the other system' },
  receivedOn: { kk: 'Түскен күні', ru: 'Дата поступления', en: 'Day of receipt' },
  receivedTime: { kk: 'Түскен уақыты', ru: 'Время поступления', en: 'Hour of receipt' },
  kind: { kk: 'Өтініш түрі', ru: 'Вид обращения', en: 'Kind of appeal' },
  language: { kk: 'Өтініш тілі', ru: 'Язык обращения', en: 'Language' },
  applicant: { kk: 'Өтініш беруші түрі', ru: 'Тип заявителя', en: 'Person or entity' },
  name: { kk: 'Аты-жөні немесе атауы', ru: 'ФИО или наименование', en: 'Name' },
  number: { kk: 'ЖСН немесе БСН', ru: 'ИИН или БИН', en: 'IIN or BIN' },
  representative: { kk: 'Өкілі', ru: 'Представитель', en: 'Representative' },
  address: { kk: 'Мекенжайы', ru: 'Адрес', en: 'Address' },
  phone: { kk: 'Телефоны', ru: 'Телефон', en: 'Telephone' },
  email: { kk: 'Электрондық поштасы', ru: 'Электронная почта', en: 'E-mail' },
  court: { kk: 'Сот', ru: 'Суд', en: 'Court' },
  region: { kk: 'Өңір', ru: 'Регион', en: 'Region' },
  person: { kk: 'Кім туралы', ru: 'О ком', en: 'About whom' },
  personPost: { kk: 'Оның лауазымы', ru: 'Его должность', en: 'That person’s post' },
  eventOn: { kk: 'Оқиға күні', ru: 'Дата события', en: 'Day of the event' },
  subject: { kk: 'Тақырыбы', ru: 'Тема', en: 'Subject' },
  text: { kk: 'Мәтіні', ru: 'Текст', en: 'Text' },
}

export const applicantKinds = ['person', 'entity', 'anonymous'] as const
export const applicantTitles: Readonly<Record<(typeof applicantKinds)[number], Text>> = {
  person: { kk: 'Жеке тұлға', ru: 'Физическое лицо', en: 'Person' },
  entity: { kk: 'Заңды тұлға', ru: 'Юридическое лицо', en: 'Legal entity' },
  anonymous: { kk: 'Авторы көрсетілмеген', ru: 'Анонимное', en: 'Anonymous' },
}

const spellings = z.array(line(100)).max(20)
const languages = ['kk', 'ru', 'en'] as const

/** Spaces and capitals make no difference between two spellings. */
export const spelt = (it: string): string => it.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

const said = (kk: string, ru: string, en: string) => ({ says: { kk, ru, en } satisfies Text })
const noColumn = said(
  'Бұл өріс міндетті: файлдағы бағанның атауын жазыңыз.',
  'Это поле обязательно: укажите название столбца файла.',
  'This field is needed: give the name of its column.',
)
const sharedColumn = said(
  'Бұл баған басқа өріске де берілген. Әр бағанды бір өріске ғана беріңіз.',
  'Этот столбец отдан и другому полю. Каждый столбец отдайте одному полю.',
  'This column is given to another field too. Give each column to one field.',
)
const sharedWord = said(
  'Бұл жазылу басқа мәнге де берілген.',
  'Это написание отдано и другому значению.',
  'This spelling is given to another value too.',
)

/** Spellings that stand under two keys, by the key of the second. */
const repeated = (lists: Readonly<Record<string, readonly string[] | undefined>>): string[] => {
  const owners = new Map<string, string>()
  return Object.entries(lists).flatMap(([key, words = []]) =>
    words.some((word) => {
      const owner = owners.get(spelt(word))
      owners.set(spelt(word), owner ?? key)
      return owner !== undefined && owner !== key
    })
      ? [key]
      : [],
  )
}

export const mapping = z
  .object({
    format: z.enum(fileFormats),
    encoding: z.enum(fileEncodings),
    separator: z.enum(fileSeparators),
    /** Tried in their order: 03.04 is a day of April or of March by which stands first. */
    dates: z.array(z.enum(dateFormats)).min(1),
    columns: z.partialRecord(z.enum(fields), spellings),
    kinds: z.partialRecord(z.enum(appealKinds), spellings),
    languages: z.partialRecord(z.enum(languages), spellings),
    applicants: z.partialRecord(z.enum(applicantKinds), spellings),
    /** What an empty cell stands for; null makes it a fault of the row. */
    missing: z.object({ kind: z.enum(appealKinds).nullable(), language: z.enum(languages).nullable() }),
    /** Who registers what came in: the registrar one by one, or the house at once in the name of whoever brought the file. */
    register: z.enum(['registrar', 'automatic']),
  })
  .superRefine((it, ctx) => {
    const fault = (path: string[], params: { says: Text }) => ctx.addIssue({ code: 'custom', path, params })
    for (const field of neededFields) if (!it.columns[field]?.length) fault(['columns', field], noColumn)
    for (const field of repeated(it.columns)) fault(['columns', field], sharedColumn)
    for (const part of ['kinds', 'languages', 'applicants'] as const)
      for (const key of repeated(it[part])) fault([part, key], sharedWord)
  })
export type Mapping = z.output<typeof mapping>
