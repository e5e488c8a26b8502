// Requests and demands (5.6, 5.7, 12) and proposals to the principals (5.1): asked, awaited, answered or reported. The face of the room.
import { module } from '../../kernel/module.ts'
import { desk } from './duties.ts'
import * as following from './following.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'

// For the room above, which keeps the principals' word and the figures.
export * as answers from './answers-store.ts'
export * as duties from './duties.ts'
export { columns } from './list-store.ts'
export { nobody, reportOf, requestsAbout, rowsOf, wordOf, type RequestAbout } from './queries.ts'
export { principalPost } from './rules.ts'
export { changeRequest, paperOf, type Ask } from './store.ts'
export { beginRequest, requestRecord } from './operations.ts'

export const requests = module({
  name: 'requests',
  title: { kk: 'Сұрау салулар мен талаптар', ru: 'Запросы и требования', en: 'Requests and demands' },
  clauses: ['5.6', '5.7', '12', '5.1', '5.14', '7.2', '15'],
  powers: {
    'requests.prepare': { kk: 'Сұрау салуды дайындау', ru: 'Готовить запросы', en: 'Prepare requests' },
    'requests.read': {
      kk: 'Сұрау салулар тізілімін көру',
      ru: 'Видеть реестр запросов',
      en: 'See the register of requests',
    },
    'requests.receive': {
      kk: 'Сұрау салуға жауапты тіркеу',
      ru: 'Отмечать ответы на запросы',
      en: 'Record answers to requests',
    },
    'requests.lead': {
      kk: 'Сұрау салуларды басқару',
      ru: 'Руководить работой с запросами',
      en: 'Lead the work on requests',
    },
    'requests.oversee': {
      kk: 'Орындалмаған талаптармен танысу',
      ru: 'Знакомиться с неисполненными требованиями',
      en: 'Oversee what was not complied with',
    },
  },
  records: [operations.requestRecord],
  operations: [
    operations.prepareRequest,
    operations.completeRequest,
    operations.answerPartly,
    operations.extendRequest,
    operations.reportRequest,
    operations.closeRequest,
    operations.withdrawRequest,
    following.noteOffered,
    following.noteReturned,
    following.noteSigned,
    following.noteSent,
    following.noteArrived,
    queries.listRequests,
    queries.exportRequests,
    queries.openRequest,
    queries.readRequestTimeline,
    queries.takeRequestFile,
    queries.requestChoices,
  ],
  reactions: following.reactions,
  desks: [desk],
})
