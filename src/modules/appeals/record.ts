// What an appeal is to the kernel: found in the actor's scope, moved by its lifecycle, named by its number.
import { record } from '../../kernel/record.ts'
import { appealLife } from './lifecycle.ts'
import { inReach } from './rules.ts'
import { findAppeal, type Appeal } from './store.ts'

export const appealRecord = record({
  name: 'appeal',
  table: 'appeals',
  title: { kk: 'Өтініш', ru: 'Обращение', en: 'Appeal' },
  life: appealLife,
  find: findAppeal,
  caption: (it: Appeal) => it.number ?? it.slipNumber,
  works: inReach,
  page: (id) => `/appeals/${id}`,
})
