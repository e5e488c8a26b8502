// The form out of its counted cells: titles, regions summed from their courts, the period before, what the head has approved.
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { addDays, daysBetween } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { invalidField } from '../../kernel/invalid.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import {
  appealKinds,
  appealResults,
  channels,
  channelTitles,
  kindTitles,
  languageTitles,
  resultTitles,
} from '../submissions/contract.ts'
import type { readForm } from './contract.ts'
import { dimensions, measures, none, noneTitle, type Dimension, type Measure } from './measures.ts'
import { periodBefore, yearOfMonths } from './period.ts'
import * as store from './store.ts'

export type Form = z.output<typeof readForm.output>
type Counts = Record<Measure, number>
type Row = Form['cuts'][number]['rows'][number]

const longestDays = 5 * 366

const says = {
  order: {
    kk: 'Кезеңнің соңы басынан бұрын.',
    ru: 'Конец периода раньше его начала.',
    en: 'The period ends before it begins.',
  },
  length: {
    kk: 'Кезең тым ұзақ. Ең көбі: бес жыл.',
    ru: 'Период слишком длинный. Не больше пяти лет.',
    en: 'The period is too long. At most five years.',
  },
  notYet: { kk: 'Бұл күн әлі келген жоқ.', ru: 'Этот день ещё не наступил.', en: 'This day has not come yet.' },
  unit: {
    kk: 'Сізге көрінетін мұндай бөлімше жоқ.',
    ru: 'Такого подразделения среди видимых Вам нет.',
    en: 'There is no such unit among those that you see.',
  },
} satisfies Record<string, Text>

interface Wish {
  from: Day
  until: Day
  asOf?: Day | undefined
  unit?: string | undefined
}

/** Judges the question. @throws Refusal 'invalid' with a sentence beside its field */
export function askedOf(tx: Tx, { from, until, asOf = tx.today, unit }: Wish): store.Asked {
  if (until < from) throw invalidField('until', says.order)
  if (daysBetween(from, until) > longestDays) throw invalidField('until', says.length)
  if (asOf > tx.today) throw invalidField('asOf', says.notYet)
  const { reach } = tx.actor
  if (unit && reach !== 'all' && !reach.includes(unit)) throw invalidField('unit', says.unit)
  return { from, until, asOf, unit: unit ?? null }
}

const titled = <K extends string>(keys: readonly K[], titles: Readonly<Record<K, Text>>): [string, Text][] =>
  keys.map((key) => [key, titles[key]])

/** The values of a cut in the order in which the form shows them. */
const valuesOf = (names: store.Names): Readonly<Record<Dimension, readonly [string, Text][]>> => ({
  kind: titled(appealKinds, kindTitles),
  unit: names.units.map(({ id, name }) => [id, name]),
  region: names.regions.map(({ code, name }) => [code, name]),
  court: names.courts.map(({ id, name }) => [id, name]),
  question: names.questions.map(({ code, title }) => [code, title]),
  result: titled(appealResults, resultTitles),
  channel: titled(channels, channelTitles),
  language: titled(['kk', 'ru', 'en'], languageTitles),
})

const sum = (into: Counts, more: Counts): void => {
  for (const measure of measures) into[measure] += more[measure]
}

const byRegion = (courts: readonly store.Counted[], names: store.Names): store.Counted[] => {
  const regionOf = new Map(names.courts.map(({ id, region }) => [id, region]))
  const found = new Map<string, store.Counted>()
  for (const { value, counts } of courts) {
    const region = regionOf.get(value) ?? none
    const row = found.get(region) ?? { dimension: null, value: region, counts: store.nothing() }
    sum(row.counts, counts)
    found.set(region, row)
  }
  return [...found.values()]
}

/** Rows with a figure, in the form's order; the many courts by how much there is of each. */
const rowsOf = (dimension: Dimension, cells: readonly store.Counted[], names: store.Names): Row[] => {
  const found = new Map(cells.map(({ value, counts }) => [value, counts]))
  const order: [string, Text][] = [...valuesOf(names)[dimension], [none, noneTitle]]
  const rows = order.flatMap(([value, title]) => {
    const counts = found.get(value)
    return counts ? [{ value, title, counts }] : []
  })
  return dimension === 'court' ? rows.toSorted((a, b) => b.counts.inHand - a.counts.inHand) : rows
}

const totalOf = (cells: readonly store.Counted[]): Counts =>
  cells.find(({ dimension }) => dimension === null)?.counts ?? store.nothing()

