// The nomenclature of cases: read by those who write, confirmed by those who keep it.
import { command, query } from '../../kernel/operation.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import { putSeries, readSeries } from './store.ts'

export const listSeries = query(shapes.listSeries, {
  clauses: ['5.14'],
  rules: [rules.reads],
  run: async ({ tx }) => {
    const year = Number(tx.today.slice(0, 4))
    return { rows: await readSeries(tx, year), year }
  },
})

export const confirmSeries = command(shapes.confirmSeries, {
  clauses: ['5.14'],
  rules: [rules.keepsNomenclature],
  run: async ({ input, tx }) => {
    const { unitIndex, index, titleKk, titleRu, titleEn, retentionYears } = input
    await putSeries(tx, { unitIndex, index, title: { kk: titleKk, ru: titleRu, en: titleEn }, retentionYears })
    tx.note(input)
    return {}
  },
})
