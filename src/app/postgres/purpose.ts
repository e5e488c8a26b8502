// What a database was made for, written on it: invented people and real ones never share one, and a demonstration is
// furnished once.
import pg from 'pg'
import { Trouble } from '../trouble.ts'

export interface Purpose {
  mode: string
  /** Furnishing came to its end at some start. */
  furnished: boolean
  /** An earlier start began to fill the database and did not come to the end of it. */
  interrupted: boolean
}

const word = 'Qorgan: '
const done = ', furnished'

const withClient = async <R>(ownerUrl: string, work: (client: pg.Client) => Promise<R>): Promise<R> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** @throws Trouble where the database was made in the other mode */
export const readPurpose = (ownerUrl: string, mode: string): Promise<Purpose> =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ mark: string | null; begun: boolean }>(
      `select shobj_description(oid, 'pg_database') as mark, to_regclass('public.migrations') is not null as begun
        from pg_database where datname = current_database()`,
    )
    const mark = rows[0]?.mark?.startsWith(word) ? rows[0].mark.slice(word.length) : null
    const kept = mark?.replace(done, '') ?? mode
    if (kept !== mode) {
      throw new Trouble(
        `The database was made for QORGAN_MODE=${kept} and is not opened for ${mode}. ` +
          'Give the new house a QORGAN_DATA or DATABASE_URL of its own.',
      )
    }
    const furnished = mark?.endsWith(done) ?? false
    return { mode, furnished, interrupted: !furnished && (rows[0]?.begun ?? false) }
  })

/** Writes on the database what it is for, and whether its furnishing is complete. */
export const writePurpose = (
  ownerUrl: string,
  { mode, furnished }: Pick<Purpose, 'mode' | 'furnished'>,
): Promise<void> =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>('select current_database() as name')
    const mark = word + mode + (furnished ? done : '')
    await client.query(
      `comment on database ${client.escapeIdentifier(rows[0]?.name ?? '')} is ${client.escapeLiteral(mark)}`,
    )
  })
