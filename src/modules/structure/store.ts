// The SQL of regions, units, courts and posts.
import { sql, type JSONColumnType, type Kysely } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type { Tables } from '../../kernel/database.ts'
import type { Text } from '../../kernel/text.ts'
import type { PostCode } from './posts.ts'
import type { CourtKind } from './contract.ts'

type UnitKind = 'department' | 'territorial' | 'body'

interface Lasting {
  valid_from: Day
  valid_to: Day | null
}

interface CourtsTable extends Lasting {
  id: string
  code: string
  case_code: string | null
  kind: CourtKind
  region_code: string | null
  name: JSONColumnType<Text>
}

declare module '../../kernel/database.ts' {
  interface Tables {
    regions: { code: string; kind: 'region' | 'city'; name: JSONColumnType<Text>; place: number }
    units: Lasting & {
      id: string
      code: string
      kind: UnitKind
      region_code: string | null
      name: JSONColumnType<Text>
      place: number
      predecessor_id: string | null
    }
    courts: CourtsTable
    court_successions: { predecessor_id: string; successor_id: string }
    posts: Lasting & {
      id: string
      unit_id: string
      code: PostCode
      name: JSONColumnType<Text>
      staffed: boolean
      place: number
      predecessor_id: string | null
    }
  }
}

type Db = { db: Kysely<Tables> }

export interface Region {
  code: string
  name: Text
}

export interface Unit {
  id: string
  code: string
  kind: UnitKind
  region: Region | null
  name: Text
}

/** Regions in the order of their codes. */
export const regions = async ({ db }: Db) =>
  db.selectFrom('regions').select(['code', 'kind', 'name']).orderBy('place').execute()

const regionOf = (code: string | null, name: Text | null): Region | null => (code && name ? { code, name } : null)

/** Units in force on the day, the Department first. */
export const unitsOn = async ({ db }: Db, day: Day): Promise<Unit[]> => {
  const rows = await db
    .selectFrom('units')
    .leftJoin('regions', 'regions.code', 'units.region_code')
    .select([
      'units.id',
      'units.code',
      'units.kind',
      'units.name',
      'regions.code as region',
      'regions.name as region_name',
    ])
    .where('valid_from', '<=', day)
    .where((it) => it.or([it('valid_to', 'is', null), it('valid_to', '>=', day)]))
    .orderBy('units.place')
    .execute()
  return rows.map(({ id, code, kind, name, region, region_name }) => ({
    id,
    code,
    kind,
    name,
    region: regionOf(region, region_name),
  }))
}

export interface PostPlace {
  postId: string
  code: PostCode
  title: Text
  unitId: string
  unit: Text
  staffed: boolean
}

/** Posts in force on the day, unit by unit. */
export const postsOn = async ({ db }: Db, day: Day): Promise<PostPlace[]> =>
  db
    .selectFrom('posts')
    .innerJoin('units', 'units.id', 'posts.unit_id')
    .select([
      'posts.id as postId',
      'posts.code',
      'posts.name as title',
      'units.id as unitId',
      'units.name as unit',
      'staffed',
    ])
    .where('posts.valid_from', '<=', day)
    .where((it) => it.or([it('posts.valid_to', 'is', null), it('posts.valid_to', '>=', day)]))
    .orderBy('units.place')
    .orderBy('posts.place')
    .execute()

export interface CourtFilter {
  words: string | null
  kind?: CourtKind | undefined
  region?: string | undefined
  on?: Day | undefined
}

interface Named {
  id: string
  code: string
  name: Text
}

const courtsFrom = ({ db }: Db, { words, kind, region, on }: CourtFilter) => {
  let rows = db.selectFrom('courts').leftJoin('regions', 'regions.code', 'courts.region_code')
  if (kind) rows = rows.where('courts.kind', '=', kind)
  if (region) rows = rows.where('courts.region_code', '=', region)
  if (on)
    rows = rows
      .where('valid_from', '<=', on)
      .where((it) => it.or([it('valid_to', 'is', null), it('valid_to', '>=', on)]))
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((it) =>
      it.or([
        it('courts.code', 'ilike', like),
        it('case_code', 'ilike', like),
        sql<boolean>`courts.name::text ilike ${like}`,
      ]),
    )
  }
  return rows
}

const kindPlace = sql`case courts.kind when 'supreme' then 0 when 'cassation' then 1 when 'regional' then 2 when 'military' then 3 else 4 end`

const related = (from: 'predecessor_id' | 'successor_id', to: 'predecessor_id' | 'successor_id') => sql<Named[]>`
  coalesce((select json_agg(json_build_object('id', c.id, 'code', c.code, 'name', c.name) order by c.code)
    from court_successions s join courts c on c.id = ${sql.ref(`s.${to}`)} where ${sql.ref(`s.${from}`)} = courts.id), '[]')`

