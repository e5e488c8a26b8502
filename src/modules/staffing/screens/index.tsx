// The screens of the staffing table and of job descriptions.
import type { Screen } from '../../../ui/screen.ts'

const staffing = { kk: 'Штат кестесі', ru: 'Штатное расписание', en: 'Staffing table' }
const descriptions = { kk: 'Лауазымдық нұсқаулықтар', ru: 'Должностные инструкции', en: 'Job descriptions' }
const proposal = {
  kk: 'Штат кестесінің ұсынысы',
  ru: 'Предложение по штатному расписанию',
  en: 'Proposed staffing table',
}

export const screens: Screen[] = [
  {
    path: '/staffing',
    title: staffing,
    nav: { group: 'management', title: staffing, order: 9 },
    needs: 'staffing.see',
    component: () => import('./staffing.tsx'),
  },
  {
    path: '/staffing/new',
    title: proposal,
    needs: ['staffing.propose', 'org.people'],
    component: () => import('./proposal.tsx'),
  },
  { path: '/staffing/$id', title: proposal, needs: 'staffing.see', component: () => import('./staffing-table.tsx') },
  {
    path: '/descriptions',
    title: descriptions,
    nav: { group: 'management', title: descriptions, order: 10 },
    component: () => import('./descriptions.tsx'),
  },
  {
    path: '/descriptions/$id',
    title: { kk: 'Лауазымдық нұсқаулық', ru: 'Должностная инструкция', en: 'Job description' },
    component: () => import('./description.tsx'),
  },
]
