// Screens of personal files: the register of covers, one file and its pages, a new cover, whose a copy is.
import type { Screen } from '../../../ui/screen.ts'

const register = { kk: 'Жеке істер', ru: 'Личные дела', en: 'Personal files' }
const entry = { kk: 'Жеке істі тіркеу', ru: 'Зарегистрировать личное дело', en: 'Register a personal file' }
const trace = { kk: 'Көшірме кімдікі', ru: 'Чья это копия', en: 'Whose copy is it' }

export const screens: Screen[] = [
  {
    path: '/personal-files',
    title: register,
    nav: { group: 'anti-corruption', title: register, order: 10 },
    needs: ['personalFiles.read', 'personalFiles.keep'],
    component: () => import('./list.tsx'),
  },
  {
    path: '/personal-files/new',
    title: entry,
    needs: ['personalFiles.read', 'personalFiles.keep'],
    palette: entry,
    component: () => import('./new.tsx'),
  },
  {
    path: '/personal-files/trace',
    title: trace,
    needs: 'personalFiles.trace',
    palette: trace,
    component: () => import('./trace.tsx'),
  },
  {
    path: '/personal-files/$id',
    title: { kk: 'Жеке іс', ru: 'Личное дело', en: 'Personal file' },
    component: () => import('./record.tsx'),
  },
]
