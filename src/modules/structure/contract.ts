// Shapes: regions, units and courts.
import { z } from 'zod'
import { day, id, maybeLine, paged, paging, shape, text } from '../../kernel/contract.ts'
import type { Text } from '../../kernel/text.ts'

export const courtKinds = [
  'supreme',
  'cassation',
  'regional',
  'military',
  'garrison',
  'district',
  'civil',
  'criminal',
  'economic',
  'administrative',
  'offences',
  'juvenile',
  'investigating',
] as const
export type CourtKind = (typeof courtKinds)[number]

export const courtKindTitles: Readonly<Record<CourtKind, Text>> = {
  supreme: { kk: 'Жоғарғы Сот', ru: 'Верховный Суд', en: 'Supreme Court' },
  cassation: { kk: 'Кассациялық сот', ru: 'Кассационный суд', en: 'Cassation court' },
  regional: {
    kk: 'Облыстық және оған теңестірілген сот',
    ru: 'Областной и приравненный к нему суд',
    en: 'Regional or equal court',
  },
  military: { kk: 'Әскери сот', ru: 'Военный суд', en: 'Military court' },
  garrison: { kk: 'Гарнизонның әскери соты', ru: 'Военный суд гарнизона', en: 'Garrison military court' },
  district: { kk: 'Аудандық (қалалық) сот', ru: 'Районный (городской) суд', en: 'District or town court' },
  civil: {
    kk: 'Ауданаралық азаматтық істер жөніндегі сот',
    ru: 'Межрайонный суд по гражданским делам',
    en: 'Inter-district civil court',
  },
  criminal: {
    kk: 'Ауданаралық қылмыстық істер жөніндегі сот',
    ru: 'Межрайонный суд по уголовным делам',
    en: 'Inter-district criminal court',
  },
  economic: {
    kk: 'Ауданаралық экономикалық сот',
    ru: 'Межрайонный экономический суд',
    en: 'Inter-district economic court',
  },
  administrative: {
    kk: 'Ауданаралық әкімшілік сот',
    ru: 'Межрайонный административный суд',
    en: 'Inter-district administrative court',
  },
  offences: {
    kk: 'Әкімшілік құқық бұзушылықтар жөніндегі сот',
    ru: 'Суд по административным правонарушениям',
    en: 'Court of administrative offences',
  },
  juvenile: {
    kk: 'Кәмелетке толмағандар істері жөніндегі сот',
    ru: 'Суд по делам несовершеннолетних',
    en: 'Juvenile court',
  },
  investigating: { kk: 'Тергеу соты', ru: 'Следственный суд', en: 'Investigating court' },
}

const region = z.object({ code: z.string(), name: text })

const unitRow = z.object({
  id,
  code: z.string(),
  kind: z.enum(['department', 'territorial', 'body']),
  region: region.nullable(),
  name: text,
})

export const listUnits = shape(
  'structure.units',
  z.object({}),
  z.object({ units: z.array(unitRow), regions: z.array(region.extend({ kind: z.enum(['region', 'city']) })) }),
  { kk: 'Бөлімшелер', ru: 'Подразделения', en: 'Units' },
)

const named = z.object({ id, code: z.string(), name: text })

const courtRow = named.extend({
  caseCode: z.string().nullable(),
  kind: z.enum(courtKinds),
  kindTitle: text,
  region: region.nullable(),
  validFrom: day,
  validTo: day.nullable(),
  predecessors: z.array(named),
  successors: z.array(named),
})

export const listCourts = shape(
  'structure.courts',
  z.object({
    words: maybeLine(),
    kind: z.enum(courtKinds).optional(),
    region: z
      .string()
      .regex(/^\d{2}$/)
      .optional(),
    /** Courts in force on this day; all that ever were where it is left out. */
    on: day.optional(),
    ...paging,
  }),
  paged(courtRow),
  { kk: 'Соттар', ru: 'Суды', en: 'Courts' },
)

/** Every court in force today, for a choice in a form: a few hundred at most. */
export const courtOptions = shape(
  'structure.courtOptions',
  z.object({
    region: z
      .string()
      .regex(/^\d{2}$/)
      .optional(),
  }),
  z.object({ courts: z.array(named.extend({ kind: z.enum(courtKinds), region: region.nullable() })) }),
  { kk: 'Таңдауға арналған соттар', ru: 'Суды для выбора', en: 'Courts to choose from' },
)

/** Columns of the file: code, kind, region, name_kk, name_ru, name_en, case_code, valid_from, valid_to, predecessors. */
export const importCourts = shape(
  'structure.importCourts',
  z.object({
    name: z.string().trim().min(1).max(255),
    /** The file itself, CSV (UTF-8) or XLSX, base64; at most 750 KB before encoding, which is some thousand courts. */
    content: z.base64().max(1_000_000),
  }),
  z.object({
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    faults: z.array(
      z.object({ row: z.int(), column: z.string().nullable(), value: z.string().nullable(), says: text }),
    ),
  }),
  { kk: 'Соттарды файлдан енгізу', ru: 'Загрузить суды из файла', en: 'Import courts from a file' },
)

export { postCodes, postTitles, type PostCode } from './posts.ts'
