// The queue of those who may be named, and the desk of one who leaves.
import type { Screen } from '../../../ui/screen.ts'

export const screens: Screen[] = [
  {
    path: '/shutouts',
    title: { kk: 'Ықтимал аталғандар', ru: 'Возможно названные', en: 'Those who may be named' },
    nav: {
      group: 'anti-corruption',
      title: { kk: 'Ықтимал аталғандар', ru: 'Возможно названные', en: 'May be named' },
      order: 8,
    },
    needs: 'shutout.keep',
    component: () => import('./doubts.tsx'),
  },
  {
    path: '/people/$id/desk',
    title: { kk: 'Істерді тапсыру', ru: 'Передача дел', en: 'Hand-over' },
    needs: 'shutout.keep',
    component: () => import('./desk.tsx'),
  },
]
