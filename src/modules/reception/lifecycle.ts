// The life of a reception: booked, then held, or not come, or called off by either side.
import { lifecycle } from '../../kernel/lifecycle.ts'
import { stateTitles } from './words.ts'

const visitor = { kk: 'жазылған азамат', ru: 'записавшийся гражданин', en: 'the visitor' }
const receiver = { kk: 'қабылдайтын басшы', ru: 'принимающий руководитель', en: 'the chief who receives' }
const keeper = { kk: 'күнтізбені жүргізуші', ru: 'ведущий календарь', en: 'who keeps the calendar' }

export const receptionLife = lifecycle({
  name: 'reception',
  title: { kk: 'Жеке қабылдау', ru: 'Личный приём', en: 'Personal reception' },
  start: 'booked',
  final: ['held', 'missed', 'cancelled', 'withdrawn'],
  states: stateTitles,
  steps: {
    hold: { from: 'booked', to: 'held', by: receiver, clause: '6.23' },
    miss: { from: 'booked', to: 'missed', by: keeper, clause: '6.23' },
    cancel: { from: 'booked', to: 'cancelled', by: visitor, clause: '6.23' },
    withdraw: { from: 'booked', to: 'withdrawn', by: keeper, clause: '6.23' },
    fulfil: { from: 'held', to: 'held', by: receiver, clause: '6.23' },
    makeAppeal: { from: 'held', to: 'held', by: receiver, clause: '6.23' },
  },
})
