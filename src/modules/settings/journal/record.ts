// One entry of the journal as the kernel finds it: what a rule must know of it and nothing that could be erased.
import { record } from '../../../kernel/record.ts'
import { findEntry } from './store.ts'

export interface JournalRecord {
  id: string
  seq: number
  operation: string
  actor: string | null
  /** Details stand beside it and were not erased. */
  hasDetails: boolean
  erasedAt: string | null
}

export const journalEntry = record<JournalRecord>({
  name: 'journal.entry',
  table: 'journal_entries',
  title: { kk: 'Журнал жазбасы', ru: 'Запись журнала', en: 'Entry of the journal' },
  // The log cannot be locked: nobody can change it.
  find: (tx, id) => findEntry(tx, id),
  caption: ({ seq }) => `№ ${seq}`,
  page: (id) => `/journal?entry=${id}`,
})
