// Identifiers of Kazakhstan brought to one written form. Wrong ones are refused with a sentence, doubtful ones warned of.
import type { Day } from './clock.ts'
import type { Text } from './text.ts'

/** The normal form, or the sentence that says what is wrong. */
export type Parsed = { readonly value: string; readonly fault: null } | { readonly value: null; readonly fault: Text }

const taken = (value: string): Parsed => ({ value, fault: null })
const refused = (kk: string, ru: string, en: string): Parsed => ({ value: null, fault: { kk, ru, en } })

const digitsOf = (raw: string): string => raw.replace(/[\s-]/g, '')
const weights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const weightsAgain = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

/** The check digit for the first eleven digits; null when the number may not be issued (10 in both passes). */
export function checkDigit(digits: string): number | null {
  for (const pass of [weights, weightsAgain]) {
    const rest = pass.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11
    if (rest < 10) return rest
  }
  return null
}

const checks = (digits: string): boolean => Number(digits[11]) === checkDigit(digits) && /[1-9]/.test(digits)

/** ЖСН / ИИН: 12 digits with a right check digit; spaces and hyphens are dropped. Its date is left to iinWarnings. */
export function parseIin(raw: string): Parsed {
  const digits = digitsOf(raw)
  if (!/^\d{12}$/.test(digits))
    return refused('ЖСН 12 цифрдан тұрады.', 'ИИН состоит из 12 цифр.', 'An IIN has 12 digits.')
  if (!checks(digits)) {
    return refused(
      'ЖСН бақылау цифры сәйкес емес. Нөмірді тексеріңіз.',
      'Контрольная цифра ИИН не сходится. Проверьте номер.',
      'The check digit of the IIN is wrong. Check the number.',
    )
  }
  return taken(digits)
}

/** БСН / БИН: 12 digits with a right check digit; spaces and hyphens are dropped. */
export function parseBin(raw: string): Parsed {
  const digits = digitsOf(raw)
  if (!/^\d{12}$/.test(digits))
    return refused('БСН 12 цифрдан тұрады.', 'БИН состоит из 12 цифр.', 'A BIN has 12 digits.')
  if (!checks(digits)) {
    return refused(
      'БСН бақылау цифры сәйкес емес. Нөмірді тексеріңіз.',
      'Контрольная цифра БИН не сходится. Проверьте номер.',
      'The check digit of the BIN is wrong. Check the number.',
    )
  }
  return taken(digits)
}

/** Whose a parsed number is: its fifth digit opens the day of birth of a person (0–3) or names an organisation (4–6). */
export const numberKind = (digits: string): 'iin' | 'bin' => (Number(digits[4]) >= 4 ? 'bin' : 'iin')

export type Sex = 'male' | 'female'

/** What the digits of an IIN once meant: since 2013 they are tied neither to the date of birth nor to the sex. */
export function iinFacts(iin: string): { bornOn: Day | null; sex: Sex | null } {
  const century = Number(iin[6])
  if (!(century >= 1 && century <= 6)) return { bornOn: null, sex: null }
  const on = `${18 + Math.floor((century - 1) / 2)}${iin.slice(0, 2)}-${iin.slice(2, 4)}-${iin.slice(4, 6)}`
  const real = new Date(`${on}T00:00:00Z`)
  const bornOn = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(on) ? on : null
  return { bornOn, sex: century % 2 === 1 ? 'male' : 'female' }
}

const noDate: Text = {
  kk: 'ЖСН ішінде туған күн көрсетілмеген. Нөмірді құжаттан тексеріңіз.',
  ru: 'В ИИН нет даты рождения. Сверьте номер с документом.',
  en: 'The IIN holds no date of birth. Compare the number with the document.',
}
const otherDate: Text = {
  kk: 'ЖСН бойынша туған күн енгізілген күннен өзгеше. Бұл қате болмауы мүмкін.',
  ru: 'Дата рождения по ИИН отличается от введённой. Это не обязательно ошибка.',
  en: 'The date of birth in the IIN differs from the one entered. This need not be an error.',
}
const otherSex: Text = {
  kk: 'ЖСН бойынша жынысы енгізілгеннен өзгеше. Бұл қате болмауы мүмкін.',
  ru: 'Пол по ИИН отличается от введённого. Это не обязательно ошибка.',
  en: 'The sex in the IIN differs from the one entered. This need not be an error.',
}

