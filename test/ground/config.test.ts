// Settings that cannot be used are refused at the start, each by its name and with its mending.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { BadConfig, readConfig } from '../../src/app/config.ts'
import { dataFolder, directly, openHouse } from './opening.ts'

const folder = (t: TestContext): string => {
  const made = mkdtempSync(join(tmpdir(), 'qorgan-config-'))
  t.after(() => rmSync(made, { recursive: true, force: true }))
  return made
}

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env)
  } catch (fault) {
    if (fault instanceof BadConfig) return fault.faults
    throw fault
  }
  return []
}

test('nothing needs to be set', (t) => {
  const QORGAN_DATA = folder(t)
  const config = readConfig({ QORGAN_DATA })
  assert.equal(config.mode, 'demonstration')
  assert.equal(config.listen, '127.0.0.1')
  assert.deepEqual(config.staffPort, { number: 7300, fixed: false })
  assert.deepEqual(config.portalPort, { number: 7301, fixed: false })
})

test('every wrong setting is named', (t) => {
  const QORGAN_DATA = folder(t)
  const wrong: [string, string][] = [
    ['QORGAN_STAFF_PORT', 'seven'],
    ['QORGAN_PORTAL_PORT', '70000'],
    ['QORGAN_MODE', 'prod'],
    ['DATABASE_URL', 'mysql://here'],
    ['QORGAN_SMTP_URL', 'mail.example.kz'],
    ['QORGAN_CLAMD', 'somewhere'],
    ['QORGAN_LISTEN', '0.0.0.0'],
    ['QORGAN_ROLES', 'Қорған'],
    ['QORGAN_DATA', 'not/whole'],
    ['QORGAN_STAFF_URL', 'qorgan.kz'],
    ['QORGAN_NCANODE', 'localhost:14579'],
    ['QORGAN_NCANODE_ASKS', 'some'],
  ]
  for (const [name, value] of wrong) {
    const faults = faultsOf({ QORGAN_DATA, [name]: value })
    assert.equal(faults.length, 1, `${name}=${value}: ${faults.join(' ')}`)
    assert.match(faults[0] ?? '', new RegExp(name))
  }
  assert.equal(faultsOf({ QORGAN_DATA, ...Object.fromEntries(wrong.slice(0, 3)) }).length, 3)
})

test('one port for two servers, and a data folder that is a file, are refused', (t) => {
  const QORGAN_DATA = folder(t)
  assert.match(
    faultsOf({ QORGAN_DATA, QORGAN_STAFF_PORT: '8000', QORGAN_PORTAL_PORT: '8000' }).join(),
    /Give two ports/,
  )
  const file = join(QORGAN_DATA, 'file')
  writeFileSync(file, '')
  assert.match(faultsOf({ QORGAN_DATA: file }).join(), /QORGAN_DATA=.* cannot be/)
})

test('a start with wrong settings ends at once and prints sentences, not a stack', async (t) => {
  const house = openHouse(t, dataFolder(t), { words: directly, env: { QORGAN_MODE: 'prod', QORGAN_STAFF_PORT: 'x' } })
  assert.equal(await house.ended, 1)
  assert.match(house.said(), /QORGAN_MODE=prod is unknown/)
  assert.match(house.said(), /QORGAN_STAFF_PORT=x is no port/)
  assert.doesNotMatch(house.said(), /\n\s+at /)
})

test('a database that does not answer is told by its variable', async (t) => {
  const house = openHouse(t, dataFolder(t), {
    words: directly,
    env: { DATABASE_URL: 'postgres://nobody:word@127.0.0.1:9/qorgan' },
  })
  assert.equal(await house.ended, 1)
  assert.match(house.said(), /does not let us in.*Check DATABASE_URL/s)
  assert.doesNotMatch(house.said(), /word@|\n\s+at /)
})
