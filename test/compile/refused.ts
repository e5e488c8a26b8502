// What must not compile, one mistake a line of expectation. Checked by test/compile.test.ts and never run.
import { z } from 'zod'
import { dueOn, calendar } from '../../src/kernel/calendar.ts'
import type { Clause } from '../../src/kernel/clauses.ts'
import { shape } from '../../src/kernel/contract.ts'
import { lifecycle } from '../../src/kernel/lifecycle.ts'
import { command, query } from '../../src/kernel/operation.ts'
import { parameterOn } from '../../src/kernel/parameters.ts'
import { record, type Found } from '../../src/kernel/record.ts'
import { forbid, permit } from '../../src/kernel/rules.ts'
import type { Text } from '../../src/kernel/text.ts'

const words: Text = { kk: 'Сөз', ru: 'Слово', en: 'Word' }
const life = lifecycle({
  name: 'letter', title: words, start: 'drafted', final: ['sent'],
  states: { drafted: words, sent: words },
  steps: { send: { from: 'drafted', to: 'sent', by: words, clause: '15' } },
})
interface Letter extends Found { unit: string }
const letters = record({ name: 'letter', table: 'letters', title: words, life, find: async (): Promise<Letter | undefined> => undefined, caption: ({ id }) => id })
const sendLetter = shape('letters.send', z.object({ id: z.uuid() }), z.object({}), words)
const listLetters = shape('letters.list', z.object({}), z.object({ count: z.int() }), words)
const rules = [permit<Letter>('15', words, (actor, { unit }) => actor.unit === unit)] as const
const run = async () => ({})

export const right = command(sendLetter, { clauses: ['15'], record: letters, rules, step: 'send', run })
export const rightList = query(listLetters, { clauses: ['15'], rules: [permit('15', words, () => true)], run: async () => ({ count: 1 }) })

// @ts-expect-error an operation without clauses
command(sendLetter, { record: letters, rules, step: 'send', run })
// @ts-expect-error an operation with an empty list of clauses
command(sendLetter, { clauses: [], record: letters, rules, step: 'send', run })
// @ts-expect-error an operation under a clause that is not in the Regulation
command(sendLetter, { clauses: ['6.24'], record: letters, rules, step: 'send', run })
// @ts-expect-error an operation without rules
command(sendLetter, { clauses: ['15'], record: letters, step: 'send', run })
// @ts-expect-error an operation with no rule
command(sendLetter, { clauses: ['15'], record: letters, rules: [], step: 'send', run })
// @ts-expect-error an operation that only forbids
command(sendLetter, { clauses: ['15'], record: letters, rules: [forbid<Letter>('15', words, () => true)], step: 'send', run })
// @ts-expect-error a step that the lifecycle lacks
command(sendLetter, { clauses: ['15'], record: letters, rules, step: 'burn', run })
// @ts-expect-error a query takes no step
query(sendLetter, { clauses: ['15'], record: letters, rules, step: 'send', run })
// @ts-expect-error an operation without its work
command(sendLetter, { clauses: ['15'], record: letters, rules, step: 'send' })
// @ts-expect-error a result of another shape
query(listLetters, { clauses: ['15'], rules: [permit('15', words, () => true)], run: async () => ({ count: 'many' }) })
// @ts-expect-error a rule on another kind of record
command(sendLetter, { clauses: ['15'], record: letters, rules: [permit<{ id: string; judge: string }>('15', words, () => true)], run })
// @ts-expect-error a rule without a clause of the Regulation
permit('16', words, () => true)
// @ts-expect-error a sentence without Kazakh
permit('15', { ru: 'Слово', en: 'Word' }, () => true)

const steps = { send: { from: 'drafted', to: 'sent', by: words, clause: '15' } } as const
const states = { drafted: words, sent: words }
// @ts-expect-error a start that is no state
lifecycle({ name: 'letter', title: words, start: 'begun', final: ['sent'], states, steps })
// @ts-expect-error an end that is no state
lifecycle({ name: 'letter', title: words, start: 'drafted', final: ['burnt'], states, steps })
// @ts-expect-error a step from a state that is none
lifecycle({ name: 'letter', title: words, start: 'drafted', final: ['sent'], states, steps: { send: { ...steps.send, from: 'begun' } } })
// @ts-expect-error a step to a state that is none
lifecycle({ name: 'letter', title: words, start: 'drafted', final: ['sent'], states, steps: { send: { ...steps.send, to: 'burnt' } } })
// @ts-expect-error a step under no clause of the Regulation
lifecycle({ name: 'letter', title: words, start: 'drafted', final: ['sent'], states, steps: { send: { ...steps.send, clause: '99' } } })
// @ts-expect-error a step within a term that no parameter sets
lifecycle({ name: 'letter', title: words, start: 'drafted', final: ['sent'], states, steps: { send: { ...steps.send, within: 'letter.send' } } })

// @ts-expect-error a Text without Kazakh
export const mute: Text = { ru: 'Слово', en: 'Word' }
// @ts-expect-error a Text without Russian
export const half: Text = { kk: 'Сөз', en: 'Word' }
// @ts-expect-error a clause that is not in the Regulation
export const nowhere: Clause = '6.24'
// @ts-expect-error a parameter that does not exist
parameterOn('appeal.anser', '2026-11-23')
// @ts-expect-error a count is no choice
dueOn('2026-11-23', 15, calendar(), { from: parameterOn('appeal.answer', '2026-11-23').value })
dueOn('2026-11-23', 15, calendar(), { from: parameterOn('appeal.count-from', '2026-11-23').value })
// @ts-expect-error an operation is named noun.verb
shape('send', z.object({}), z.object({}), words)
