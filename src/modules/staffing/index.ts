// The staffing table and job descriptions: the face of the room.
import { module } from '../../kernel/module.ts'
import * as descriptions from './descriptions.ts'
import * as operations from './operations.ts'
import { descriptionRecord, staffingRecord } from './records.ts'

export const staffing = module({
  name: 'staffing',
  title: { kk: 'Штат және нұсқаулықтар', ru: 'Штат и инструкции', en: 'Staffing and job descriptions' },
  clauses: ['3', '5.15', '9.2', '14'],
  powers: {
    'staffing.see': { kk: 'Штат кестесін көру', ru: 'Видеть штатное расписание', en: 'See the staffing table' },
    'staffing.propose': {
      kk: 'Штат кестесі мен нұсқаулықтарды ұсыну',
      ru: 'Вносить предложения по штату и инструкциям',
      en: 'Propose staffing and job descriptions',
    },
    'staffing.approve': {
      kk: 'Штат кестесі мен нұсқаулықтарды бекіту',
      ru: 'Утверждать штат и инструкции',
      en: 'Approve staffing and job descriptions',
    },
  },
  records: [staffingRecord, descriptionRecord],
  operations: [...Object.values(operations), ...Object.values(descriptions)],
})
