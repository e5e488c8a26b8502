// The screens of appeals: the list and one appeal.
import type { Screen } from '../../../ui/screen.ts'

const list = { kk: 'Өтініштер', ru: 'Обращения', en: 'Appeals' }

export const screens: Screen[] = [
  {
    path: '/appeals',
    title: list,
    nav: { group: 'anti-corruption', title: list, order: 1 },
    needs: ['appeals.see-all', 'appeals.see-unit', 'appeals.register', 'appeals.assign', 'appeals.work'],
    component: () => import('./list.tsx'),
  },
  {
    path: '/appeals/$id',
    title: { kk: 'Өтініш', ru: 'Обращение', en: 'Appeal' },
    component: () => import('./record.tsx'),
  },
]
