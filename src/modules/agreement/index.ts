// The route of agreement of a draft (clauses 5.15, 15): colleagues agree or object to one version, and the whole history stays.
import { module } from '../../kernel/module.ts'
import * as operations from './operations.ts'

export { colleagues, type Colleague } from './store.ts'

export const agreement = module({
  name: 'agreement',
  title: { kk: 'Құжаттарды келісу', ru: 'Согласование документов', en: 'Agreement of documents' },
  clauses: ['5.15', '15'],
  operations: [
    operations.askAgreement,
    operations.agree,
    operations.objectTo,
    operations.endAgreement,
    operations.restartAgreement,
    operations.readAgreement,
    operations.listColleagues,
  ],
  reactions: [
    {
      on: 'documents.saved',
      perform: operations.restartAgreement,
      when: ({ agreement: stood }) => stood !== 'none',
      input: ({ documentId, draft }) => ({ document: documentId, draft }),
    },
  ],
})
