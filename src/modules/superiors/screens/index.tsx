// The screen of verdicts and direct superiors.
import type { Screen } from '../../../ui/screen.ts'

export const screens: Screen[] = [
  {
    path: '/superiors',
    title: {
      kk: 'Үкімдер және тікелей басшылар',
      ru: 'Приговоры и непосредственные руководители',
      en: 'Verdicts and direct superiors',
    },
    needs: 'superiors.read',
    component: () => import('./list.tsx'),
  },
]
