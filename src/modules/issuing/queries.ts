// What the forms of an authority ask: in what capacity one may begin it, what it names, whether one is in force already.
import { query } from '../../kernel/operation.ts'
import { search } from '../../kernel/search/index.ts'
import type { Text } from '../../kernel/text.ts'
import { sayQuantity } from '../../kernel/units.ts'
import { purposes } from '../authorities/contract.ts'
import { authoritiesFor, lists, lookUp, officesOf, subjectOf } from '../authorities/index.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import { signers } from './signers-store.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }

export const findSubjects = query(shapes.findSubjects, {
  clauses: ['5.14', '5.16'],
  rules: [lists],
  // What is typed may be a person's name.
  personal: true,
  run: async ({ input, tx }) => {
    const { registry } = tx.house
    tx.note({ q: input.words })
    const kinds = purposes[input.purpose].names.filter((kind) => registry.records.has(kind))
    const { hits } = await search(tx, { q: input.words, kinds, limit: 20 })
    return {
      rows: hits.map(({ kind, id, number, title }) => ({
        value: `${kind}:${id}`,
        label: number ? `${number}. ${title}` : title,
        kindTitle: registry.records.get(kind)?.title ?? nobody,
      })),
    }
  },
})

export const authorityChoices = query(shapes.authorityChoices, {
  clauses: ['5.14', '7.2'],
  rules: [lists],
  run: async ({ input, actor, tx }) => {
    const known = []
    for (const about of new Set(input.about)) known.push(await lookUp(tx, subjectOf(about)))
    const subjects = known.filter((it) => it !== null)
    const standing =
      input.purpose && subjects.length && subjects.length === known.length
        ? await authoritiesFor(tx, { purpose: input.purpose, subjects, on: tx.today })
        : []
    const { value, confidence } = tx.parameter('authorities.term.decision')
    const may = { at: tx.at, today: tx.today }
    return {
      may: {
        ask: rules.headAsks.when(actor, undefined, may),
        prepare: rules.prepares.when(actor, undefined, may),
        register: rules.registers.when(actor, undefined, may),
        issue: officesOf(actor),
      },
      subjects,
      lost: known.length - subjects.length,
      standing: standing.map(({ id, number, until }) => ({ id, number, until })),
      signers: rules.registers.when(actor, undefined, may) ? await signers(tx) : [],
      dueOn: tx.calendar.addWorkingDays(tx.today, value),
      days: sayQuantity(value, 'working-days'),
      doubtful: confidence === 'unverified',
    }
  },
})
