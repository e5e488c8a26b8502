// What an investigation finds and concludes (6.21, 6.22, 15): findings, measures, the study of the materials, the review. The face.
import { module, type Reaction } from '../../kernel/module.ts'
import * as concluding from './concluding.ts'
import * as findings from './findings.ts'
import * as reading from './reading.ts'
import { told } from './told.ts'

// For the room above, which records what comes of a conclusion.
export { openDue, closeStudy, tellTeam, termFrom } from './duties.ts'
export { anybodyAtWork, on, type OnPerson } from './gates.ts'
export { materialsFor, type Material } from './materials.ts'
export { matterOf, notAhead, notBefore, onPerson, personUnder } from './matter.ts'
export * as rules from './rules.ts'
export { filesOf, keepFiles, reviewerOf, type Part } from './store.ts'

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
  { on: 'investigations.halted', perform: concluding.holdConclusion, input: ({ id }) => ({ id, held: true }) },
  { on: 'investigations.resumed', perform: concluding.holdConclusion, input: ({ id }) => ({ id, held: false }) },
  // Signed while the authority was not in force: the conclusion waits for the new one.
  { on: 'investigations.resumed', perform: concluding.noteConclusion, input: ({ id }) => ({ id }) },
]

export const conclusions = module({
  name: 'conclusions',
  title: { kk: 'Тексеру қорытындылары', ru: 'Заключения расследований', en: 'Conclusions of investigations' },
  clauses: ['6.21', '6.22', '15', '5.4', '5.16', '5.14', '5.15', '13', '10'],
  told,
  operations: [
    findings.addAllegation,
    findings.dropAllegation,
    findings.makeFinding,
    findings.proposeMeasure,
    findings.offerMaterials,
    findings.acknowledgeMaterials,
    findings.addMaterial,
    concluding.draftConclusion,
    concluding.dropConclusion,
    concluding.noteConclusion,
    concluding.holdConclusion,
    concluding.appointReviewer,
    concluding.sendBackConclusion,
    concluding.reviewConclusion,
    reading.readConclusion,
    reading.conclusionChoices,
    reading.takeConclusionFile,
  ],
  reactions,
})
