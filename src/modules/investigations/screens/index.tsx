// The screens of investigations: the list, one of them, a new one.
import type { Screen } from '../../../ui/screen.ts'

const list = { kk: 'Қызметтік тексерулер', ru: 'Служебные расследования', en: 'Service investigations' }
const entry = {
  kk: 'Қызметтік тексеруді дайындау',
  ru: 'Подготовить служебное расследование',
  en: 'Prepare an investigation',
}

export const screens: Screen[] = [
  {
    path: '/investigations',
    title: list,
    nav: { group: 'anti-corruption', title: list, order: 6 },
    needs: ['investigations.lead', 'investigations.work', 'investigations.oversee'],
    component: () => import('./list.tsx'),
  },
  {
    path: '/investigations/new',
    title: entry,
    needs: 'investigations.prepare',
    palette: entry,
    component: () => import('./new.tsx'),
  },
  {
    path: '/investigations/$id',
    title: { kk: 'Қызметтік тексеру', ru: 'Служебное расследование', en: 'Service investigation' },
    component: () => import('./record.tsx'),
  },
]
