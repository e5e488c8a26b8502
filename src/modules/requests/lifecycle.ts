// The life of a request: prepared, signed by the head, sent, answered or not, reported, closed.
import { lifecycle } from '../../kernel/lifecycle.ts'
import { stateTitles } from './words.ts'

const author = { kk: 'орындаушы', ru: 'исполнитель', en: 'the author' }
const signer = {
  kk: 'меңгеруші немесе оны алмастыратын адам',
  ru: 'заведующий или лицо, его замещающее',
  en: 'the head or the person acting',
}
const registrar = {
  kk: 'тіркеуші немесе орындаушы',
  ru: 'регистратор или исполнитель',
  en: 'the registrar or the author',
}

export const requestLife = lifecycle({
  name: 'request',
  title: { kk: 'Сұрау салу, талап, ұсыныс', ru: 'Запрос, требование, предложение', en: 'Request, demand, proposal' },
  start: 'drafted',
  final: ['closed', 'withdrawn'],
  states: stateTitles,
  steps: {
    withdraw: { from: 'drafted', to: 'withdrawn', by: author, clause: '5.14' },
    offer: { from: 'drafted', to: 'offered', by: author, clause: '5.14' },
    giveBack: { from: 'offered', to: 'drafted', by: signer, clause: '15' },
    // A paper signed after all takes its request with it, even one whose draft had been given up.
    sign: { from: ['drafted', 'offered', 'withdrawn'], to: 'signed', by: signer, clause: '15' },
    send: { from: ['drafted', 'offered', 'signed', 'withdrawn'], to: 'sent', by: registrar, clause: '15' },
    arrive: {
      from: ['sent', 'partly', 'reported'],
      to: 'arrived',
      by: registrar,
      clause: '5.14',
      within: 'requests.term.obliged',
    },
    complete: {
      from: ['sent', 'arrived', 'partly', 'reported'],
      to: 'answered',
      by: registrar,
      clause: '5.6',
      within: 'requests.term.obliged',
    },
    answerPartly: { from: ['sent', 'arrived', 'partly', 'reported'], to: 'partly', by: registrar, clause: '5.6' },
    decide: {
      from: ['sent', 'arrived', 'partly'],
      to: 'answered',
      by: {
        kk: 'Жоғарғы Сот Төрағасы немесе Сот әкімшілігінің басшысы',
        ru: 'Председатель Верховного Суда или руководитель Судебной администрации',
        en: 'the Chairman of the Supreme Court or the Head of the Court Administration',
      },
      clause: '5.1',
      within: 'requests.term.principals',
    },
    report: { from: ['sent', 'partly'], to: 'reported', by: signer, clause: '12' },
    close: { from: ['answered', 'partly', 'reported'], to: 'closed', by: author, clause: '5.14' },
  },
})
