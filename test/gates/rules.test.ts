// Any order of acts, by anybody of the cast: no act on an open investigation, of whatever room, without its authority in force that day;
// under 6.22 none without its verdict either.
// The operations, their rules and the lifecycle are the house's own; only the records are laid before them without a database.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { castNames, type CastName } from '../../src/app/cast.ts'
import { modules } from '../../src/app/modules.ts'
import { mayTake, take } from '../../src/kernel/lifecycle.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { judge, type Moment } from '../../src/kernel/rules.ts'
import { isInForce, type InForce } from '../../src/modules/authorities/index.ts'
import type { InvestigationState } from '../../src/modules/investigations/contract.ts'
import { investigationRecord, type Investigation } from '../../src/modules/investigations/index.ts'
import { suspensionGates } from '../../src/modules/proceedings/suspending.ts'
import { clause } from '../kit/clause.ts'
import { testHouse } from '../kit/house.ts'
import { free } from './free.ts'

const { cast } = await testHouse(null)
const life = investigationRecord.life
const acts = modules
  .flatMap(({ operations }) => operations)
  .filter(({ kind, inner, record }) => kind === 'command' && !inner && record?.name === investigationRecord.name)

interface Given {
  purpose: InForce['purpose']
  from: number
  until: number
  revoked: number | null
  names: boolean
}
interface World {
  today: number
  given: Given[]
  it: Investigation
}

const dayOf = (n: number): string => new Date(Date.UTC(2026, 10, 23 + n)).toISOString().slice(0, 10)
const purposeOf = ({ kind }: Investigation): InForce['purpose'] => (kind === 'superior' ? 'superior' : 'investigation')

/** As the record's own `find`, or the act itself, asks the face of authorities. */
const authorityOf = ({ given, it, today }: World, wanted: InForce['purpose'] = purposeOf(it)): InForce | null => {
  const found = given.find(
    ({ purpose, names, from, until, revoked }) =>
      purpose === wanted &&
      names &&
      isInForce(
        {
          state: revoked === null ? 'granted' : 'revoked',
          from: dayOf(from),
          until: dayOf(until),
          revokedOn: revoked === null ? null : dayOf(revoked),
          issuerHeld: true,
        },
        dayOf(today),
      ),
  )
  const { kk } = cast.chairman.name
  return found
    ? {
        ...{ id: 'authority', kind: 'assignment', purpose: found.purpose, number: '1', issuedOn: dayOf(found.from) },
        ...{ from: dayOf(found.from), until: dayOf(found.until), issuer: { kk, ru: kk, en: kk } },
      }
    : null
}

/** The same question in other words: not before the first day, not after the last, not since the revocation. */
const stands = ({ given, it, today }: World, wanted: InForce['purpose'] = purposeOf(it)): boolean =>
  given
    .filter((each) => each.names && each.purpose === wanted)
    .some(({ from, until, revoked }) => !(today < from || today > until || (revoked !== null && today >= revoked)))

const prepared = (kind: Investigation['kind']): Investigation => ({
  ...{ id: 'investigation', version: 1, state: 'prepared', kind, language: 'kk', unit: cast.head.unit ?? '' },
  ...{ author: cast.head.id, preparedAt: new Date(0), allegations: 'x', offence: 'ordinary', committedOn: dayOf(-40) },
  ...{ discoveredOn: dayOf(-7), place: null, about: null, verdict: null, number: null, openedOn: null },
  ...{ firstDueOn: null, dueOn: null, limitationOn: null, concludedOn: null, ended: null },
  ...{
    team: [cast.inspector.id],
    leader: cast.inspector.id,
    persons: [],
    authority: null,
    superior: null,
    fallen: false,
  },
})

