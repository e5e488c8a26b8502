// The screens of handling: letting a colleague read several appeals at once. The rest stands on the appeal's own page.
import type { Screen } from '../../../ui/screen.ts'

const title = { kk: 'Оқуға рұқсат', ru: 'Доступ для чтения', en: 'Reading by grant' }

export const screens: Screen[] = [
  {
    path: '/handling/grant',
    title,
    needs: 'appeals.assign',
    palette: {
      kk: 'Бірнеше өтінішті оқуға рұқсат беру',
      ru: 'Открыть для чтения несколько обращений',
      en: 'Let a colleague read several appeals',
    },
    component: () => import('./grant.tsx'),
  },
]
