// Who is who: the face of the room for the server and for higher rooms.
import { module } from '../../kernel/module.ts'
import * as people from './people/operations.ts'
import * as lists from './people/queries.ts'
import { plantPerson } from './planting.ts'
import { absenceRecord, actingRecord, appointmentRecord, employeeRecord } from './records.ts'
import { plantReferenceRows } from './reference.ts'

export const org = module({
  name: 'org',
  title: { kk: 'Қызметкерлер', ru: 'Работники', en: 'People' },
  clauses: ['1', '3', '5.15', '8', '10', '11.2', '13', '15'],
  powers: {
    'org.people': { kk: 'Қызметкерлер есебін жүргізу', ru: 'Вести учёт работников', en: 'Keep the people’s records' },
  },
  records: [employeeRecord, appointmentRecord, actingRecord, absenceRecord],
  operations: [plantReferenceRows, plantPerson, ...Object.values(lists), ...Object.values(people)],
})

export { courtOptions, courtId, fixedId, postId, postsOf, unitId, unitsOn } from '../structure/index.ts'
export { standardDescriptions } from './descriptions.ts'
export { fullName } from './names.ts'
export { plantReference } from './reference.ts'
export { plantPerson } from './planting.ts'
export { employeeRecord } from './records.ts'
export { everyEmployee, houseItself, keepsPeople } from './rules.ts'
export { takeOn } from './people/hiring.ts'
export { setLanguageOf } from './people/store.ts'
export { appointUnstaffed } from './people/terms-store.ts'
export {
  actorOf,
  addressesOf,
  captionOfEmployees,
  headOn,
  holdersIn,
  presenceOf,
  type ActorSettings,
  type Presence,
  type Signatory,
} from './store.ts'
