// Who is who: the face of the room for the server and for higher rooms.
import { module } from '../../kernel/module.ts'
import * as people from './people/operations.ts'
import * as lists from './people/queries.ts'
import { plantPerson } from './planting.ts'
import { absenceRecord, actingRecord, appointmentRecord, descriptionRecord, employeeRecord, staffingRecord } from './records.ts'
import { plantReferenceRows } from './reference.ts'
import * as descriptions from './staffing/descriptions.ts'
import * as staffing from './staffing/operations.ts'
import * as structure from './structure/operations.ts'

export const org = module({
  name: 'org',
  title: { kk: 'Құрылым және қызметкерлер', ru: 'Структура и работники', en: 'Structure and people' },
  clauses: ['1', '3', '5.15', '8', '9.2', '10', '11.2', '13', '14', '15'],
  powers: {
    'org.people': { kk: 'Қызметкерлер есебін жүргізу', ru: 'Вести учёт работников', en: 'Keep the people’s records' },
    'org.courts': { kk: 'Соттар тізбесін жүргізу', ru: 'Вести перечень судов', en: 'Keep the list of courts' },
    'org.staffing': { kk: 'Штат кестесін көру', ru: 'Видеть штатное расписание', en: 'See the staffing table' },
    'org.propose': { kk: 'Штат кестесі мен нұсқаулықтарды ұсыну', ru: 'Вносить предложения по штату и инструкциям', en: 'Propose staffing and job descriptions' },
    'org.approve': { kk: 'Штат кестесі мен нұсқаулықтарды бекіту', ru: 'Утверждать штат и инструкции', en: 'Approve staffing and job descriptions' },
  },
  records: [employeeRecord, appointmentRecord, actingRecord, absenceRecord, staffingRecord, descriptionRecord],
  operations: [
    plantReferenceRows, plantPerson,
    ...Object.values(structure),
    ...Object.values(lists),
    ...Object.values(people),
    ...Object.values(staffing),
    ...Object.values(descriptions),
  ],
})

export { fixedId, unitId, courtId, postId } from './ids.ts'
export { standardDescriptions } from './descriptions.ts'
export { postsOf } from './posts.ts'
export { plantReference } from './reference.ts'
export { plantPerson } from './planting.ts'
export { employeeRecord } from './records.ts'
export { takeOn } from './people/hiring.ts'
export { appointUnstaffed, setLanguageOf } from './people/store.ts'
export { courtOptions } from './structure/operations.ts'
export { unitsOn } from './structure/store.ts'
export {
  actorOf, addressesOf, captionOfEmployees, headOn, holdersIn, nameOf, presenceOf, signatoriesOn,
  type ActorSettings, type Presence, type Signatory,
} from './store.ts'
