// Where the embedded cluster lies: in the data folder, or, when its account cannot get there, in a private folder that
// a link in the data folder points to.
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Trouble } from '../trouble.ts'
import { accountFor, mayReach, type Account } from './account.ts'

export interface Place {
  /** Folder of everything of the cluster; its account owns it. */
  home: string
  account: Account | null
}

// Not /var/tmp first: systems sweep it after thirty days, and this is the only copy of the records.
const fallbacks = ['/var/lib', '/opt', '/var/tmp']

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

const give = (folder: string, { uid, gid }: Account): void => {
  chmodSync(folder, 0o700)
  chownSync(folder, uid, gid)
}

const elsewhere = (data: string, account: Account): string => {
  for (const parent of fallbacks) {
    if (!existsSync(parent) || !mayReach(account, parent, 'execute')) continue
    try {
      const home = mkdtempSync(join(parent, 'qorgan-'))
      writeFileSync(join(home, 'belongs-to.txt'), `The database of the Qorgan whose data folder is ${data}\n`)
      give(home, account)
      if (mayReach(account, home, 'write')) return home
    } catch (fault) {
      if (!['EACCES', 'EROFS', 'EPERM'].includes((fault as NodeJS.ErrnoException).code ?? '')) throw fault
    }
  }
  throw new Trouble(
    `PostgreSQL runs as ${account.name}, and ${account.name} can get neither to ${data} nor to ${fallbacks.join(', ')}. ` +
      'Set QORGAN_DATA to a folder that every account may pass through, for example /srv/qorgan.',
  )
}

const existing = (data: string, link: string): Place => {
  if (!existsSync(link)) {
    throw new Trouble(
      `${link} points to the database's folder, which is gone. Bring it back, or choose another QORGAN_DATA.`,
    )
  }
  const home = realpathSync(link)
  const account = accountFor(home)
  const owner = statSync(home).uid
  if (!account && owner !== process.getuid?.()) {
    throw new Trouble(
      `The database in ${data} was made by another account (number ${owner}). Start Qorgan as that account or as root.`,
    )
  }
  if (mayReach(account, home, 'write')) return { home, account }
  throw new Trouble(
    `PostgreSQL runs as ${account?.name ?? 'you'} and cannot get to ${home}. Let it pass: chmod o+x on each folder above.`,
  )
}

/** Finds the cluster's place or makes one. `data` must exist. */
export const placeIn = (data: string): Place => {
  const link = join(data, 'postgres')
  if (isThere(link)) return existing(data, link)
  const account = accountFor(link)
  if (!account) {
    mkdirSync(link, { mode: 0o700 })
    return { home: realpathSync(link), account }
  }
  // Passing through is not reading: the folder's own files stay closed.
  chmodSync(data, statSync(data).mode | 0o011)
  mkdirSync(link)
  give(link, account)
  if (mayReach(account, link, 'write')) return { home: realpathSync(link), account }
  rmdirSync(link)
  symlinkSync(elsewhere(data, account), link)
  return { home: realpathSync(link), account }
}