const act = fc.record({
  what: fc.constantFrom(...acts),
  who: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<CastName>('head', 'inspector') },
    { weight: 1, arbitrary: fc.constantFrom<CastName>(...castNames) },
  ),
})
const grant = fc.record({
  purpose: fc.constantFrom<InForce['purpose']>('investigation', 'superior', 'investigation', 'superior', 'suspension'),
  after: fc.constantFrom(0, 0, 0, 2),
  lasts: fc.integer({ min: 2, max: 20 }),
  names: fc.constantFrom(true, true, true, false),
})
const step = fc.oneof(
  { weight: 6, arbitrary: act.map((it) => ({ do: 'act' as const, ...it })) },
  { weight: 3, arbitrary: grant.map((it) => ({ do: 'grant' as const, ...it })) },
  { weight: 1, arbitrary: fc.nat(3).map((n) => ({ do: 'revoke' as const, n })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }).map((days) => ({ do: 'pass' as const, days })) },
  { weight: 3, arbitrary: fc.constant({ do: 'open' as const }) },
  { weight: 1, arbitrary: fc.boolean().map((stands) => ({ do: 'verdict' as const, stands })) },
  { weight: 1, arbitrary: fc.constant({ do: 'news' as const }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const seen = { opened: 0, done: 0, refused: 0, suspended: 0 }
const suspends = 'proceedings.suspend'

const isOpenTo = (
  world: World,
  what: (typeof acts)[number],
  who: CastName,
  subject: Investigation,
  moment: Moment,
): boolean => {
  try {
    judge(what.rules, cast[who], subject, moment)
    // A suspension is judged once more, on the order that names the person.
    const order = { authority: authorityOf(world, 'suspension'), recorded: false, until: null, latest: null }
    if (what.name === suspends) judge(suspensionGates, cast[who], order, moment)
    return true
  } catch (fault) {
    if (fault instanceof Refusal) return false
    throw fault
  }
}

const attempt = (world: World, what: (typeof acts)[number], who: CastName): void => {
  const subject = { ...world.it, authority: authorityOf(world) }
  const moment = { at: new Date(), today: dayOf(world.today) }
  if (!isOpenTo(world, what, who, subject, moment) || (what.step && life && !mayTake(life, what.step, subject.state))) {
    seen.refused += 1
    return
  }
  const isUnderWay = ['opened', 'halted'].includes(subject.state)
  if (what.name === 'investigations.open' || (isUnderWay && !free[what.name])) {
    assert.ok(stands(world), `${what.name} by ${who} in the state ${subject.state} without an authority in force`)
    assert.ok(!isUnderWay || !subject.fallen, `${what.name} by ${who} although the verdict has fallen`)
    seen.done += 1
    if (what.name === suspends) {
      assert.ok(stands(world, 'suspension'), `a suspension by ${who} without an order in force`)
      seen.suspended += 1
    }
  }
  if (what.step && life) world.it.state = take(life, what.step, subject.state) as InvestigationState
  if (what.name === 'investigations.open') {
    world.it.openedOn = moment.today
    seen.opened += 1
  }
}

const run = (world: World, it: Step): void => {
  if (it.do === 'act') attempt(world, it.what, it.who)
  else if (it.do === 'open')
    attempt(world, acts.find(({ name }) => name === 'investigations.open') ?? assert.fail('nothing opens'), 'head')
  else if (it.do === 'pass') world.today += it.days
  else if (it.do === 'verdict') world.it.fallen = world.it.kind === 'superior' && !it.stands
  else if (it.do === 'revoke') {
    const given = world.given[it.n % Math.max(1, world.given.length)]
    if (given) given.revoked ??= world.today
  } else if (it.do === 'grant') {
    const from = world.today + it.after
    world.given.push({ purpose: it.purpose, from, until: from + it.lasts, revoked: null, names: it.names })
  } else {
    // The house hears late or never of what happened to an authority: the gates may not wait for it.
    const by = authorityOf(world) && !world.it.fallen ? 'resume' : 'halt'
    if (life && mayTake(life, by, world.it.state)) world.it.state = take(life, by, world.it.state) as InvestigationState
  }
}

const walk = (kind: Investigation['kind']): void => {
  Object.assign(seen, { opened: 0, done: 0, refused: 0, suspended: 0 })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 24, size: 'max' }), (steps) => {
      const world: World = { today: 0, given: [], it: prepared(kind) }
      for (const each of steps) run(world, each)
    }),
    { numRuns: 10_000 },
  )
  const { opened, done, refused, suspended } = seen
  assert.ok(
    opened > 500 && done > 2_000 && refused > 5_000 && suspended > 0,
    `the walks got nowhere: ${JSON.stringify(seen)}`,
  )
}

clause('6.21', 'in no order of acts does anything happen in an investigation without its assignment in force', () =>
  walk('service'),
)

clause('6.22', 'nor in one of a superior, without an assignment of its own and a verdict that stands', () =>
  walk('superior'),
)

test('what is free of the gate is named with its reason, and exists', () => {
  const names = new Set(acts.map(({ name }) => name))
  assert.deepEqual(
    Object.keys(free).filter((name) => !names.has(name)),
    [],
  )
  assert.ok(acts.length > 10)
})
