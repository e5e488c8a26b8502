// A list of the agency against our register: by number, by IIN, by the sound of the name. Pure, so that it can be tried on thousands of lines.
import type { Day } from '../../kernel/clock.ts'
import type { Outcome, Qualification } from '../criminalCases/contract.ts'
import { nameKey } from '../criminalCases/index.ts'
import { readMoment, spelt } from '../exchange/index.ts'
import { columnKey, type SheetRow } from '../../kernel/sheets/index.ts'
import { fields, type Field, type Mapping } from './mapping.ts'

/** A line as the list says it; what it does not say is null. */
export interface Line {
  place: number
  erdr: string | null
  courtCase: string | null
  iin: string | null
  name: string | null
  /** The name as it sounds: surname, given name, father's name. */
  nameKey: string | null
  articles: readonly string[]
  articleWords: string | null
  qualification: Qualification | null
  outcome: Outcome | null
  registeredOn: Day | null
}

/** A case of ours, as far as a list can tell of it. */
export interface Ours {
  id: string
  erdr: string | null
  erdr_key: string | null
  court_case: string | null
  iin: string | null
  name_key: string
  person_name: string
  articles: readonly string[]
  qualification: Qualification
  outcome: Outcome
  registered_on: Day
  /** It was in hand in the period, so the list should have it. */
  expected: boolean
}

const digits = (it: string): string => it.replaceAll(/\D/g, '')
const plain = (it: string): string => it.replaceAll(/\s/g, '').replaceAll('\\', '/').toLowerCase()

/** Numbers of articles in running words: «ст. 366 ч. 2, ст. 190» → 366.2, 190. */
export const articlesIn = (words: string): string[] => [
  ...new Set(
    [
      ...words.matchAll(
        /(\d{2,3}(?:-\d)?)(?:\.(\d{1,2})|[^\d,;]{0,20}?(?:ч\.?|част[ьи]|бөлік|бөлігі|part)\s*(\d{1,2}))?/giu,
      ),
    ].map(([, article = '', part, said]) => ((part ?? said) ? `${article}.${part ?? said}` : article)),
  ),
]

const keyOf = <K extends string>(words: Readonly<Partial<Record<K, readonly string[]>>>, said: string): K | null => {
  const asked = spelt(said)
  const found = (Object.entries(words) as [K, readonly string[]][]).find(([, list]) =>
    list.some((it) => spelt(it) === asked),
  )
  return found?.[0] ?? null
}

export const columnOf = (mapping: Mapping, there: readonly string[], field: Field): string | null => {
  const keys = new Set(there.map(columnKey))
  return (mapping.columns[field] ?? []).map(columnKey).find((it) => keys.has(it)) ?? null
}

/** One row of the file by the profile; nothing where it names nobody and no number. */
export function lineOf({ row, cells }: SheetRow, mapping: Mapping): Line | null {
  const said = Object.fromEntries(
    fields.map((field) => {
      const key = (mapping.columns[field] ?? []).map(columnKey).find((it) => cells[it])
      return [field, (key && cells[key]?.trim()) || null]
    }),
  ) as Record<Field, string | null>
  const iin = said.iin && digits(said.iin).length === 12 ? digits(said.iin) : null
  if (!said.name && !said.erdr && !iin) return null
  return {
    place: row,
    erdr: said.erdr,
    courtCase: said.courtCase,
    iin,
    name: said.name,
    nameKey: said.name && nameKey(said.name),
    articles: said.articles ? articlesIn(said.articles) : [],
    articleWords: said.articles,
    qualification: said.qualification ? keyOf(mapping.qualifications, said.qualification) : null,
    outcome: said.outcome ? keyOf(mapping.outcomes, said.outcome) : null,
    registeredOn: said.registeredOn ? (readMoment(said.registeredOn, mapping.dates)?.day ?? null) : null,
  }
}

/** The same person, as far as two names tell: a father's name that one of them lacks does not part them. */
const sameName = (a: string, b: string): boolean => {
  const [x, y] = [a.split(' '), b.split(' ')]
  const shorter = Math.min(x.length, y.length)
  return shorter >= 2 ? x.slice(0, shorter).join(' ') === y.slice(0, shorter).join(' ') : a === b
}

