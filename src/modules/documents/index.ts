// Documents that leave in the Department's name: drafted, signed by the head or the person acting (15), numbered, sent.
import { module } from '../../kernel/module.ts'
import { checkGenuine } from './check.ts'
import * as operations from './operations.ts'
import * as queries from './queries.ts'

export {
  beginDocument,
  dispatchDocument,
  documentsAbout,
  handOverDocuments,
  holdDocument,
  type Beginning,
  type DocumentAbout,
} from './begin.ts'
export { signingOn, type Signing } from './people/store.ts'
export { checkGenuine } from './check.ts'
export { dutyTitle } from './desk.ts'
export { documentRecord } from './operations.ts'
export { reads } from './rules.ts'
export { letRead, noteSealed, setAgreement, setMark, signedBytes } from './standing.ts'
export type { Agreement, Document, Mark } from './store.ts'

export const documents = module({
  name: 'documents',
  title: { kk: 'Құжаттар', ru: 'Документы', en: 'Documents' },
  clauses: ['15', '5.14', '5.16'],
  powers: {
    'documents.draft': { kk: 'Құжат жобасын дайындау', ru: 'Готовить проекты документов', en: 'Draft documents' },
    'documents.read': {
      kk: 'Құжаттар тізілімін көру',
      ru: 'Видеть реестр документов',
      en: 'See the register of documents',
    },
    'documents.send': {
      kk: 'Қол қойылған құжаттарды жіберу',
      ru: 'Отправлять подписанные документы',
      en: 'Send signed documents',
    },
  },
  records: [operations.documentRecord],
  operations: [
    operations.draftDocument,
    operations.saveDocument,
    operations.offerDocument,
    operations.returnDocument,
    operations.signDocument,
    operations.sendDocument,
    queries.listDocuments,
    queries.exportDocuments,
    queries.openDocument,
    queries.openDraft,
    queries.renderDocument,
    queries.readDocumentFile,
    queries.editDocx,
    queries.compareDrafts,
    queries.listKinds,
    checkGenuine,
  ],
})
