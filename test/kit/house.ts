// A whole house for a test: its own database, a clock that the test moves, files in a temporary folder, the cast.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, type TestContext } from 'node:test'
import { castActor, castNames, type CastName } from '../../src/app/cast.ts'
import { modules } from '../../src/app/modules.ts'
import { movableClock, type MovableClock } from '../../src/kernel/clock.ts'
import { openHouse, type House } from '../../src/kernel/house.ts'
import type { Module } from '../../src/kernel/module.ts'
import type { Actor } from '../../src/kernel/rules.ts'
import { systemActor } from '../../src/kernel/system.ts'
import { cloneDatabase, type TestDatabase } from './cluster.ts'
import { settingsOf } from './furnish.ts'

/** Monday morning, the day of the pictures. */
export const firstMorning = '2026-11-23T09:00'

export interface TestHouse extends House {
  readonly clock: MovableClock
  readonly urls: TestDatabase
  /** The same database through the portal's own role. */
  readonly portal: House
  /** The cast as actors of this day, freshly signed in and stepped up; ask again after moving the clock: `await house.as('head')`. */
  readonly cast: Readonly<Record<CastName, Actor>>
  as(name: CastName): Promise<Actor>
  /** What the house wrote to its log as a fault; a test that leaves any fails at its end. */
  readonly faults: readonly string[]
  /** Runs before the house closes, the last one told first: servers that stand on it. */
  beforeClose(work: () => Promise<unknown>): void
  close(): Promise<void>
}

export { systemActor }

export const publicActor = (receipt?: string): Actor => ({
  ...systemActor,
  kind: 'public',
  name: { kk: 'Өтініш беруші', ru: 'Заявитель', en: 'Applicant' },
  reach: [],
  ...(receipt === undefined ? {} : { receipt }),
})

interface Wish {
  modules?: readonly Module[]
  at?: string
}

/** Opens a house on a fresh database; it is closed and dropped when the test (or the file) ends. */
export const testHouse = async (test: TestContext | null, wish: Wish = {}): Promise<TestHouse> => {
  const urls = await cloneDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'qorgan-files-'))
  const clock = movableClock(wish.at ?? firstMorning)
  const faults: string[] = []
  const settings = settingsOf(folder)
  const log: House['log'] = (level, message, more) => {
    if (level === 'error') faults.push(`${message} ${JSON.stringify(more)}`)
  }
  const rooms = wish.modules ?? modules
  const house = openHouse({ ...settings, databaseUrl: urls.appUrl }, rooms, clock, log)
  const portal = openHouse({ ...settings, databaseUrl: urls.portalUrl }, rooms, clock, log)
  const closers: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const work of closers.toReversed()) await work()
    await house.close()
    await portal.close()
    await urls.drop()
    rmSync(folder, { recursive: true, force: true })
    if (faults.length) throw new Error(`the house logged faults:\n${faults.join('\n')}`)
  }
  if (test) test.after(close)
  else after(close)
  const as = async (name: CastName) => steppedUp(await castActor(house, name), house)
  const known = wish.modules === undefined
  // One after another over one connection: each new connection to a fresh database reads its whole plan first.
  const cast: Partial<Record<CastName, Actor>> = {}
  for (const name of known ? castNames : []) cast[name] = await as(name)
  return {
    ...house,
    clock,
    urls,
    portal,
    cast: cast as TestHouse['cast'],
    as,
    faults,
    beforeClose: (work) => void closers.push(work),
    close: async () => {},
  }
}

/** The actor as just signed in and stepped up, for operations that need a fresh proof of identity. */
export const steppedUp = (actor: Actor, house: Pick<House, 'clock'>): Actor => ({
  ...actor,
  session: { id: actor.session?.id ?? '00000000-0000-7000-8000-000000000000', steppedUpAt: house.clock.now() },
})
