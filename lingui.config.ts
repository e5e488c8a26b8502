// Words of the staff web: Kazakh is written in the screens, Russian and English stand in PO files beside them.
import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'
import { existsSync, readdirSync } from 'node:fs'

const screens = readdirSync('src/modules')
  .map((module) => `src/modules/${module}/screens`)
  .filter((folder) => existsSync(folder))

export default defineConfig({
  locales: ['kk', 'ru', 'en'],
  sourceLocale: 'kk',
  catalogs: ['src/ui', 'src/web', ...screens].map((folder) => ({
    path: `${folder}/locales/{locale}`,
    include: [folder],
  })),
  format: formatter({ lineNumbers: false }),
  compileNamespace: 'es',
  orderBy: 'origin',
})
