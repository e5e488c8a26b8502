// Views of the list that a person has given a name; they follow the person from one computer to another.
import { command, query } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import { dropView, putView, viewsOf } from './store.ts'

export const listAppealViews = query(shapes.listAppealViews, {
  clauses: ['5.14'],
  rules: [rules.lists],
  run: async ({ tx }) => ({ rows: await viewsOf(tx) }),
})

export const saveAppealView = command(shapes.saveAppealView, {
  clauses: ['5.14'],
  rules: [rules.lists],
  run: async ({ input, tx }) => ({ view: await putView(tx, input.title, input.query) }),
})

export const dropAppealView = command(shapes.dropAppealView, {
  clauses: ['5.14'],
  rules: [rules.lists],
  run: async ({ input, tx }) => {
    if (!(await dropView(tx, input.view))) throw unknownRecord()
    return {}
  },
})
