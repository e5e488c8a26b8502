// Cards of persons: opened on a ground, each opening weighed or standing on a matter, each reading an entry (5.16). The face of the room.
import { module } from '../../kernel/module.ts'
import * as opening from './opening.ts'
import * as queries from './queries.ts'
import { cardRecord, openingRecord } from './records.ts'

export const personCards = module({
  name: 'personCards',
  title: { kk: 'Адам карточкалары', ru: 'Карточки лиц', en: 'Cards of persons' },
  clauses: ['5.16'],
  powers: {
    'personCards.open': {
      kk: 'Негіз бойынша адамның карточкасын ашу',
      ru: 'Открывать карточку лица при наличии основания',
      en: 'Open a person’s card on a ground',
    },
  },
  records: [cardRecord, openingRecord],
  operations: [...Object.values(opening), ...Object.values(queries)],
})
