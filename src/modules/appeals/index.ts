// Appeals about corruption in the judicial system: from the slip to the signed reply (clause 6.23). The face of the module.
import { module } from '../../kernel/module.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'
import { appealRecord } from './record.ts'
import * as registering from './registering.ts'
import * as replies from './replies.ts'

export { answerAlong, closeForJoin, deliverAlong, passAppeal, releaseAppeal, reopenWork } from './handing.ts'
export { appealRecord } from './record.ts'
export { registerAppeal } from './registering.ts'
export { appealTitle, closeAppeal, endAppeal, extendTerm, giveToApplicant, keepPaths, markHeard } from './ends.ts'
export { setQuestion, settleResult } from './results.ts'
export * as appealRules from './rules.ts'
export { knownApplicant, reindex } from './reindex.ts'
export { addMessage, change, readApplicant, type Appeal } from './store.ts'
export {
  appealStatus,
  discloseApplicant,
  receiptOf,
  submitAppeal,
  takeReply,
  writeToAppeal,
} from '../submissions/index.ts'

export const appeals = module({
  name: 'appeals',
  title: { kk: 'Өтініштер', ru: 'Обращения', en: 'Appeals' },
  clauses: ['6.23', '15', '5.14'],
  powers: {
    'appeals.register': {
      kk: 'Өтініштерді қабылдау және тіркеу',
      ru: 'Принимать и регистрировать обращения',
      en: 'Take and register appeals',
    },
    'appeals.assign': {
      kk: 'Өтініштерге орындаушы тағайындау',
      ru: 'Назначать исполнителей обращений',
      en: 'Assign appeals',
    },
    'appeals.work': { kk: 'Өтініштерді қарау', ru: 'Рассматривать обращения', en: 'Work on appeals' },
    'appeals.see-all': { kk: 'Барлық өтініштерді көру', ru: 'Видеть все обращения', en: 'See all appeals' },
    'appeals.see-unit': {
      kk: 'Өз бөлімшесінің өтініштерін көру',
      ru: 'Видеть обращения своего подразделения',
      en: 'See the appeals of the own unit',
    },
  },
  records: [appealRecord],
  operations: [
    registering.registerAppeal,
    registering.awaitRegistration,
    operations.assignAppeal,
    operations.reassignAppeal,
    operations.takeUpAppeal,
    operations.noteAppeal,
    operations.messageAppeal,
    operations.draftReply,
    replies.noteOffered,
    replies.noteReturned,
    replies.noteSigned,
    replies.noteSealed,
    replies.noteSent,
    replies.noteWritten,
    replies.noteDisclosed,
    queries.listAppeals,
    queries.exportAppeals,
    queries.openAppeal,
    queries.listAssignees,
    queries.takeAppealFile,
    queries.appealChoices,
  ],
  reactions: replies.reactions,
})
