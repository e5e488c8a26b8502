// Brings a database to the newest plan: roles, then the numbered SQL files, each once, forward only.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

const folder = join(import.meta.dirname, '../../migrations')
// Any number that no other program would choose; it keeps two starts from migrating at once.
const lockKey = 7_301_906

export interface Roles {
  app: string
  portal: string
}

export interface MigrateSettings {
  ownerUrl: string
  roles: Roles
  passwords: Roles
}

const isRoleName = /^[a-z_][a-z0-9_]{0,62}$/

const ensureRole = async (client: pg.Client, name: string, password: string): Promise<void> => {
  if (!isRoleName.test(name)) throw new Error(`a role may not be called ${name}`)
  const { rows } = await client.query<{ mighty: boolean }>(
    'select rolsuper or rolbypassrls as mighty from pg_roles where rolname = $1',
    [name],
  )
  if (rows[0]?.mighty)
    throw new Error(`the role ${name} is exempt from row security; give it another name or take that away`)
  const verb = rows[0] ? 'alter' : 'create'
  await client.query(`${verb} role ${name} login password ${client.escapeLiteral(password)}`)
}

const plans = () =>
  readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z_]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const words = readFileSync(join(folder, file), 'utf8')
      return { file, words, sha256: createHash('sha256').update(words).digest('hex') }
    })

const apply = async (client: pg.Client, roles: Roles): Promise<string[]> => {
  await client.query(
    'create table if not exists migrations (file text primary key, sha256 text not null, at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ file: string; sha256: string }>('select file, sha256 from migrations')
  const done = new Map(rows.map(({ file, sha256 }) => [file, sha256]))
  const applied: string[] = []
  for (const { file, words, sha256 } of plans()) {
    const before = done.get(file)
    if (before === sha256) continue
    if (before) throw new Error(`migration ${file} was changed after it had been applied`)
    await client.query('begin')
    try {
      await client.query("select set_config('app.operation', 'migrate', true)")
      await client.query(words.replaceAll('{{app}}', roles.app).replaceAll('{{portal}}', roles.portal))
      await client.query('insert into migrations (file, sha256) values ($1, $2)', [file, sha256])
      await client.query('commit')
    } catch (fault) {
      await client.query('rollback')
      throw new Error(`migration ${file}: ${(fault as Error).message}`, { cause: fault })
    }
    applied.push(file)
  }
  return applied
}

/** Applies what is missing and returns the names of the applied files. Throws with the file's name. */
export async function migrate({ ownerUrl, roles, passwords }: MigrateSettings): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  // A server that ends under us is told by the query that waits; without a hearer it would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await ensureRole(client, roles.app, passwords.app)
    await ensureRole(client, roles.portal, passwords.portal)
    return await apply(client, roles)
  } finally {
    await client.end()
  }
}
