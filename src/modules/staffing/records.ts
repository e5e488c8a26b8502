// The kinds of record of this room, as the kernel finds, locks and names them.
import { record } from '../../kernel/record.ts'
import { postTitles } from '../structure/index.ts'
import { descriptionLife, staffingLife } from './lifecycle.ts'
import { findDescription, findStaffing, type Description, type Staffing } from './store.ts'

export const staffingRecord = record<Staffing, 'approve' | 'return'>({
  name: 'staffing',
  table: 'staffings',
  title: { kk: 'Штат кестесі', ru: 'Штатное расписание', en: 'Staffing table' },
  life: staffingLife,
  find: findStaffing,
  caption: ({ fromOn }) => fromOn,
  page: (id) => `/staffing/${id}`,
})

export const descriptionRecord = record<Description, 'approve' | 'return'>({
  name: 'description',
  table: 'descriptions',
  title: { kk: 'Лауазымдық нұсқаулық', ru: 'Должностная инструкция', en: 'Job description' },
  life: descriptionLife,
  find: findDescription,
  caption: ({ postCode, fromOn }) => `${postTitles[postCode].kk}, ${fromOn}`,
  page: () => '/descriptions',
})
