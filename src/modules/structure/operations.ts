// Units and courts as everybody sees them, and the import of courts from a file.
import { command, query } from '../../kernel/operation.ts'
import { everybody, houseItself, keepsCourts } from './rules.ts'
import * as contract from './contract.ts'
import { importFile } from './importing.ts'
import * as store from './store.ts'

export const listUnits = query(contract.listUnits, {
  clauses: ['1'],
  rules: [everybody],
  run: async ({ tx }) => ({ units: await store.unitsOn(tx, tx.today), regions: await store.regions(tx) }),
})

export const listCourts = query(contract.listCourts, {
  clauses: ['1'],
  rules: [everybody],
  run: async ({ input: { page, size, ...filter }, tx }) => {
    const { rows, total } = await store.courts(tx, filter, page, size)
    return {
      rows: rows.map((row) => ({ ...row, kindTitle: contract.courtKindTitles[row.kind] })),
      total,
      capped: false,
    }
  },
})

export const courtOptions = query(contract.courtOptions, {
  clauses: ['1'],
  rules: [everybody],
  run: async ({ input, tx }) => ({
    courts: (await store.courtsOn(tx, tx.today, input.region)).map(({ id, code, name, kind, region }) => ({
      id,
      code,
      name,
      kind,
      region,
    })),
  }),
})

export const importCourts = command(contract.importCourts, {
  clauses: ['1'],
  bodyLimit: 1_048_576,
  rules: [keepsCourts, houseItself],
  run: async ({ input, tx }) => {
    const report = await importFile(tx, Buffer.from(input.content, 'base64'))
    tx.note({
      file: input.name,
      added: report.added,
      changed: report.changed,
      unchanged: report.unchanged,
      faults: report.faults.length,
    })
    return report
  },
})
