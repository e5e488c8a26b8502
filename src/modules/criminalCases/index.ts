// The central register of criminal cases about judges and staff of the judicial system (6.16). The face of the room.
import { module } from '../../kernel/module.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'

export { factsOf, nameKey } from './facts.ts'
export { rowOf, type Regions } from './row.ts'
export { beginCase, correctFacts, criminalCaseRecord } from './operations.ts'
export { standsConvicted } from './verdicts.ts'
export { putSuperior as noteSuperior, regionNames, type Case, type Facts } from './store.ts'

export const criminalCases = module({
  name: 'criminalCases',
  title: { kk: 'Қылмыстық істер тізілімі', ru: 'Реестр уголовных дел', en: 'Register of criminal cases' },
  clauses: ['6.16', '5.16'],
  powers: {
    'criminalCases.read': {
      kk: 'Қылмыстық істер тізілімін көру',
      ru: 'Видеть реестр уголовных дел',
      en: 'See the register of criminal cases',
    },
    'criminalCases.enter': {
      kk: 'Қылмыстық істер тізілімін жүргізу',
      ru: 'Вести реестр уголовных дел',
      en: 'Keep the register of criminal cases',
    },
  },
  records: [operations.criminalCaseRecord],
  operations: [
    operations.registerCase,
    operations.suspectCase,
    operations.chargeCase,
    operations.sendCase,
    operations.giveVerdict,
    operations.appealVerdict,
    operations.decideAppeal,
    operations.enterForce,
    operations.setVerdictAside,
    operations.terminateCase,
    operations.resumeCase,
    operations.restrainAccused,
    operations.recordDismissal,
    operations.noteCase,
    operations.correctCase,
    operations.correctEvent,
    operations.strikeEvent,
    queries.openCase,
    queries.readCaseTimeline,
    queries.takeCaseFile,
    queries.caseChoices,
  ],
})
