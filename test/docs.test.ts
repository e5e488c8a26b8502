// The computed pages and the carriers of clauses say what a module's rows say.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { accessPage, lifecyclesPage, parametersPage } from '../scripts/docs.ts'
import { carriersOf } from '../src/kernel/carriers.ts'
import { shape } from '../src/kernel/contract.ts'
import { lifecycle } from '../src/kernel/lifecycle.ts'
import { module } from '../src/kernel/module.ts'
import { command, query } from '../src/kernel/operation.ts'
import { record, type Found } from '../src/kernel/record.ts'
import { forbid, permit } from '../src/kernel/rules.ts'

const said = (en: string) => ({ kk: `${en} (kk)`, ru: `${en} (ru)`, en })
const life = lifecycle({
  name: 'letter',
  title: said('Letter'),
  start: 'drafted',
  final: ['sent'],
  states: { drafted: said('Drafted'), sent: said('Sent') },
  steps: { send: { from: 'drafted', to: 'sent', by: said('the head'), clause: '15', within: 'appeal.answer' } },
})
const letter = record({
  name: 'letter',
  table: 'letters',
  title: said('Letter'),
  life,
  find: async (): Promise<Found | undefined> => undefined,
  caption: ({ id }) => id,
})
const send = command(shape('letters.send', z.object({ id: z.uuid() }), z.object({}), said('Send | at once')), {
  clauses: ['15', '6.23'],
  record: letter,
  rules: [permit('15', said('the head'), () => true), forbid('14', said('Not a task of the Department.'), () => false)],
  step: 'send',
  dangerous: true,
  run: async () => ({}),
})
const list = query(shape('letters.list', z.object({}), z.object({}), said('List')), {
  clauses: ['6.23'],
  rules: [permit('15', said('the head'), () => true)],
  run: async () => ({}),
})
const letters = module({
  name: 'letters',
  title: said('Letters'),
  clauses: ['15'],
  records: [letter],
  operations: [send, list],
  templates: [{ name: 'reply', clauses: ['15'] }],
})

test('a clause is carried by the operations, rules, steps and templates that name it, each once', () => {
  const carriers = carriersOf([letters])
  const names = carriers.get('15')?.map(({ kind, name }) => `${kind} ${name}`)
  assert.deepEqual(
    names?.filter((name) => !name.startsWith('parameter ')),
    ['operation letters.send', 'rule permit the head', 'step letter.send', 'template reply'],
  )
  assert.deepEqual(
    carriers.get('14')?.map(({ name }) => name),
    ['forbid Not a task of the Department.'],
  )
})

test('a parameter carries a clause only where a module works under it', () => {
  const carriers = carriersOf([letters])
  assert.ok(carriers.get('6.23')?.some(({ kind, name }) => kind === 'parameter' && name === 'appeal.answer'))
  assert.equal(carriers.get('6.21'), undefined)
  assert.equal(carriersOf([]).size, 0)
})

test('the access page shows who may and who may never', () => {
  const row = accessPage([letters])
    .split('\n')
    .find((line) => line.includes('`letters.send`'))
  assert.equal(
    row,
    '| `letters.send` | Send \\| at once | command, step `send`, step-up | 15, 6.23 | the head (15) | Not a task of the Department. (14) |',
  )
})

test('the page of lifecycles draws every step with its clause and term', () => {
  const page = lifecyclesPage([letters])
  assert.match(page, /stateDiagram-v2/)
  assert.match(page, /drafted --> sent: send \(the head, cl\. 15, appeal\.answer\)/)
})

test('the page of parameters marks what nobody has verified', () => {
  const row = (name: string) =>
    parametersPage()
      .split('\n')
      .find((line) => line.includes(`\`${name}\``)) ?? ''
  assert.match(row('investigation.term'), /⚠ unverified/)
  assert.match(row('appeal.answer'), /15 working days .* 2021-07-01 .* 6\.23 .* \| verified \|$/)
})
