// The screen of one questioning; the list stands on the page of its investigation.
import type { Screen } from '../../../ui/screen.ts'

export const screens: Screen[] = [
  {
    path: '/questioning/$id',
    title: { kk: 'Жауап алу', ru: 'Опрос', en: 'Questioning' },
    component: () => import('./record.tsx'),
  },
]
