// The words and colours of a document's states on the screens.
import type { Tone } from '../../../ui/notes.tsx'
import type { Text } from '../../../ui/text.ts'
import type { documentStates, sendingWays } from '../contract.ts'
import { documentLife } from '../lifecycle.ts'

export type DocumentState = (typeof documentStates)[number]

export const stateTitles: Readonly<Record<DocumentState, Text>> = documentLife.states

export const stateTones: Readonly<Record<DocumentState, Tone>> = {
  drafted: 'plain',
  offered: 'warn',
  signed: 'work',
  sent: 'ok',
}

export const wayTitles: Readonly<Record<(typeof sendingWays)[number], Text>> = {
  portal: {
    kk: 'Қоғамдық бетте, код арқылы',
    ru: 'На общедоступной странице, по коду',
    en: 'On the public page, by the code',
  },
  post: { kk: 'Поштамен', ru: 'Почтой', en: 'By post' },
  hand: { kk: 'Қолма-қол', ru: 'Нарочно, в руки', en: 'By hand' },
  courier: { kk: 'Курьермен', ru: 'Курьером', en: 'By courier' },
}

export const languageTitles: Readonly<Record<'kk' | 'ru' | 'en', Text>> = {
  kk: { kk: 'қазақша', ru: 'на казахском', en: 'Kazakh' },
  ru: { kk: 'орысша', ru: 'на русском', en: 'Russian' },
  en: { kk: 'ағылшынша', ru: 'на английском', en: 'English' },
}
