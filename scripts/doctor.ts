// npm run doctor: looks at the machine and the settings, and says what to mend.
import { existsSync, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { BadConfig, readConfig, type Config, type Port } from '../src/app/config.ts'
import { examine } from '../src/app/postgres/fitness.ts'
import { placeIn } from '../src/app/postgres/place.ts'
import { claimPort, freePort } from '../src/app/postgres/ports.ts'
import { startServer } from '../src/app/postgres/server.ts'
import { readRunning, type Running } from '../src/app/running.ts'
import { discard } from '../test/kit/keeper.ts'

type Word = 'well' | 'note' | 'mend'

const counts: Record<Word, number> = { well: 0, note: 0, mend: 0 }

const tell = (word: Word, sentence: string): void => {
  counts[word] += 1
  console.log(`  ${{ well: 'ok  ', note: 'note', mend: 'MEND' }[word]}  ${sentence}`)
}

const config = (): Config | null => {
  try {
    const read = readConfig(process.env)
    tell('well', `the settings: ${read.mode}, all state in ${read.dataDir}`)
    return read
  } catch (fault) {
    if (!(fault instanceof BadConfig)) throw fault
    for (const line of fault.faults) tell('mend', line)
    return null
  }
}

const lookAtDisk = (folder: string): void => {
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : dirname(folder))
  const free = Math.round((bavail * bsize) / 1_000_000)
  if (free < 1_000) tell('mend', `only ${free} MB are free where ${folder} lies; make room for at least 1000 MB`)
  else tell('well', `${Math.floor(free / 1000)} GB are free for the data`)
}

/** Tries the embedded server for real, in a scratch folder: programs, account, letters, Kazakh order. */
const tryEmbedded = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'qorgan-doctor-'))
  try {
    const place = placeIn(folder)
    const server = await startServer({ place, port: await freePort(), password: 'doctor', log: join(folder, 'log') })
    const { version, faults } = await examine(server.urlOf('postgres'))
    await server.stop()
    for (const fault of faults) tell('mend', fault)
    if (faults.length === 0)
      tell('well', `the embedded PostgreSQL ${version} runs${place.account ? ` as ${place.account.name}` : ''}`)
  } catch (fault) {
    tell('mend', (fault as Error).message)
  } finally {
    discard(folder)
  }
}

const tryOwn = async (url: string): Promise<void> => {
  try {
    const { version, faults } = await examine(url)
    for (const fault of faults) tell('mend', fault)
    if (faults.length === 0) tell('well', `the PostgreSQL ${version} of DATABASE_URL will do`)
  } catch (fault) {
    tell('mend', (fault as Error).message)
  }
}

const lookAtPort = async (name: string, { number, fixed }: Port, host: string): Promise<void> => {
  if (await claimPort(number, host)) tell('well', `port ${number} is free`)
  else if (fixed) tell('mend', `port ${number} is taken; free it, or give another in ${name}`)
  else tell('note', `port ${number} is taken; the start will look for the next (or give one in ${name})`)
}

const tellRunning = ({ pid, staff, portal }: Running): void =>
  tell('well', `this house is open: process ${pid}, staff ${staff ?? 'not yet'}, portal ${portal ?? 'not yet'}`)

console.log('Qorgan on this machine')
tell('well', `Node ${process.versions.node}, ${process.platform} on ${process.arch}`)
const settings = config()
if (settings) {
  lookAtDisk(settings.dataDir)
  await (settings.databaseUrl ? tryOwn(settings.databaseUrl) : tryEmbedded())
  const running = readRunning(settings.dataDir)
  if (running) tellRunning(running)
  else {
    await lookAtPort('QORGAN_STAFF_PORT', settings.staffPort, settings.listen)
    await lookAtPort('QORGAN_PORTAL_PORT', settings.portalPort, settings.listen)
  }
  if (settings.smtpUrl === null) tell('note', 'no QORGAN_SMTP_URL: mail stays in the outbox page and leaves nobody')
  if (settings.clamd === null) tell('note', 'no QORGAN_CLAMD: attached files are not scanned for viruses')
}
const browsers = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
if (browsers.some((name) => existsSync(`/usr/bin/${name}`))) {
  tell('well', 'Chromium is there for the browser tests')
} else tell('note', 'no Chromium: npm test installs it as root, otherwise skips the browser tests')
console.log(counts.mend === 0 ? 'All is well.' : `${counts.mend} to mend.`)
process.exit(counts.mend === 0 ? 0 : 1)
