// A new room: `npm run new -- module NAME [CLAUSE]` writes the standard files of a module, which compile and pass.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isClause } from '../src/kernel/clauses.ts'

const here = fileURLToPath(new URL('..', import.meta.url))
const templates = join(here, 'scripts/new')

export interface NewModule {
  /** Plural noun in English, such as 'premises' or 'criminalCases'. */
  readonly name: string
  /** The first clause it works under. */
  readonly clause: string
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The templates speak of "rooms"; identifiers, table and clause take the new names. */
function dressed(text: string, { name, clause }: NewModule): string {
  const capital = name[0]?.toUpperCase() + name.slice(1)
  return text
    .replaceAll(/\b(selectFrom|insertInto)\('rooms'\)/g, `$1('${snake(name)}')`)
    .replaceAll("table: 'rooms'", `table: '${snake(name)}'`)
    .replaceAll('    rooms: RoomsTable', `    ${snake(name)}: RoomsTable`)
    .replaceAll('Rooms', capital)
    .replaceAll('rooms', name)
    .replaceAll("'5.14'", `'${clause}'`)
    .replaceAll('clause 5.14', `clause ${clause}`)
}

function nextMigration(root: string): string {
  const last =
    readdirSync(join(root, 'migrations'))
      .filter((file) => /^\d{4}_/.test(file))
      .sort()
      .at(-1) ?? '0000'
  return String(Number(last.slice(0, 4)) + 1).padStart(4, '0')
}

/** Why the module cannot be made, or null. */
export function moduleFault(root: string, { name, clause }: NewModule): string | null {
  if (!/^[a-z][a-z]+([A-Z][a-z]+)*$/.test(name)) return `"${name}" is no plural noun in camelCase`
  if (!isClause(clause)) return `the Regulation has no clause ${clause}`
  return existsSync(join(root, 'src/modules', name)) ? `the module ${name} exists already` : null
}

/** Adds the module to the list as its top floor. */
export function enlisted(list: string, { name }: NewModule): string {
  const imported = `import { ${name} } from '../modules/${name}/index.ts'\n`
  const afterImports = list.indexOf('\n', list.lastIndexOf('\nimport ') + 1) + 1
  const withImport = list.slice(0, afterImports) + imported + list.slice(afterImports)
  return withImport.replace(
    /= \[([^\]]*)\]/,
    (_, names: string) => `= [${names.replace(/,?\s*$/, '')}${names.trim() ? ', ' : ''}${name}]`,
  )
}

/** Writes the files and gives their paths from the root. Throws with a sentence when it cannot. */
export function makeModule(root: string, it: NewModule): readonly string[] {
  const fault = moduleFault(root, it)
  if (fault) throw new Error(fault)
  const folder = `src/modules/${it.name}`
  const places: Record<string, string> = {
    'test.ts.txt': `${folder}/${it.name}.test.ts`,
    'migration.sql.txt': `migrations/${nextMigration(root)}_${snake(it.name)}.sql`,
  }
  const written = readdirSync(templates)
    .sort()
    .map((template) => {
      const path = places[template] ?? `${folder}/${template.replace(/\.txt$/, '')}`
      const text = readFileSync(join(templates, template), 'utf8')
      const table = path.endsWith('.sql') ? { ...it, name: snake(it.name) } : it
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), dressed(text, table))
      return path
    })
  const list = join(root, 'src/app/modules.ts')
  writeFileSync(list, enlisted(readFileSync(list, 'utf8'), it))
  return [...written, 'src/app/modules.ts']
}

if (import.meta.main) {
  const [what, name, clause = '5.14'] = process.argv.slice(2)
  try {
    if (what !== 'module' || !name) throw new Error('npm run new -- module NAME [CLAUSE]')
    for (const path of makeModule(here, { name, clause })) process.stdout.write(`${path}\n`)
    process.stdout.write('Now: npm run docs, npm run law\n')
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : fault}\n`)
    process.exitCode = 1
  }
}
