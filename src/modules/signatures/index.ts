// Electronic signatures over what was signed: verified when they come in, kept as they came, verified again by anybody.
import { module } from '../../kernel/module.ts'
import * as operations from './operations.ts'
import { issueTestKey } from './test-keys.ts'

export { keepSignature, verifyKept, type Keeping, type Verdict } from './keeping.ts'
export { signaturesOf, type KeptSignature } from './store.ts'

export const signatures = module({
  name: 'signatures',
  title: { kk: 'Электрондық қолтаңбалар', ru: 'Электронные подписи', en: 'Electronic signatures' },
  clauses: ['15', '5.16'],
  operations: [...Object.values(operations), issueTestKey],
})