const courtsPage = async (tx: Db, filter: CourtFilter, limit: number, offset: number) => {
  const rows = await courtsFrom(tx, filter)
    .select([
      'courts.id',
      'courts.code',
      'courts.case_code',
      'courts.kind',
      'courts.name',
      'valid_from',
      'valid_to',
      'regions.code as region',
      'regions.name as region_name',
    ])
    .select([
      related('successor_id', 'predecessor_id').as('predecessors'),
      related('predecessor_id', 'successor_id').as('successors'),
    ])
    .orderBy(kindPlace)
    .orderBy('regions.place', (it) => it.asc().nullsFirst())
    .orderBy(sql`(courts.name ->> 'kk') collate "kk-x-icu"`)
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(({ case_code, region, region_name, valid_from, valid_to, ...rest }) => ({
    ...rest,
    caseCode: case_code,
    region: regionOf(region, region_name),
    validFrom: valid_from,
    validTo: valid_to,
  }))
}

export const courts = async (tx: Db, filter: CourtFilter, page: number, size: number) => {
  const { total } = await courtsFrom(tx, filter)
    .select((it) => it.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: await courtsPage(tx, filter, size, (page - 1) * size), total }
}

/** All courts in force on the day, for choices in forms. */
export const courtsOn = (tx: Db, on: Day, region?: string) => courtsPage(tx, { words: null, on, region }, 2_000, 0)

export interface CourtLine {
  id: string
  code: string
  caseCode: string | null
  kind: CourtKind
  region: string | null
  name: Text
  validFrom: Day
  validTo: Day | null
}

/** Every court ever, as the import compares it. */
export const allCourts = async ({ db }: Db): Promise<(CourtLine & { predecessors: string[] })[]> => {
  const rows = await db.selectFrom('courts').selectAll().orderBy('code').execute()
  const links = await db.selectFrom('court_successions').selectAll().execute()
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  return rows.map(({ id, code, case_code, kind, region_code, name, valid_from, valid_to }) => ({
    id,
    code,
    caseCode: case_code,
    kind,
    region: region_code,
    name,
    validFrom: valid_from,
    validTo: valid_to,
    predecessors: links
      .filter((link) => link.successor_id === id)
      .map((link) => codes.get(link.predecessor_id) ?? '')
      .sort(),
  }))
}

export const putCourt = async ({ db }: Db, it: CourtLine): Promise<void> => {
  const rest = {
    code: it.code,
    case_code: it.caseCode,
    kind: it.kind,
    region_code: it.region,
    name: JSON.stringify(it.name),
    valid_from: it.validFrom,
    valid_to: it.validTo,
  }
  await db
    .insertInto('courts')
    .values({ id: it.id, ...rest })
    .onConflict((on) => on.column('id').doUpdateSet(rest))
    .execute()
}

export const linkCourts = async ({ db }: Db, predecessor: string, successor: string): Promise<void> => {
  await db
    .insertInto('court_successions')
    .values({ predecessor_id: predecessor, successor_id: successor })
    .onConflict((on) => on.doNothing())
    .execute()
}

export interface Reference {
  regions: { code: string; kind: 'region' | 'city'; name: Text; place: number }[]
  units: { id: string; code: string; kind: UnitKind; region: string | null; name: Text; place: number; from: Day }[]
  posts: { id: string; unitId: string; code: PostCode; name: Text; staffed: boolean; place: number; from: Day }[]
  courts: CourtLine[]
}

/** Adds the rows that are not there yet; rows that are there, perhaps changed since, stay. */
export const plant = async ({ db }: Db, { regions: areas, units, posts, courts: seeds }: Reference): Promise<void> => {
  const text = (name: Text) => JSON.stringify(name)
  await db
    .insertInto('regions')
    .values(areas.map((it) => ({ ...it, name: text(it.name) })))
    .onConflict((on) => on.doNothing())
    .execute()
  await db
    .insertInto('units')
    .values(
      units.map(({ region, from, name, ...it }) => ({
        ...it,
        name: text(name),
        region_code: region,
        valid_from: from,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute()
  await db
    .insertInto('posts')
    .values(
      posts.map(({ unitId, from, name, ...it }) => ({ ...it, name: text(name), unit_id: unitId, valid_from: from })),
    )
    .onConflict((on) => on.doNothing())
    .execute()
  await db
    .insertInto('courts')
    .values(
      seeds.map((it) => ({
        id: it.id,
        code: it.code,
        case_code: it.caseCode,
        kind: it.kind,
        region_code: it.region,
        name: text(it.name),
        valid_from: it.validFrom,
        valid_to: it.validTo,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute()
}

/** Ids of all reference rows that are in the database. */
export const planted = async ({ db }: Db): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select code as id from regions union all select id::text from units union all select id::text from posts
    union all select id::text from courts`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
