// What happened to a record, told from the sealed journal in the words of its operations.
import type { z } from 'zod'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { captionOfEmployees } from '../org/index.ts'
import type { happening } from './contract.ts'
import { entriesOf, type JournalEntry } from './timeline-store.ts'

const house: Text = { kk: 'Жүйе', ru: 'Система', en: 'The system' }
const refused = (it: Text): Text => ({
  kk: `Рұқсат берілмеді: ${it.kk}`,
  ru: `Отказано: ${it.ru}`,
  en: `Refused: ${it.en}`,
})

const isRefused = ({ outcome }: JournalEntry): boolean => outcome === 'refused' || outcome === 'failed'

/** Newest first. `told`, or what the rooms themselves tell, says a step better than the title of its operation does; what `echoes` another step is left out. */
export async function happeningsOf(
  tx: Tx,
  records: readonly string[],
  told: Readonly<Record<string, Text>>,
  echoes: ReadonlySet<string> = new Set(),
): Promise<z.input<typeof happening>[]> {
  const entries = await entriesOf(tx, records)
  const people = await captionOfEmployees(
    tx,
    entries.map(({ actor }) => actor),
  )
  return entries.flatMap((entry) => {
    const { operations, told: ofRooms } = tx.house.registry
    const title = operations.get(entry.operation)?.shape.title
    if (!title || echoes.has(entry.operation)) return []
    return [
      {
        at: entry.at.toISOString(),
        title: isRefused(entry) ? refused(title) : (told[entry.operation] ?? ofRooms[entry.operation] ?? title),
        clause: entry.clause ?? entry.clauses[0] ?? null,
        who: entry.actor ? (people.get(entry.actor) ?? null) : house,
        refused: isRefused(entry),
      },
    ]
  })
}
