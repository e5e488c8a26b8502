// Exchange with the state register of appeals (clauses 6.23, 5.14): files in with every bad row explained, changes out.
import { module } from '../../kernel/module.ts'
import * as exporting from './exporting.ts'
import * as inner from './inner.ts'
import * as operations from './operations.ts'
import { giveUpLeft, runPass } from './passing.ts'
import { exportRecord, importRecord, profileRecord } from './records.ts'

export { importRecord } from './records.ts'

export const exchange = module({
  name: 'exchange',
  title: { kk: 'Деректер алмасу', ru: 'Обмен данными', en: 'Exchange' },
  clauses: ['6.23', '5.14'],
  powers: {
    'exchange.run': {
      kk: 'Мемлекеттік жүйемен өтініш алмасу',
      ru: 'Обмениваться обращениями с государственной системой',
      en: 'Exchange appeals with the state system',
    },
    'exchange.profiles': {
      kk: 'Алмасу профильдерін жүргізу',
      ru: 'Вести профили обмена',
      en: 'Keep the profiles of exchange',
    },
  },
  records: [profileRecord, importRecord, exportRecord],
  operations: [
    ...Object.values(operations),
    exporting.makeExport,
    exporting.listExports,
    exporting.takeSheet,
    exporting.takeFile,
    inner.openSource,
    inner.listUnregistered,
    inner.beginPass,
    inner.passRows,
    inner.settleTrial,
    inner.finishImport,
    inner.failImport,
    inner.listLeft,
    inner.lapseImport,
  ],
  jobs: { 'exchange.pass': { run: runPass }, 'exchange.giveUp': { cron: '20 3 * * *', run: giveUpLeft } },
})
