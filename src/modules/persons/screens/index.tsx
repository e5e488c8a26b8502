// Screens of the register of persons: the list, a person, a new one, the import.
import type { Screen } from '../../../ui/screen.ts'

const register = {
  kk: 'Судьялар мен қызметкерлер',
  ru: 'Судьи и работники',
  en: 'Judges and staff',
}
const entry = { kk: 'Адамды тізілімге енгізу', ru: 'Внести лицо в реестр', en: 'Enter a person' }

export const screens: Screen[] = [
  {
    path: '/persons',
    title: register,
    nav: { group: 'anti-corruption', title: register, order: 9 },
    needs: ['persons.read', 'personCards.open'],
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
  {
    path: '/persons/$id',
    title: { kk: 'Адам', ru: 'Лицо', en: 'Person' },
    component: () => import('./record.tsx'),
  },
]
