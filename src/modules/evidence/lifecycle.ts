// The life of one piece of evidence: sealed, opened under an act, given out and back, in the end returned or destroyed.
import { lifecycle } from '../../kernel/lifecycle.ts'
import { stateTitles } from './words.ts'

const holder = { kk: 'қолында ұстаушы', ru: 'держатель', en: 'the holder' }
const leader = { kk: 'тексеру жетекшісі', ru: 'руководитель расследования', en: 'the leader of the investigation' }
const head = {
  kk: 'меңгеруші немесе оны алмастыратын адам',
  ru: 'заведующий или лицо, его замещающее',
  en: 'the head or the person acting',
}

export const evidenceLife = lifecycle({
  name: 'evidence',
  title: { kk: 'Дәлелдеме', ru: 'Доказательство', en: 'Evidence' },
  start: 'sealed',
  final: ['returned', 'destroyed'],
  states: stateTitles,
  steps: {
    breakSeal: { from: 'sealed', to: 'unsealed', by: leader, clause: '6.21' },
    reseal: { from: 'unsealed', to: 'sealed', by: holder, clause: '5.16' },
    // What leaves the house leaves it sealed; what comes back counts as opened until it is looked at and sealed again.
    giveOut: { from: 'sealed', to: 'out', by: holder, clause: '6.21' },
    takeIn: { from: 'out', to: 'unsealed', by: holder, clause: '5.16' },
    return: { from: ['sealed', 'unsealed'], to: 'returned', by: holder, clause: '5.16' },
    destroy: {
      from: ['sealed', 'unsealed'],
      to: 'destroyed',
      by: head,
      clause: '5.16',
      within: 'retention.investigations',
    },
  },
})
