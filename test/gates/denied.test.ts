// Whoever is shut out of an investigation learns nothing of it by any query of the house: no word, number, id or count, nor that it exists.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { after, test } from 'node:test'
import pg from 'pg'
import { castId, type CastName } from '../../src/app/cast.ts'
import { startLive, type News } from '../../src/kernel/live/index.ts'
import type { Operation } from '../../src/kernel/operation.ts'
import { perform } from '../../src/kernel/perform.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { openStage } from '../../src/modules/appeals/appeals.kit.ts'
import { makeCaseFile } from '../../src/modules/caseFile/operations.ts'
import { closeRenderer } from '../../src/modules/templates/index.ts'
import { clause } from '../kit/clause.ts'
import { asOwner } from '../kit/papers.ts'
import { asksById, questionsOf, wordsOf, type Filling } from './asking.ts'
import { keepSecret, word } from './secret.ts'

after(closeRenderer)
const stage = await openStage()
const { house } = stage
const secret = await keepSecret(stage)
// Shut out when everything is there already: whatever hangs on the investigation must follow.
await asOwner(house, "insert into denied (record_id, person_id, since, reason) values ($1, $2, now(), 'by-hand')", [
  secret.investigation,
  castId('deputy'),
])

/** Under investigation in the own unit's case; shut out by hand; without reach. */
const shutOut: readonly CastName[] = ['abaiHead', 'deputy', 'inspector2']
const queries = [...house.registry.operations.values()].filter(({ kind, inner }) => kind === 'query' && !inner)

let statements = 0
const asked = pg.Client.prototype.query as (...args: unknown[]) => unknown
pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]): unknown {
  statements += 1
  return asked.apply(this, args)
} as typeof pg.Client.prototype.query
after(() => void (pg.Client.prototype.query = asked as typeof pg.Client.prototype.query))

interface Answer {
  words: string
  refused: string | null
  statements: number
}

const ask = async (who: CastName, operation: Operation, input: unknown): Promise<Answer> => {
  const actor = await stage.actor(who)
  const before = statements
  try {
    const { result, may } = await perform(house, operation, actor, input)
    const words = `${await wordsOf(result)} ${JSON.stringify(may)}`
    return { words, refused: null, statements: statements - before }
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw new Error(`${operation.name} ${JSON.stringify(input)}`, { cause: fault })
    const { reason, clause: of, says, fields } = fault
    return { words: JSON.stringify({ reason, of, says, fields }), refused: reason, statements: statements - before }
  }
}

/** What the reply says of the secret beyond what was asked. */
const tracesIn = (answer: Answer, input: unknown): string[] => {
  const said = JSON.stringify(input)
  return secret.traces.filter((it) => answer.words.includes(it) && !said.includes(it))
}

const day = '2026-11-23'
const tried = new Set(['investigation', 'document', 'evidence', 'authority'])
const firstOfKind = [...new Map(secret.ids.toReversed().map((it) => [it.kind, it])).values()]
const files = secret.ids.filter(({ kind }) => kind === 'file')
const ofRecord = ({ record }: Operation) => secret.ids.filter(({ kind }) => kind === record?.name)

/** With which ids an operation is asked: those of its own kind, else one of each of some kinds. */
const idsFor = (operation: Operation) => {
  if (operation.record) return ofRecord(operation).slice(0, 2)
  return asksById(operation)
    ? firstOfKind.filter(({ kind }) => tried.has(kind))
    : [{ kind: 'investigation', id: secret.investigation }]
}

const fillings = (operation: Operation): Filling[] => idsFor(operation).map(({ kind, id }) => ({ kind, id, word, day }))

/** A file operation is asked for the files of the secret. */
const inputsOf = (operation: Operation, by: Filling): Record<string, unknown>[] =>
  questionsOf(operation, by).flatMap((it) => ('file' in it ? files.map(({ id }) => ({ ...it, file: id })) : [it]))

const shown = async (who: CastName, operation: Operation): Promise<boolean> => {
  for (const by of fillings(operation))
    for (const input of inputsOf(operation, by))
      if (tracesIn(await ask(who, operation, input), input).length) return true
  return false
}

for (const who of shutOut)
  clause(
    '5.15',
    `${who} cannot tell a hidden record from one that does not exist: neither by words nor by work done`,
    async () => {
      const operations = [...house.registry.operations.values()].filter(({ inner, record }) => record && !inner)
      const told: unknown[] = []
      for (const operation of operations)
        for (const { kind, id } of ofRecord(operation).slice(0, 1)) {
          const [bare = {}] = questionsOf(operation, { kind, id, word, day })
          const hidden = await ask(who, operation, { ...bare, id })
          const unknown = await ask(who, operation, { ...bare, id: randomUUID() })
          if (hidden.words !== unknown.words || hidden.statements !== unknown.statements || !hidden.refused)
            told.push([operation.name, hidden, unknown])
        }
      assert.deepEqual(told, [])
    },
  )

test('no mail about it went to those who are shut out, and their open screens hear nothing of it', async () => {
  const mails = await asOwner<{ it: string }>(house, 'select to_jsonb(m)::text as it from mails m')
  const theirs = mails.filter(({ it }) => it.includes('abaihead@') || it.includes('abaiinspector@'))
  assert.deepEqual(
    theirs.filter(({ it }) => secret.traces.some((trace) => it.includes(trace))),
    [],
  )
  const live = startLive(house)
  try {
    const heard = new Map<CastName, News[]>()
    for (const who of ['inspector', ...shutOut] as const) {
      heard.set(who, [])
      live.subscribe(await stage.actor(who), (news) => heard.get(who)?.push(news))
    }
    for (let left = 20; left > 0 && !heard.get('inspector')?.length; left -= 1) {
      await stage.as('inspector', makeCaseFile, { id: secret.investigation, language: 'kk' })
      await pause(500)
    }
    assert.ok(heard.get('inspector')?.length)
    assert.deepEqual(
      shutOut.flatMap((who) => heard.get(who)),
      [],
    )
  } finally {
    await live.close()
  }
})

test('those who work on it are shown it by many queries, so that there is something to hide', async () => {
  const telling = new Set<string>()
  for (const operation of queries) if (await shown('inspector', operation)) telling.add(operation.name)
  const must = [
    'investigations',
    'evidence',
    'summonses',
    'questioning',
    'conclusions',
    'outcomes',
    'caseFile',
    'authorities',
  ]
  const rooms = new Set([...telling].map((name) => name.split('.')[0]))
  assert.deepEqual(
    must.filter((room) => !rooms.has(room)),
    [],
  )
  assert.ok(telling.size > 25, [...telling].join(' '))
})

for (const who of shutOut)
  clause('5.15', `${who} is told nothing of it by any query, whatever is asked`, async () => {
    const leaks = new Map<string, string[]>()
    for (const operation of queries)
      for (const by of fillings(operation))
        for (const input of inputsOf(operation, by)) {
          const found = tracesIn(await ask(who, operation, input), input)
          if (found.length) leaks.set(operation.name, found)
        }
    assert.deepEqual([...leaks], [])
  })
