// What comes of an investigation (6.21, 6.22, 6.17, 13, 15): from findings to the decision, its consequences and the end. The face.
import type { House } from '../../kernel/house.ts'
import { module, type Reaction } from '../../kernel/module.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import * as concluding from './concluding.ts'
import * as deciding from './deciding.ts'
import * as findings from './findings.ts'
import * as notifying from './notifying.ts'
import * as reading from './reading.ts'
import * as transferring from './transferring.ts'

interface About {
  kind: string
  id: string
}
const reactions: readonly Reaction[] = [
  {
    on: 'documents.signed',
    perform: concluding.noteConclusion,
    when: ({ about, template }) => (about as About | undefined)?.kind === 'investigation' && template === 'conclusion',
    input: ({ about }) => ({ id: (about as About).id }),
  },
  // Signed while the authority was not in force: the conclusion waits for the new one.
  { on: 'investigations.resumed', perform: concluding.noteConclusion, input: ({ id }) => ({ id }) },
]

/** Ends the penalties whose last day is behind, each as an operation and an entry of its own. */
export const watch = async (house: House): Promise<void> => {
  const { result } = await perform(house, deciding.watchPenalties, systemActor, {})
  for (const penalty of result.lapsing) await perform(house, deciding.lapsePenalty, systemActor, penalty)
}

export const outcomes = module({
  name: 'outcomes',
  title: { kk: 'Тексеру нәтижелері', ru: 'Результаты расследований', en: 'Outcomes of investigations' },
  clauses: ['6.21', '6.22', '6.17', '13', '15', '5.4', '5.16', '5.14', '10'],
  operations: [
    findings.addAllegation,
    findings.dropAllegation,
    findings.makeFinding,
    findings.proposeMeasure,
    findings.offerMaterials,
    findings.acknowledgeMaterials,
    concluding.draftConclusion,
    concluding.dropConclusion,
    concluding.noteConclusion,
    concluding.appointReviewer,
    concluding.sendBackConclusion,
    concluding.reviewConclusion,
    concluding.closeOutcome,
    deciding.recordDecision,
    deciding.recordExecution,
    deciding.recordAppeal,
    deciding.settleAppeal,
    deciding.lapsePenalty,
    deciding.watchPenalties,
    deciding.decideSuperior,
    notifying.addMaterial,
    notifying.tickMaterials,
    notifying.sendNotice,
    transferring.transferMaterials,
    transferring.answerTransfer,
    reading.readOutcome,
    reading.outcomeChoices,
    reading.knownOutcomes,
  ],
  reactions,
  jobs: {
    'outcomes.watch': {
      // After midnight, when the last day of a penalty is behind.
      cron: '25 0 * * *',
      run: watch,
    },
  },
})
