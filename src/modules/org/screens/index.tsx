// The screens of people.
import type { Screen } from '../../../ui/screen.ts'

const people = { kk: 'Қызметкерлер', ru: 'Работники', en: 'People' }
const hire = { kk: 'Қызметкер енгізу', ru: 'Добавить работника', en: 'Add an employee' }

export const screens: Screen[] = [
  {
    path: '/people',
    title: people,
    nav: { group: 'management', title: people, order: 8 },
    component: () => import('./people.tsx'),
  },
  { path: '/people/new', title: hire, needs: 'org.people', palette: hire, component: () => import('./hire.tsx') },
  {
    path: '/people/$id',
    title: { kk: 'Қызметкер', ru: 'Работник', en: 'Employee' },
    component: () => import('./person.tsx'),
  },
]
