// The screens of requests: the register, one request, a new one.
import type { Screen } from '../../../ui/screen.ts'

const register = { kk: 'Сұрау салулар мен талаптар', ru: 'Запросы и требования', en: 'Requests and demands' }
const entry = { kk: 'Сұрау салуды дайындау', ru: 'Подготовить запрос', en: 'Prepare a request' }

export const screens: Screen[] = [
  {
    path: '/requests',
    title: register,
    nav: { group: 'management', title: register, order: 4 },
    needs: ['requests.read', 'requests.prepare'],
    component: () => import('./list.tsx'),
  },
  {
    path: '/requests/new',
    title: entry,
    needs: 'requests.prepare',
    palette: entry,
    component: () => import('./new.tsx'),
  },
  {
    path: '/requests/$id',
    title: { kk: 'Сұрау салу', ru: 'Запрос', en: 'Request' },
    component: () => import('./record.tsx'),
  },
]
