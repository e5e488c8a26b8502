// What the house does with files by itself: the antivirus, and the removal of what nobody took up.
import type { Transaction } from 'kysely'
import { asActor, begin, type Tables } from '../database.ts'
import type { House } from '../house.ts'
import { systemActor } from '../system.ts'
import { scanStream } from './clamd.ts'
import { removeSealed, storedIds, sweepIncoming } from './disk.ts'
import { plainBytes } from './reading.ts'
import { deleteLoose, findFile, findLoose, findUnscanned, knownIds, noteCustody, setScan } from './store.ts'

const asSystem = <R>(house: House, operation: string, work: (db: Transaction<Tables>) => Promise<R>): Promise<R> =>
  house.database.transaction().execute(async (db) => {
    await begin(db, operation, systemActor)
    return work(db)
  })

/** Asks clamd about one file; does nothing where none is configured. @throws Error when it cannot be asked, so that the job is repeated. */
export async function scanFile(house: House, id: string): Promise<void> {
  const { clamd } = house.files
  const row = clamd ? await asActor(house.database, systemActor, (db) => findFile(db, id)) : undefined
  if (!clamd || !row) return
  const verdict = await scanStream(clamd, plainBytes(house, row))
  await asSystem(house, 'files.scan', async (db) => {
    await setScan(db, id, verdict.clean ? 'clean' : 'infected')
    await noteCustody(db, id, house.clock.now(), systemActor, 'scanned', verdict.clean ? 'clean' : verdict.name)
  })
}

/** Every file that no antivirus has seen yet. */
export async function scanAll(house: House): Promise<void> {
  if (!house.files.clamd) return
  for (const id of await asActor(house.database, systemActor, findUnscanned)) await scanFile(house, id)
}

export interface Swept {
  /** Files that were received and never attached. */
  loose: number
  /** Bytes without a row: an operation that was rolled back, an intake that was cut off. */
  strays: number
}

/** Removes what belongs to nothing and is older than so many hours. */
export async function sweepFiles(house: House, hours = 24): Promise<Swept> {
  const ageMs = hours * 3_600_000
  const before = new Date(house.clock.now().getTime() - ageMs)
  let loose = 0
  for (const id of await asActor(house.database, systemActor, (db) => findLoose(db, before))) {
    if (await removeLoose(house, id)) loose += 1
  }
  return { loose, strays: (await sweepIncoming(house.files, ageMs)) + (await sweepStrays(house, ageMs)) }
}

/** The row goes first: bytes without a row are found again, a row without bytes would be a damaged file. */
async function removeLoose(house: House, id: string): Promise<boolean> {
  const gone = await asSystem(house, 'files.sweep', async (db) => {
    await noteCustody(db, id, house.clock.now(), systemActor, 'removed', 'never attached')
    return deleteLoose(db, id)
  })
  if (gone) await removeSealed(house.files, id)
  return gone
}

async function sweepStrays(house: House, ageMs: number): Promise<number> {
  let strays = 0
  for await (const ids of storedIds(house.files, ageMs)) {
    const known = await asActor(house.database, systemActor, (db) => knownIds(db, ids))
    for (const id of ids.filter((it) => !known.has(it))) {
      await removeSealed(house.files, id)
      strays += 1
    }
  }
  return strays
}
