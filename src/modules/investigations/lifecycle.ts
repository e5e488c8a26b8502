// The life of an investigation: prepared, opened on an authority, halted without it, concluded, reviewed, closed.
import { lifecycle } from '../../kernel/lifecycle.ts'
import { stateTitles } from './words.ts'

const head = {
  kk: 'меңгеруші немесе оны алмастыратын адам',
  ru: 'заведующий или лицо, его замещающее',
  en: 'the head or the person acting',
}
const house = { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' }
const leader = { kk: 'тексеру жетекшісі', ru: 'руководитель расследования', en: 'the leader of the investigation' }

export const investigationLife = lifecycle({
  name: 'investigation',
  title: { kk: 'Қызметтік тексеру', ru: 'Служебное расследование', en: 'Service investigation' },
  start: 'proposed',
  final: ['closed', 'discontinued'],
  states: stateTitles,
  steps: {
    accept: { from: 'proposed', to: 'prepared', by: head, clause: '6.22', within: 'investigation.propose' },
    open: { from: 'prepared', to: 'opened', by: head, clause: '6.21' },
    halt: { from: 'opened', to: 'halted', by: house, clause: '6.21' },
    resume: { from: 'halted', to: 'opened', by: house, clause: '6.21' },
    conclude: { from: 'opened', to: 'concluded', by: leader, clause: '6.21', within: 'investigation.term' },
    sendBack: {
      from: 'concluded',
      to: 'opened',
      by: { kk: 'тексеру тобынан тыс қараушы', ru: 'проверяющий не из группы', en: 'a reviewer outside the team' },
      clause: '5.14',
    },
    review: {
      from: 'concluded',
      to: 'reviewed',
      by: { kk: 'тексеру тобынан тыс қараушы', ru: 'проверяющий не из группы', en: 'a reviewer outside the team' },
      clause: '5.14',
    },
    close: { from: 'reviewed', to: 'closed', by: head, clause: '10' },
    discontinue: { from: ['proposed', 'prepared', 'opened', 'halted'], to: 'discontinued', by: head, clause: '10' },
  },
})
