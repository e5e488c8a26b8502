// Entries with the service certificate (5.5), hindrances and demands for papers (5.6, 12) in an inspection. The face of the room.
import { module } from '../../kernel/module.ts'
import { readVisits } from './queries.ts'
import * as visiting from './visiting.ts'

export const inspectionVisits = module({
  name: 'inspectionVisits',
  title: {
    kk: 'Тексеру кезіндегі бару мен талаптар',
    ru: 'Посещения и требования при проверке',
    en: 'Visits of inspections',
  },
  clauses: ['5.5', '5.6', '5.10', '5.14', '12'],
  operations: [visiting.enterVisit, visiting.leaveVisit, visiting.recordHindrance, visiting.demandPapers, readVisits],
})
