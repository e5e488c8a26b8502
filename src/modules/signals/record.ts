// What a signal is to the kernel: found in the actor's scope, without a lifecycle, because nothing may become of it.
import { record } from '../../kernel/record.ts'
import { findSignal, type Signal } from './store.ts'

export const signalRecord = record({
  name: 'signal',
  table: 'signals',
  title: { kk: 'Сигнал', ru: 'Сигнал', en: 'Signal' },
  find: findSignal,
  caption: (it: Signal) => it.mark,
  page: (id) => `/signals/${id}`,
})
