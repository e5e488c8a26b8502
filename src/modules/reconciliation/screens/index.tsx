// The screens of the reconciliation: the periods, one of them with its differences, the profiles of lists.
import type { Screen } from '../../../ui/screen.ts'

const list = { kk: 'Қылмыстық істерді салыстыру', ru: 'Сверка уголовных дел', en: 'Reconciliation of criminal cases' }

export const screens: Screen[] = [
  {
    path: '/criminal-cases/reconciliations',
    title: list,
    needs: 'reconciliation.keep',
    palette: list,
    component: () => import('./list.tsx'),
  },
  {
    path: '/criminal-cases/reconciliations/profiles',
    title: { kk: 'Тізім профильдері', ru: 'Профили списков', en: 'Profiles of lists' },
    needs: 'reconciliation.keep',
    component: () => import('./profiles.tsx'),
  },
  {
    path: '/criminal-cases/reconciliations/$id',
    title: list,
    needs: 'reconciliation.keep',
    component: () => import('./record.tsx'),
  },
]
