// An event as it is told: its title, its words and its maker in three languages, and where it can be looked at.
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { acknowledgementTitles, findingTitles, measures } from '../conclusions/contract.ts'
import { actTitles } from '../evidence/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import { answerTitles, appealResultTitles } from '../outcomes/contract.ts'
import type { EventRow } from './events-store.ts'
import { eventsWith, eventTitles } from './words.ts'

export const nobody: Text = { kk: '—', ru: '—', en: '—' }
export const asText = (words: Text | string | null): Text | null => {
  if (words === null) return null
  if (typeof words !== 'string') return words
  return words ? { kk: words, ru: words, en: words } : null
}

const titlesOfMeasures = Object.fromEntries(Object.entries(measures).map(([name, { title }]) => [name, title]))

const kinds: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  evidence: actTitles,
  'conclusion.finding': findingTitles,
  'conclusion.measure': titlesOfMeasures,
  'conclusion.study': acknowledgementTitles,
  'outcome.decision': titlesOfMeasures,
  'outcome.appeal': appealResultTitles,
  'outcome.answer': answerTitles,
}

const said = (what: Text, how: Text): Text => ({
  kk: `${what.kk}: ${how.kk}`,
  ru: `${what.ru}: ${how.ru}`,
  en: `${what.en}: ${how.en}`,
})

export function titleOf({ house }: Pick<Tx, 'house'>, title: string): Text {
  const dot = title.lastIndexOf('.')
  const how = kinds[title.slice(0, dot)]?.[title.slice(dot + 1)]
  const what = eventsWith[title.slice(0, dot)]
  if (how) return what ? said(what, how) : how
  const { told, operations } = house.registry
  return eventTitles[title] ?? told[title] ?? operations.get(title)?.shape.title ?? nobody
}

export interface Told {
  title: Text
  words: Text | null
  by: Text | null
  page: string | null
}

/** Of many events at once, so that their makers are asked for together. */
export async function tellAll(tx: Tx, rows: readonly EventRow[]): Promise<(EventRow & { told: Told })[]> {
  const names = await captionOfEmployees(
    tx,
    rows.map(({ by }) => by),
  )
  return rows.map((row) => {
    const { by, words, record_kind: kind, record_id: id } = row
    const page = (kind && id && tx.house.registry.records.get(kind)?.page?.(id)) || null
    return {
      ...row,
      told: { title: titleOf(tx, row.title), words: asText(words), by: by ? (names.get(by) ?? nobody) : null, page },
    }
  })
}
