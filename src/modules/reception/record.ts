// What a reception and a row of the weekly pattern are to the kernel.
import { record } from '../../kernel/record.ts'
import { receptionLife } from './lifecycle.ts'
import { findHours, findReception, type HoursRow, type Reception } from './store.ts'

export const receptionRecord = record({
  name: 'reception',
  table: 'receptions',
  title: receptionLife.title,
  life: receptionLife,
  find: findReception,
  caption: (it: Reception) => it.number,
  page: (id) => `/reception/${id}`,
})

export const hoursRecord = record({
  name: 'reception-hours',
  table: 'reception_hours',
  title: { kk: 'Қабылдау күні', ru: 'День приёма', en: 'Reception day' },
  find: findHours,
  caption: (it: HoursRow) => `${it.fromTime}–${it.untilTime}`,
  page: () => '/reception/plan',
})
