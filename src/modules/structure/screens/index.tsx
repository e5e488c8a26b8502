// The screen of units and courts.
import type { Screen } from '../../../ui/screen.ts'

const courts = { kk: 'Бөлімшелер мен соттар', ru: 'Подразделения и суды', en: 'Units and courts' }

export const screens: Screen[] = [
  {
    path: '/courts',
    title: courts,
    nav: { group: 'management', title: courts, order: 12 },
    component: () => import('./courts.tsx'),
  },
]
