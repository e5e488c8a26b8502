// The life of an authority: asked and decided, or registered from paper and confirmed; then revoked or at its end.
import { lifecycle } from '../../kernel/lifecycle.ts'
import { stateTitles } from './words.ts'

const head = {
  kk: 'меңгеруші немесе оны алмастыратын адам',
  ru: 'заведующий или лицо, его замещающее',
  en: 'the head or the person acting',
}
const principal = {
  kk: 'сұралған басшы немесе оның міндетін атқарушы',
  ru: 'запрошенный руководитель или исполняющий его обязанности',
  en: 'the principal who is asked or the person acting',
}
const another = {
  kk: 'тіркегеннен өзге қызметкер',
  ru: 'не тот, кто зарегистрировал',
  en: 'another than who registered',
}
const office = {
  kk: 'құжатты берген лауазымды қазір атқаратын адам',
  ru: 'лицо, занимающее должность, от которой выдано',
  en: 'whoever holds the issuing office',
}

export const authorityLife = lifecycle({
  name: 'authority',
  title: { kk: 'Тапсырма, рұқсат, бұйрық', ru: 'Поручение, разрешение, приказ', en: 'Assignment, permission, order' },
  start: 'new',
  final: ['refused', 'withdrawn', 'rejected', 'revoked', 'expired'],
  // Where each begins, for the length of its own operation.
  states: { new: { kk: 'Жаңа', ru: 'Новый', en: 'New' }, ...stateTitles },
  steps: {
    prepare: {
      from: 'new',
      to: 'prepared',
      by: { kk: 'инспектор', ru: 'инспектор', en: 'an inspector' },
      clause: '5.14',
    },
    ask: { from: 'new', to: 'asked', by: head, clause: '7.2' },
    issue: { from: 'new', to: 'granted', by: office, clause: '7.2' },
    send: { from: 'prepared', to: 'asked', by: head, clause: '7.2' },
    withdraw: { from: ['prepared', 'asked'], to: 'withdrawn', by: head, clause: '5.14' },
    grant: { from: 'asked', to: 'granted', by: principal, clause: '7.2', within: 'authorities.term.decision' },
    refuse: { from: 'asked', to: 'refused', by: principal, clause: '7.2', within: 'authorities.term.decision' },
    register: {
      from: 'new',
      to: 'registered',
      by: { kk: 'тіркеуші', ru: 'регистратор', en: 'a registrar' },
      clause: '5.16',
    },
    confirm: { from: 'registered', to: 'granted', by: another, clause: '5.16' },
    reject: { from: 'registered', to: 'rejected', by: another, clause: '5.16' },
    revoke: { from: 'granted', to: 'revoked', by: office, clause: '7.2' },
    expire: {
      from: 'granted',
      to: 'expired',
      by: { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
      clause: '5.14',
    },
  },
})
