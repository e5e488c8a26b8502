// The life of an inspection: prepared, opened on an authority, its act drawn and signed, the department acquainted, faults remedied, closed.
import { lifecycle } from '../../kernel/lifecycle.ts'
import { stateTitles } from './words.ts'

const head = {
  kk: 'меңгеруші немесе оны алмастыратын адам',
  ru: 'заведующий или лицо, его замещающее',
  en: 'the head or the person acting',
}
const leader = { kk: 'тексеру тобының жетекшісі', ru: 'руководитель группы', en: 'the leader of the team' }

export const inspectionLife = lifecycle({
  name: 'inspection',
  title: {
    kk: 'Аумақтық бөлімшені тексеру',
    ru: 'Проверка территориального подразделения',
    en: 'Inspection of a territorial unit',
  },
  start: 'prepared',
  final: ['closed', 'discontinued'],
  states: stateTitles,
  steps: {
    open: { from: 'prepared', to: 'opened', by: head, clause: '5.10' },
    draw: { from: 'opened', to: 'drawn', by: leader, clause: '5.10', within: 'inspection.days' },
    takeBack: { from: 'drawn', to: 'opened', by: leader, clause: '5.10' },
    sign: { from: 'drawn', to: 'signed', by: head, clause: '15' },
    acquaint: { from: 'signed', to: 'acquainted', by: leader, clause: '5.10', within: 'inspection.acquaint' },
    plan: { from: 'acquainted', to: 'remedying', by: leader, clause: '5.10', within: 'inspection.plan' },
    close: { from: ['acquainted', 'remedying'], to: 'closed', by: head, clause: '5.14' },
    discontinue: {
      from: ['prepared', 'opened', 'drawn', 'signed', 'acquainted', 'remedying'],
      to: 'discontinued',
      by: head,
      clause: '5.14',
    },
  },
})
