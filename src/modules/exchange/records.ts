// What a profile, an import and an export are to the kernel.
import { dotted } from '../../kernel/calendar.ts'
import { record } from '../../kernel/record.ts'
import { findExport } from './exports-store.ts'
import { importLife } from './lifecycle.ts'
import { findImport, findProfile } from './store.ts'

export const profileRecord = record({
  name: 'exchange-profile',
  table: 'exchange_profiles',
  title: { kk: 'Алмасу профилі', ru: 'Профиль обмена', en: 'Profile of exchange' },
  find: findProfile,
  caption: (it) => it.title,
  page: () => '/exchange/profiles',
})

export const importRecord = record({
  name: 'import',
  table: 'imports',
  title: { kk: 'Өтініштерді енгізу', ru: 'Загрузка обращений', en: 'Import of appeals' },
  life: importLife,
  find: findImport,
  caption: (it) => it.file,
  page: (id) => `/exchange/imports/${id}`,
})

export const exportRecord = record({
  name: 'export',
  table: 'exports',
  title: { kk: 'Жүйеге жіберілген мәлімет', ru: 'Выгрузка', en: 'Export' },
  find: async (tx, id) => findExport(tx, id),
  caption: (it) => `${it.system}, ${dotted(it.from)} – ${dotted(it.until)}`,
  page: () => '/exchange/exports',
})
