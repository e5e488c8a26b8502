// Bad input in the asker's language: zod's findings become short whole sentences beside their fields.
import type { z } from 'zod'
import { Refusal, type FieldFault } from './refusal.ts'
import type { Text } from './text.ts'

const required: Text = { kk: 'Бұл өрісті толтырыңыз.', ru: 'Заполните это поле.', en: 'Fill in this field.' }
const wrong: Text = { kk: 'Бұл мән жарамайды.', ru: 'Это значение не подходит.', en: 'This value does not fit.' }

const tooLong = (max: unknown): Text => ({
  kk: `Тым ұзын. Ең көбі: ${max} таңба.`,
  ru: `Слишком длинно. Не больше: ${max} знаков.`,
  en: `Too long. At most ${max} characters.`,
})
const tooShort = (min: unknown): Text => ({
  kk: `Тым қысқа. Ең азы: ${min} таңба.`,
  ru: `Слишком коротко. Не меньше: ${min} знаков.`,
  en: `Too short. At least ${min} characters.`,
})
const atMost = (max: unknown): Text => ({ kk: `Ең көбі: ${max}.`, ru: `Не больше: ${max}.`, en: `At most ${max}.` })
const atLeast = (min: unknown): Text => ({ kk: `Ең азы: ${min}.`, ru: `Не меньше: ${min}.`, en: `At least ${min}.` })

const formats: Readonly<Record<string, Text>> = {
  date: {
    kk: 'Күнді жыл, ай, күн ретімен жазыңыз, мысалы 2026-11-23.',
    ru: 'Укажите дату в порядке год, месяц, день, например 2026-11-23.',
    en: 'Give the date as year, month, day, such as 2026-11-23.',
  },
  email: {
    kk: 'Электрондық пошта мекенжайы дұрыс жазылмаған.',
    ru: 'Адрес электронной почты записан неверно.',
    en: 'This is not a valid e-mail address.',
  },
}
const control: Text = {
  kk: 'Мәтінде рұқсат етілмеген таңба бар.',
  ru: 'В тексте есть недопустимый знак.',
  en: 'The text contains a character that is not allowed.',
}

const isText = (it: unknown): it is Text => typeof it === 'object' && it !== null && 'kk' in it && 'ru' in it

const sentence = (issue: z.core.$ZodIssue): Text => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? required : wrong
    case 'too_big':
      return issue.origin === 'string' ? tooLong(issue.maximum) : atMost(issue.maximum)
    case 'too_small':
      if (issue.origin !== 'string') return atLeast(issue.minimum)
      return issue.minimum === 1 ? required : tooShort(issue.minimum)
    case 'invalid_format':
      return formats[issue.format] ?? wrong
    case 'custom':
      if (isText(issue.params?.['says'])) return issue.params['says']
      return issue.params?.['fault'] === 'control' ? control : wrong
    default:
      return wrong
  }
}

export const invalidInput = (fields: readonly FieldFault[]): Refusal =>
  new Refusal(
    'invalid',
    {
      kk: 'Енгізілген мәліметте қате бар. Белгіленген өрістерді түзетіңіз.',
      ru: 'Во введённых сведениях есть ошибка. Исправьте отмеченные поля.',
      en: 'Something in the input needs mending. Correct the marked fields.',
    },
    { fields },
  )

/** One field is wrong for a reason that only the operation knows. */
export const invalidField = (path: string, says: Text): Refusal => invalidInput([{ path, says }])

/** The parsed input, or a Refusal 'invalid' with a sentence a field. For custom checks give `params: { says: Text }`. */
export function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw ?? {}, { reportInput: true })
  if (parsed.success) return parsed.data
  const seen = new Set<string>()
  const faults = parsed.error.issues
    .map((issue) => ({ path: issue.path.map(String).join('.'), says: sentence(issue) }))
    .filter(({ path }) => !seen.has(path) && seen.add(path))
  throw invalidInput(faults)
}
