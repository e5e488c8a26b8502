// The kinds of record of the room: a period's reconciliation, and each of its lines.
import { dotted } from '../../kernel/calendar.ts'
import { record } from '../../kernel/record.ts'
import { reconciliationLife, rowLife } from './lifecycle.ts'
import * as store from './store.ts'

export const captionOf = (it: Pick<store.Reconciliation, 'from_on' | 'until_on'>): string =>
  `${dotted(it.from_on)} – ${dotted(it.until_on)}`

export const reconciliationRecord = record({
  name: 'reconciliation',
  table: 'reconciliations',
  title: { kk: 'Қылмыстық істерді салыстыру', ru: 'Сверка уголовных дел', en: 'Reconciliation of criminal cases' },
  life: reconciliationLife,
  find: store.findReconciliation,
  caption: captionOf,
  page: (id) => `/criminal-cases/reconciliations/${id}`,
})

/** A caption stands in the journal, so the person's name does not. */
export const rowRecord = record({
  name: 'reconciliationRow',
  table: 'reconciliation_rows',
  title: { kk: 'Салыстыру жолы', ru: 'Строка сверки', en: 'Line of a reconciliation' },
  life: rowLife,
  find: store.findRow,
  caption: (it: store.Row) => (it.place === null ? `${captionOf(it.whole)}` : `${captionOf(it.whole)}, № ${it.place}`),
})
