// The screens of authorities: the register, one authority.
import type { Screen } from '../../../ui/screen.ts'

const register = { kk: 'Тапсырмалар мен рұқсаттар', ru: 'Поручения и разрешения', en: 'Assignments and permissions' }

export const screens: Screen[] = [
  {
    path: '/authorities',
    title: register,
    nav: { group: 'anti-corruption', title: register, order: 9 },
    needs: 'authorities.read',
    component: () => import('./list.tsx'),
  },
  {
    path: '/authorities/$id',
    title: { kk: 'Тапсырма, рұқсат', ru: 'Поручение, разрешение', en: 'Assignment or permission' },
    component: () => import('./record.tsx'),
  },
]
