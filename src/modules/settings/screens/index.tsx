// The screens of the law's data, the journal and the house.
import type { Screen } from '../../../ui/screen.ts'

const parameters = { kk: 'Мерзімдер мен шектер', ru: 'Сроки и пороги', en: 'Terms and thresholds' }
const calendar = { kk: 'Жұмыс күнтізбесі', ru: 'Рабочий календарь', en: 'Working calendar' }
const journal = { kk: 'Журнал', ru: 'Журнал', en: 'Journal' }
const outbox = { kk: 'Шығыс пошта', ru: 'Исходящая почта', en: 'Outgoing mail' }
const state = { kk: 'Жүйенің күйі', ru: 'Состояние системы', en: 'State of the system' }

export const screens: Screen[] = [
  {
    path: '/parameters',
    title: parameters,
    nav: { group: 'law', title: parameters, order: 1 },
    component: () => import('./parameters.tsx'),
  },
  {
    path: '/calendar',
    title: calendar,
    nav: { group: 'law', title: calendar, order: 2 },
    component: () => import('./calendar.tsx'),
  },
  {
    path: '/journal',
    title: journal,
    nav: { group: 'law', title: journal, order: 3 },
    needs: 'journal.read',
    component: () => import('./journal.tsx'),
  },
  {
    path: '/outbox',
    title: outbox,
    nav: { group: 'administration', title: outbox, order: 8 },
    needs: 'mail.read',
    component: () => import('./outbox.tsx'),
  },
  {
    path: '/state',
    title: state,
    nav: { group: 'administration', title: state, order: 9 },
    needs: 'settings.parameters',
    component: () => import('./state.tsx'),
  },
]
