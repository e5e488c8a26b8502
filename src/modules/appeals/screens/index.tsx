// The screens of appeals: the list, one appeal, the entry of what came on paper or by word of mouth.
import type { Screen } from '../../../ui/screen.ts'

const list = { kk: 'Өтініштер', ru: 'Обращения', en: 'Appeals' }
const entry = { kk: 'Өтінішті енгізу', ru: 'Внести обращение', en: 'Enter an appeal' }

export const screens: Screen[] = [
  {
    path: '/appeals',
    title: list,
    nav: { group: 'anti-corruption', title: list, order: 1 },
    needs: ['appeals.see-all', 'appeals.see-unit', 'appeals.register', 'appeals.assign', 'appeals.work'],
    component: () => import('./list.tsx'),
  },
  {
    path: '/appeals/new',
    title: entry,
    needs: 'appeals.register',
    palette: entry,
    component: () => import('./new.tsx'),
  },
  { path: '/appeals/$id', title: { kk: 'Өтініш', ru: 'Обращение', en: 'Appeal' }, component: () => import('./record.tsx') },
]
