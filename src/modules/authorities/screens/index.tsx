// The screens of authorities: the register, a question or an issue, a paper, one authority.
import type { Screen } from '../../../ui/screen.ts'

const register = { kk: 'Тапсырмалар мен рұқсаттар', ru: 'Поручения и разрешения', en: 'Assignments and permissions' }
const entry = { kk: 'Тапсырма не рұқсат сұрау', ru: 'Запросить поручение или разрешение', en: 'Ask for an authority' }
const paper = {
  kk: 'Қағаз тапсырманы не рұқсатты тіркеу',
  ru: 'Зарегистрировать бумажное поручение или разрешение',
  en: 'Register an authority on paper',
}

export const screens: Screen[] = [
  {
    path: '/authorities',
    title: register,
    nav: { group: 'anti-corruption', title: register, order: 9 },
    needs: 'authorities.read',
    component: () => import('./list.tsx'),
  },
  {
    path: '/authorities/new',
    title: entry,
    needs: 'authorities.prepare',
    palette: entry,
    component: () => import('./new.tsx'),
  },
  {
    path: '/authorities/paper',
    title: paper,
    needs: 'authorities.register',
    palette: paper,
    component: () => import('./paper.tsx'),
  },
  {
    path: '/authorities/$id',
    title: { kk: 'Тапсырма, рұқсат', ru: 'Поручение, разрешение', en: 'Assignment or permission' },
    component: () => import('./record.tsx'),
  },
]
