// Conflict of interest (5.16): who may not look into a case. The face of the room.
import { module } from '../../kernel/module.ts'

export { shutOutOf } from './store.ts'
export { candidatesFor, conflictOf, judgeCandidate, type Candidate, type Case } from './weighing.ts'

export const conflicts = module({
  name: 'conflicts',
  title: { kk: 'Мүдделер қақтығысы', ru: 'Конфликт интересов', en: 'Conflict of interest' },
  clauses: ['5.16', '5.15'],
})
