// What the tests of this room share: refusals by reason and clause, the journal as its owner reads it, new people.
import assert from 'node:assert/strict'
import pg from 'pg'
import type { TestHouse } from './house.ts'
import type { Clause } from '../../src/kernel/clauses.ts'
import { perform } from '../../src/kernel/perform.ts'
import { Refusal, type Reason } from '../../src/kernel/refusal.ts'
import { systemActor } from '../../src/kernel/system.ts'
import { hireEmployee } from '../../src/modules/org/people/operations.ts'

/** The refusal with which the work ends; fails if it does not, or ends with another. */
export const refused = async (work: Promise<unknown>, reason: Reason, clause?: Clause): Promise<Refusal> => {
  const fault = await work.then(
    () => null,
    (it: unknown) => it,
  )
  assert.ok(fault instanceof Refusal, `expected a refusal, got ${String(fault)}`)
  assert.equal(fault.reason, reason, fault.says.en)
  if (clause) assert.equal(fault.clause, clause)
  return fault
}

export const asOwner = async <R>(house: TestHouse, work: (client: pg.Client) => Promise<R>): Promise<R> => {
  const client = new pg.Client({ connectionString: house.urls.ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export interface JournalRow {
  operation: string
  outcome: string
  reason: string | null
  clause: string | null
  record_id: string | null
  detail: string | null
}

/** Entries of one operation, oldest first. */
export const journalOf = (house: TestHouse, operation: string): Promise<JournalRow[]> =>
  asOwner(house, async (client) => {
    const { rows } = await client.query<JournalRow>(
      'select operation, outcome, reason, clause, record_id, detail from journal_inbox where operation = $1 order by at, id',
      [operation],
    )
    return rows
  })

let hired = 0

/** A new invented person, without a post. */
export const newcomer = async (house: TestHouse, name = 'Әсел Маратқызы Жаңабекова'): Promise<string> => {
  hired += 1
  const { result } = await perform(house, hireEmployee, systemActor, {
    name: `${name} ${hired}`,
    joinedOn: '2026-11-02',
  })
  return result.id
}
