// Work on an appeal by several people (clauses 5.15, 5.16, 6.23, 9.5): reading by grant, names, stages, reminders, masks. The face.
import { module } from '../../kernel/module.ts'
import * as course from './course.ts'
import * as identity from './identity.ts'
import * as masking from './masking.ts'
import * as queries from './queries.ts'
import * as readings from './readings.ts'
import { readTimeline } from './timeline.ts'

export const handling = module({
  name: 'handling',
  title: { kk: 'Өтінішпен жұмыс', ru: 'Работа с обращением', en: 'Work on an appeal' },
  clauses: ['5.15', '5.16', '6.23', '9.5', '5.14'],
  powers: {
    'appeals.reopen': {
      kk: 'Жауап берілген өтінішті қайта қарау',
      ru: 'Возобновлять рассмотрение обращений',
      en: 'Have an answered appeal considered anew',
    },
    'appeals.mask': { kk: 'Мәтіндегі сөздерді жасыру', ru: 'Скрывать слова в тексте', en: 'Mask words of a text' },
    'appeals.unmask': {
      kk: 'Жасырылған сөздерді оқу және ашу',
      ru: 'Читать и раскрывать скрытое',
      en: 'Read and unmask what is masked',
    },
  },
  records: [identity.requestRecord],
  operations: [
    readings.grantReading,
    readings.revokeReading,
    readings.grantMany,
    readings.revokeMany,
    readings.settleReaders,
    readings.expireReadings,
    identity.revealApplicant,
    identity.askIdentity,
    identity.grantIdentity,
    identity.denyIdentity,
    course.setStage,
    course.remindAssignee,
    course.reopenAppeal,
    masking.maskWords,
    masking.unmaskWords,
    masking.readMasked,
    ...Object.values(queries),
    readTimeline,
  ],
  reactions: readings.reactions,
  jobs: { 'handling.expire': readings.nightly },
})
