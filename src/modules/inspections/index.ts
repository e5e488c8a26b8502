// Inspection of the territorial departments of the Court Administration (5.10), on an authority alone. The face of the room.
import { module } from '../../kernel/module.ts'
import * as following from './following.ts'
import * as opening from './opening.ts'
import * as preparing from './preparing.ts'
import * as queries from './queries.ts'
import { readInspection } from './reading.ts'
import { inspectionRecord } from './records.ts'
import * as team from './team.ts'

// For the rooms above, which work on the same record.
export * as duties from './duties.ts'
export * as files from './files-store.ts'
export { inspectionLife } from './lifecycle.ts'
export { clockOf, nobody } from './queries.ts'
export { inspectionRecord, type Inspection } from './records.ts'
export * as gates from './rules.ts'
export { answerOf, changeInspection, membersOf, questionsOf } from './store.ts'
export { judgeTeam } from './weighing.ts'

export const inspections = module({
  name: 'inspections',
  title: {
    kk: 'Аумақтық бөлімшелерді тексеру',
    ru: 'Проверки территориальных подразделений',
    en: 'Inspections of territorial units',
  },
  clauses: ['5.10', '5.14', '5.15', '5.16', '10'],
  powers: {
    'inspections.prepare': {
      kk: 'Аумақтық бөлімшені тексеруді дайындау және бастау',
      ru: 'Готовить и начинать проверки территориальных подразделений',
      en: 'Prepare and open inspections',
    },
    'inspections.lead': {
      kk: 'Аумақтық бөлімшелерді тексеруді басқару',
      ru: 'Руководить проверками территориальных подразделений',
      en: 'Lead inspections',
    },
    'inspections.work': {
      kk: 'Аумақтық бөлімшелерді тексеру',
      ru: 'Вести проверки территориальных подразделений',
      en: 'Work on inspections',
    },
    'inspections.oversee': {
      kk: 'Өз тапсырмасымен жүргізілетін тексерулермен танысу',
      ru: 'Знакомиться с проверками по своим поручениям',
      en: 'See inspections on one’s own assignments',
    },
  },
  records: [inspectionRecord],
  operations: [
    preparing.prepareInspection,
    preparing.amendInspection,
    preparing.extendInspection,
    opening.openInspection,
    opening.discontinueInspection,
    opening.noteAuthority,
    opening.followAuthority,
    team.addMember,
    team.endMember,
    team.recuseMember,
    following.indexInspections,
    queries.listInspections,
    readInspection,
    queries.readInspectionTimeline,
    queries.takeInspectionFile,
    queries.findColleagues,
    queries.inspectionChoices,
  ],
  reactions: following.reactions,
  jobs: { 'inspections.nightly': following.nightly },
})
