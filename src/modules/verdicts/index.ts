// What a verdict on a subordinate leads to, between the rooms that each know a part of it (6.22). The face of the room.
import { module } from '../../kernel/module.ts'
import * as operations from './operations.ts'

export const verdicts = module({
  name: 'verdicts',
  title: { kk: 'Үкімнің салдары', ru: 'Последствия приговора', en: 'What a verdict leads to' },
  clauses: ['6.22', '6.16'],
  operations: [operations.proposeInvestigation, operations.noteOnCase, operations.followVerdict],
  reactions: operations.reactions,
})
