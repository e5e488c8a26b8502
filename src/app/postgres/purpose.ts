// What a database was made for, written on it: invented people and real ones never share one.
import pg from 'pg'
import { Trouble } from '../trouble.ts'

const word = 'Qorgan: '

/** Writes the mode on a fresh database. @throws Trouble where it was made in the other mode */
export const keepPurpose = async (ownerUrl: string, mode: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; mark: string | null }>(
      `select datname as name, shobj_description(oid, 'pg_database') as mark from pg_database where datname = current_database()`,
    )
    const { name = '', mark = null } = rows[0] ?? {}
    if (mark === word + mode) return
    if (mark?.startsWith(word)) {
      throw new Trouble(
        `The database ${name} was made for QORGAN_MODE=${mark.slice(word.length)} and is not opened for ${mode}. ` +
          'Give the new house a QORGAN_DATA or DATABASE_URL of its own.',
      )
    }
    await client.query(`comment on database ${client.escapeIdentifier(name)} is ${client.escapeLiteral(word + mode)}`)
  } finally {
    await client.end()
  }
}
