// The SQL of the directories of those who write: bodies with their days of force, and courts and units of the structure.
import { sql, type Generated, type JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { fixedId } from '../structure/index.ts'
import type { BodyKind } from './contract.ts'

declare module '../../kernel/database.ts' {
  interface Tables {
    bodies: {
      id: string
      code: string
      kind: BodyKind
      name: JSONColumnType<Text>
      region_code: string | null
      valid_from: Day
      valid_to: Day | null
      predecessor_id: string | null
      unverified: Generated<boolean>
    }
  }
}

export interface Body {
  id: string
  code: string
  kind: BodyKind
  name: Text
  from: Day
  until: Day | null
  predecessor: Text | null
  successors: readonly Text[]
  unverified: boolean
}

/** One of the bodies with which every house begins, as a party: plantedBody('knb'). */
export const plantedBody = (code: string): string => `body:${fixedId(`body:${code}`)}`

/** Bodies of all times, or those in force on a day. */
export async function bodies({ db }: Pick<Tx, 'db'>, on: Day | null): Promise<readonly Body[]> {
  const { rows } = await sql<Body>`
    select b.id, b.code, b.kind, b.name, b.valid_from as "from", b.valid_to as until, p.name as predecessor, b.unverified,
      coalesce((select json_agg(s.name order by s.code) from bodies s where s.predecessor_id = b.id), '[]') as successors
    from bodies b left join bodies p on p.id = b.predecessor_id
    where ${on}::date is null or (b.valid_from <= ${on} and (b.valid_to is null or b.valid_to >= ${on}))
    order by b.kind = 'court-administration', b.name ->> 'kk' collate "kk-x-icu" limit 1000`.execute(db)
  return rows
}

export const bodyByCode = async ({ db }: Pick<Tx, 'db'>, code: string) =>
  db
    .selectFrom('bodies')
    .select(['id', 'valid_from', 'valid_to'])
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst()

interface NewBody {
  code: string
  kind: BodyKind
  name: Text
  from: Day
  predecessor: string | null
}

export async function insertBody({ db }: Tx, it: NewBody): Promise<string> {
  const id = newId()
  const { code, kind, from: valid_from, predecessor: predecessor_id } = it
  await db
    .insertInto('bodies')
    .values({
      id,
      code,
      kind,
      name: JSON.stringify(it.name),
      region_code: null,
      valid_from,
      valid_to: null,
      predecessor_id,
      unverified: false,
    })
    .execute()
  return id
}

export const closeBody = async ({ db }: Tx, id: string, until: Day): Promise<void> => {
  await db.updateTable('bodies').set({ valid_to: until, unverified: false }).where('id', '=', id).execute()
}

/** A court, a body or a unit, as it is called on a day. */
export interface Party {
  kind: 'body' | 'court' | 'unit'
  id: string
  name: Text
  /** Kind of court, of body or of unit. */
  group: string
  region: Text | null
}

const partiesFrom = (on: Day) => sql`
  select kind, id, name, "group", region from (
    select 'body' as kind, id, name, kind as "group", null::jsonb as region, 2 as place from bodies
      where valid_from <= ${on} and (valid_to is null or valid_to >= ${on})
    union all
    select 'court', courts.id, courts.name, courts.kind, regions.name, 3 from courts left join regions on regions.code = region_code
      where valid_from <= ${on} and (valid_to is null or valid_to >= ${on})
    union all
    select 'unit', id, name, kind, null, 1 from units
      where kind <> 'department' and valid_from <= ${on} and (valid_to is null or valid_to >= ${on})
  ) parties`

/** Everybody of the directories who can write, or be written to, on the day. */
export async function partiesOn({ db }: Pick<Tx, 'db'>, on: Day): Promise<readonly Party[]> {
  const { rows } = await sql<Party>`
    ${partiesFrom(on)} order by place, name ->> 'kk' collate "kk-x-icu" limit 2000`.execute(db)
  return rows
}

/** The party of 'court:<id>', if the directory knows it on the day. */
export async function partyOn({ db }: Pick<Tx, 'db'>, party: string, on: Day): Promise<Party | null> {
  const [kind, id] = party.split(':')
  if (!kind || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? '')) return null
  const { rows } = await sql<Party>`${partiesFrom(on)} where kind = ${kind} and id = ${id}`.execute(db)
  return rows[0] ?? null
}
