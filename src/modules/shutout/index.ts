// Who is shut out of what: named persons by themselves, others by decision, oneself by recusal; and the desk of one who leaves (5.16).
import type { Job } from '../../kernel/module.ts'
import { module } from '../../kernel/module.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import * as handover from './handover.ts'
import * as operations from './operations.ts'
import * as sifting from './sifting.ts'

const desks: Job = {
  cron: '10 0 * * *',
  run: async (house) => {
    await perform(house, handover.clearLeft, systemActor, {})
  },
}

export const shutout = module({
  name: 'shutout',
  title: { kk: 'Қолжетімділікті шектеу', ru: 'Отстранение от дел', en: 'Shutting out' },
  clauses: ['5.16', '6.23', '5.15', '5.14', '9.5', '13'],
  powers: {
    'shutout.keep': {
      kk: 'Қолжетімділігі шектелгендер туралы шешім қабылдау, істерді тапсыру',
      ru: 'Решать об отстранении от дел, передавать дела',
      en: 'Decide who is shut out, hand desks over',
    },
  },
  operations: [...Object.values(operations), sifting.sift, sifting.siftAll, ...Object.values(handover)],
  reactions: [
    // Both names come from the triggers of migration 0030: whatever brings an appeal, a message or a new name, they see it.
    { on: 'shutout.named', perform: sifting.sift, input: ({ id }) => ({ id }) },
    { on: 'shutout.hired', perform: sifting.siftAll, input: () => ({}) },
    { on: 'shutout.stood', perform: operations.clearDesk, input: ({ id, kind, person }) => ({ id, kind, person }) },
    { on: 'shutout.handedOver', perform: handover.clearAll, input: ({ id }) => ({ id }) },
    { on: 'org.left', perform: handover.awaitHandOver, input: ({ employeeId }) => ({ id: employeeId }) },
  ],
  jobs: { 'shutout.desks': desks },
})
