// The screens of a criminal case: a new one, one of them.
import type { Screen } from '../../../ui/screen.ts'

const entry = { kk: 'Қылмыстық істі тіркеу', ru: 'Внести уголовное дело', en: 'Enter a criminal case' }

export const screens: Screen[] = [
  {
    path: '/criminal-cases/new',
    title: entry,
    needs: 'criminalCases.enter',
    palette: entry,
    component: () => import('./new.tsx'),
  },
  {
    path: '/criminal-cases/$id',
    title: { kk: 'Қылмыстық іс', ru: 'Уголовное дело', en: 'Criminal case' },
    component: () => import('./record.tsx'),
  },
]
