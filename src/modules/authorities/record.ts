// The kind of record of this room, as the kernel finds, locks and names it.
import { record } from '../../kernel/record.ts'
import { kindTitles } from './contract.ts'
import { authorityLife } from './lifecycle.ts'
import { findAuthority, type Authority } from './store.ts'

export const authorityRecord = record({
  name: 'authority',
  table: 'authorities',
  title: { kk: 'Тапсырма, рұқсат', ru: 'Поручение, разрешение', en: 'Assignment or permission' },
  life: authorityLife,
  find: findAuthority,
  caption: (it: Authority) => it.number ?? `${kindTitles[it.kind].kk}: ${it.subjects[0]?.label ?? it.id}`,
  page: (id) => `/authorities/${id}`,
})
