// Copies of files from which the hidden cannot be extracted (clause 5.16).
import { module } from '../../kernel/module.ts'
import * as operations from './operations.ts'

export { copyableTypes, type Copyable } from './raster/order.ts'
export { markedCopy, showMarkedPage, showPagesOf, traceMark } from './raster/render.ts'

export const redaction = module({
  name: 'redaction',
  title: { kk: 'Редакцияланған көшірмелер', ru: 'Копии с изъятиями', en: 'Redacted copies' },
  clauses: ['5.16'],
  powers: {
    'redaction.make': {
      kk: 'Редакцияланған көшірмелер жасау',
      ru: 'Изготавливать копии с изъятиями',
      en: 'Make redacted copies',
    },
  },
  records: [operations.copyRecord],
  operations: [
    operations.showPages,
    operations.findWords,
    operations.makeCopy,
    operations.listCopies,
    operations.takeCopy,
  ],
})
