// What a person is to the kernel.
import { record } from '../../kernel/record.ts'
import { findRow, type PersonRow } from './store.ts'

export const personRecord = record<PersonRow>({
  name: 'person',
  table: 'persons',
  title: { kk: 'Адам', ru: 'Лицо', en: 'Person' },
  find: findRow,
  caption: ({ name }) => name.kk,
  page: (id) => `/persons/${id}`,
})
