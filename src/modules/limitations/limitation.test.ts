// The limitation of a disciplinary penalty, as a table: two clocks, absences, the law of the day on which each began.
import assert from 'node:assert/strict'
import { clause } from '../../../test/kit/clause.ts'
import { parameters } from '../../kernel/parameters.ts'
import type { Offence } from '../investigations/contract.ts'
import type { AbsenceCause } from './contract.ts'
import { clockOf, isPast, limitationOf, type Absence } from './limitation.ts'

const law = parameters()
const absent = (from: string, until: string | null, cause: AbsenceCause = 'sickness'): Absence => ({
  cause,
  from,
  until,
})

type Row = [
  says: string,
  committedOn: string,
  discoveredOn: string,
  absences: Absence[],
  ends: (string | null)[],
  offence?: Offence,
]
const rows: readonly Row[] = [
  ['three months from discovery', '2026-10-01', '2026-10-05', [], ['2027-01-05', '2027-04-01', '2027-01-05']],
  ['commission may end first', '2026-06-01', '2026-11-02', [], ['2027-02-02', '2026-12-01', '2026-12-01']],
  [
    'a corruption offence keeps for a year',
    '2026-06-01',
    '2026-11-02',
    [],
    ['2027-02-02', '2027-06-01', '2027-02-02'],
    'corruption',
  ],
  ['the last day of a shorter month', '2026-11-30', '2026-11-30', [], ['2027-02-28', '2027-05-30', '2027-02-28']],
  [
    'ten days of sickness',
    '2026-10-01',
    '2026-10-05',
    [absent('2026-11-01', '2026-11-10')],
    ['2027-01-15', '2027-04-11', '2027-01-15'],
  ],
  [
    'overlapping absences count once',
    '2026-10-01',
    '2026-10-05',
    [
      absent('2026-11-01', '2026-11-10'),
      absent('2026-11-05', '2026-11-12', 'leave'),
      absent('2026-11-13', '2026-11-13', 'business-trip'),
    ],
    ['2027-01-18', '2027-04-14', '2027-01-18'],
  ],
  [
    'an absence that began before discovery counts from the day after it',
    '2026-09-01',
    '2026-10-05',
    [absent('2026-10-01', '2026-10-08')],
    ['2027-01-08', '2027-03-09', '2027-01-08'],
  ],
  [
    'an absence after the end moves nothing',
    '2026-01-05',
    '2026-02-02',
    [absent('2026-08-01', '2026-08-20')],
    ['2026-05-02', '2026-07-05', '2026-05-02'],
  ],
  [
    'an absence that falls within only because another moved the end',
    '2026-10-01',
    '2026-10-05',
    [absent('2026-12-01', '2026-12-10'), absent('2027-01-10', '2027-01-12')],
    ['2027-01-18', '2027-04-14', '2027-01-18'],
  ],
  [
    'an absence without an end stops both clocks',
    '2026-10-01',
    '2026-10-05',
    [absent('2026-11-01', null)],
    [null, null, null],
  ],
]

clause('6.21', 'somebody is called to account until the earlier of two last days, which absences move', () => {
  for (const [says, committedOn, discoveredOn, absences, ends, offence = 'ordinary'] of rows) {
    const it = limitationOf(law, { offence, committedOn, discoveredOn }, absences)
    assert.deepEqual([it.discovery.on, it.commission.on, it.on], ends, says)
    // Nobody has confirmed these terms yet, and the screen says so.
    assert.equal(it.doubtful, true, says)
  }
})

clause('6.21', 'a clock that ends is past the day after, and one that stands still never', () => {
  assert.equal(isPast({ on: '2026-11-25' }, '2026-11-25'), false)
  assert.equal(isPast({ on: '2026-11-25' }, '2026-11-26'), true)
  assert.equal(isPast({ on: null }, '2099-01-01'), false)
  limitationOf(law, { offence: 'ordinary', committedOn: '2014-05-01', discoveredOn: '2014-05-01' }, [])
})

clause(
  '6.21',
  'the clock follows the value in force on the day on which it began, and a confirmed one bears no mark',
  () => {
    const override = (name: string, value: number) => ({
      name,
      fromOn: '2027-01-01',
      value,
      status: 'changed' as const,
      reason: 'Жаңа заң',
    })
    const next = parameters([
      override('limitation.ordinary.discovery', 1),
      override('limitation.ordinary.commission', 12),
    ])
    const old = limitationOf(next, { offence: 'ordinary', committedOn: '2026-12-01', discoveredOn: '2026-12-31' }, [])
    const fresh = limitationOf(next, { offence: 'ordinary', committedOn: '2027-01-02', discoveredOn: '2027-01-04' }, [])
    assert.deepEqual([old.discovery.on, old.commission.on, old.doubtful], ['2027-03-31', '2027-06-01', true])
    assert.deepEqual([fresh.discovery.on, fresh.commission.on, fresh.doubtful], ['2027-02-04', '2028-01-02', false])
  },
)

clause('6.21', 'every day of absence moves the end by one day, in whatever order they are told', () => {
  const { calendar } = law
  limitationOf(law, { offence: 'ordinary', committedOn: '2026-01-05', discoveredOn: '2026-01-05' }, [])
  const spans = [
    absent('2026-02-01', '2026-02-03'),
    absent('2026-02-03', '2026-02-07'),
    absent('2026-03-01', '2026-03-01'),
  ]
  assert.deepEqual(clockOf('2026-01-05', 3, spans, calendar), { on: '2026-04-13', moved: 8 })
  assert.deepEqual(clockOf('2026-01-05', 3, spans.toReversed(), calendar), { on: '2026-04-13', moved: 8 })
})
