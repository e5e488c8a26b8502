// The journal by hand: export it, verify it (an export, or the living database), prove one entry.
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { readConfig } from '../src/app/config.ts'
import { readRunning } from '../src/app/running.ts'
import { openDatabase } from '../src/kernel/database.ts'
import { audit } from '../src/kernel/seal/audit.ts'
import { exportLog } from '../src/kernel/seal/export.ts'
import { faults } from '../src/kernel/seal/faults.ts'
import { outsideOf, readKeyOutside } from '../src/kernel/seal/outside.ts'
import { findEntry, sealOf, writeProof } from '../src/kernel/seal/read.ts'
import { printReport, verifyExport } from './verify.mjs'

const usage = `usage:
  npm run -s journal -- export FOLDER [--details]   the log in the tlog-tiles layout, erasable details beside it
  npm run -s journal -- verify FOLDER [--vkey KEY|FILE] [--older CHECKPOINT]
  npm run -s journal -- verify                      the living database against the checkpoints outside it
  npm run -s journal -- proof ENTRY                 proof that an entry (its id or its number) is under the newest seal`

class Plain extends Error {}

const house = async () => {
  const { dataDir, databaseUrl } = readConfig(process.env)
  const ownerUrl = readRunning(dataDir)?.ownerUrl ?? databaseUrl
  if (!ownerUrl)
    throw new Plain(`no house runs on ${dataDir}; start it first (npm start) or set QORGAN_DATA or DATABASE_URL`)
  const outside = outsideOf(dataDir)
  const verifier = await readKeyOutside(outside).catch((fault: unknown) => {
    const says = `the key of the journal is not in ${outside}; the house puts it there at its first start`
    throw new Plain(says, { cause: fault })
  })
  return { pool: new pg.Pool({ connectionString: ownerUrl, max: 2 }), outside, verifier }
}

/** Runs a task on the house's database and lets go of it. */
const withHouse = async <T>(task: (it: Awaited<ReturnType<typeof house>>) => Promise<T>): Promise<T> => {
  const it = await house()
  try {
    return await task(it)
  } finally {
    await it.pool.end()
  }
}

const verifyFolder = (folder: string, vkey: string | undefined, older: readonly string[]): number => {
  if (!existsSync(folder)) throw new Plain(`${folder} is not there`)
  const key = vkey && existsSync(vkey) ? readFileSync(vkey, 'utf8') : (vkey ?? null)
  const report = verifyExport(folder, {
    vkey: key,
    older: older.map((name) => ({ name, note: readFileSync(name, 'utf8') })),
  })
  printReport(report, console.log)
  return report.ok ? 0 : 1
}

const verifyHouse = async (): Promise<number> => {
  const report = await withHouse(audit)
  const seconds = (report.milliseconds / 1000).toFixed(1)
  if (report.ok)
    console.log(
      `ok: ${report.entries} entries, root ${report.root}, against ${report.outside} checkpoints outside, ${seconds} s`,
    )
  for (const [at, { kind, seq, until, id, says }] of report.findings.slice(0, 20).entries()) {
    const place = seq === null ? '' : `entry ${seq}${until ? ` … ${until - 1}` : ''}${id ? ` (${id})` : ''}: `
    console.log(`${at === 0 ? 'BAD: first ' : '     '}${place}${faults[kind].en} ${says}`)
  }
  if (report.findings.length > 20) console.log(`     and ${report.findings.length - 20} more`)
  return report.ok ? 0 : 1
}

const exportTo = async (folder: string, details: boolean): Promise<number> => {
  const { entries, files, vkey } = await withHouse(async ({ pool, verifier }) => {
    return { ...(await exportLog({ pool, verifier, details }, folder)), vkey: verifier.vkey }
  })
  console.log(`${entries} entries in ${files} files. Anybody verifies them with this key:`)
  console.log(`node scripts/verify.mjs ${folder} --vkey ${vkey}`)
  return 0
}

const prove = (entry: string): Promise<number> =>
  withHouse(async ({ pool }) => {
    const database = openDatabase(pool)
    const id = await findEntry(database, entry)
    const seal = id && (await sealOf(database, id))
    if (!seal) throw new Plain(`there is no sealed entry ${entry}`)
    process.stdout.write(writeProof(seal))
    if (!seal.holds) console.error(`BAD: entry ${entry} is not the one that was sealed`)
    return seal.holds ? 0 : 1
  })

const main = async (words: string[]): Promise<number> => {
  const {
    values,
    positionals: [verb, subject, ...more],
  } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      details: { type: 'boolean', default: false },
      vkey: { type: 'string' },
      older: { type: 'string', multiple: true, default: [] },
    },
  })
  if (more.length === 0) {
    if (verb === 'export' && subject) return exportTo(subject, values.details)
    if (verb === 'verify' && subject) return verifyFolder(subject, values.vkey, values.older)
    if (verb === 'verify') return verifyHouse()
    if (verb === 'proof' && subject) return prove(subject)
  }
  throw new Plain(usage)
}

process.exitCode = await main(process.argv.slice(2)).catch((fault: unknown) => {
  console.error(fault instanceof Error ? fault.message : fault)
  return 1
})
