// Fills the house with appeals by SQL, as its owner: as many real submissions would take hours. The same ones in every run.
import { createHash } from 'node:crypto'
import pg from 'pg'
import { castId } from '../src/app/cast.ts'
import { keyOf } from '../src/kernel/search/numbers.ts'
import { soundsOf, vectorOf } from '../src/kernel/search/lexemes.ts'
import { writer } from './words.ts'

const batch = 1_000
const term = { answer: 15, countFrom: 'next-working-day', internal: 3, doubtful: false }

const idOf = (n: number): string => {
  const hex = createHash('sha256').update(`appeal ${n}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const dayAfter = (at: Date, days: number): string =>
  new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10)

interface Places {
  units: readonly string[]
  courts: readonly string[]
}

/** One appeal every eight minutes back from today; of the newest half are still open, of the old every three hundredth. */
const rowMaker = ({ units, courts }: Places, today: number) => {
  const write = writer()
  return (n: number) => {
    const at = new Date(today - n * 480_000)
    const isOpen = n < 3_000 ? n % 2 === 0 : n % 300 === 0
    const { name, subject, text } = write(n)
    const [unit, court] = [units[n % units.length], courts[n % courts.length]]
    const assignee = castId(n % 100 === 0 ? 'inspector' : 'inspector2')
    const [slip, number] = [`ӨЛ-${n}`, `6001-24-7-6/${n}`]
    const on = dayAfter(at, 0)
    const appeal = {
      id: idOf(n),
      state: isOpen ? 'working' : 'delivered',
      slip_number: slip,
      receipt_hash: createHash('sha256').update(`receipt ${n}`).digest('hex'),
      number,
      kind: ['report', 'complaint', 'application'][n % 3],
      channel: ['portal', 'paper', 'oral'][n % 3],
      language: ['kk', 'ru'][n % 2],
      anonymous: n % 20 === 0,
      unit_id: unit,
      court_id: court,
      person: name,
      subject,
      body: text,
      received_at: at.toISOString(),
      received_on: on,
      registered_on: on,
      registered_at: at.toISOString(),
      registered_by: castId('registrar'),
      due_on: dayAfter(at, 21),
      internal_due_on: dayAfter(at, 18),
      term,
      assignee_id: assignee,
      assigned_at: at.toISOString(),
      done_on: isOpen ? null : dayAfter(at, n % 17 ? 12 : 25),
      question: ['bribery', 'abuse', 'red-tape', 'ethics', 'judgment', null][n % 6],
      result: isOpen ? null : ['satisfied', 'partly', 'refused', 'explained', 'terminated'][n % 5],
      result_ground: !isOpen && n % 5 === 2 ? 'Фактілер расталмады.' : null,
      collective: n % 40 === 0,
    }
    const found = {
      key: keyOf(number),
      keys: [keyOf(slip), String(840_101_300_000 + n)],
      words: vectorOf(
        [
          { weight: 'A', text: subject },
          { weight: 'B', text: name },
          { weight: 'D', text },
        ],
        [keyOf(number), keyOf(slip), String(840_101_300_000 + n)],
      ),
      sounds: soundsOf([name]),
    }
    return { appeal, found }
  }
}

type Row = ReturnType<ReturnType<typeof rowMaker>>

const put = async (client: pg.Client, rows: readonly Row[]): Promise<void> => {
  const columns = Object.keys(rows[0]?.appeal ?? {}).join(', ')
  await client.query('begin')
  await client.query(
    `insert into appeals (${columns}) select ${columns} from jsonb_populate_recordset(null::appeals, $1)`,
    [JSON.stringify(rows.map(({ appeal }) => appeal))],
  )
  await client.query(
    `select put_search('appeal', a.id, a.unit_id, array[a.assignee_id], true, a.number, f.key, f.keys, a.subject, a.received_at,
      f.words, f.sounds)
    from unnest($1::uuid[], $2::jsonb[]) as it (id, found)
      join appeals a on a.id = it.id, jsonb_to_record(it.found) as f (key text, keys text[], words text, sounds text)`,
    [rows.map(({ appeal }) => appeal.id), rows.map(({ found }) => JSON.stringify(found))],
  )
  await client.query('commit')
}

export interface Seed {
  /** Adds appeals until there are `total`, real ones included; gives the ids of some of them, old and new. */
  upTo(total: number): Promise<string[]>
  close(): Promise<void>
}

export const openSeed = async (ownerUrl: string): Promise<Seed> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const ask = async (words: string) => (await client.query<{ it: string }>(words)).rows.map(({ it }) => it)
  await client.query("select set_config('app.operation', 'bench', false)")
  const make = rowMaker(
    {
      units: await ask("select id as it from units where kind in ('department', 'territorial') order by place"),
      courts: await ask('select id as it from courts order by code'),
    },
    Date.now(),
  )
  let made = 0
  return {
    upTo: async (total) => {
      const lacking = total - Number((await ask('select count(*) as it from appeals'))[0])
      const last = made + lacking
      // The cast's own surnames stand in these texts by chance; whom they would shut out is measured by nobody.
      await client.query('alter table appeals disable trigger screen')
      while (made < last) {
        const from = made + 1
        made = Math.min(made + batch, last)
        await put(
          client,
          Array.from({ length: made - from + 1 }, (_, at) => make(from + at)),
        )
      }
      await client.query('alter table appeals enable trigger screen')
      // History as it would have been written day by day; the inserts above all happened today.
      await client.query('delete from appeal_versions')
      await client.query('select restore_appeal_versions()')
      await client.query('vacuum analyze appeals, appeal_versions, search_index, search_names')
      return Array.from({ length: 50 }, (_, at) => idOf(1 + Math.floor((at * (made - 1)) / 49)))
    },
    close: () => client.end(),
  }
}
