// The account that PostgreSQL runs under. It refuses to run as root, so root lends it an unprivileged one.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { Trouble } from '../trouble.ts'

export interface Account {
  name: string
  uid: number
  gid: number
}

const accounts = (): Account[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .flatMap(([name, , uid, gid]) => (name && Number(uid) > 0 ? [{ name, uid: Number(uid), gid: Number(gid) }] : []))

/**
 * The account for a cluster in `folder`: null (our own) for an ordinary user; for root the owner of an existing
 * cluster, else `postgres` or `nobody`. Throws where root has no other account to lend.
 */
export const accountFor = (folder: string): Account | null => {
  if (process.getuid?.() !== 0) return null
  const known = accounts()
  const owner = existsSync(folder) ? known.find(({ uid }) => uid === statSync(folder).uid) : undefined
  const account = owner ?? ['postgres', 'nobody'].flatMap((name) => known.filter((one) => one.name === name))[0]
  if (account) return account
  throw new Trouble(
    'PostgreSQL does not run as root, and /etc/passwd has neither the account postgres nor nobody. ' +
      'Start Qorgan as an ordinary user, or give it a PostgreSQL of your own with DATABASE_URL.',
  )
}

/** How a child of this account is spawned; the root folder is the one place every account may stand in. */
export const spawnedAs = (account: Account | null) =>
  account ? { uid: account.uid, gid: account.gid, cwd: '/' } : { cwd: '/' }

/** Asks the system itself, as that account, since modes of every parent, groups and lists all have a say. */
export const mayReach = (account: Account | null, path: string, how: 'execute' | 'write'): boolean =>
  spawnSync('/bin/sh', ['-c', `test -${how === 'write' ? 'w' : 'x'} "$1"`, 'sh', path], spawnedAs(account)).status === 0
