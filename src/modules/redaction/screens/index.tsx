// The screens of redaction: the desk at which a copy is made.
import type { Screen } from '../../../ui/screen.ts'

export const screens: Screen[] = [
  {
    path: '/redaction/$kind/$id/$file',
    title: { kk: 'Редакцияланған көшірме', ru: 'Копия с изъятиями', en: 'Redacted copy' },
    needs: 'redaction.make',
    component: () => import('./desk.tsx'),
  },
]
