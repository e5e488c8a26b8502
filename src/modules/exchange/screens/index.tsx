// The screens of exchange: files brought, one import with its report, profiles, exports.
import type { Screen } from '../../../ui/screen.ts'

const exchange = { kk: 'Деректер алмасу', ru: 'Обмен данными', en: 'Exchange' }

export const screens: Screen[] = [
  {
    path: '/exchange',
    title: exchange,
    nav: { group: 'anti-corruption', title: exchange, order: 7 },
    needs: 'exchange.run',
    component: () => import('./imports.tsx'),
  },
  {
    path: '/exchange/imports/$id',
    title: { kk: 'Өтініштерді енгізу', ru: 'Загрузка обращений', en: 'Import of appeals' },
    needs: 'exchange.run',
    component: () => import('./import.tsx'),
  },
  {
    path: '/exchange/exports',
    title: { kk: 'Жүйеге жіберілген мәліметтер', ru: 'Выгрузки в систему', en: 'Exports' },
    needs: 'exchange.run',
    component: () => import('./exports.tsx'),
  },
  {
    path: '/exchange/profiles',
    title: { kk: 'Алмасу профильдері', ru: 'Профили обмена', en: 'Profiles of exchange' },
    needs: ['exchange.profiles', 'exchange.run'],
    palette: { kk: 'Алмасу профильдері', ru: 'Профили обмена', en: 'Profiles of exchange' },
    component: () => import('./profiles.tsx'),
  },
]
