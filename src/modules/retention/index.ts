// How long what is finished is kept, what is held, and how content is destroyed (clause 5.16). The face of the module.
import { module, type Job } from '../../kernel/module.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'

// For higher rooms: what is held is kept, whatever its term says.
export { addHold, liftHold, openHold } from './store.ts'

const nightly: Job = {
  cron: '0 4 * * *',
  run: async (house) => {
    await perform(house, operations.announceActs, systemActor, {})
  },
}

/** Before the sweep of the files, which removes the bytes. */
const imports: Job = {
  cron: '30 3 * * *',
  run: async (house) => {
    await perform(house, operations.announceImports, systemActor, {})
  },
}

export const retention = module({
  name: 'retention',
  title: { kk: 'Сақтау мерзімі', ru: 'Сроки хранения', en: 'Retention' },
  clauses: ['5.16', '5.14'],
  powers: {
    'retention.keep': {
      kk: 'Жою актілерін дайындау',
      ru: 'Готовить акты об уничтожении',
      en: 'Prepare acts of destruction',
    },
    'retention.approve': {
      kk: 'Жою актілерін бекіту',
      ru: 'Утверждать акты об уничтожении',
      en: 'Approve acts of destruction',
    },
    'retention.hold': { kk: 'Жоюға тыйым салу', ru: 'Запрещать уничтожение', en: 'Hold records from destruction' },
  },
  records: [operations.actRecord],
  operations: [
    operations.holdAppeal,
    operations.releaseAppeal,
    operations.announceActs,
    operations.proposeAct,
    operations.approveAct,
    operations.declineAct,
    operations.destroyContent,
    operations.announceImports,
    operations.destroyImport,
    ...Object.values(queries),
  ],
  reactions: [
    { on: 'retention.approved', perform: operations.destroyContent, input: ({ id, act }) => ({ id, act }) },
    { on: 'retention.importDue', perform: operations.destroyImport, input: ({ id }) => ({ id }) },
  ],
  jobs: { 'retention.announce': nightly, 'retention.imports': imports },
})
