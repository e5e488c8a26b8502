// Runs the test files under node:test, on a PostgreSQL of its own or the one it is given, and passes on how it ended.
import { spawn } from 'node:child_process'
import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { discard, startTestServer, stopKept } from './keeper.ts'
import { scratch } from './scratch.ts'

const root = join(import.meta.dirname, '../..')

/** What the short form runs: the road of a request, the database's own guards, and one whole appeal. */
const short = ['test/kernel.test', 'test/database.test', 'appeals/journey.test']
/** Begun first, since one slow file at the end would leave the other processor idle. */
const slow = ['test/checks', 'test/ground', 'test/browser']

/** Test files whose path contains one of `words`; all where there are none. */
const choose = (words: readonly string[]): string[] => {
  const rank = (file: string): number => slow.findIndex((start) => file.startsWith(start)) >>> 0
  return globSync(['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'], { cwd: root })
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
}

/** Each file is a process of its own that loads the whole house; compiled once, it is only read by the others. */
const compiled = join(root, 'node_modules/.cache/node')

const runFiles = (files: readonly string[], given: NodeJS.ProcessEnv): Promise<number> => {
  const env = { NODE_COMPILE_CACHE: compiled, ...given }
  // One more than the usual two processors: browser and database tests spend a good part of their time waiting.
  // A file ends when its last test and its last clearing up have: a handle that a library forgot must not hold the suite.
  const reporters = ['spec', join(import.meta.dirname, 'slowest.ts')].flatMap((name) => [
    `--test-reporter=${name}`,
    '--test-reporter-destination=stdout',
  ])
  const flags = ['--test', ...reporters, '--test-concurrency=3', '--test-timeout=280000', '--test-force-exit']
  const runner = spawn(process.execPath, [...flags, ...files], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => runner.kill('SIGTERM'))
  return new Promise((resolve) => runner.once('exit', (code) => resolve(code ?? 1)))
}

const main = async (): Promise<number> => {
  const words = process.argv.slice(2)
  if (words.includes('--stop')) {
    console.log((await stopKept()) ? 'The kept test database has ended.' : 'No test database was kept.')
    return 0
  }
  const wanted = words.includes('--short') ? short : words.filter((word) => !word.startsWith('-'))
  const files = choose(wanted)
  const missed = wanted.filter((word) => !files.some((file) => file.includes(word)))
  if (missed.length > 0) {
    console.error(`No test file matches ${missed.join(', ')}.`)
    return 1
  }
  const folder = mkdtempSync(join(scratch(), 'qorgan-suite-'))
  chmodSync(folder, 0o711)
  const kept = { ...process.env, TMPDIR: folder }
  const given = process.env['DATABASE_URL_TEST'] ?? process.env['DATABASE_URL']
  try {
    if (given) {
      console.log('Database of the tests: the PostgreSQL that the environment names')
      return await runFiles(files, { ...kept, QORGAN_TEST_PG: given, DATABASE_URL: undefined })
    }
    const server = await startTestServer(join(folder, 'server'))
    try {
      return await runFiles(files, { ...kept, QORGAN_TEST_PG: server.urlOf('postgres') })
    } finally {
      await server.stop()
      discard(join(folder, 'server'))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exit(await main())
