// The SQL of posts, direct superiors and kin as they stand on a day.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type { Text } from '../../kernel/text.ts'
import type { BodyKind, Db } from './store.ts'
import type { KinRelation, PersonKind } from './words.ts'

export interface HeldPost {
  id: string
  personId: string
  kind: PersonKind
  bodyKind: BodyKind
  bodyId: string | null
  body: Text
  region: string | null
  title: Text
  titleKey: string
  from: Day
  until: Day | null
  basis: string
  endBasis: string | null
  struck: string | null
}

const columns = sql`p.id, p.person_id as "personId", p.kind, p.body_kind as "bodyKind", p.body_id as "bodyId", p.body_name as body,
  p.region_code as region, p.title, p.title_key as "titleKey", p.from_on as "from", p.until_on as until, p.basis,
  p.end_basis as "endBasis", p.struck_reason as struck`

/** Every post of the person, the latest first; also those struck out. */
export async function postsEver({ db }: Db, person: string): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    select ${columns} from person_posts p where person_id = ${person} order by p.from_on desc, p.id`.execute(db)
  return rows
}

/** Posts that these persons hold on the day, the latest first. */
export async function heldOn({ db }: Db, persons: readonly string[], on: Day): Promise<HeldPost[]> {
  if (!persons.length) return []
  const { rows } = await sql<HeldPost>`
    select ${columns} from person_posts p
    where p.person_id = any(${[...persons]}::uuid[]) and p.struck_at is null
      and p.from_on <= ${on} and (p.until_on is null or p.until_on >= ${on})
    order by p.from_on desc, p.id`.execute(db)
  return rows
}

/** Whoever holds this post of this body on the day. */
export async function holdersOn({ db }: Db, body: string, titleKey: string, on: Day): Promise<HeldPost[]> {
  const { rows } = await sql<HeldPost>`
    select ${columns} from person_posts p
    where p.body_id = ${body} and p.title_key = ${titleKey} and p.struck_at is null
      and p.from_on <= ${on} and (p.until_on is null or p.until_on >= ${on})
    order by p.from_on desc, p.id`.execute(db)
  return rows
}

export interface SuperiorRow {
  post: string
  superior: string | null
  name: Text | null
  title: Text | null
  titleKey: string | null
  from: Day
  until: Day | null
  basis: string
}

export async function superiorsOf({ db }: Db, person: string): Promise<SuperiorRow[]> {
  const { rows } = await sql<SuperiorRow>`
    select s.post_id as post, s.superior_id as superior, n.name, s.title, s.title_key as "titleKey", s.from_on as "from",
      s.until_on as until, s.basis
    from person_superiors s left join persons n on n.id = s.superior_id
    where s.person_id = ${person} order by s.from_on desc, s.id`.execute(db)
  return rows
}

export interface KinRow {
  id: string
  personId: string
  personName: Text | null
  relation: KinRelation
  kinId: string | null
  kinName: Text
  basis: string
  struck: string | null
}

/** Kin entered on the person's card, and on the cards of others about the person. */
export async function kinRows({ db }: Db, person: string): Promise<KinRow[]> {
  const { rows } = await sql<KinRow>`
    select k.id, k.person_id as "personId", p.name as "personName", k.relation, k.kin_id as "kinId", k.kin_name as "kinName",
      k.basis, k.struck_reason as struck
    from person_kin k left join persons p on p.id = k.person_id
    where k.person_id = ${person} or k.kin_id = ${person} order by k.noted_at, k.id`.execute(db)
  return rows
}

export interface Candidate {
  sound: string
  id: string
  name: Text
}

/** Every name of the persons who ever bore a surname of one of these sounds. */
export async function candidates({ db }: Db, sounds: readonly string[]): Promise<Candidate[]> {
  if (!sounds.length) return []
  const { rows } = await sql<Candidate>`
    select s.sound, s.person_id as id, n.name from person_sounds s join person_names n on n.person_id = s.person_id
    where s.sound = any(${[...sounds]}::text[]) order by s.person_id, n.id`.execute(db)
  return rows
}

/** Persons with these IINs, by IIN. */
export async function byIins({ db }: Db, iins: readonly string[]): Promise<Map<string, string>> {
  if (!iins.length) return new Map()
  const rows = await db
    .selectFrom('persons')
    .select(['id', 'iin'])
    .where('iin', 'in', [...iins])
    .execute()
  return new Map(rows.flatMap(({ id, iin }) => (iin ? [[iin, id] as const] : [])))
}

export const namesByIds = ({ db }: Db, ids: readonly string[]) =>
  db
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
