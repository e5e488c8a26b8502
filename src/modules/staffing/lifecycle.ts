// What is proposed is approved or returned: the staffing table (3, 9.2) and job descriptions (5.15).
import { lifecycle } from '../../kernel/lifecycle.ts'

const states = {
  proposed: { kk: 'Ұсынылды', ru: 'Предложено', en: 'Proposed' },
  approved: { kk: 'Бекітілді', ru: 'Утверждено', en: 'Approved' },
  returned: { kk: 'Қайтарылды', ru: 'Возвращено', en: 'Returned' },
}
const by = {
  kk: 'Сот әкімшілігінің басшысы',
  ru: 'руководитель Судебной администрации',
  en: 'Head of the Court Administration',
}

export const staffingLife = lifecycle({
  name: 'staffing',
  title: { kk: 'Штат кестесі', ru: 'Штатное расписание', en: 'Staffing table' },
  start: 'proposed',
  final: ['approved', 'returned'],
  states,
  steps: {
    approve: { from: 'proposed', to: 'approved', by, clause: '3' },
    return: { from: 'proposed', to: 'returned', by, clause: '3' },
  },
})

export const descriptionLife = lifecycle({
  name: 'description',
  title: { kk: 'Лауазымдық нұсқаулық', ru: 'Должностная инструкция', en: 'Job description' },
  start: 'proposed',
  final: ['approved', 'returned'],
  states,
  steps: {
    approve: { from: 'proposed', to: 'approved', by, clause: '5.15' },
    return: { from: 'proposed', to: 'returned', by, clause: '5.15' },
  },
})
