// The screens of the incoming register: the list, one document, a new entry, the directory of bodies.
import type { Screen } from '../../../ui/screen.ts'

const register = { kk: 'Кіріс құжаттары', ru: 'Входящие документы', en: 'Incoming documents' }
const entry = { kk: 'Кіріс құжатын тіркеу', ru: 'Зарегистрировать входящий', en: 'Register an incoming document' }

export const screens: Screen[] = [
  {
    path: '/incoming',
    title: register,
    nav: { group: 'management', title: register, order: 2 },
    needs: ['incoming.read', 'incoming.register'],
    component: () => import('./list.tsx'),
  },
  {
    path: '/incoming/new',
    title: entry,
    needs: 'incoming.register',
    palette: entry,
    component: () => import('./new.tsx'),
  },
  {
    path: '/incoming/bodies',
    title: { kk: 'Органдар анықтамалығы', ru: 'Справочник органов', en: 'Directory of bodies' },
    needs: ['incoming.read', 'incoming.bodies'],
    component: () => import('./bodies.tsx'),
  },
  {
    path: '/incoming/$id',
    title: { kk: 'Кіріс құжаты', ru: 'Входящий документ', en: 'Incoming document' },
    component: () => import('./record.tsx'),
  },
]
