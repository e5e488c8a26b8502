// Handing in an appeal and following it by its code: the ground floor under the work on appeals (clause 6.23).
import { module } from '../../kernel/module.ts'
import { listDestinations } from './destinations.ts'
import * as entering from './entering.ts'
import * as visits from './visits.ts'

export { receiptOf } from './codes.ts'
export { chosenDestination } from './destinations.ts'
export { checkUnit, spokenAgreement } from './entering.ts'
export { boundText, houseReceives, secretOf, takeIn, type Brought, type Slip } from './intake.ts'
export { attachFiles, openFile, shareDocument, shareReply } from './files.ts'
export { joined, masked, placesOf, type Place } from './masking.ts'
export { answeringUnits, courtPlace, courtsInForce, departmentOf, type Named } from './places-store.ts'
export { protocolOf, readCoApplicants } from './protocols-store.ts'
export type { AppealsTable } from './tables-store.ts'
export { countTerm, explainTerm, sayTerm, type CountedTerm, type TermBasis } from './term.ts'
export { appealStatus, discloseApplicant, submitAppeal, takeReply, writeToAppeal } from './visits.ts'

export const submissions = module({
  name: 'submissions',
  title: { kk: 'Өтініштерді қабылдау', ru: 'Приём обращений', en: 'Taking in appeals' },
  clauses: ['6.23', '15', '6.17'],
  operations: [
    visits.submitAppeal,
    visits.appealStatus,
    visits.writeToAppeal,
    visits.takeReply,
    visits.discloseApplicant,
    entering.enterAppeal,
    entering.printSlip,
    entering.printProtocol,
    entering.listPlaces,
    listDestinations,
  ],
})