const cutsOf = (cells: readonly store.Counted[], names: store.Names): Form['cuts'] =>
  dimensions.map((dimension) => {
    const own = cells.filter((it) => it.dimension === (dimension === 'region' ? 'court' : dimension))
    return { dimension, rows: rowsOf(dimension, dimension === 'region' ? byRegion(own, names) : own, names) }
  })

/** What is kept of an approved form: the whole, and each unit. */
type Kept = Record<string, Counts>

const keptOf = (cells: readonly store.Counted[]): Kept => ({
  all: totalOf(cells),
  ...Object.fromEntries(cells.filter((it) => it.dimension === 'unit').map(({ value, counts }) => [value, counts])),
})

export const hashOf = (salt: string, figures: string): string =>
  createHash('sha256').update(`${salt}\n${figures}`).digest('hex')

/**
 * The figures of a period as they are now, ready to be approved: of the whole Department, whatever is hidden from the person who
 * approves them. That person is not shown them either.
 */
export async function figuresOf(tx: Tx, asked: store.Asked): Promise<string> {
  const cells = await store.asHouse(tx, () => store.countAppeals(tx, asked, true))
  const { from, until, asOf } = asked
  return JSON.stringify({ from, until, asOf, counts: keptOf(cells) })
}

const differencesOf = (kept: Kept, now: Counts, unit: string | null) => {
  const approved = kept[unit ?? 'all'] ?? store.nothing()
  return measures
    .filter((measure) => approved[measure] !== now[measure])
    .map((measure) => ({ measure, approved: approved[measure], now: now[measure] }))
}

async function approvalOf(tx: Tx, asked: store.Asked, now: Counts): Promise<Form['approval']> {
  const it = await store.findApproval(tx, asked.from, asked.until)
  if (!it) return null
  // The whole of somebody who sees a part is no whole that was approved.
  const comparable = it.figures !== null && it.salt !== null && (asked.unit !== null || tx.actor.reach === 'all')
  if (comparable && hashOf(it.salt ?? '', it.figures ?? '') !== it.hash)
    throw new Error('the figures of an approved form were changed')
  const { counts } = comparable ? (JSON.parse(it.figures ?? '') as { counts: Kept }) : { counts: {} }
  return {
    at: it.approved_at.toISOString(),
    by: it.approved_name,
    asOf: it.as_of,
    hash: it.hash,
    differences: comparable ? differencesOf(counts, now, asked.unit) : null,
  }
}

const everyUnit: Text = {
  kk: 'Бөлім және аумақтық бөлімшелер',
  ru: 'Отдел и территориальные подразделения',
  en: 'The Department and its territorial units',
}
const inSight: Text = {
  kk: 'Сізге көрінетін бөлімшелер',
  ru: 'Видимые Вам подразделения',
  en: 'The units that you see',
}

const unitTitle = (asked: store.Asked, units: Form['units'], whole: boolean): Text =>
  units.find(({ id }) => id === (asked.unit ?? (units.length === 1 ? units[0]?.id : null)))?.name ??
  (whole ? everyUnit : inSight)

/** The whole form, in the asker's scope. */
export async function makeForm(tx: Tx, wish: Wish): Promise<Form> {
  const asked = askedOf(tx, wish)
  const names = await store.namesOf(tx)
  const { reach } = tx.actor
  const units = names.units.filter(({ id }) => reach === 'all' || reach.includes(id))
  if (asked.unit && !units.some(({ id }) => id === asked.unit)) throw invalidField('unit', says.unit)
  const cells = await store.countAppeals(tx, asked, true)
  const earlier = periodBefore(asked.from, asked.until)
  const before = totalOf(await store.countAppeals(tx, { ...asked, ...earlier }, false))
  const months = yearOfMonths(asked.until)
  const counted = await store.countMonths(tx, asked, `${months[0]}-01`)
  const totals = totalOf(cells)
  return {
    ...asked,
    unitTitle: unitTitle(asked, units, reach === 'all'),
    provisional: asked.asOf >= tx.today || asked.asOf <= asked.until,
    totals,
    before: { ...earlier, totals: before },
    cuts: cutsOf(cells, names),
    trend: months.map((month) => ({
      month,
      received: counted.get(month)?.received ?? 0,
      done: counted.get(month)?.done ?? 0,
    })),
    units: units.map(({ id, name }) => ({ id, name })),
    regions: units.flatMap(({ id, name, region, kind }) =>
      region && kind === 'territorial' ? [{ code: region, unit: id, name }] : [],
    ),
    approval: await approvalOf(tx, asked, totals),
  }
}

/** The day after the last: only then is a period over. */
export const isOver = (tx: Tx, until: Day): boolean => tx.today >= addDays(until, 1)
