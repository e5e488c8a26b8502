// The house stands as it was drawn: floors, faces, doors to the database, no rings, small files, clean words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modules } from '../src/app/modules.ts'
import { cycles, filesUnder, importsIn, isCode, linesOf, read, type Import } from './kit/sources.ts'

/** Lowest first; a file imports from its own floor or from one below. */
const floors = [
  'src/kernel/',
  'src/ui/',
  ...modules.map(({ name }) => `src/modules/${name}/`),
  'src/app/',
  'src/portal/',
  'src/web/',
]
const floor = (file: string): number => floors.findIndex((start) => file.startsWith(start))

const sources = filesUnder('src').filter(isCode)
const code = [...sources, ...filesUnder('scripts', 'bench', 'test').filter(isCode)]
const imports = sources.flatMap((file) => importsIn(file, read(file)))
const inside = imports.filter(({ own }) => own)
const isTest = (file: string): boolean => /\.(test|kit)\.tsx?$/.test(file) || file.startsWith('test/')
const isStore = (file: string): boolean => /(^|\/)store(\/|[-.])|[-.]store\.ts$/.test(file)
const isFace = (file: string): boolean =>
  /^src\/modules\/[^/]+\/(index\.ts|(.+\/)?contract\.ts|screens\/index\.tsx?)$/.test(file)
const shown = (list: readonly Import[]): string[] => list.map(({ from, to }) => `${from} → ${to}`)

test('every source file stands on a floor', () => {
  assert.deepEqual(
    sources.filter((file) => floor(file) < 0),
    [],
  )
})

test('imports point down', () => {
  // Data of the law lies beside the house, and a test may use the kit.
  const up = inside.filter(({ from, to }) => to.startsWith('src/') && floor(to) > floor(from) && !isTest(from))
  assert.deepEqual(shown(up), [])
})

