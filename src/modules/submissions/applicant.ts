// Who writes: a person, a legal entity, or nobody by name. Numbers are brought to one form; a wrong check digit is refused.
import { z } from 'zod'
import { line, maybeLine } from '../../kernel/contract.ts'
import { parseBin, parseIin, parsePhone, type Parsed } from '../../kernel/identifiers.ts'
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

const ways = { address: maybeLine(500), phone: parsed(parsePhone), email }

const nowhere: Text = {
  kk: 'Жауап жіберу үшін мекенжайды, телефонды немесе электрондық поштаны көрсетіңіз.',
  ru: 'Для ответа укажите адрес, телефон или электронную почту.',
  en: 'For the reply give an address, a telephone or an e-mail.',
}

/** A person: full name, IIN if known, and at least one way to be reached. */
const natural = z
  .object({ as: z.literal('person'), name: line(300), iin: parsed(parseIin), ...ways })
  .refine((it) => it.address ?? it.phone ?? it.email, { path: ['address'], params: { says: nowhere } })

/** A legal entity: its name and BIN, who signs for it, and at least one way to be reached. */
const entity = z
  .object({ as: z.literal('entity'), name: line(300), bin, representative: maybeLine(300), ...ways })
  .refine((it) => it.address ?? it.phone ?? it.email, { path: ['address'], params: { says: nowhere } })

/** `{ as: 'person' | 'entity', … }` or `{ as: 'anonymous' }`. */
export const anonymousOr = z.discriminatedUnion('as', [natural, entity, z.object({ as: z.literal('anonymous') })])
export type AnonymousOr = z.output<typeof anonymousOr>
