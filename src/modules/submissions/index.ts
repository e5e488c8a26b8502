// Handing in an appeal and following it by its code: the ground floor under the work on appeals (clause 6.23).
import { module } from '../../kernel/module.ts'
import * as entering from './entering.ts'
import * as visits from './visits.ts'

export { receiptOf } from './codes.ts'
export { checkUnit } from './entering.ts'
export { attachFiles, openFile, shareReply } from './files.ts'
export { boundText, houseReceives, takeIn, type Brought } from './intake.ts'
export { answeringUnits, courtsInForce, type Named } from './places-store.ts'
export type { AppealsTable } from './tables-store.ts'
export { countTerm, explainTerm, sayTerm, type CountedTerm, type TermBasis } from './term.ts'
export { appealStatus, submitAppeal, takeReply, writeToAppeal } from './visits.ts'

export const submissions = module({
  name: 'submissions',
  title: { kk: 'Өтініштерді қабылдау', ru: 'Приём обращений', en: 'Taking in appeals' },
  clauses: ['6.23', '15'],
  operations: [
    visits.submitAppeal,
    visits.appealStatus,
    visits.writeToAppeal,
    visits.takeReply,
    entering.enterAppeal,
    entering.printSlip,
    entering.listPlaces,
  ],
})
