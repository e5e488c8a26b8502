// The screen of a case as a whole; the page of its investigation leads to it.
import type { Screen } from '../../../ui/screen.ts'

export const screens: Screen[] = [
  {
    path: '/case-file/$id',
    title: { kk: 'Іс тұтас', ru: 'Дело целиком', en: 'The whole case' },
    component: () => import('./case.tsx'),
  },
]
