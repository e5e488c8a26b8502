// The life of a document that came to the Department: registered, handed on, done.
import { lifecycle } from '../../kernel/lifecycle.ts'
import { stateTitles } from './words.ts'

const chief = {
  kk: 'меңгеруші, орынбасары немесе аумақтық бөлімшенің басшысы',
  ru: 'заведующий, его заместитель или территориальный руководитель',
  en: 'the head, the deputy or the territorial head',
}

export const incomingLife = lifecycle({
  name: 'incoming',
  title: { kk: 'Кіріс құжаты', ru: 'Входящий документ', en: 'Incoming document' },
  start: 'registered',
  final: ['done'],
  states: stateTitles,
  steps: {
    handOn: { from: ['registered', 'handed'], to: 'handed', by: chief, clause: '5.14' },
    finish: {
      from: ['registered', 'handed'],
      to: 'done',
      by: { kk: 'орындаушы немесе тіркеуші', ru: 'исполнитель или регистратор', en: 'the holder or the registrar' },
      clause: '5.14',
    },
  },
})
