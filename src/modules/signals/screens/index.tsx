// The screens of signals: the list and one signal.
import type { Screen } from '../../../ui/screen.ts'

const signals = { kk: 'Сигналдар', ru: 'Сигналы', en: 'Signals' }

export const screens: Screen[] = [
  {
    path: '/signals',
    title: signals,
    nav: { group: 'anti-corruption', title: signals, order: 6 },
    needs: 'signals.keep',
    component: () => import('./list.tsx'),
  },
  {
    path: '/signals/$id',
    title: { kk: 'Сигнал', ru: 'Сигнал', en: 'Signal' },
    component: () => import('./record.tsx'),
  },
]
