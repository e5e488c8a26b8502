// Whether a database will do: version, letters, Kazakh order. Asked of the embedded one too.
import pg from 'pg'
import { Trouble } from '../trouble.ts'

export interface Fitness {
  version: string
  /** What must be mended, each a sentence; empty where all is well. */
  faults: string[]
}

/** Connects as the owner and looks. Throws a sentence with the server's reason where nobody answers. */
export const examine = async (ownerUrl: string): Promise<Fitness> => {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (fault) {
    await client.end().catch(() => {})
    const { host, pathname } = new URL(ownerUrl)
    const reason = (fault as Error).message || (fault as { code?: string }).code
    throw new Trouble(`The database ${pathname.slice(1)} at ${host} does not let us in: ${reason}. Check DATABASE_URL.`)
  }
  try {
    const { rows } = await client.query<{
      version: string
      number: number
      encoding: string
      kazakh: boolean
      folds: boolean
      roles: boolean
      makes: boolean
    }>(`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
        current_setting('server_encoding') as encoding, lower('ӘҒҚҢӨҰҮҺІ') = 'әғқңөұүһі' as folds,
        exists (select from pg_collation where collname = 'kk-x-icu') as kazakh,
        (select rolsuper or rolcreaterole and rolbypassrls from pg_roles where rolname = current_user) as roles,
        has_database_privilege(current_database(), 'create') as makes`)
    const [it] = rows
    if (!it) throw new Error('The database gave no answer about itself.')
    const faults = [
      it.number < 150_000 && `PostgreSQL ${it.version} is too old; Qorgan needs 15 or later.`,
      it.encoding !== 'UTF8' &&
        `The database keeps its text in ${it.encoding}; make one with: create database … encoding 'UTF8'.`,
      !it.kazakh && 'The server has no collation kk-x-icu; install a PostgreSQL that is built with ICU.',
      !it.folds &&
        "The database does not know small from capital Kazakh letters; make one with: create database … template template0 locale 'C.UTF-8'.",
      !it.roles &&
        'The user of DATABASE_URL may not make roles or see every row; let a superuser grant it: alter role … createrole bypassrls.',
      !it.makes &&
        'The user of DATABASE_URL may not make schemas; let it own the database: alter database … owner to ….',
    ]
    return { version: it.version, faults: faults.filter((fault) => fault !== false) }
  } finally {
    await client.end()
  }
}
