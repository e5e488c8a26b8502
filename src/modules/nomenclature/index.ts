// The nomenclature of cases and the numbers that are drawn in it, without gap or double (clause 5.14).
import { module } from '../../kernel/module.ts'
import * as operations from './operations.ts'

export { drawNumber } from './store.ts'

export const nomenclature = module({
  name: 'nomenclature',
  title: { kk: 'Істер номенклатурасы', ru: 'Номенклатура дел', en: 'File nomenclature' },
  clauses: ['5.14', '5.16'],
  powers: {
    'documents.nomenclature': {
      kk: 'Істер номенклатурасын жүргізу',
      ru: 'Вести номенклатуру дел',
      en: 'Keep the file nomenclature',
    },
  },
  operations: [operations.listSeries, operations.confirmSeries],
})
