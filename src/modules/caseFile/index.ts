// The case as a whole: its file in one click, its timeline with both times, its links (6.21, 5.14, 5.16). The face of the room.
import { module } from '../../kernel/module.ts'
import * as operations from './operations.ts'
import { caseFileRecord } from './record.ts'
import { told } from './told.ts'

export const caseFile = module({
  name: 'caseFile',
  title: { kk: 'Іс материалдары', ru: 'Материалы дела', en: 'Case files' },
  clauses: ['6.21', '5.14', '5.15', '5.16'],
  records: [caseFileRecord],
  told,
  operations: Object.values(operations),
})
