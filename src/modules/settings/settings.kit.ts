// For tests of the settings: the operations of a house by their shapes, and a sealed journal.
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import pg from 'pg'
import type { z } from 'zod'
import { testHouse, type TestHouse } from '../../../test/kit/house.ts'
import type { CastName } from '../../app/cast.ts'
import type { Shape } from '../../kernel/contract.ts'
import { perform } from '../../kernel/perform.ts'
import type { Actor } from '../../kernel/rules.ts'
import { makeSigner } from '../../kernel/seal/notes.ts'
import { startSequencer } from '../../kernel/seal/sequencer.ts'

export const furnished = async (t: TestContext) => {
  const house = await testHouse(t)
  /** Performs the operation of a shape as one of the cast, or as another actor. */
  const ask = async <I extends z.ZodType, O extends z.ZodType>(
    who: CastName | Actor,
    shape: Shape<I, O>,
    input: z.input<I>,
  ): Promise<z.output<O>> => {
    const operation = house.registry.operations.get(shape.name)
    assert.ok(operation, shape.name)
    const actor = typeof who === 'string' ? await house.as(who) : who
    return (await perform(house, operation, actor, input)).result as z.output<O>
  }
  return { house, ask }
}

/** Seals what is in the inbox, as the house does when it runs; the key stays the same for one test. */
export const sealing = (house: TestHouse) => {
  const signer = makeSigner('house.example/journal')
  const outside = join(house.dataDir, 'journal')
  const owner = async <R>(work: (pool: pg.Pool) => Promise<R>): Promise<R> => {
    const pool = new pg.Pool({ connectionString: house.urls.ownerUrl, max: 3 })
    pool.on('error', () => undefined)
    try {
      return await work(pool)
    } finally {
      await pool.end()
    }
  }
  const seal = () =>
    owner(async (pool) => {
      await mkdir(outside, { recursive: true })
      const sequencer = await startSequencer({
        pool,
        signer,
        outside,
        clock: house.clock,
        everyMs: 20,
        tell: () => undefined,
      })
      await sequencer.flush()
      await sequencer.stop()
    })
  /** As a database superuser with triggers off. */
  const tamper = (statement: string) =>
    owner(async (pool) => {
      await pool.query(`begin; set local session_replication_role = replica; ${statement}; commit`)
    })
  return { seal, tamper }
}
