// The life of a document that leaves in the Department's name.
import { lifecycle } from '../../kernel/lifecycle.ts'

const drafter = { kk: 'орындаушы', ru: 'исполнитель', en: 'the drafter' }
const signer = {
  kk: 'меңгеруші немесе оны алмастыратын адам',
  ru: 'заведующий или лицо, его замещающее',
  en: 'the head or the person acting',
}

export const documentLife = lifecycle({
  name: 'document',
  title: { kk: 'Шығыс құжаты', ru: 'Исходящий документ', en: 'Outgoing document' },
  start: 'drafted',
  final: ['sent'],
  states: {
    drafted: { kk: 'Жоба', ru: 'Проект', en: 'Draft' },
    offered: { kk: 'Қол қоюда', ru: 'На подписи', en: 'Awaiting signature' },
    signed: { kk: 'Қол қойылды', ru: 'Подписан', en: 'Signed' },
    sent: { kk: 'Жіберілді', ru: 'Отправлен', en: 'Sent' },
  },
  steps: {
    save: { from: 'drafted', to: 'drafted', by: drafter, clause: '5.15' },
    ask: { from: 'drafted', to: 'drafted', by: drafter, clause: '5.15' },
    answer: {
      from: 'drafted',
      to: 'drafted',
      by: { kk: 'келісуші қызметкер', ru: 'согласующий работник', en: 'the employee who is asked to agree' },
      clause: '5.15',
    },
    mark: { from: 'drafted', to: 'drafted', by: drafter, clause: '5.16' },
    offer: { from: 'drafted', to: 'offered', by: drafter, clause: '5.15' },
    return: { from: 'offered', to: 'drafted', by: signer, clause: '15' },
    sign: { from: 'offered', to: 'signed', by: signer, clause: '15' },
    send: {
      from: 'signed',
      to: 'sent',
      by: { kk: 'тіркеуші немесе орындаушы', ru: 'регистратор или исполнитель', en: 'the registrar or the drafter' },
      clause: '15',
    },
  },
})
