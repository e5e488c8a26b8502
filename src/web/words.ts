// Which language is spoken, and the catalogs that are needed for what is on the screen.
import { i18n } from '@lingui/core'
import type { Messages } from '@lingui/core'
import { isLanguage } from '../kernel/text.ts'
import type { Language } from '../kernel/text.ts'
import { setSpoken } from '../ui/call.ts'

type Load = () => Promise<{ messages: Messages }>

const catalogs: Record<string, Load> = {
  ...import.meta.glob<{ messages: Messages }>('./locales/*.po'),
  ...import.meta.glob<{ messages: Messages }>('../ui/locales/*.po'),
  ...import.meta.glob<{ messages: Messages }>('../modules/*/screens/locales/*.po'),
}

const addressOf = (place: string, language: Language): string => {
  if (place === 'web') return `./locales/${language}.po`
  return place === 'ui' ? `../ui/locales/${language}.po` : `../modules/${place}/screens/locales/${language}.po`
}

const places = new Set(['ui', 'web'])
const loaded = new Set<string>()

const load = async (place: string, language: Language): Promise<void> => {
  const address = addressOf(place, language)
  const catalog = catalogs[address]
  if (!catalog || loaded.has(address)) return
  const { messages } = await catalog()
  i18n.load(language, messages)
  loaded.add(address)
}

const key = 'qorgan.language'

export const spokenByChoice = (): boolean => localStorage.getItem(key) !== null

export const keptLanguage = (): Language => {
  const kept = localStorage.getItem(key)
  return isLanguage(kept) ? kept : 'kk'
}

/** Speaks this language from now on, on every screen already visited too. */
export const speak = async (language: Language): Promise<void> => {
  await Promise.all([...places].map((place) => load(place, language)))
  // Browsers have no plural rules for Kazakh; those of Russian do, since Kazakh keeps one form after a numeral.
  i18n.activate(language, language === 'kk' ? 'ru' : language)
  document.documentElement.lang = language
  setSpoken(language)
}

/** The person chose it: remembered in this browser. */
export const choose = async (language: Language): Promise<void> => {
  localStorage.setItem(key, language)
  await speak(language)
}

/** Brings a module's sentences before its first screen is drawn. */
export const bringWords = async (module: string): Promise<void> => {
  const language = isLanguage(i18n.locale) ? i18n.locale : keptLanguage()
  places.add(module)
  const address = addressOf(module, language)
  if (loaded.has(address)) return
  await load(module, language)
}
