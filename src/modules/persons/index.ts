// Judges, staff of courts and officials of the Court Administration, by dates (5.16, 6.22). The face of the room.
import { module } from '../../kernel/module.ts'
import * as importing from './importing.ts'
import * as keeping from './keeping.ts'
import * as queries from './queries.ts'
import { personRecord } from './records.ts'

export {
  briefsOf,
  directSuperiorOn,
  isJudgeOn,
  kinOf,
  matchAll,
  matchPersons,
  mayBeOne,
  personOf,
  postsOf,
  type Kin,
  type Match,
  type Person,
  type PersonPost,
  type Superior,
} from './face.ts'
// For the room above, which shows the card on a ground.
export * as lines from './posts-store.ts'
export { doubtsOf } from './entering.ts'
export { personRecord } from './records.ts'
export { correctionsOf, findRow, namesOf, type PersonRow } from './store.ts'
export { inverseKin } from './words.ts'

export const persons = module({
  name: 'persons',
  title: {
    kk: 'Судьялар мен қызметкерлер тізілімі',
    ru: 'Реестр судей и работников',
    en: 'Register of judges and staff',
  },
  clauses: ['5.16', '6.22'],
  powers: {
    'persons.read': { kk: 'Адамдар тізілімін көру', ru: 'Видеть реестр лиц', en: 'See the register of persons' },
    'persons.find': {
      kk: 'Адамды тізілімнен табу: аты-жөні мен лауазымы',
      ru: 'Находить лицо в реестре: имя и должность',
      en: 'Find a person in the register: name and post',
    },
    'persons.keep': { kk: 'Адамдар тізілімін жүргізу', ru: 'Вести реестр лиц', en: 'Keep the register of persons' },
  },
  records: [personRecord],
  operations: [
    keeping.registerPerson,
    keeping.correctPerson,
    keeping.addPost,
    keeping.endPost,
    keeping.strikePost,
    keeping.setSuperior,
    keeping.addKin,
    keeping.strikeKin,
    queries.listPersons,
    queries.findPersons,
    queries.onePerson,
    queries.personChoices,
    importing.readColumns,
    importing.importPersons,
  ],
})
