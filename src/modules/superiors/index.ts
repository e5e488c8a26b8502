// Who answers for a convicted employee as the direct superior (6.22). The face of the room.
import { module } from '../../kernel/module.ts'
import * as operations from './operations.ts'

export { standingOf, type Standing } from './leads.ts'
export { settleVerdict, verdictCarries, verdictOf, verdictsLeft, type Verdict } from './store.ts'

export const superiors = module({
  name: 'superiors',
  title: { kk: 'Тікелей басшылар', ru: 'Непосредственные руководители', en: 'Direct superiors' },
  clauses: ['6.22'],
  powers: {
    'superiors.read': {
      kk: 'Үкімдер мен тікелей басшыларды көру',
      ru: 'Видеть приговоры и непосредственных руководителей',
      en: 'See verdicts and direct superiors',
    },
  },
  operations: [operations.noteVerdict, operations.listVerdicts],
  reactions: [
    {
      on: 'criminalCases.verdictEntered',
      perform: operations.noteVerdict,
      input: ({ id }) => ({ id }),
    },
    { on: 'criminalCases.verdictLeft', perform: operations.noteVerdict, input: ({ id }) => ({ id }) },
  ],
})
