// The fields that the Department's papers ask for: how each is called, what may stand in it, and how the editor asks for it.
import type { z } from 'zod'
import { day, line, maybeLine, maybeProse, prose } from '../../kernel/contract.ts'
import type { Text } from '../../kernel/text.ts'

/** How a screen asks for one field. */
export interface FieldLabel {
  label: Text
  hint: Text | null
  kind: 'line' | 'prose' | 'day'
}

/** One field: its label, and the shape of what may stand in it. Every value is a string; an optional one may be null. */
export interface Asked<S extends z.ZodType<string | null> = z.ZodType<string | null>> extends FieldLabel {
  readonly shape: S
}

export type Asks = Readonly<Record<string, Asked>>

export const askLine = (label: Text, hint: Text | null = null, max = 300) => ({
  kind: 'line' as const,
  label,
  hint,
  shape: line(max),
})
export const askProse = (label: Text, hint: Text | null = null, max = 10_000) => ({
  kind: 'prose' as const,
  label,
  hint,
  shape: prose(max),
})
export const maybeAskProse = (label: Text, hint: Text | null = null, max = 10_000) => ({
  kind: 'prose' as const,
  label,
  hint,
  shape: maybeProse(max),
})
export const askDay = (label: Text, hint: Text | null = null) => ({ kind: 'day' as const, label, hint, shape: day })

export const subject = askLine({ kk: 'Тақырыбы', ru: 'Тема', en: 'Subject' })

/** Whom a letter goes to, where, and what it is about. */
const to = (hint: Text) => ({
  addressee: askLine({ kk: 'Кімге', ru: 'Кому', en: 'To' }, hint),
  address: {
    kind: 'line' as const,
    label: { kk: 'Мекенжайы', ru: 'Адрес', en: 'Address' },
    hint: null,
    shape: maybeLine(500),
  },
  subject,
})

export const toApplicant = to({
  kk: 'Тегі, аты, әкесінің аты немесе заңды тұлғаның атауы',
  ru: 'Фамилия, имя, отчество или наименование юридического лица',
  en: 'Full name of the person or name of the legal entity',
})

export const toBody = to({
  kk: 'Органның, соттың немесе бөлімшенің атауы',
  ru: 'Наименование органа, суда или подразделения',
  en: 'Name of the body, court or unit',
})

export const ground = askProse(
  { kk: 'Құқықтық негіз', ru: 'Правовое основание', en: 'Legal ground' },
  {
    kk: 'Заңның атауы мен бабын көрсетіңіз',
    ru: 'Укажите название закона и статью',
    en: 'Name the law and its article',
  },
)

export const established = askProse(
  { kk: 'Анықталған мән-жайлар', ru: 'Установленные обстоятельства', en: 'Facts established' },
  {
    kk: 'Не анықталғанын және оның немен расталатынын жазыңыз',
    ru: 'Укажите, что установлено и чем это подтверждается',
    en: 'Say what was established and what confirms it',
  },
  30_000,
)

export const reason = askProse(
  { kk: 'Себебі', ru: 'Причина', en: 'Reason' },
  {
    kk: 'Шешім қандай мән-жайларға негізделгенін жазыңыз',
    ru: 'Укажите, на каких обстоятельствах основано решение',
    en: 'Say on which circumstances the decision rests',
  },
)

const enclosuresLabel: Text = { kk: 'Қосымша', ru: 'Приложение', en: 'Enclosures' }
const enclosuresHint: Text = {
  kk: 'Әр құжатты жаңа жолдан, парақ санын көрсетіп жазыңыз',
  ru: 'Каждый документ с новой строки, с числом листов',
  en: 'Each document on a new line, with its number of sheets',
}
export const enclosures = askProse(enclosuresLabel, enclosuresHint, 5_000)
export const maybeEnclosures = maybeAskProse(enclosuresLabel, enclosuresHint, 5_000)

export const present = askProse(
  { kk: 'Қатысқандар', ru: 'Присутствовали', en: 'Present' },
  {
    kk: 'Әр адамның аты-жөні мен лауазымын жаңа жолдан жазыңыз',
    ru: 'Фамилия, инициалы и должность каждого с новой строки',
    en: 'Name and post of each person on a new line',
  },
)
