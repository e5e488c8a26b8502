// The table of validity: on which days an authority is in force.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isInForce, type Validity } from './index.ts'

const given: Validity = {
  state: 'granted',
  from: '2026-11-23',
  until: '2026-12-04',
  revokedOn: null,
  issuerHeld: true,
}

const table: readonly [says: string, it: Partial<Validity>, day: string, inForce: boolean][] = [
  ['the day before the first', {}, '2026-11-22', false],
  ['the first day', {}, '2026-11-23', true],
  ['a day between', {}, '2026-11-29', true],
  ['the last day', {}, '2026-12-04', true],
  ['the day after the last, though no job has run', {}, '2026-12-05', false],
  ['the day after the last, once the job has run', { state: 'expired' }, '2026-12-05', false],
  ['a day of its force, asked after its end', { state: 'expired' }, '2026-12-04', true],
  ['a day without an end in sight', { until: null }, '2031-01-01', true],
  ['one day long', { until: '2026-11-23' }, '2026-11-23', true],
  ['one day long, the next day', { until: '2026-11-23' }, '2026-11-24', false],
  ['the day of its revocation', { state: 'revoked', revokedOn: '2026-11-25' }, '2026-11-25', false],
  ['the day before its revocation', { state: 'revoked', revokedOn: '2026-11-25' }, '2026-11-24', true],
  ['the day after its revocation', { state: 'revoked', revokedOn: '2026-11-25' }, '2026-11-26', false],
  ['revoked on its first day', { state: 'revoked', revokedOn: '2026-11-23' }, '2026-11-23', false],
  ['only prepared', { state: 'prepared' }, '2026-11-24', false],
  ['asked and not decided', { state: 'asked' }, '2026-11-24', false],
  ['refused', { state: 'refused' }, '2026-11-24', false],
  ['withdrawn', { state: 'withdrawn' }, '2026-11-24', false],
  ['a paper that nobody has confirmed', { state: 'registered' }, '2026-11-24', false],
  ['a paper that was not confirmed', { state: 'rejected' }, '2026-11-24', false],
  ['issued by one who did not hold the office', { issuerHeld: false }, '2026-11-24', false],
]

for (const [says, it, day, inForce] of table)
  test(`${says}: ${inForce ? 'in force' : 'not in force'}`, () =>
    assert.equal(isInForce({ ...given, ...it }, day), inForce))
