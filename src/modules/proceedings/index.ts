// The course of an investigation: its plan, suspensions from office, what happened and when. The face of the room.
import { module } from '../../kernel/module.ts'
import * as extending from './extending.ts'
import * as following from './following.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'
import * as suspending from './suspending.ts'
import { readInvestigationTimeline, told } from './told.ts'

export { filesOf, insertNote } from './store.ts'

export const proceedings = module({
  name: 'proceedings',
  title: { kk: 'Тексерудің барысы', ru: 'Ход расследования', en: 'Course of an investigation' },
  clauses: ['6.21', '6.22', '5.14', '5.15', '5.16', '5.6', '12'],
  told,
  operations: [
    extending.extendInvestigation,
    operations.planStep,
    operations.finishStep,
    operations.dropStep,
    suspending.suspendPerson,
    suspending.listOrders,
    suspending.followOrder,
    suspending.endSuspension,
    operations.addNote,
    following.noteHalt,
    following.passOn,
    queries.readCourse,
    queries.listNotes,
    queries.takeInvestigationFile,
    readInvestigationTimeline,
  ],
  reactions: [...following.reactions, ...suspending.reactions],
})
