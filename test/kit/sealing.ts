// The sequencer of a test house, as the owner runs it beside the servers, and the audit of what it sealed.
import { join } from 'node:path'
import pg from 'pg'
import { audit, type AuditReport } from '../../src/kernel/seal/audit.ts'
import { openSigner } from '../../src/kernel/seal/keys.ts'
import { outsideOf } from '../../src/kernel/seal/outside.ts'
import { startSequencer } from '../../src/kernel/seal/sequencer.ts'
import type { TestHouse } from './house.ts'

/** Seals the journal of the house until it closes; the result seals what is left and audits all of it. */
export const sealJournal = async (house: TestHouse): Promise<() => Promise<AuditReport>> => {
  const pool = new pg.Pool({ connectionString: house.urls.ownerUrl, max: 4 })
  const signer = await openSigner(join(house.dataDir, 'journal-key'))
  const outside = outsideOf(house.dataDir)
  const sequencer = await startSequencer({ pool, signer, outside, clock: house.clock, tell: () => {} })
  house.beforeClose(async () => {
    await sequencer.stop()
    await pool.end()
  })
  return async () => {
    await sequencer.flush()
    return audit({ pool, verifier: signer, outside })
  }
}
