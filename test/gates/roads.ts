// In which order the steps come: any order, and now and then a road that leads to a gate, with something in its way.
import fc from 'fast-check'
import { castNames, type CastName } from '../../src/app/cast.ts'
import { doings } from './steps.ts'
import type { Step } from './trying.ts'

const who = fc.oneof(
  { weight: 5, arbitrary: fc.constant('usual' as const) },
  { weight: 1, arbitrary: fc.constantFrom<CastName>(...castNames) },
)

const stepOf = (name: string, a?: number, b?: number, c?: number): fc.Arbitrary<Step> =>
  fc.record({
    do: fc.constant(name),
    who,
    a: a === undefined ? fc.nat(20) : fc.constant(a),
    b: b === undefined ? fc.nat(9) : fc.constant(b),
    c: c === undefined ? fc.nat(9) : fc.constant(c),
  })

const anyStep = fc.oneof(...Object.entries(doings).map(([name, [weight]]) => ({ weight, arbitrary: stepOf(name) })))

/** Roads that lead through a gate, by the places of their aims and records; any step may come in between. */
const roads: readonly (readonly (readonly [string, number, number?, number?])[])[] = [
  [
    ['grant', 0],
    ['open', 0],
    ['addMember', 0],
    ['planStep', 0],
  ],
  [
    ['grant', 3],
    ['open', 2],
    ['addMember', 2],
    ['note', 2],
  ],
  [
    ['prepare', 0],
    ['grant', 5],
    ['open', 3],
  ],
  [
    ['grant', 6],
    ['begin', 0],
    ['put', 0],
    ['put', 0],
  ],
  [
    ['pass', 0],
    ['grant', 8],
    ['consent', 1],
    ['begin', 1],
    ['put', 1],
  ],
  [
    ['begin', 2],
    ['becomeJudge', 0],
    ['put', 2],
  ],
  [
    ['planStep', 1],
    ['receive', 1],
    ['note', 1],
  ],
  [
    ['grant', 13],
    ['view', 0],
    ['view', 0],
    ['copy', 0],
  ],
  [
    ['grant', 14],
    ['appoint', 1, 0],
    ['addPage', 1],
    ['view', 1],
  ],
  [
    ['grant', 13, 0, 1],
    ['view', 0],
    ['pass', 0],
    ['view', 0],
    ['night', 0],
  ],
  [
    ['issue', 18, 3],
    ['openInspection', 0],
    ['answer', 0],
  ],
  [
    ['register', 13, 0],
    ['confirm', 1],
    ['appoint', 0, 0],
    ['view', 0, 0, 1],
  ],
  [
    ['register', 14, 0],
    ['confirm', 1],
    ['appoint', 1, 0],
    ['revokeByPaper', 1],
    ['view', 1, 0, 1],
  ],
]
const disturbances = ['pass', 'revoke', 'night', 'withdraw', 'withdrawInHand', 'revokeByPaper', 'discontinue', 'news']

const aRoad: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.constantFrom(...roads).chain((road) => fc.tuple(...road.map((it) => stepOf(...it)))),
    fc.array(
      fc.tuple(
        fc.nat(3),
        fc.constantFrom(...disturbances).chain((name) => stepOf(name)),
      ),
      { maxLength: 2 },
    ),
  )
  .map(([road, between]) => between.reduce((steps, [place, step]) => steps.toSpliced(place, 0, step), [...road]))

/** Anything, and now and then a road to a gate with something in its way. */
export const aWalk: fc.Arbitrary<Step[]> = fc
  .array(fc.oneof({ weight: 3, arbitrary: anyStep.map((step) => [step]) }, { weight: 2, arbitrary: aRoad }), {
    minLength: 1,
    maxLength: 6,
    size: 'max',
  })
  .map((parts) => parts.flat())
