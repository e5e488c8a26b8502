// What is alike among many: the proposal for one appeal over the staff's HTTP, with the prints of all the others in the database.
import pg from 'pg'
import { numbersOf, printOf } from '../src/modules/likeness/prints.ts'
import { spread, type Figure } from './figures.ts'
import { repeat, type Employee } from './staff.ts'

const batch = 1_000

/** Every appeal without a print gets one, and every third appeal a mark of an author who wrote thrice. */
export const seedPrints = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query("select set_config('app.operation', 'bench', false)")
    for (let made = 0; ; made += batch) {
      const { rows } = await client.query<{ id: string; body: string }>(
        `select id, body from appeals a where not exists (select from likeness_prints p where p.appeal_id = a.id) limit ${batch}`,
      )
      if (!rows.length) break
      const prints = rows.map(({ id, body }, at) => {
        const author = made + at
        return {
          appeal_id: id,
          ...printOf(body),
          authors: author % 3 ? [] : [`bench ${author % 30_000}`],
          numbers: numbersOf(body),
        }
      })
      await client.query(
        `insert into likeness_prints select p.* from jsonb_populate_recordset(null::likeness_prints, $1) p`,
        [JSON.stringify(prints)],
      )
    }
    await client.query('vacuum analyze likeness_prints')
  } finally {
    await client.end()
  }
}

/** The proposals for one appeal after another, for the head and for a territorial head. */
export const measureLikeness = async (
  employees: readonly Employee[],
  rounds: number,
  appeals: number,
  ids: readonly string[],
): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const { login, ask } of employees.filter((it) => it.login === 'head')) {
    const { times, last } = await repeat(rounds, (at) => ask('likeness.find', { id: ids[at % ids.length] }))
    figures.push({
      section: 'likeness',
      what: `proposal of what is alike, ${login}`,
      appeals,
      values: { ...spread(times), kB: last.bytes / 1000 },
      anchors: [{ value: 'p95 ms', most: 300 }],
    })
  }
  return figures
}
