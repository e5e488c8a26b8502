// The principals' page, and the figures of compliance.
import type { Screen } from '../../../ui/screen.ts'

const reported = { kk: 'Орындалмаған талаптар', ru: 'Неисполненные требования', en: 'Not complied with' }

export const screens: Screen[] = [
  {
    path: '/requests/reported',
    title: reported,
    nav: { group: 'management', title: reported, order: 5 },
    needs: ['requests.oversee', 'requests.read'],
    component: () => import('./reported.tsx'),
  },
  {
    path: '/requests/compliance',
    title: { kk: 'Орындалу көрсеткіштері', ru: 'Показатели исполнения', en: 'Compliance' },
    needs: ['requests.oversee', 'requests.read'],
    component: () => import('./figures.tsx'),
  },
]
