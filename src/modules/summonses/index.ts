// Summonses to staff of the judicial system and their written explanations (5.2), refusals and their report (12). The face of the room.
import { module } from '../../kernel/module.ts'
import * as answering from './answering.ts'
import * as following from './following.ts'
import * as hand from './in-hand.ts'
import * as queries from './queries.ts'
import { summonsRecord } from './record.ts'
import * as summoning from './summoning.ts'
import { told } from './told.ts'

export { asFile } from './answering.ts'
export { isSummons, summonsInHand, writeExplanation } from './in-hand.ts'
export { inCourseOf, onCase, seesCase } from './rules.ts'
export { heldForJudge } from './store.ts'
export { knownPerson, printCode, refuseSecrets } from './summoning.ts'

export const summonses = module({
  name: 'summonses',
  title: { kk: 'Шақырулар мен түсініктемелер', ru: 'Вызовы и объяснения', en: 'Summonses and explanations' },
  clauses: ['5.2', '5.3', '5.14', '5.15', '5.16', '7.2', '10', '12', '15'],
  records: [summonsRecord],
  told,
  operations: [
    summoning.prepareSummons,
    summoning.issueCode,
    summoning.serveSummons,
    summoning.extendSummons,
    summoning.withdrawSummons,
    answering.missSummons,
    answering.enterExplanation,
    answering.refuseSummons,
    answering.attachAct,
    answering.reportSummons,
    answering.printAct,
    hand.isSummons,
    hand.summonsInHand,
    hand.writeExplanation,
    following.noteOffered,
    following.noteReturned,
    following.noteSigned,
    following.noteExplained,
    following.noteDiscontinued,
    following.followInvestigation,
    following.followMember,
    queries.listSummonses,
    queries.openSummons,
    queries.readExplanation,
    queries.takeSummonsFile,
    queries.readSummonsTimeline,
  ],
  reactions: following.reactions,
})
