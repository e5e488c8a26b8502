// What an inspection establishes and what follows: findings, the act, objections, the remedy plan and its follow-up (5.10). The face of the room.
import { module, type Reaction } from '../../kernel/module.ts'
import * as acting from './acting.ts'
import * as finding from './finding.ts'
import { readResults } from './queries.ts'
import * as remedying from './remedying.ts'

interface About {
  kind: string
  id: string
}
const reactions: readonly Reaction[] = [
  {
    on: 'documents.signed',
    perform: acting.noteSigned,
    when: ({ about, template }) => (about as About | null)?.kind === 'inspection' && template === 'act',
    input: ({ documentId, about }) => ({ id: (about as About).id, document: documentId }),
  },
  { on: 'inspections.actGoesOn', perform: acting.noteSigned, input: ({ id, document }) => ({ id, document }) },
]

export const inspectionResults = module({
  name: 'inspectionResults',
  title: { kk: 'Тексеру нәтижелері', ru: 'Итоги проверок', en: 'Results of inspections' },
  clauses: ['5.10', '5.14', '5.16', '10', '15'],
  operations: [...Object.values(finding), ...Object.values(acting), ...Object.values(remedying), readResults],
  reactions,
})
