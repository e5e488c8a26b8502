// What must not compile does not: every @ts-expect-error of test/compile/refused.ts marks a real error.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import ts from 'typescript'
import { read, root } from './kit/sources.ts'

const file = 'test/compile/refused.ts'

function faultsOf(source: string): string[] {
  const path = join(root, file)
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.json'),
    { incremental: false },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) =>
        assert.fail(ts.flattenDiagnosticMessageText(messageText, '\n')),
    },
  )
  const options = { ...config?.options, incremental: false, tsBuildInfoFile: undefined }
  const host = ts.createCompilerHost(options)
  const before = host.readFile
  host.readFile = (name) => (name === path ? source : before(name))
  const from = host.getSourceFile
  host.getSourceFile = (name, version, ...rest) =>
    name === path ? ts.createSourceFile(name, source, version) : from(name, version, ...rest)
  const program = ts.createProgram([path], options, host)
  return program.getSemanticDiagnostics(program.getSourceFile(path)).map(({ start = 0, messageText }) => {
    const line = source.slice(0, start).split('\n').length
    return `${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
  })
}

test('an operation without clause or rule, an unknown step, state, clause or parameter, a Text without Kazakh: none compiles', () => {
  const source = read(file)
  const marks = source.match(/@ts-expect-error/g) ?? []
  assert.ok(marks.length >= 20)
  // The last line is right, so its mark must be found idle: the compiler really looked.
  const control = `${source}\n// @ts-expect-error nothing is wrong here\nexport const sound: Clause = '6.23'\n`
  const faults = faultsOf(control)
  assert.equal(faults.length, 1, faults.join('\n'))
  assert.match(faults[0] ?? '', /Unused '@ts-expect-error'/)
})
