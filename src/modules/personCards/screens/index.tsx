// Screens of cards: who opened whose card, and one opening as it is weighed. The card itself stands on the person's page.
import type { Screen } from '../../../ui/screen.ts'

const openings = { kk: 'Карточкаларды ашу', ru: 'Открытия карточек', en: 'Openings of cards' }

export const screens: Screen[] = [
  { path: '/persons/openings', title: openings, component: () => import('./openings.tsx') },
  {
    path: '/persons/openings/$id',
    title: { kk: 'Карточканы ашу', ru: 'Открытие карточки', en: 'Opening of a card' },
    component: () => import('./opening.tsx'),
  },
]
