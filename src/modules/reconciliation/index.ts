// The quarterly reconciliation of the register of criminal cases with the agency's list (6.16, 6.17). The face of the room.
import type { Job } from '../../kernel/module.ts'
import { module } from '../../kernel/module.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import * as following from './following.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'
import { reconciliationRecord, rowRecord } from './records.ts'

const quarters: Job = {
  // Before the ladder of reminders, which then climbs on what this laid down.
  cron: '20 7 * * *',
  run: async (house) => {
    await perform(house, following.watchQuarters, systemActor, {})
  },
}

export const reconciliation = module({
  name: 'reconciliation',
  title: { kk: 'Қылмыстық істерді салыстыру', ru: 'Сверка уголовных дел', en: 'Reconciliation of criminal cases' },
  clauses: ['6.16', '6.17', '15'],
  powers: {
    'reconciliation.keep': {
      kk: 'Қылмыстық істер есебін салыстыру',
      ru: 'Вести сверку учёта уголовных дел',
      en: 'Reconcile the register of criminal cases',
    },
  },
  records: [reconciliationRecord, rowRecord],
  operations: [...Object.values(operations), ...following.inner, ...Object.values(queries)],
  reactions: following.reactions,
  jobs: { 'reconciliation.read': { run: following.readList }, 'reconciliation.watch': quarters },
})
