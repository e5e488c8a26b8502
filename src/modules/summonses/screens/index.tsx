// The screen of one summons; the list stands on the page of its investigation.
import type { Screen } from '../../../ui/screen.ts'

export const screens: Screen[] = [
  {
    path: '/summonses/$id',
    title: { kk: 'Түсініктеме беруге шақыру', ru: 'Вызов для объяснения', en: 'Summons to explain' },
    component: () => import('./record.tsx'),
  },
]