const sameArticles = (theirs: readonly string[], ours: readonly string[]): boolean => {
  // Where one side does not name the part, the article alone is compared.
  const base = (it: string) => it.split('.')[0] ?? it
  const fits = (it: string, list: readonly string[]) =>
    list.some((other) => other === it || ((!it.includes('.') || !other.includes('.')) && base(other) === base(it)))
  return theirs.every((it) => fits(it, ours)) && ours.every((it) => fits(it, theirs))
}

/** The fields in which a line says something other than the case. */
export function differences(line: Line, it: Ours): Field[] {
  const differs: Readonly<Record<Field, boolean>> = {
    erdr: line.erdr !== null && digits(line.erdr) !== (it.erdr_key ?? ''),
    courtCase: line.courtCase !== null && plain(line.courtCase) !== plain(it.court_case ?? ''),
    iin: line.iin !== null && line.iin !== it.iin,
    name: line.nameKey !== null && !sameName(line.nameKey, it.name_key),
    articles: line.articles.length > 0 && !sameArticles(line.articles, it.articles),
    qualification: line.qualification !== null && line.qualification !== it.qualification,
    outcome: line.outcome !== null && line.outcome !== it.outcome,
    registeredOn: line.registeredOn !== null && line.registeredOn !== it.registered_on,
  }
  return fields.filter((field) => differs[field])
}

export interface Compared {
  kind: 'same' | 'differs' | 'theirs' | 'ours'
  matched: 'number' | 'iin' | 'name' | null
  line: Line | null
  ours: Ours | null
  differs: Field[]
}

const by = <K>(list: readonly Ours[], key: (it: Ours) => K | null): Map<K, Ours[]> => {
  const map = new Map<K, Ours[]>()
  for (const it of list) {
    const at = key(it)
    if (at === null || at === '') continue
    const there = map.get(at)
    if (there) there.push(it)
    else map.set(at, [it])
  }
  return map
}

const surnameAndName = (key: string): string => key.split(' ').slice(0, 2).join(' ')

/** Each line with its case, and the cases that the list should have and lacks. A case answers to one line alone. */
export function compare(lines: readonly Line[], register: readonly Ours[]): Compared[] {
  const numbers = by(register, (it) => it.erdr_key)
  const iins = by(register, (it) => it.iin)
  const names = by(register, (it) => surnameAndName(it.name_key))
  const taken = new Set<string>()
  const free = (list: readonly Ours[] | undefined) => (list ?? []).filter(({ id }) => !taken.has(id))
  const nearest = (line: Line, list: readonly Ours[]): Ours | null =>
    list.toSorted((a, b) => differences(line, a).length - differences(line, b).length)[0] ?? null

  const found = new Map<Line, { ours: Ours; matched: 'number' | 'iin' | 'name' }>()
  const keep = (line: Line, ours: Ours | null, matched: 'number' | 'iin' | 'name'): void => {
    if (!ours) return
    taken.add(ours.id)
    found.set(line, { ours, matched })
  }
  // The surest sign first over the whole list, so that a namesake never takes a case from its own number.
  for (const line of lines) {
    const same = line.erdr ? free(numbers.get(digits(line.erdr))) : []
    // Several persons stand under one number: the person must fit then.
    const person = same.filter(
      (it) =>
        (line.iin !== null && line.iin === it.iin) || (line.nameKey !== null && sameName(line.nameKey, it.name_key)),
    )
    keep(line, person.length ? nearest(line, person) : same.length === 1 ? (same[0] ?? null) : null, 'number')
  }
  for (const line of lines) if (!found.has(line) && line.iin) keep(line, nearest(line, free(iins.get(line.iin))), 'iin')
  for (const line of lines) {
    const { nameKey: key } = line
    if (found.has(line) || key === null) continue
    const same = free(names.get(surnameAndName(key))).filter(
      (it) => sameName(key, it.name_key) && (!line.iin || !it.iin || line.iin === it.iin),
    )
    // Two namesakes are nobody's match: a person decides.
    keep(line, same.length === 1 ? (same[0] ?? null) : null, 'name')
  }
  const told = lines.map((line): Compared => {
    const it = found.get(line)
    if (!it) return { kind: 'theirs', matched: null, line, ours: null, differs: [] }
    const differs = differences(line, it.ours)
    return { kind: differs.length ? 'differs' : 'same', ...it, line, differs }
  })
  const lacking = register
    .filter(({ id, expected }) => expected && !taken.has(id))
    .map((ours): Compared => ({ kind: 'ours', matched: null, line: null, ours, differs: [] }))
  return [...told, ...lacking]
}
