// A profile of the agency's list: which column is which field, how days, outcomes and qualifications are written there.
import { z } from 'zod'
import { line } from '../../kernel/contract.ts'
import type { Text } from '../../kernel/text.ts'
import { outcomes, qualifications } from '../criminalCases/contract.ts'
import { dateFormats, fileEncodings, fileSeparators } from '../exchange/contract.ts'

export const fields = [
  'erdr',
  'courtCase',
  'iin',
  'name',
  'articles',
  'qualification',
  'outcome',
  'registeredOn',
] as const
export type Field = (typeof fields)[number]

/** Without a name, or without a number and an IIN both, nothing can be told of a line. */
export const neededFields = ['name'] as const satisfies readonly Field[]

export const fieldTitles: Readonly<Record<Field, Text>> = {
  erdr: { kk: 'СДТБТ нөмірі', ru: 'Номер ЕРДР', en: 'ERDR number' },
  courtCase: { kk: 'Сот ісінің нөмірі', ru: 'Номер судебного дела', en: 'Number of the court case' },
  iin: { kk: 'ЖСН', ru: 'ИИН', en: 'IIN' },
  name: { kk: 'Аты-жөні', ru: 'ФИО', en: 'Name' },
  articles: { kk: 'Баптар', ru: 'Статьи', en: 'Articles' },
  qualification: { kk: 'Саралау', ru: 'Квалификация', en: 'Qualification' },
  outcome: { kk: 'Нәтиже', ru: 'Исход', en: 'Outcome' },
  registeredOn: { kk: 'Тіркелген күні', ru: 'Дата регистрации', en: 'Day of registration' },
}

const spellings = z.array(line(100)).max(20)
const needed = {
  params: {
    says: {
      kk: 'Аты-жөні бағанының атауын жазыңыз.',
      ru: 'Укажите название столбца с именем.',
      en: 'Give the name of the column of names.',
    } satisfies Text,
  },
}

export const mapping = z.object({
  encoding: z.enum(fileEncodings),
  separator: z.enum(fileSeparators),
  dates: z.array(z.enum(dateFormats)).min(1),
  columns: z.partialRecord(z.enum(fields), spellings).refine((it) => Boolean(it.name?.length), needed),
  qualifications: z.partialRecord(z.enum(qualifications), spellings),
  outcomes: z.partialRecord(z.enum(outcomes), spellings),
})
export type Mapping = z.output<typeof mapping>
