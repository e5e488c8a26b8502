// The generator: the files of a new module compile against this very kernel, and a bad name is refused.
import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import ts from 'typescript'
import { enlisted, makeModule, moduleFault } from '../scripts/new.ts'
import { root } from './kit/sources.ts'

/** A house without rooms in a temporary folder: this kernel, these migrations, an empty list of modules. */
function emptyHouse(t: TestContext): string {
  const house = mkdtempSync(join(tmpdir(), 'qorgan-new-'))
  t.after(() => rmSync(house, { recursive: true, force: true }))
  for (const shared of ['node_modules', 'regulation']) symlinkSync(join(root, shared), join(house, shared))
  for (const own of ['src/kernel', 'test/kit', 'migrations', 'tsconfig.json', 'package.json']) {
    cpSync(join(root, own), join(house, own), { recursive: true })
  }
  mkdirSync(join(house, 'src/app'), { recursive: true })
  writeFileSync(
    join(house, 'src/app/modules.ts'),
    `import type { Module } from '../kernel/module.ts'\n\nexport const modules: readonly Module[] = []\n`,
  )
  return house
}

function compileFaults(house: string, files: readonly string[]): string[] {
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(house, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')).config,
    ts.sys,
    house,
  )
  const options = { ...config.options, incremental: false, tsBuildInfoFile: undefined }
  const program = ts.createProgram(
    files.map((file) => join(house, file)),
    options,
  )
  return files.flatMap((file) => {
    const source = program.getSourceFile(join(house, file))
    assert.ok(source, `${file} is not in the program`)
    return program.getSemanticDiagnostics(source).map(({ messageText, start = 0 }) => {
      const line = source.getLineAndCharacterOfPosition(start).line + 1
      return `${file}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
  })
}

test('a name or clause that does not fit is refused, and an existing module is not overwritten', (t) => {
  const house = emptyHouse(t)
  assert.match(moduleFault(house, { name: 'Passes', clause: '5.5' }) ?? '', /no plural noun/)
  assert.match(moduleFault(house, { name: '../passes', clause: '5.5' }) ?? '', /no plural noun/)
  assert.match(moduleFault(house, { name: 'passes', clause: '6.24' }) ?? '', /no clause 6\.24/)
  makeModule(house, { name: 'passes', clause: '5.5' })
  assert.throws(() => makeModule(house, { name: 'passes', clause: '5.5' }), /exists already/)
})

test('a new module compiles, stands in the list and brings the next migration', (t) => {
  const house = emptyHouse(t)
  const files = makeModule(house, { name: 'criminalCases', clause: '6.16' })
  assert.deepEqual(
    compileFaults(
      house,
      files.filter((file) => file.endsWith('.ts')),
    ),
    [],
  )
  const migration = files.find((file) => file.endsWith('.sql')) ?? ''
  assert.match(migration, /^migrations\/\d{4}_criminal_cases\.sql$/)
  assert.match(readFileSync(join(house, migration), 'utf8'), /create table criminal_cases \(/)
  assert.match(readFileSync(join(house, 'src/modules/criminalCases/operations.ts'), 'utf8'), /clauses: \['6\.16'\]/)
  for (const file of files) assert.doesNotMatch(readFileSync(join(house, file), 'utf8'), /\brooms|Rooms\b/, file)
})

test('the list keeps its order, and a new module is its top floor', () => {
  const list = `import a from 'a'\nimport type { Module } from 'b'\n\n/** x */\nexport const modules: readonly Module[] = [\n  org,\n  access,\n]\n`
  const longer = enlisted(list, { name: 'passes', clause: '5.5' })
  assert.match(longer, /= \[\n {2}org,\n {2}access, passes\]/)
  assert.match(longer, /from 'b'\nimport \{ passes \} from '\.\.\/modules\/passes\/index\.ts'\n\n/)
})
