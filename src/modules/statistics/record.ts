// What an approved form is to the kernel: found by everybody who may read figures, named by its period.
import { dotted } from '../../kernel/calendar.ts'
import { record } from '../../kernel/record.ts'
import { findForm } from './store.ts'

export const formRecord = record({
  name: 'statistics-form',
  table: 'statistics_forms',
  title: { kk: 'Бекітілген есеп нысаны', ru: 'Утверждённая форма', en: 'Approved form' },
  find: async (tx, id) => findForm(tx, id),
  caption: (it) => `${dotted(it.from_on)} – ${dotted(it.until_on)}`,
  page: () => '/statistics',
})
