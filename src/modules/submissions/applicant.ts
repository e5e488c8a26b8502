// Who writes: a person, a legal entity, or nobody by name; alone or with others, in person or by a representative. Numbers are
// brought to one form; a wrong check digit is refused, a doubt only told.
import { z } from 'zod'
import { day, id, line, maybeLine } from '../../kernel/contract.ts'
import { iinWarnings, parseBin, parseIin, parsePhone, type Parsed } from '../../kernel/identifiers.ts'
import type { Text } from '../../kernel/text.ts'

/** One line that a parser brings to its normal form, or a fault beside the field; blank is nothing. */
const parsed = (parser: (raw: string) => Parsed) =>
  maybeLine(40).transform((raw, ctx): string | null => {
    if (raw === null) return null
    const { value, fault } = parser(raw)
    if (fault === null) return value
    ctx.addIssue({ code: 'custom', params: { says: fault } })
    return z.NEVER
  })

const email = maybeLine(200).refine((it) => it === null || z.email().safeParse(it).success, {
  params: {
    says: {
      kk: 'Электрондық пошта мекенжайы дұрыс жазылмаған.',
      ru: 'Адрес электронной почты записан неверно.',
      en: 'This is not a valid e-mail address.',
    } satisfies Text,
  },
})

const needsBin: Text = {
  kk: 'Заңды тұлғаның БСН-ін жазыңыз.',
  ru: 'Укажите БИН юридического лица.',
  en: 'Give the BIN of the legal entity.',
}
const bin = parsed(parseBin).refine((it) => it !== null, { params: { says: needsBin } })

/** How one is reached; also of those who book a reception. */
export const ways = { address: maybeLine(500), phone: parsed(parsePhone), email }
export const maybeIin = parsed(parseIin)

const nowhere: Text = {
  kk: 'Жауап жіберу үшін мекенжайды, телефонды немесе электрондық поштаны көрсетіңіз.',
  ru: 'Для ответа укажите адрес, телефон или электронную почту.',
  en: 'For the reply give an address, a telephone or an e-mail.',
}

export const grounds = ['attorney', 'law', 'office'] as const
export type Ground = (typeof grounds)[number]

export const groundTitles: Readonly<Record<Ground, Text>> = {
  attorney: { kk: 'Сенімхат', ru: 'Доверенность', en: 'Power of attorney' },
  law: {
    kk: 'Заң бойынша (ата-ана, қорғаншы, қамқоршы)',
    ru: 'По закону (родитель, опекун, попечитель)',
    en: 'By law (parent, guardian, trustee)',
  },
  office: {
    kk: 'Лауазымы бойынша (ұйымның басшысы)',
    ru: 'По должности (руководитель организации)',
    en: 'By post (the head of the entity)',
  },
}

const acting = {
  representative: maybeLine(300),
  ground: z.enum(grounds).nullish(),
  groundNumber: maybeLine(100),
  groundOn: day.nullish(),
  /** A received file: the scan of the ground. */
  groundFile: id.nullish(),
}

interface Acting {
  as: 'person' | 'entity'
  representative: string | null
  ground?: Ground | null | undefined
  groundNumber: string | null
  groundOn?: string | null | undefined
}

const lacks = (kk: string, ru: string, en: string): Text => ({ kk, ru, en })

/** What a representation lacks, field by field. The head of an entity signs for it by his post, which needs no paper. */
const actingFaults = (it: Acting): { path: string; says: Text }[] => {
  if (it.representative === null) return []
  if (!it.ground)
    return it.as === 'entity'
      ? []
      : [
          {
            path: 'ground',
            says: lacks(
              'Өкіл не негізде әрекет ететінін таңдаңыз.',
              'Выберите, на каком основании действует представитель.',
              'Choose the ground on which the representative acts.',
            ),
          },
        ]
  if (it.ground !== 'attorney') return []
  return [
    ...(it.groundNumber
      ? []
      : [
          {
            path: 'groundNumber',
            says: lacks(
              'Сенімхаттың нөмірін жазыңыз.',
              'Укажите номер доверенности.',
              'Give the number of the power of attorney.',
            ),
          },
        ]),
    ...(it.groundOn
      ? []
      : [
          {
            path: 'groundOn',
            says: lacks('Сенімхаттың күнін жазыңыз.', 'Укажите дату доверенности.', 'Give its date.'),
          },
        ]),
  ]
}

