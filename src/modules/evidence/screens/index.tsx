// The screens of evidence: what one sees of it, a new one, one with its chain, its label.
import type { Screen } from '../../../ui/screen.ts'

const register = { kk: 'Дәлелдемелер', ru: 'Доказательства', en: 'Evidence' }
const one = { kk: 'Дәлелдеме', ru: 'Доказательство', en: 'Evidence' }

export const screens: Screen[] = [
  {
    path: '/evidence',
    title: register,
    nav: { group: 'anti-corruption', title: register, order: 6 },
    needs: ['investigations.work', 'investigations.lead'],
    component: () => import('./list.tsx'),
  },
  {
    path: '/evidence/new',
    title: { kk: 'Дәлелдемені қабылдау', ru: 'Принять доказательство', en: 'Receive evidence' },
    component: () => import('./new.tsx'),
  },
  { path: '/evidence/$id', title: one, component: () => import('./record.tsx') },
  {
    path: '/evidence/$id/label',
    title: { kk: 'Дәлелдеменің жапсырмасы', ru: 'Этикетка доказательства', en: 'Label of evidence' },
    component: () => import('./label.tsx'),
  },
]
