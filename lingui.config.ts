// Words of the staff web: Kazakh is written in the screens, Russian and English stand in PO files beside them.
import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  locales: ['kk', 'ru', 'en'],
  sourceLocale: 'kk',
  catalogs: [
    { path: 'src/ui/locales/{locale}', include: ['src/ui'] },
    { path: 'src/web/locales/{locale}', include: ['src/web'] },
    { path: 'src/modules/{name}/screens/locales/{locale}', include: ['src/modules/{name}/screens'] },
  ],
  format: formatter({ lineNumbers: false }),
  compileNamespace: 'es',
  orderBy: 'origin',
})
