// A walk through the real house: anybody of the cast tries anything in any order, and the database is asked after each step whether
// something was opened, begun or shown that had no authority in force that day. QORGAN_WALKS and QORGAN_SEED give more walks, or others:
// QORGAN_WALKS=10000 node --test --test-force-exit test/gates/house.test.ts
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { dayOf, instantOf } from '../../src/kernel/clock.ts'
import type { Operation } from '../../src/kernel/operation.ts'
import { underWay } from '../../src/modules/questioning/rules.ts'
import { clause } from '../kit/clause.ts'
import { asOwner } from '../kit/papers.ts'
import { factsOf, layFacts, leftOpen, wrongs } from './facts.ts'
import { free } from './free.ts'
import { firstHour, layGround, openWalkway } from './ground.ts'
import { aWalk } from './roads.ts'
import { take } from './steps.ts'
import type { Step, Walk } from './trying.ts'

const told = Number(process.env['QORGAN_WALKS'] ?? 0)
const walks = told || 150
const seed = Number(process.env['QORGAN_SEED'] ?? 20_261_123)
/** A busy machine ends the suite's own walks early rather than not at all. */
const limits = told ? {} : { interruptAfterTimeLimit: 150_000 }

const ground = await layGround()
const { house } = ground
await layFacts(house)
const way = await openWalkway(house)
after(() => way.close())
const queued = await asOwner<{ id: string }>(house, 'select id::text as id from graphile_worker._private_jobs')

type Spoilt = Readonly<Record<string, Operation>>

const operationIn = (spoilt: Spoilt) => (name: string) =>
  spoilt[name] ?? house.registry.operations.get(name) ?? assert.fail(`the house has no operation ${name}`)
/** What somebody does, as against what is read, and what the house itself writes down. */
const isAct = (name: string): boolean => {
  const found = house.registry.operations.get(name)
  return found?.kind === 'command' && !found.inner
}

const walkOf = (tally: Walk['tally'], spoilt: Spoilt): Walk => ({
  ...{ ground, house: way.house, operation: operationIn(spoilt), tally },
  investigations: [...ground.investigations],
  questionings: ground.questionings.map((it) => ({ ...it })),
  authorities: [...ground.authorities],
  heard: new Set(queued.map(({ id }) => id)),
})

const since = instantOf(firstHour)
const facts = () => factsOf(way.house.database, dayOf(house.clock.now()), since)

const go = async (steps: readonly Step[], tally: Walk['tally'], spoilt: Spoilt): Promise<void> => {
  house.clock.set(firstHour)
  await way.begin()
  try {
    const walk = walkOf(tally, spoilt)
    let before = await facts()
    for (const step of steps) {
      await take(walk, step)
      const now = await facts()
      assert.deepEqual(wrongs(before, now, isAct, free), [], step.do)
      if (step.do === 'night') assert.deepEqual(leftOpen(now), [])
      before = now
    }
  } finally {
    await way.undo()
  }
}

let gone = 0
const check = (count: number, tally: Walk['tally'], spoilt: Spoilt = {}, shrinks = true) =>
  fc.check(
    fc.asyncProperty(aWalk, async (steps) => {
      await go(steps, tally, spoilt)
      gone += 1
      if (told && gone % 100 === 0) console.log(`${gone} walks without a fault`)
    }),
    { numRuns: count, seed, endOnFailure: !shrinks, ...limits },
  )

/** What a walk through the whole house must have done, so that it has been where the gates are. */
const reached = [
  ...['authorities.decide', 'authorities.issue', 'authorities.register', 'authorities.confirm', 'authorities.revoke'],
  ...['investigations.open', 'investigations.addMember', 'proceedings.planStep', 'evidence.receive'],
  ...['questioning.begin', 'questioning.ask', 'questioning.withdrawConsent', 'questioning.withdraw'],
  ...['personalFiles.viewPage', 'personalFiles.add', 'inspections.open', 'authorities.expire'],
]

clause('5.3', 'no order of acts in the real house opens, begins or shows what has no authority in force', async (t) => {
  const tally: Walk['tally'] = new Map()
  const begun = performance.now()
  const found = await check(walks, tally)
  const counts = [...tally.values()]
  const [done, refused] = [
    counts.reduce((sum, it) => sum + it.done, 0),
    counts.reduce((sum, it) => sum + it.refused, 0),
  ]
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  t.diagnostic(`${found.numRuns} walks from seed ${seed}: ${done} acts done, ${refused} refused, in ${seconds} s`)
  if (told) t.diagnostic(JSON.stringify(Object.fromEntries(tally)))
  assert.ok(!found.failed, `${fc.defaultReportMessage(found)}\n${String(found.errorInstance)}`)
  if (!found.interrupted)
    assert.deepEqual(
      reached.filter((name) => !tally.get(name)?.done),
      [],
      'the walks never came so far',
    )
})

/** The operation with its permits alone: nothing stands in its way, but a question is still put while the occasion lasts. */
const ungated = (name: string): Operation => {
  const it = operationIn({})(name)
  const left = it.rules.filter((rule) => rule.effect === 'permit' || rule === underWay)
  return { ...it, rules: left as unknown as Operation['rules'] }
}

const isFoundOut = async (wrong: RegExp, spoilt: Spoilt = {}): Promise<void> => {
  const found = await check(200, new Map(), spoilt, false)
  assert.ok(found.failed, 'nothing was found wrong')
  assert.match(String(found.errorInstance), wrong)
}

for (const [name, wrong] of [
  ['investigations.open', /an investigation was opened without its assignment in force/],
  ['proceedings.planStep', /the journal holds proceedings.planStep on an open investigation without its authority/],
  ['questioning.ask', /a question was put that lacks/],
  ['inspections.open', /an inspection was opened without its order in force/],
] as const)
  test(`a house whose ${name} has lost its gates is found out`, () => isFoundOut(wrong, { [name]: ungated(name) }))

test('a database that forgets revocations is found out', async () => {
  const [row] = await asOwner<{ words: string }>(
    house,
    "select pg_get_functiondef('authorities_naming(text, text[], uuid[], boolean)'::regprocedure) as words",
  )
  assert.match(row?.words ?? '', /it\.revoked_on/)
  await asOwner(house, (row?.words ?? '').replace('it.revoked_on', 'null::date'))
  try {
    await isFoundOut(/without its (authority|assignment)|that lacks|unpermitted/)
  } finally {
    await asOwner(house, row?.words ?? '')
  }
})
