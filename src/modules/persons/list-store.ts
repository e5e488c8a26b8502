// The SQL of the register: who is found by name, number, body and kind, each with the post held today or last.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import { countUpTo } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import { soundOf, wordsOf } from '../../kernel/search/letters.ts'
import type { Text } from '../../kernel/text.ts'
import type { PersonKind } from './words.ts'

export interface Asked {
  words?: string | null
  kind?: PersonKind | undefined
  body?: string | undefined
  region?: string | undefined
  held?: 'now' | 'former' | undefined
}

export interface BriefRow {
  id: string
  name: Text
  kind: PersonKind | null
  post: Text | null
  body: Text | null
}

const countCap = 10_000

const heldToday = (today: Day) => sql`
  select from person_posts h where h.person_id = persons.id and h.struck_at is null
    and h.from_on <= ${today} and (h.until_on is null or h.until_on >= ${today})`

/** A word is met where a name holds it, or a word that sounds as it begins. */
const wordsMet = (words: string) => {
  const iin = words.replace(/[\s-]/g, '')
  if (/^\d{12}$/.test(iin)) return sql<boolean>`persons.iin = ${iin}`
  const sounds = wordsOf(words)
    .map(soundOf)
    .filter((it) => it !== '')
    .slice(0, 6)
  // Nothing that a name could sound like: nobody.
  if (!sounds.length) return sql<boolean>`false`
  return sql<boolean>`(select bool_and(exists (
      select from person_names n where n.person_id = persons.id and n.sounds like '% ' || asked || '%'))
    from unnest(${sounds}::text[]) asked)`
}

const filtered = ({ db }: Pick<Tx, 'db'>, it: Asked, today: Day) => {
  let rows = db.selectFrom('persons')
  if (it.words) rows = rows.where(wordsMet(it.words))
  if (it.region) rows = rows.where(sql<boolean>`${it.region} = any (persons.regions)`)
  const [, body] = it.body?.split(':') ?? []
  if (body || it.kind)
    rows = rows.where(
      sql<boolean>`exists (select from person_posts f where f.person_id = persons.id and f.struck_at is null
        and (${body ?? null}::uuid is null or f.body_id = ${body ?? null}) and (${it.kind ?? null}::text is null or f.kind = ${it.kind ?? null}))`,
    )
  if (it.held === 'now') rows = rows.where(sql<boolean>`exists (${heldToday(today)})`)
  if (it.held === 'former') rows = rows.where(sql<boolean>`not exists (${heldToday(today)})`)
  return rows
}

/** The post held today before one that is over, the later before the earlier. */
const lastPost = (today: Day) => sql<Omit<BriefRow, 'id' | 'name'> | null>`(
  select json_build_object('kind', p.kind, 'post', p.title, 'body', p.body_name) from person_posts p
  where p.person_id = persons.id and p.struck_at is null
  order by (p.from_on <= ${today} and (p.until_on is null or p.until_on >= ${today})) desc, p.from_on desc, p.id limit 1)`

const bodyOf = (today: Day) => sql`(
  select p.body_name ->> 'kk' from person_posts p where p.person_id = persons.id and p.struck_at is null
  order by (p.from_on <= ${today} and (p.until_on is null or p.until_on >= ${today})) desc, p.from_on desc, p.id limit 1) collate "kk-x-icu"`

const orderOf = (sort: string, today: Day) => {
  const way = sort.startsWith('-') ? sql`desc` : sql`asc`
  const name = sql`persons.name ->> 'kk' collate "kk-x-icu"`
  return sort.endsWith('body') ? sql`${bodyOf(today)} ${way}, ${name}, persons.id` : sql`${name} ${way}, persons.id`
}

type Page = { sort: string; page: number; size: number }

export async function listRows(
  tx: Pick<Tx, 'db' | 'today'>,
  asked: Asked,
  { sort, page, size }: Page,
): Promise<BriefRow[]> {
  const rows = await filtered(tx, asked, tx.today)
    .select(['persons.id', 'persons.name', lastPost(tx.today).as('last')])
    .orderBy(orderOf(sort, tx.today))
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return rows.map(({ id, name, last }) => ({
    id,
    name,
    kind: last?.kind ?? null,
    post: last?.post ?? null,
    body: last?.body ?? null,
  }))
}

export const countRows = (tx: Tx, asked: Asked) =>
  countUpTo(tx, filtered(tx, asked, tx.today).select('persons.id as id'), countCap)

/** One person as the register shows everybody; nothing where the actor may not see him or her. */
export async function briefOf(tx: Pick<Tx, 'db' | 'today'>, id: string): Promise<BriefRow | undefined> {
  const row = await tx.db
    .selectFrom('persons')
    .select(['persons.id', 'persons.name', lastPost(tx.today).as('last')])
    .where('persons.id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id,
      name: row.name,
      kind: row.last?.kind ?? null,
      post: row.last?.post ?? null,
      body: row.last?.body ?? null,
    }
  )
}