test('the product reaches out of src only for the data of the law', () => {
  const out = inside.filter(({ from, to }) => !isTest(from) && !/^(src|regulation)\//.test(to))
  assert.deepEqual(shown(out), [])
})

test('a module is entered by its face', () => {
  const sneaked = inside.filter(
    ({ from, to }) => to.startsWith('src/modules/') && floor(from) !== floor(to) && !isFace(to) && !isTest(from),
  )
  assert.deepEqual(shown(sneaked), [])
})

test('screens of modules are gathered by the staff shell alone', () => {
  const others = inside.filter(
    ({ from, to }) => /\/screens\//.test(to) && !/\/screens\//.test(from) && !from.startsWith('src/web/'),
  )
  assert.deepEqual(shown(others), [])
})

/** Setting a database up, and asking at start and for /healthz whether it lives, is done before there are operations. */
const isBelowOperations = (file: string): boolean =>
  /^src\/(kernel\/|app\/(postgres\/|main\.ts$|staff\.ts$))/.test(file)

test('only the kernel and the stores speak SQL', () => {
  const speaks = (file: string): boolean => isBelowOperations(file) || isStore(file) || isTest(file)
  const doors = imports.filter(
    ({ from, to, typeOnly }) => /^(pg|kysely|graphile-worker)(\/|$)/.test(to) && !typeOnly && !speaks(from),
  )
  assert.deepEqual(shown(doors), [])
  const built = sources
    .filter((file) => !speaks(file))
    .filter((file) => /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`/.test(read(file)))
  assert.deepEqual(built, [])
})

test('what the browser loads needs no server', () => {
  const next = new Map<string, Import[]>()
  for (const it of imports) if (!it.typeOnly) next.set(it.from, [...(next.get(it.from) ?? []), it])
  const starts = sources.filter((file) => !isTest(file) && /^src\/(web|ui)\/|\/screens\//.test(file))
  const reached = new Set(starts)
  const foreign: string[] = []
  for (const file of reached) {
    for (const { to, own } of next.get(file) ?? []) {
      if (own) reached.add(to)
      else if (/^node:|^(pg|kysely|fastify|graphile-worker)(\/|$)/.test(to)) foreign.push(`${file} → ${to}`)
    }
  }
  assert.deepEqual(foreign, [])
})

test('no random id in the browser needs an https address', () => {
  // crypto.randomUUID is not there on a page of a plain address within a closed network.
  const inBrowser = sources.filter((file) => !isTest(file) && /^src\/(web|ui)\/|\/screens\//.test(file))
  assert.deepEqual(
    inBrowser.filter((file) => /\bcrypto\.randomUUID/.test(read(file).replaceAll(/^\s*(\/\/|\/?\*).*$/gm, ''))),
    [],
  )
})

test('no file imports itself in a ring', () => assert.deepEqual(cycles(imports), []))

test('a ring of imports would be found, and a ring of types alone is none', () => {
  const ring = (second: string) =>
    cycles([...importsIn('src/a.ts', `import { b } from './b.ts'`), ...importsIn('src/b.ts', second)])
  assert.deepEqual(ring(`import { a } from './a.ts'`), [['src/a.ts', 'src/b.ts', 'src/a.ts']])
  assert.deepEqual(ring(`export const later = () => import('./a.ts')`).length, 1)
  assert.deepEqual(ring(`import type { A } from './a.ts'`), [])
})

test('no code file is longer than 400 lines', () => {
  assert.deepEqual(
    code.filter((file) => linesOf(file) > 400),
    [],
  )
})

test('no module is longer than 3,000 lines', () => {
  const long = modules.map(({ name }) => {
    const own = filesUnder(`src/modules/${name}`).filter((file) => isCode(file) && !isTest(file))
    return { name, lines: own.reduce((sum, file) => sum + linesOf(file), 0) }
  })
  assert.deepEqual(
    long.filter(({ lines }) => lines > 3000),
    [],
  )
})

test('every folder of modules is in the list, with the files of a module', () => {
  const folders = new Set(filesUnder('src/modules').map((file) => file.split('/')[2]))
  assert.deepEqual(folders, new Set(modules.map(({ name }) => name)))
  const missing = modules
    .flatMap(({ name }) => ['index.ts', 'contract.ts', 'README.md'].map((file) => `src/modules/${name}/${file}`))
    .filter((file) => filesUnder(file.slice(0, file.lastIndexOf('/'))).every((found) => found !== file))
  assert.deepEqual(missing, [])
})

test('migrations are numbered, each number once', () => {
  const files = filesUnder('migrations').map((file) => file.slice('migrations/'.length))
  assert.deepEqual(
    files.filter((file) => !/^\d{4}_[a-z_]+\.sql$/.test(file)),
    [],
    'a file that the runner would not see',
  )
  const numbers = files.map((file) => file.slice(0, 4))
  assert.deepEqual(numbers, [...new Set(numbers)].sort())
})

/** Split, so that this file does not find itself. */
const forbidden: readonly [string, RegExp][] = [
  ['a left-over mark', new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`)],
  ['an untyped value', new RegExp('(?::|\\bas|<) ?an' + 'y\\b(?! [a-z])')],
  [
    'a silenced check',
    new RegExp(['@ts-' + 'ignore', '@ts-' + 'nocheck', 'eslint-' + 'disable', 'oxlint-' + 'disable'].join('|')),
  ],
  ['a test left out', new RegExp('\\.on' + 'ly\\(|\\bskip: *tr' + 'ue')],
  [
    'a vague name',
    new RegExp(
      '\\b(\\w*(Mana' + 'ger|Hel' + 'per|Uti' + 'ls?|Im' + 'pl|Dt' + 'o)|[A-Z]\\w*Ser' + 'vice)\\b(?=[ <(={])',
    ),
  ],
]

test('no forbidden words in the code', () => {
  const found = code.flatMap((file) => {
    const text = read(file)
    return forbidden.flatMap(([what, pattern]) => {
      const hit = pattern.exec(text)
      return hit ? [`${file}: ${what}: ${hit[0]}`] : []
    })
  })
  assert.deepEqual(found, [])
})

test('no path of a machine and no registry in anything that is kept', () => {
  const kept = [...code, ...filesUnder('regulation', 'docs', 'migrations', 'src')].filter(
    (file) => !/\.(png|woff2?|ttf|jpg|ico)$/.test(file),
  )
  const pattern = new RegExp(
    // A path of a machine begins with its slash; a folder of ours of the same name stands after a letter or a dot.
    ['(?<![\\w.])/wo' + 'rk/', '/ho' + 'me/', '/ro' + 'ot/', 'registry' + '\\.npmjs', '"resol' + 'ved": *"http'].join(
      '|',
    ),
  )
  const found = [...kept, 'package.json', 'package-lock.json'].flatMap((file) => {
    const hit = pattern.exec(read(file))
    return hit ? [`${file}: ${hit[0]}`] : []
  })
  assert.deepEqual(found, [])
})
