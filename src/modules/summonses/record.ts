// What a summons is to the kernel: found in the actor's scope, moved by its lifecycle, named by its number.
import { record } from '../../kernel/record.ts'
import { summonsLife } from './lifecycle.ts'
import { works } from './rules.ts'
import { findSummons, type Summons } from './store.ts'

export const summonsRecord = record({
  name: 'summons',
  table: 'summonses',
  title: { kk: 'Шақыру', ru: 'Вызов', en: 'Summons' },
  life: summonsLife,
  find: findSummons,
  caption: (it: Summons) => it.number ?? it.name[it.language],
  works,
  page: (id) => `/summonses/${id}`,
})
