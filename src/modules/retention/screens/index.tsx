// The screens of keeping: the acts of destruction, one act.
import type { Screen } from '../../../ui/screen.ts'

const acts = { kk: 'Сақтау мерзімі', ru: 'Сроки хранения', en: 'Retention' }
const act = { kk: 'Жою актісі', ru: 'Акт об уничтожении', en: 'Act of destruction' }

export const screens: Screen[] = [
  {
    path: '/retention',
    title: acts,
    nav: { group: 'management', title: acts, order: 11 },
    needs: ['retention.keep', 'retention.approve'],
    component: () => import('./acts.tsx'),
  },
  { path: '/retention/$id', title: act, component: () => import('./act.tsx') },
]
