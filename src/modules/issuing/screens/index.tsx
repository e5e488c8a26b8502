// The screens of issuing: a question or an issue, a paper.
import type { Screen } from '../../../ui/screen.ts'

const entry = { kk: 'Тапсырма не рұқсат сұрау', ru: 'Запросить поручение или разрешение', en: 'Ask for an authority' }
const paper = {
  kk: 'Қағаз тапсырманы не рұқсатты тіркеу',
  ru: 'Зарегистрировать бумажное поручение или разрешение',
  en: 'Register an authority on paper',
}

export const screens: Screen[] = [
  {
    path: '/authorities/new',
    title: entry,
    needs: ['authorities.prepare', 'authorities.issue'],
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
]
