// The life of an appeal, from the slip to the reply in the applicant's hands; and the anonymous one's own two ends.
import { lifecycle } from '../../kernel/lifecycle.ts'
import { stateTitles } from '../submissions/contract.ts'

const registrar = { kk: 'тіркеуші', ru: 'регистратор', en: 'the registrar' }
const chief = {
  kk: 'меңгеруші, оның орынбасары немесе аумақтық бөлімшенің басшысы',
  ru: 'заведующий, его заместитель или руководитель территориального подразделения',
  en: 'the head, the deputy or the territorial head',
}
const head = { kk: 'меңгеруші', ru: 'заведующий', en: 'the head' }
const worker = { kk: 'орындаушы', ru: 'исполнитель', en: 'the assignee' }
const signer = {
  kk: 'меңгеруші немесе оны алмастыратын адам',
  ru: 'заведующий или лицо, его замещающее',
  en: 'the head or the person acting',
}

export const appealLife = lifecycle({
  name: 'appeal',
  title: { kk: 'Өтініш', ru: 'Обращение', en: 'Appeal' },
  start: 'received',
  final: ['delivered', 'closed', 'redirected', 'forwarded', 'returned', 'withdrawn', 'transferred'],
  states: stateTitles,
  steps: {
    register: { from: 'received', to: 'registered', by: registrar, clause: '6.23', within: 'appeal.day-off' },
    assign: { from: 'registered', to: 'assigned', by: chief, clause: '9.5' },
    reassign: { from: ['assigned', 'working'], to: 'assigned', by: chief, clause: '9.5' },
    // Whoever had it is shut out, recused or gone: it lies on the chief's desk again, and the clock goes on.
    release: { from: ['assigned', 'working', 'offered'], to: 'registered', by: chief, clause: '5.16' },
    takeUp: { from: 'assigned', to: 'working', by: worker, clause: '6.23' },
    draft: { from: ['assigned', 'working'], to: 'working', by: worker, clause: '6.23' },
    offer: { from: ['assigned', 'working'], to: 'offered', by: worker, clause: '6.23' },
    giveBack: { from: 'offered', to: 'working', by: signer, clause: '15' },
    answer: {
      from: ['offered', 'registered', 'assigned', 'working'],
      to: 'answered',
      by: signer,
      clause: '15',
      within: 'appeal.answer',
    },
    deliver: {
      from: ['answered', 'offered', 'working'],
      to: 'delivered',
      by: registrar,
      clause: '6.23',
      within: 'appeal.answer',
    },
    closeAnonymous: { from: ['registered', 'assigned', 'working'], to: 'closed', by: chief, clause: '6.23' },
    redirect: {
      from: ['registered', 'assigned', 'working'],
      to: 'redirected',
      by: chief,
      clause: '6.23',
      within: 'appeal.anonymous.redirect',
    },
    // A higher body or a new circumstance: the head has it considered anew.
    reopen: { from: 'delivered', to: 'registered', by: head, clause: '6.23', within: 'appeal.answer' },
    // The other ends of the law; each takes effect on the day on which its papers are signed.
    forward: {
      from: ['registered', 'assigned', 'working'],
      to: 'forwarded',
      by: signer,
      clause: '6.23',
      within: 'appeal.forward',
    },
    sendBack: { from: ['registered', 'assigned', 'working'], to: 'returned', by: signer, clause: '6.23' },
    withdraw: { from: ['registered', 'assigned', 'working', 'offered'], to: 'withdrawn', by: signer, clause: '6.23' },
    transfer: {
      from: ['registered', 'assigned', 'working', 'offered'],
      to: 'transferred',
      by: signer,
      clause: '6.17',
      within: 'appeal.crime.transfer',
    },
  },
})
