// Marks that a person was here; a write outside perform(), because a visit every minute is no act that the journal should hold.
import { begin } from '../../kernel/database.ts'
import type { House } from '../../kernel/house.ts'
import type { Actor } from '../../kernel/rules.ts'
import { systemActor } from '../../kernel/system.ts'
import { sweep, touchSession } from './store.ts'

export const markSeen = (house: House, actor: Actor, sessionId: string, at: Date): Promise<void> =>
  house.database.transaction().execute(async (db) => {
    await begin(db, 'access.seen', actor)
    await touchSession({ db }, sessionId, at)
  })

/** Removes what is no longer of use; run every night. */
export const sweepAccess = (house: House): Promise<void> =>
  house.database.transaction().execute(async (db) => {
    await begin(db, 'access.sweep', systemActor)
    await sweep({ db }, house.clock.now())
  })
