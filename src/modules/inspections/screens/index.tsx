// The screens of inspections: the list, one of them, a new one.
import type { Screen } from '../../../ui/screen.ts'

const list = {
  kk: 'Бөлімшелерді тексеру',
  ru: 'Проверки подразделений',
  en: 'Inspections',
}
const entry = { kk: 'Тексеруді дайындау', ru: 'Подготовить проверку', en: 'Prepare an inspection' }

export const screens: Screen[] = [
  {
    path: '/inspections',
    title: list,
    nav: { group: 'anti-corruption', title: list, order: 6 },
    needs: ['inspections.lead', 'inspections.work', 'inspections.oversee'],
    component: () => import('./list.tsx'),
  },
  {
    path: '/inspections/new',
    title: entry,
    needs: 'inspections.prepare',
    palette: entry,
    component: () => import('./new.tsx'),
  },
  {
    path: '/inspections/$id',
    title: { kk: 'Бөлімшені тексеру', ru: 'Проверка подразделения', en: 'Inspection' },
    component: () => import('./record.tsx'),
  },
]
