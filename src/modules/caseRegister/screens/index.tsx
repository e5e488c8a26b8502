// The screens of the register as a whole: the list, the tables and what stands behind a figure.
import type { Screen } from '../../../ui/screen.ts'

const register = { kk: 'Қылмыстық істер', ru: 'Уголовные дела', en: 'Criminal cases' }
const tables = { kk: 'Қылмыстық істер кестелері', ru: 'Таблицы по уголовным делам', en: 'Tables of criminal cases' }
const readers = ['criminalCases.read', 'criminalCases.enter']

export const screens: Screen[] = [
  {
    path: '/criminal-cases',
    title: register,
    nav: { group: 'anti-corruption', title: register, order: 9 },
    needs: readers,
    component: () => import('./list.tsx'),
  },
  {
    path: '/criminal-cases/tables',
    title: tables,
    needs: readers,
    palette: tables,
    component: () => import('./tables.tsx'),
  },
  {
    path: '/criminal-cases/tables/cases',
    title: { kk: 'Көрсеткіштің артындағы істер', ru: 'Дела за показателем', en: 'The cases behind a figure' },
    needs: readers,
    component: () => import('./cell.tsx'),
  },
]
