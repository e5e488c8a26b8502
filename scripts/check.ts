// npm run check [NAME]: what is told of the sources without running them. The suite counts each of these as a test.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (path: string): string => join(root, 'node_modules', path)

export interface Check {
  name: string
  /** What the check promises. */
  says: string
  /** Arguments of Node. */
  words: string[]
}

export const checks: readonly Check[] = [
  {
    name: 'types',
    says: 'every file keeps its types',
    // The native compiler: three times as fast. The older one stays for what reads the code through its API.
    words: [bin('typescript-native/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
  },
  {
    name: 'format',
    says: 'every file is written in one style',
    words: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  },
  {
    name: 'lint',
    says: 'no promise is forgotten and no usual mistake is made',
    words: [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', 'src', 'test', 'scripts', 'bench'],
  },
  {
    name: 'words',
    says: 'every sentence of the screens has its Russian and English',
    words: [join(root, 'scripts/words.ts'), 'check'],
  },
  {
    name: 'unused',
    says: 'no file, export or package is unused',
    words: [bin('knip/bin/knip.js'), '--no-progress'],
  },
  {
    name: 'lock',
    says: 'npm ci finds every package it asks for in the lock',
    words: [join(root, 'scripts/lock.ts'), '--check'],
  },
  {
    name: 'docs',
    says: 'the computed pages are those of the code',
    words: [join(root, 'scripts/docs.ts'), '--check'],
  },
]

/** Runs one check; resolves to what it found wrong, or null where all is well. */
export const runCheck = ({ words }: Check): Promise<string | null> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    child.on('close', (code) => resolve(code === 0 ? null : output.trimEnd().slice(-6_000)))
  })

if (import.meta.main) {
  const [wanted] = process.argv.slice(2)
  const chosen = checks.filter(({ name }) => !wanted || name === wanted)
  let failed = 0
  for (const check of chosen) {
    const began = Date.now()
    const fault = await runCheck(check)
    if (fault !== null) failed += 1
    console.log(
      `${fault === null ? 'ok    ' : 'FAILED'} ${check.name}: ${check.says} (${((Date.now() - began) / 1000).toFixed(1)} s)`,
    )
    if (fault !== null) console.log(fault.replaceAll(/^/gm, '    '))
  }
  console.log(`${chosen.length - failed} passed, ${failed} failed, 0 skipped`)
  process.exit(failed > 0 || chosen.length === 0 ? 1 : 0)
}