const named = <S extends z.ZodType<Acting & { address: string | null; phone: string | null; email: string | null }>>(
  shape: S,
) =>
  shape.superRefine((it, ctx) => {
    if (!(it.address ?? it.phone ?? it.email))
      ctx.addIssue({ code: 'custom', path: ['address'], params: { says: nowhere } })
    for (const { path, says } of actingFaults(it)) ctx.addIssue({ code: 'custom', path: [path], params: { says } })
  })

/** A person: full name, IIN if known, at least one way to be reached, and who stands in for him or her. */
const natural = named(z.object({ as: z.literal('person'), name: line(300), iin: maybeIin, ...ways, ...acting }))

/** A legal entity: its name and BIN, who signs for it, and at least one way to be reached. */
const entity = named(z.object({ as: z.literal('entity'), name: line(300), bin, ...ways, ...acting }))

/** `{ as: 'person' | 'entity', … }` or `{ as: 'anonymous' }`. */
export const anonymousOr = z.discriminatedUnion('as', [natural, entity, z.object({ as: z.literal('anonymous') })])
export type AnonymousOr = z.output<typeof anonymousOr>
export type NamedApplicant = Exclude<AnonymousOr, { as: 'anonymous' }>

/** Somebody who names himself or herself later. */
export const namedOne = z.discriminatedUnion('as', [natural, entity])

export interface CoApplicant {
  name: string
  iin: string | null
}

const mostCoApplicants = 1_000

const inLine = (place: number, { kk, ru, en }: Text): Text => ({
  kk: `${place}-жол: ${kk}`,
  ru: `Строка ${place}: ${ru}`,
  en: `Line ${place}: ${en}`,
})
const noName = lacks('Аты-жөнін жазыңыз.', 'Укажите фамилию и имя.', 'Give the full name.')
const longName = lacks('Аты-жөні тым ұзын.', 'Имя слишком длинное.', 'The name is too long.')
const tooManyLines = lacks(
  `Тізім тым ұзын. Ең көбі: ${mostCoApplicants}. Қалғанын файл етіп тіркеңіз.`,
  `Список слишком длинный. Не больше: ${mostCoApplicants}. Остальных приложите файлом.`,
  `The list is too long. At most ${mostCoApplicants}. Attach the rest as a file.`,
)

/** 'Аты-жөні, ЖСН' or the name alone. */
const oneOf = (row: string, place: number): { it: CoApplicant } | { fault: Text } => {
  const [, name = '', digits = ''] = /^(.*?)[\s,;]*((?:\d[\s-]?)*)$/s.exec(row) ?? []
  if (!name) return { fault: inLine(place, noName) }
  if (name.length > 300) return { fault: inLine(place, longName) }
  if (!digits.trim()) return { it: { name, iin: null } }
  const { value, fault } = parseIin(digits)
  return fault === null ? { it: { name, iin: value } } : { fault: inLine(place, fault) }
}

/** Those who signed too, a line each, as people write lists; each wrong line is told by its place. */
export const coApplicants = maybeLine(400_000).transform((raw, ctx): CoApplicant[] => {
  const rows = (raw ?? '').split(/\r?\n/).map((row) => row.trim())
  const told = rows.filter(Boolean)
  if (told.length > mostCoApplicants) {
    ctx.addIssue({ code: 'custom', params: { says: tooManyLines } })
    return z.NEVER
  }
  const found: CoApplicant[] = []
  for (const [at, row] of rows.entries()) {
    if (!row) continue
    const one = oneOf(row, at + 1)
    if ('fault' in one) {
      ctx.addIssue({ code: 'custom', params: { says: one.fault } })
      return z.NEVER
    }
    found.push(one.it)
  }
  return found
})

/** What a patronymic tells of the sex; nothing where it tells nothing. */
const sexByName = (name: string): 'male' | 'female' | null => {
  const words = name.toLowerCase().split(/\s+/)
  if (words.some((it) => /(ұлы|улы|ович|евич|ьич)$/.test(it))) return 'male'
  if (words.some((it) => /(қызы|кызы|овна|евна|ична)$/.test(it))) return 'female'
  return null
}

/** Doubts about a person's number that stop nobody: since 2013 it is tied neither to the birthday nor to the sex. */
export const applicantWarnings = (it: AnonymousOr): readonly Text[] =>
  it.as === 'person' && it.iin ? iinWarnings(it.iin, { sex: sexByName(it.name) }) : []
