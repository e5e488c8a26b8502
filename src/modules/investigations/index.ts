// Service investigations (6.21) and investigations of a direct superior (6.22): on an authority alone. The face of the room.
import { module } from '../../kernel/module.ts'
import { desk } from './desk.ts'
import * as following from './following.ts'
import * as opening from './opening.ts'
import * as preparing from './preparing.ts'
import * as queries from './queries.ts'
import { readInvestigation } from './reading.ts'
import { investigationRecord } from './records.ts'
import * as team from './team-operations.ts'

export { teamOf } from './face.ts'
export { awaitConclusion, chiefOf, holderOf, moveTerm, titleOf } from './duties.ts'
export { checkUnder, investigationRecord, type Investigation } from './records.ts'
export * as gates from './rules.ts'
export { setLimitation } from './store.ts'
export { membersOf } from './team-store.ts'
/** @public For the rooms that ask before they act, and for those that conclude and close. */
export { authorityNow, mayWork } from './records.ts'
/** @public */
export { changeInvestigation, personsOf } from './store.ts'
// For the room above, which proposes what a verdict leads to.
export { awaitAcceptance } from './duties.ts'
export { authorityChanged } from './opening.ts'
export { changed, prepared } from './preparing.ts'
export { insertInvestigation, insertPersons, proposedAfter } from './store.ts'
/** @public */
export { close as closeDuties, reindex } from './duties.ts'
export * as words from './words.ts'

export const investigations = module({
  name: 'investigations',
  title: { kk: 'Қызметтік тексерулер', ru: 'Служебные расследования', en: 'Service investigations' },
  clauses: ['6.21', '6.22', '5.14', '5.15', '5.16', '10'],
  powers: {
    'investigations.prepare': {
      kk: 'Қызметтік тексеруді дайындау және бастау',
      ru: 'Готовить и начинать служебные расследования',
      en: 'Prepare and open investigations',
    },
    'investigations.lead': {
      kk: 'Қызметтік тексерулерді басқару',
      ru: 'Руководить служебными расследованиями',
      en: 'Lead investigations',
    },
    'investigations.work': {
      kk: 'Қызметтік тексеру жүргізу',
      ru: 'Вести служебные расследования',
      en: 'Work on investigations',
    },
    'investigations.oversee': {
      kk: 'Өз тапсырмасымен жүргізілетін тексерулерді көру',
      ru: 'Видеть расследования по своим поручениям',
      en: 'See investigations on one’s own assignments',
    },
  },
  records: [investigationRecord],
  operations: [
    preparing.prepareInvestigation,
    preparing.amendInvestigation,
    preparing.addPerson,
    preparing.dropPerson,
    opening.acceptInvestigation,
    opening.openInvestigation,
    opening.discontinueInvestigation,
    opening.noteAuthority,
    opening.followAuthority,
    team.addMember,
    team.replaceMember,
    team.recuseMember,
    following.indexInvestigations,
    queries.listInvestigations,
    readInvestigation,
    queries.findCandidates,
    queries.investigationChoices,
  ],
  desks: [desk],
  reactions: following.reactions,
  jobs: { 'investigations.nightly': following.nightly },
})
