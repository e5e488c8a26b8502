// The screen of submissions: the entry of what came on paper or by word of mouth.
import type { Screen } from '../../../ui/screen.ts'

const entry = { kk: 'Өтінішті енгізу', ru: 'Внести обращение', en: 'Enter an appeal' }

export const screens: Screen[] = [
  {
    path: '/appeals/new',
    title: entry,
    needs: 'appeals.register',
    palette: entry,
    component: () => import('./new.tsx'),
  },
]
