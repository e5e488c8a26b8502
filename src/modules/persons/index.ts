// Judges, staff of courts and officials of the Court Administration, by dates (5.16, 6.22). The face of the room.
import { module } from '../../kernel/module.ts'
import * as importing from './importing.ts'
import * as keeping from './keeping.ts'
import * as opening from './opening.ts'
import * as queries from './queries.ts'
import { openingRecord, personRecord } from './records.ts'

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
export { personRecord } from './records.ts'

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
    'persons.open': {
      kk: 'Негіз бойынша адамның карточкасын ашу',
      ru: 'Открывать карточку лица при наличии основания',
      en: 'Open a person’s card on a ground',
    },
    'persons.keep': { kk: 'Адамдар тізілімін жүргізу', ru: 'Вести реестр лиц', en: 'Keep the register of persons' },
  },
  records: [personRecord, openingRecord],
  operations: [
    keeping.registerPerson,
    keeping.correctPerson,
    keeping.addPost,
    keeping.endPost,
    keeping.strikePost,
    keeping.setSuperior,
    keeping.addKin,
    keeping.strikeKin,
    opening.openPerson,
    opening.justifyOpening,
    opening.faultOpening,
    queries.listPersons,
    queries.findPersons,
    queries.onePerson,
    queries.readCard,
    queries.listOpenings,
    queries.oneOpening,
    queries.personChoices,
    importing.readColumns,
    importing.importPersons,
  ],
})
