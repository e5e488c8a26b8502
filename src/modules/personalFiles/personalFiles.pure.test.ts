// Any order of acts by anybody: no page is shown, copied or added without a permission in force today, for this file, to this reader.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clause } from '../../../test/kit/clause.ts'
import { testHouse } from '../../../test/kit/house.ts'
import { castNames, type CastName } from '../../app/cast.ts'
import { modules } from '../../app/modules.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { judge } from '../../kernel/rules.ts'
import { isInForce, type InForce } from '../authorities/index.ts'
import { gateFrom, personalFileRecord, type PersonalFile } from './records.ts'

const { cast } = await testHouse(null)
const acts = modules
  .flatMap(({ operations }) => operations)
  .filter(({ inner, record }) => !inner && record?.name === personalFileRecord.name)

/** What stands before the gate: the cover, and who may read. */
const free: Readonly<Record<string, string>> = {
  'personalFiles.one': 'the cover; it lists the documents only to the reader of an open file',
  'personalFiles.appoint': 'the head names a reader of an authority in force',
  'personalFiles.readers': 'whom the head could name',
  'personalFiles.views': 'who has looked, for those who answer for it',
}

const files = ['first', 'second'] as const
type File = (typeof files)[number]

interface Given {
  id: string
  purpose: InForce['purpose']
  names: File | 'person'
  from: number
  until: number
  revoked: number | null
  issuerHeld: boolean
  isGranted: boolean
  readers: Set<CastName>
}
interface World {
  today: number
  given: Given[]
}

const dayOf = (n: number): string => new Date(Date.UTC(2026, 10, 23 + n)).toISOString().slice(0, 10)

/** As the record's own `find` lays it before the rules. */
const fileFor = ({ given, today }: World, file: File, who: CastName): PersonalFile => {
  const about = given
    .filter(({ purpose, names, isGranted }) => purpose === 'personalFile' && names === file && isGranted)
    .toReversed()
    .map((it) => {
      const from = dayOf(it.from)
      const until = dayOf(it.until)
      const revokedOn = it.revoked === null ? null : dayOf(it.revoked)
      const state = it.revoked === null ? ('granted' as const) : ('revoked' as const)
      const inForce = isInForce({ state, from, until, revokedOn, issuerHeld: it.issuerHeld }, dayOf(today))
      return { id: it.id, number: it.id, from, until, revokedOn, reads: it.readers.has(who), inForce }
    })
  const standing = about
    .filter(({ inForce }) => inForce)
    .map(({ id, number, from, until }) => ({
      ...{ id, number, from, until, issuedOn: from, issuer: cast.chairman.name },
      ...{ kind: 'permission' as const, purpose: 'personalFile' as const },
    }))
  const cover = { version: 1, person: 'person', personName: cast.bailiff.name, number: file, heldAt: 'x' }
  return { id: file, ...cover, gate: gateFrom(standing, about, dayOf(today)) }
}

/** The same question in other words: among the days that some paper covers for this reader is today. */
const stands = ({ given, today }: World, file: File, who: CastName): boolean => {
  const days = given
    .filter(({ purpose, names }) => purpose === 'personalFile' && names === file)
    .filter(({ isGranted, issuerHeld, readers }) => isGranted && issuerHeld && readers.has(who))
    .flatMap(({ from, until, revoked }) => {
      const end = revoked === null ? until + 1 : Math.min(revoked, until + 1)
      return Array.from({ length: Math.max(0, end - from) }, (_, n) => from + n)
    })
  return days.includes(today)
}

const readers: readonly CastName[] = ['head', 'deputy', 'inspector', 'inspector2']
const who = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...readers) },
  { weight: 1, arbitrary: fc.constantFrom<CastName>(...castNames) },
)
const file = fc.constantFrom(...files)
const usually = fc.constantFrom(true, true, true, true, false)
const grant = fc.record({
  purpose: fc.constantFrom<InForce['purpose']>('personalFile', 'personalFile', 'personalFile', 'questioning'),
  names: fc.constantFrom<Given['names']>('first', 'first', 'second', 'second', 'person'),
  after: fc.constantFrom(0, 0, 0, 3),
  lasts: fc.integer({ min: 0, max: 12 }),
  issuerHeld: usually,
  isGranted: usually,
  asker: fc.constantFrom(...readers),
})
const step = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ do: fc.constant('act' as const), what: fc.constantFrom(...acts), who, file }),
  },
  { weight: 3, arbitrary: grant.map((it) => ({ do: 'grant' as const, ...it })) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('appoint' as const), n: fc.nat(5), who }) },
  { weight: 1, arbitrary: fc.nat(5).map((n) => ({ do: 'revoke' as const, n })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 6 }).map((days) => ({ do: 'pass' as const, days })) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const seen = { shown: 0, refused: 0 }

const run = (world: World, it: Step): void => {
  if (it.do === 'pass') world.today += it.days
  else if (it.do === 'grant') {
    const from = world.today + it.after
    const { purpose, names, issuerHeld, isGranted } = it
    const days = { from, until: from + it.lasts, revoked: null }
    const readersNow = new Set([it.asker])
    world.given.push({
      id: `№ ${world.given.length}`,
      purpose,
      names,
      issuerHeld,
      isGranted,
      ...days,
      readers: readersNow,
    })
  } else if (it.do === 'act') attempt(world, it.what, it.who, it.file)
  else {
    const given = world.given[it.n % Math.max(1, world.given.length)]
    if (it.do === 'revoke' && given) given.revoked ??= world.today
    if (it.do === 'appoint') given?.readers.add(it.who)
  }
}

const attempt = (world: World, what: (typeof acts)[number], actor: CastName, on: File): void => {
  const subject = fileFor(world, on, actor)
  // The page of the file shows its documents by this alone.
  assert.equal(subject.gate.authority !== null, stands(world, on, actor), `${actor} before the ${on} file`)
  try {
    judge(what.rules, cast[actor], subject, { at: new Date(), today: dayOf(world.today) })
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    seen.refused += 1
    return
  }
  if (free[what.name]) return
  assert.ok(stands(world, on, actor), `${what.name} by ${actor} without a permission in force`)
  seen.shown += 1
}

clause('5.9', 'in ten thousand orders of acts nothing of a personal file is shown, copied or added unpermitted', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }), (steps) => {
      const world: World = { today: 0, given: [] }
      for (const each of steps) run(world, each)
    }),
    { numRuns: 10_000 },
  )
  assert.ok(seen.shown > 2_000 && seen.refused > 5_000, `the walks got nowhere: ${JSON.stringify(seen)}`)
})

test('what is free of the gate exists, and what is not is all that shows or adds a page', () => {
  const gated = acts.map(({ name }) => name).filter((name) => !free[name])
  assert.deepEqual(gated.toSorted(), ['personalFiles.add', 'personalFiles.copy', 'personalFiles.viewPage'])
  assert.deepEqual(
    Object.keys(free).filter((name) => !acts.some((it) => it.name === name)),
    [],
  )
})
