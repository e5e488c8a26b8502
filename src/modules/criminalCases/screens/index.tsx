// The screens of the register of criminal cases: the register, a new case, one case, the tables and what stands behind a figure.
import type { Screen } from '../../../ui/screen.ts'

const register = { kk: 'Қылмыстық істер', ru: 'Уголовные дела', en: 'Criminal cases' }
const entry = { kk: 'Қылмыстық істі тіркеу', ru: 'Внести уголовное дело', en: 'Enter a criminal case' }
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
    path: '/criminal-cases/new',
    title: entry,
    needs: 'criminalCases.enter',
    palette: entry,
    component: () => import('./new.tsx'),
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
  {
    path: '/criminal-cases/$id',
    title: { kk: 'Қылмыстық іс', ru: 'Уголовное дело', en: 'Criminal case' },
    component: () => import('./record.tsx'),
  },
]
