// The official-use mark on documents, and the door at which state secrets are refused (clause 5.16).
import { module } from '../../kernel/module.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import * as operations from './operations.ts'

export const secrecy = module({
  name: 'secrecy',
  title: { kk: 'Қызметтік құпия', ru: 'Служебная тайна', en: 'Official secrets' },
  clauses: ['5.16'],
  powers: {
    'secrecy.keep': {
      kk: 'Құпия құжаттардың сыртқы деректемелерін тіркеу',
      ru: 'Регистрировать внешние реквизиты секретных документов',
      en: 'Keep outside references of secret documents',
    },
  },
  records: [operations.referenceRecord],
  operations: [
    operations.markDocument,
    operations.extendMark,
    operations.liftMark,
    operations.setReaders,
    operations.readMark,
    operations.listReaders,
    operations.listMarked,
    operations.watchMarks,
    operations.keepReference,
    operations.listReferences,
  ],
  jobs: {
    'secrecy.watch': {
      // Before the ladder of reminders, which then climbs on what this laid down.
      cron: '30 7 * * *',
      run: async (house) => {
        await perform(house, operations.watchMarks, systemActor, {})
      },
    },
  },
})
