// Screens of the register of persons: the list, a person and the card, a new one, the import, the openings.
import type { Screen } from '../../../ui/screen.ts'

const register = {
  kk: 'Судьялар мен қызметкерлер',
  ru: 'Судьи и работники',
  en: 'Judges and staff',
}
const entry = { kk: 'Адамды тізілімге енгізу', ru: 'Внести лицо в реестр', en: 'Enter a person' }
const openings = { kk: 'Карточкаларды ашу', ru: 'Открытия карточек', en: 'Openings of cards' }

export const screens: Screen[] = [
  {
    path: '/persons',
    title: register,
    nav: { group: 'anti-corruption', title: register, order: 9 },
    needs: ['persons.read', 'persons.open'],
    component: () => import('./list.tsx'),
  },
  {
    path: '/persons/new',
    title: entry,
    needs: 'persons.keep',
    palette: entry,
    component: () => import('./new.tsx'),
  },
  {
    path: '/persons/import',
    title: { kk: 'Адамдарды файлдан енгізу', ru: 'Загрузка лиц из файла', en: 'Import of persons' },
    needs: 'persons.keep',
    component: () => import('./import.tsx'),
  },
  { path: '/persons/openings', title: openings, component: () => import('./openings.tsx') },
  {
    path: '/persons/openings/$id',
    title: { kk: 'Карточканы ашу', ru: 'Открытие карточки', en: 'Opening of a card' },
    component: () => import('./opening.tsx'),
  },
  {
    path: '/persons/$id',
    title: { kk: 'Адам', ru: 'Лицо', en: 'Person' },
    component: () => import('./record.tsx'),
  },
]
