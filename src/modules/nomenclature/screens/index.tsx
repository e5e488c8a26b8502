// The screen of the nomenclature of cases.
import type { Screen } from '../../../ui/screen.ts'

export const screens: Screen[] = [
  {
    path: '/documents/series',
    title: { kk: 'Істер номенклатурасы', ru: 'Номенклатура дел', en: 'File nomenclature' },
    needs: ['documents.read', 'documents.nomenclature'],
    component: () => import('./series.tsx'),
  },
]
