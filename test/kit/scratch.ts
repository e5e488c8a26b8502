// Where the tests put what they throw away: in memory where there is plenty of it, since a copied database is a thousand small files.
import { statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'

const memory = '/dev/shm'
/** Magic number of tmpfs; statfs(2). */
const tmpfs = 0x01021994
const gigabyte = 2 ** 30

const isRoomy = (): boolean => {
  try {
    const { type, bavail, bsize } = statfsSync(memory)
    return type === tmpfs && bavail * bsize >= 3 * gigabyte && freemem() >= 6 * gigabyte
  } catch {
    return false
  }
}

/** The folder that TMPDIR names, else memory, else the usual place on the disk. */
export const scratch = (): string => process.env['TMPDIR'] ?? (isRoomy() ? memory : tmpdir())
