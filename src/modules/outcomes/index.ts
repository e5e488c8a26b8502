// What comes of a conclusion (6.21, 6.22, 6.17, 13): the decision, its execution, appeal and lapse, transfers, the end. The face.
import type { House } from '../../kernel/house.ts'
import { module } from '../../kernel/module.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import * as closing from './closing.ts'
import * as deciding from './deciding.ts'
import * as notifying from './notifying.ts'
import * as reading from './reading.ts'
import * as transferring from './transferring.ts'
import { told } from './told.ts'

/** Ends the penalties whose last day is behind, each as an operation and an entry of its own. */
export const watch = async (house: House): Promise<void> => {
  const { result } = await perform(house, deciding.watchPenalties, systemActor, {})
  for (const penalty of result.lapsing) await perform(house, deciding.lapsePenalty, systemActor, penalty)
}

export const outcomes = module({
  name: 'outcomes',
  title: { kk: 'Тексеру нәтижелері', ru: 'Результаты расследований', en: 'Outcomes of investigations' },
  clauses: ['6.21', '6.22', '6.17', '13', '5.4', '5.16', '5.15', '10'],
  told,
  operations: [
    deciding.recordDecision,
    deciding.recordExecution,
    deciding.recordAppeal,
    deciding.settleAppeal,
    deciding.lapsePenalty,
    deciding.watchPenalties,
    closing.noteConcluded,
    closing.decideSuperior,
    closing.closeOutcome,
    notifying.tickMaterials,
    notifying.sendNotice,
    transferring.transferMaterials,
    transferring.answerTransfer,
    reading.readOutcome,
    reading.outcomeChoices,
    reading.knownOutcomes,
  ],
  reactions: [{ on: 'conclusions.signed', perform: closing.noteConcluded, input: ({ id }) => ({ id }) }],
  jobs: {
    'outcomes.watch': {
      // After midnight, when the last day of a penalty is behind.
      cron: '25 0 * * *',
      run: watch,
    },
  },
})
