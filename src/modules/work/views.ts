// Views of a list that a person has given a name; they follow the person from one computer to another.
import { command, query } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import { permit } from '../../kernel/rules.ts'
import * as shapes from './contract.ts'
import * as store from './views-store.ts'

const employee = permit<unknown>(
  '5.14',
  { kk: 'қызметкердің өзі', ru: 'сам работник', en: 'the employee' },
  (actor) => actor.kind === 'employee',
)

export const listViews = query(shapes.listViews, {
  clauses: ['5.14'],
  rules: [employee],
  run: async ({ input, tx }) => ({ rows: await store.viewsOf(tx, input.list) }),
})

export const saveView = command(shapes.saveView, {
  clauses: ['5.14'],
  rules: [employee],
  run: async ({ input, tx }) => ({ view: await store.putView(tx, input) }),
})

export const dropView = command(shapes.dropView, {
  clauses: ['5.14'],
  rules: [employee],
  run: async ({ input, tx }) => {
    if (!(await store.dropView(tx, input.view))) throw unknownRecord()
    return {}
  },
})
