// Every path that the law gives an appeal beside the plain answer (clauses 6.23, 6.17, 15, 5.14, 9.5). The face of the module.
import { module } from '../../kernel/module.ts'
import * as anonymous from './anonymous.ts'
import * as complaints from './complaints.ts'
import * as ending from './ending.ts'
import * as extending from './extending.ts'
import * as forwarding from './forwarding.ts'
import * as hearings from './hearings.ts'
import * as papers from './papers.ts'
import { pathsOfAppeal } from './queries.ts'
import * as results from './results.ts'
import * as transfers from './transfers.ts'
import * as visits from './visits.ts'

export { askWithdrawal, lodgeComplaint, pathsInHand } from './visits.ts'

export const paths = module({
  name: 'paths',
  title: { kk: 'Өтініш жолдары', ru: 'Движение обращений', en: 'Paths of appeals' },
  clauses: ['6.23', '6.17', '15', '5.14', '9.5'],
  powers: {
    'paths.decide': {
      kk: 'Өтінішті қарау мерзімін ұзарту туралы шешім қабылдау',
      ru: 'Решать о продлении срока рассмотрения обращений',
      en: 'Decide on extending the term of an appeal',
    },
  },
  operations: [
    results.chooseResult,
    results.classifyAppeal,
    anonymous.closeAnonymous,
    anonymous.redirectAppeal,
    extending.askExtension,
    extending.extendAppeal,
    extending.declineExtension,
    forwarding.forwardAppeal,
    forwarding.dropPath,
    ending.returnAppeal,
    ending.recordWithdrawal,
    ending.terminateAppeal,
    ending.goOnDespite,
    hearings.openHearing,
    hearings.noteObjections,
    hearings.holdHearing,
    transfers.transferAppeal,
    transfers.numberTransfer,
    complaints.enterComplaint,
    complaints.passComplaint,
    complaints.satisfyComplaint,
    complaints.closeComplaint,
    pathsOfAppeal,
    papers.noteSigned,
    papers.noteGiven,
    papers.followAssignee,
    papers.settleOpen,
    visits.pathsInHand,
    visits.askWithdrawal,
    visits.lodgeComplaint,
    visits.noteAsked,
  ],
  reactions: [...papers.reactions, ...visits.reactions],
})
