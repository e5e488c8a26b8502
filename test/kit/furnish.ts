// What the template database of all tests holds: reference data and the cast.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plantCast } from '../../src/app/cast.ts'
import { modules } from '../../src/app/modules.ts'
import { movableClock } from '../../src/kernel/clock.ts'
import { openHouse } from '../../src/kernel/house.ts'

/** Settings of a test house whose state outside the database lies in `folder`. */
export const settingsOf = (folder: string) => ({
  mode: 'demonstration' as const,
  dataDir: folder,
  files: { directory: join(folder, 'files'), masterKey: Buffer.alloc(32, 7), clamd: null },
  smtpUrl: null,
  ncanode: null,
  pepper: Buffer.alloc(32, 9),
  staffUrl: 'http://127.0.0.1:7300',
  portalUrl: 'http://127.0.0.1:7301',
})

/** Reference data and the cast go into the template once, by the same operations as in the demonstration. */
export const furnish = async (appUrl: string): Promise<void> => {
  const house = openHouse({ ...settingsOf(tmpdir()), databaseUrl: appUrl }, modules, movableClock('2026-11-02T09:00'))
  try {
    await plantCast(house)
  } finally {
    // A connection left to the template would keep every later test from cloning it.
    await house.close()
  }
}
