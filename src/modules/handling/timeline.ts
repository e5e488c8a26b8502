// What happened to the appeal, told from the sealed journal in plain words: steps, readings of personal details, refusals.
import { query, type Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { appealRecord } from '../appeals/index.ts'
import { readTimeline as timelineShape } from '../appeals/contract.ts'
import { documentsAbout } from '../documents/index.ts'
import { reads } from './rules.ts'
import { peopleOf } from './store.ts'
import { entriesOf, type JournalEntry } from './timeline-store.ts'
import { told } from './told.ts'

const applicant: Text = { kk: 'Өтініш беруші', ru: 'Заявитель', en: 'The applicant' }
const house: Text = { kk: 'Жүйе', ru: 'Система', en: 'The system' }
const refused = (it: Text): Text => ({
  kk: `Рұқсат берілмеді: ${it.kk}`,
  ru: `Отказано: ${it.ru}`,
  en: `Refused: ${it.en}`,
})

const titleOf = (tx: Tx, { operation, outcome }: JournalEntry): Text | null => {
  if (outcome === 'refused' || outcome === 'failed') {
    const title = tx.house.registry.operations.get(operation)?.shape.title
    return title ? refused(title) : null
  }
  if (told[operation]) return told[operation]
  // What other rooms do with an appeal is told by the operation's own name.
  const known = tx.house.registry.operations.get(operation)
  return known?.kind === 'command' && known.record?.name === 'appeal' && !known.inner ? known.shape.title : null
}

const whoOf = (entry: JournalEntry, people: ReadonlyMap<string, Text>): Text | null => {
  if (entry.actor) return people.get(entry.actor) ?? null
  return entry.actor_kind === 'public' ? applicant : house
}

/** Newest first, as the reader may see them. Plain readings of the page are in the journal, not here: they would bury the rest. */
export const readTimeline = query(timelineShape, {
  clauses: ['6.23', '5.16'],
  record: appealRecord,
  rules: [reads],
  run: async ({ subject, tx }) => {
    const documents = await documentsAbout(tx, { kind: 'appeal', id: subject.id })
    const entries = await entriesOf(tx, [subject.id, ...documents.map(({ id }) => id)])
    const people = await peopleOf(
      tx,
      entries.map(({ actor }) => actor),
    )
    const rows = entries.flatMap((entry) => {
      const title = titleOf(tx, entry)
      if (!title) return []
      const isRefused = entry.outcome === 'refused' || entry.outcome === 'failed'
      const clause = entry.clause ?? entry.clauses[0] ?? null
      return [{ at: entry.at.toISOString(), title, clause, who: whoOf(entry, people), refused: isRefused }]
    })
    return { rows }
  },
})
