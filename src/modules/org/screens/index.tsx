// The screens of "who is who": people, staffing table, job descriptions, units and courts.
import type { Screen } from '../../../ui/screen.ts'

const people = { kk: 'Қызметкерлер', ru: 'Работники', en: 'People' }
const staffing = { kk: 'Штат кестесі', ru: 'Штатное расписание', en: 'Staffing table' }
const descriptions = { kk: 'Лауазымдық нұсқаулықтар', ru: 'Должностные инструкции', en: 'Job descriptions' }
const courts = { kk: 'Бөлімшелер мен соттар', ru: 'Подразделения и суды', en: 'Units and courts' }
const hire = { kk: 'Қызметкер енгізу', ru: 'Добавить работника', en: 'Add an employee' }
const proposal = { kk: 'Штат кестесінің ұсынысы', ru: 'Предложение по штатному расписанию', en: 'Proposed staffing table' }

export const screens: Screen[] = [
  {
    path: '/people',
    title: people,
    nav: { group: 'management', title: people, order: 6 },
    component: () => import('./people.tsx'),
  },
  { path: '/people/new', title: hire, needs: 'org.people', palette: hire, component: () => import('./hire.tsx') },
  {
    path: '/people/$id',
    title: { kk: 'Қызметкер', ru: 'Работник', en: 'Employee' },
    component: () => import('./person.tsx'),
  },
  {
    path: '/staffing',
    title: staffing,
    nav: { group: 'management', title: staffing, order: 7 },
    needs: 'org.staffing',
    component: () => import('./staffing.tsx'),
  },
  { path: '/staffing/new', title: proposal, needs: 'org.propose', component: () => import('./proposal.tsx') },
  { path: '/staffing/$id', title: proposal, needs: 'org.staffing', component: () => import('./staffing-table.tsx') },
  {
    path: '/descriptions',
    title: descriptions,
    nav: { group: 'management', title: descriptions, order: 8 },
    component: () => import('./descriptions.tsx'),
  },
  {
    path: '/descriptions/$id',
    title: { kk: 'Лауазымдық нұсқаулық', ru: 'Должностная инструкция', en: 'Job description' },
    component: () => import('./description.tsx'),
  },
  {
    path: '/courts',
    title: courts,
    nav: { group: 'management', title: courts, order: 9 },
    component: () => import('./courts.tsx'),
  },
]
