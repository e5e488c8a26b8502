// A whole house for a test: its own database, a clock that the test moves, files in a temporary folder, the cast.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, type TestContext } from 'node:test'
import { modules } from '../../src/app/modules.ts'
import { movableClock, type MovableClock } from '../../src/kernel/clock.ts'
import { openHouse, type House } from '../../src/kernel/house.ts'
import type { Module } from '../../src/kernel/module.ts'
import type { Actor } from '../../src/kernel/rules.ts'
import { systemActor } from '../../src/kernel/system.ts'
import { cloneDatabase, type TestDatabase } from './cluster.ts'

/** Monday morning, the day of the pictures. */
export const firstMorning = '2026-11-23T09:00'

export interface TestHouse extends House {
  readonly clock: MovableClock
  readonly urls: TestDatabase
  /** The same database through the portal's own role. */
  readonly portal: House
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
  const settings = {
    mode: 'demonstration' as const,
    dataDir: folder,
    files: { directory: join(folder, 'files'), masterKey: Buffer.alloc(32, 7), clamd: null },
    smtpUrl: null,
    pepper: Buffer.alloc(32, 9),
    staffUrl: 'http://127.0.0.1:7300',
    portalUrl: 'http://127.0.0.1:7301',
  }
  const log: House['log'] = (level, message, more) => {
    if (level === 'error') faults.push(`${message} ${JSON.stringify(more)}`)
  }
  const rooms = wish.modules ?? modules
  const house = openHouse({ ...settings, databaseUrl: urls.appUrl }, rooms, clock, log)
  const portal = openHouse({ ...settings, databaseUrl: urls.portalUrl }, rooms, clock, log)
  const close = async () => {
    await house.close()
    await portal.close()
    await urls.drop()
    rmSync(folder, { recursive: true, force: true })
    if (faults.length) throw new Error(`the house logged faults:\n${faults.join('\n')}`)
  }
  if (test) test.after(close)
  else after(close)
  return { ...house, clock, urls, portal, close: async () => {} }
}

/** The actor as just signed in and stepped up, for operations that need a fresh proof of identity. */
export const steppedUp = (actor: Actor, house: House): Actor => ({
  ...actor,
  session: { id: actor.session?.id ?? '00000000-0000-7000-8000-000000000000', steppedUpAt: house.clock.now() },
})
