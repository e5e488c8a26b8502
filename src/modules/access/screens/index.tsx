// The screens of sign-in: one's own account, everybody's sessions, accounts of others.
import type { Screen } from '../../../ui/screen.ts'

const account = { kk: 'Менің қауіпсіздігім', ru: 'Моя безопасность', en: 'My security' }
const sessions = { kk: 'Сеанстар', ru: 'Сеансы', en: 'Sessions' }
const networks = { kk: 'Кіру желілері', ru: 'Сети входа', en: 'Networks of sign-in' }
const accounts = { kk: 'Есептік жазбалар', ru: 'Учётные записи', en: 'Accounts' }

export const screens: Screen[] = [
  { path: '/account', title: account, palette: account, component: () => import('./account.tsx') },
  {
    path: '/accounts',
    title: accounts,
    nav: { group: 'administration', title: accounts, order: 1 },
    needs: 'sessions.manage',
    component: () => import('./accounts.tsx'),
  },
  {
    path: '/sessions',
    title: sessions,
    nav: { group: 'administration', title: sessions, order: 2 },
    needs: 'sessions.manage',
    component: () => import('./sessions.tsx'),
  },
  {
    path: '/networks',
    title: networks,
    nav: { group: 'administration', title: networks, order: 3 },
    needs: 'sessions.manage',
    component: () => import('./networks.tsx'),
  },
]
