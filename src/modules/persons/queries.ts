// What is read of the register: the list, the choice in forms, a person's name and post.
import { query } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import { partiesOn } from '../incoming/index.ts'
import { unitsOn } from '../org/index.ts'
import * as shapes from './contract.ts'
import * as list from './list-store.ts'
import { personRecord } from './records.ts'
import * as rules from './rules.ts'

export const listPersons = query(shapes.listPersons, {
  clauses: ['5.16'],
  rules: [rules.lists],
  run: async ({ input, tx }) => ({
    rows: await list.listRows(tx, input, input),
    ...(await list.countRows(tx, input)),
  }),
})

export const findPersons = query(shapes.findPersons, {
  clauses: ['5.16'],
  rules: [rules.finds, rules.principals],
  run: async ({ input, tx }) => ({ rows: await list.listRows(tx, input, { sort: 'name', page: 1, size: 20 }) }),
})

export const onePerson = query(shapes.onePerson, {
  clauses: ['5.16'],
  record: personRecord,
  rules: [rules.finds, rules.keeps, rules.principals],
  run: async ({ subject, tx }) => {
    const brief = await list.briefOf(tx, subject.id)
    if (!brief) throw unknownRecord()
    return { ...brief, version: subject.version }
  },
})

export const personChoices = query(shapes.personChoices, {
  clauses: ['5.16'],
  rules: [rules.finds, rules.keeps],
  run: async ({ tx }) => {
    // The Department's own units and bodies outside the courts employ nobody of this register.
    const parties = (await partiesOn(tx, tx.today)).filter(
      ({ kind, group }) => kind === 'court' || (kind === 'body' ? group === 'court-administration' : group === 'body'),
    )
    return {
      bodies: parties.map(({ kind, id, name, region }) => ({ value: `${kind}:${id}`, name, group: region })),
      regions: (await unitsOn(tx, tx.today)).flatMap(({ region }) => (region ? [region] : [])),
    }
  },
})
