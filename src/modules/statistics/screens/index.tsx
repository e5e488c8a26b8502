// The screens of statistics: the form with its charts, and the appeals behind one of its figures.
import type { Screen } from '../../../ui/screen.ts'

const form = { kk: 'Статистика', ru: 'Статистика', en: 'Statistics' }

export const screens: Screen[] = [
  {
    path: '/statistics',
    title: form,
    nav: { group: 'anti-corruption', title: form, order: 8 },
    needs: 'statistics.see',
    component: () => import('./form.tsx'),
  },
  {
    path: '/statistics/cases',
    title: { kk: 'Санның ар жағындағы өтініштер', ru: 'Обращения за показателем', en: 'Appeals behind a figure' },
    needs: 'statistics.see',
    component: () => import('./cases.tsx'),
  },
]
