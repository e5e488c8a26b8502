// The screens of personal reception: the sheet of the day, the list, one card, the calendar.
import type { Screen } from '../../../ui/screen.ts'

const reception = { kk: 'Жеке қабылдау', ru: 'Личный приём', en: 'Personal reception' }
const needs = ['reception.keep', 'reception.hold']

export const screens: Screen[] = [
  {
    path: '/reception',
    title: reception,
    nav: { group: 'anti-corruption', title: reception, order: 5 },
    needs,
    component: () => import('./day.tsx'),
  },
  {
    path: '/reception/list',
    title: { kk: 'Қабылдаулар тізімі', ru: 'Список приёмов', en: 'List of receptions' },
    needs,
    component: () => import('./list.tsx'),
  },
  {
    path: '/reception/plan',
    title: { kk: 'Қабылдау күндері', ru: 'Дни приёма', en: 'Reception days' },
    needs,
    component: () => import('./plan.tsx'),
  },
  {
    path: '/reception/$id',
    title: reception,
    component: () => import('./record.tsx'),
  },
]