/** Doubts about a parsed IIN that stop nobody: no date in it, or another date or sex than the person's own. */
export function iinWarnings(iin: string, person: { bornOn?: Day | null; sex?: Sex | null } = {}): readonly Text[] {
  const { bornOn, sex } = iinFacts(iin)
  const warnings: Text[] = []
  if (!bornOn) warnings.push(noDate)
  else if (person.bornOn && person.bornOn !== bornOn) warnings.push(otherDate)
  if (sex && person.sex && person.sex !== sex) warnings.push(otherSex)
  return warnings
}

/** One dash, one slash, no spaces: the way numbers are typed and copied varies. */
const tidy = (raw: string): string =>
  raw
    .trim()
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\\/g, '/')
    .replace(/\s*([-/])\s*/g, '$1')
const cyrillic: Readonly<Record<string, string>> = { a: 'а', c: 'с', e: 'е', k: 'к', o: 'о', p: 'р', x: 'х', y: 'у' }

/** Number of a court case, CCCC-YY-NN-K[letter]/N: '7585 - 24-00-2A\101' becomes '7585-24-00-2а/101'. */
export function parseCaseNumber(raw: string): Parsed {
  const number = tidy(raw)
    .toLowerCase()
    .replace(/[acekopxy]/g, (letter) => cyrillic[letter] ?? letter)
  if (/^\d{4}-\d{2}-\d{2}-\d[а-я]?\/\d{1,7}$/.test(number)) return taken(number)
  return refused(
    'Сот ісінің нөмірін 7585-24-00-2/101 үлгісімен жазыңыз.',
    'Укажите номер судебного дела по образцу 7585-24-00-2/101.',
    'Give the number of the court case like 7585-24-00-2/101.',
  )
}

/** What a parsed case number says: code of the court, of its region, the year, the kind (1 criminal, 2 civil,
 * 3 administrative offence, 4 administrative), the letter after it ('а' for an appeal) and the serial number. */
export function caseFacts(number: string) {
  const [court = '', year = '', , rest = ''] = number.split('-')
  const [kind = '', serial = ''] = rest.split('/')
  return {
    court,
    region: court.slice(0, 2),
    year: 2000 + Number(year),
    kind: Number(kind[0]),
    letter: kind.slice(1),
    serial: Number(serial),
  }
}

/** Number of a document: organisation - year - index of the file nomenclature / serial, such as 6001-23-7-6/443. */
export function parseDocumentNumber(raw: string): Parsed {
  const number = tidy(raw).replace(/^№\s*/, '')
  if (/^\d{1,6}-\d{2}(-\d{1,3}){1,4}\/\d{1,7}$/.test(number)) return taken(number)
  return refused(
    'Құжат нөмірін 6001-23-7-6/443 үлгісімен жазыңыз.',
    'Укажите номер документа по образцу 6001-23-7-6/443.',
    'Give the number of the document like 6001-23-7-6/443.',
  )
}

/** Number in the register of pre-trial investigations (СДТБТ / ЕРДР). Its form is not certain: other forms than
 * 15 digits are kept and only warned of by erdrWarnings. */
export function parseErdr(raw: string): Parsed {
  const number = raw.replace(/\s/g, '')
  if (/^[\p{L}\d/-]{3,30}$/u.test(number) && /\d/.test(number)) return taken(number)
  return refused('СДТБТ нөмірін цифрлармен жазыңыз.', 'Укажите номер ЕРДР цифрами.', 'Give the ERDR number in digits.')
}

export const erdrWarnings = (number: string): readonly Text[] =>
  /^\d{15}$/.test(number)
    ? []
    : [
        {
          kk: 'СДТБТ нөмірі әдетте 15 цифрдан тұрады. Нөмірді құжаттан тексеріңіз.',
          ru: 'Номер ЕРДР обычно состоит из 15 цифр. Сверьте номер с документом.',
          en: 'An ERDR number usually has 15 digits. Compare the number with the document.',
        },
      ]

/** A telephone number as +7XXXXXXXXXX; '8 (701) 123-45-67' and ten digits without a prefix are of Kazakhstan. */
export function parsePhone(raw: string): Parsed {
  const typed = raw.trim().replace(/[\s().-]/g, '')
  const home = /^(?:\+?7|8)?([67]\d{9})$/.exec(typed)
  if (home) return taken(`+7${home[1]}`)
  if (/^\+[1-9]\d{7,14}$/.test(typed)) return taken(typed)
  return refused(
    'Телефон нөмірін +7 701 123 45 67 үлгісімен жазыңыз.',
    'Укажите номер телефона по образцу +7 701 123 45 67.',
    'Give the telephone number like +7 701 123 45 67.',
  )
}

/** +77011234567 → '+7 701 123 45 67'; numbers of other countries stay as they are. */
export const showPhone = (phone: string): string => phone.replace(/^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/, '+7 $1 $2 $3 $4')
