// The incoming register and the directory of those who write to the Department. The face of the room.
import { module } from '../../kernel/module.ts'
import * as directory from './directory.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'

export { bodies as listBodies, partiesOn, partyOn, plantedBody, type Body, type Party } from './bodies-store.ts'
export { findIncoming, type IncomingDocument } from './store.ts'
export { bodyKindTitles } from './words.ts'
export { giveToAsker, settleAnswer } from './asker.ts'
export { happeningsOf } from './timeline.ts'

export const incoming = module({
  name: 'incoming',
  title: { kk: 'Кіріс құжаттары', ru: 'Входящие документы', en: 'Incoming documents' },
  clauses: ['5.14', '5.16', '6.23', '5.12', '5.7'],
  powers: {
    'incoming.register': {
      kk: 'Кіріс құжаттарын тіркеу',
      ru: 'Регистрировать входящие документы',
      en: 'Register incoming documents',
    },
    'incoming.read': {
      kk: 'Кіріс тізілімін көру',
      ru: 'Видеть реестр входящих',
      en: 'See the incoming register',
    },
    'incoming.hand': {
      kk: 'Кіріс құжаттарын орындауға тапсыру',
      ru: 'Передавать входящие документы на исполнение',
      en: 'Hand incoming documents on',
    },
    'incoming.bodies': {
      kk: 'Органдар анықтамалығын жүргізу',
      ru: 'Вести справочник органов',
      en: 'Keep the directory of bodies',
    },
  },
  records: [operations.incomingRecord],
  operations: [
    operations.registerIncoming,
    operations.handOnIncoming,
    operations.finishIncoming,
    operations.correctIncoming,
    queries.listIncoming,
    queries.exportIncoming,
    queries.openIncoming,
    queries.readIncomingTimeline,
    queries.takeIncomingFile,
    queries.incomingChoices,
    queries.listHolders,
    queries.findAnswered,
    directory.listBodies,
    directory.putBody,
    directory.endBody,
  ],
})
