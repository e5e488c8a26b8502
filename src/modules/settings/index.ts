// The topmost room: the law's data, the journal, the outbox and the state of the house. The face of the module.
import { module } from '../../kernel/module.ts'
import * as journal from './journal/operations.ts'
import { journalEntry } from './journal/record.ts'
import * as calendar from './law/calendar.ts'
import { coverage } from './law/coverage.ts'
import * as parameters from './law/parameters.ts'
import * as state from './state/operations.ts'

export const settings = module({
  name: 'settings',
  title: { kk: 'Баптаулар мен журнал', ru: 'Настройки и журнал', en: 'Settings and journal' },
  clauses: ['5.14', '5.16', '7.1'],
  powers: {
    'settings.parameters': {
      kk: 'Мерзімдер мен күнтізбені баптау',
      ru: 'Настраивать сроки и календарь',
      en: 'Set terms and the calendar',
    },
    'journal.read': { kk: 'Журналды оқу', ru: 'Читать журнал', en: 'Read the journal' },
    'journal.verify': { kk: 'Журналды тексеру', ru: 'Проверять журнал', en: 'Verify the journal' },
    'journal.erase': {
      kk: 'Журнал жазбасының егжей-тегжейін өшіру',
      ru: 'Стирать подробности записей журнала',
      en: 'Erase details of journal entries',
    },
    'mail.read': { kk: 'Шығыс поштаны қарау', ru: 'Просматривать исходящую почту', en: 'Read the outgoing mail' },
  },
  records: [journalEntry],
  operations: [
    parameters.readParameters,
    parameters.changeTerm,
    parameters.confirmTerm,
    calendar.readYear,
    calendar.declareDay,
    coverage,
    journal.readJournal,
    journal.listChoices,
    journal.readEntry,
    journal.verify,
    journal.eraseEntryDetail,
    state.readOutbox,
    state.readFailedJobs,
    state.tryAgain,
    state.state,
  ],
})
