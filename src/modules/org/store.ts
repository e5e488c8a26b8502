// Who somebody is today: the kernel's actor, the head, those who sign, and names for other rooms.
import { sql, type Kysely } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type { Tables } from '../../kernel/database.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Actor } from '../../kernel/rules.ts'
import type { Language, Text } from '../../kernel/text.ts'
import type { HeldPost } from './people/store.ts'

type Db = Kysely<Tables>

interface Standing {
  id: string
  name: Text
  language: Language
  posts: (Omit<HeldPost, 'resting'> & { powers: string[] | null; replacesName: Text | null })[]
  /** By appointment, also where another holds it for these days. */
  own: { title: Text; unitId: string; unit: Text }[]
}

/** What a signed-in person is shown beside the actor: the main post, its unit, and whom he or she stands in for. */
export interface Presence {
  post: Text
  unit: Text
  actingFor: Text | null
  /** In words, for "acting for": the post that is held for these days. */
  actingPost: Text | null
  language: Language
}

const nowhere: Text = { kk: 'Лауазымы жоқ', ru: 'Без должности', en: 'No post' }

const standingOf = async (db: Db, employeeId: string, today: Day): Promise<Standing | undefined> => {
  const { rows } = await sql<Standing>`select * from standing_of(${employeeId}, ${today})`.execute(db)
  return rows[0]
}

const endsWith = (powers: readonly string[] | null, end: string): boolean =>
  powers?.some((power) => power.endsWith(end)) ?? false

const reachOf = (posts: Standing['posts']): Actor['reach'] => {
  if (posts.some((it) => it.unitKind === 'department' && endsWith(it.powers, '.see-all'))) return 'all'
  return [...new Set(posts.filter((it) => endsWith(it.powers, '.see-unit')).map((it) => it.unitId))]
}

export interface ActorSettings {
  today: Day
  /** The person's own language where left out. */
  language?: Language
  session?: Actor['session']
}

/** The employee as the kernel's actor on a day, and what the shell shows of him or her; nothing for one who has left. */
export const presenceOf = async (
  db: Db,
  employeeId: string,
  { today, language, session = null }: ActorSettings,
): Promise<{ actor: Actor; presence: Presence } | null> => {
  const it = await standingOf(db, employeeId, today)
  if (!it) return null
  const main = it.own[0] ?? it.posts[0]
  const acting = it.posts.find((post) => post.acting)
  const actor: Actor = {
    id: it.id,
    kind: 'employee',
    name: it.name,
    language: language ?? it.language,
    unit: main?.unitId ?? null,
    powers: new Set(it.posts.flatMap(({ powers }) => powers ?? [])),
    posts: it.posts.map((post) => ({ code: post.code, unit: post.unitId, acting: post.acting })),
    reach: reachOf(it.posts),
    session,
  }
  const presence: Presence = {
    post: main?.title ?? nowhere,
    unit: main?.unit ?? nowhere,
    actingFor: acting ? (acting.replacesName ?? acting.title) : null,
    actingPost: acting?.title ?? null,
    language: actor.language,
  }
  return { actor, presence }
}

/** The kernel's actor of an employee on a day; null for one who does not exist or has left. One query. */
export const actorOf = async (db: Db, employeeId: string, settings: ActorSettings): Promise<Actor | null> =>
  (await presenceOf(db, employeeId, settings))?.actor ?? null

export interface Signatory {
  id: string
  name: Text
  /** The post in which he or she signs. */
  post: Text
  acting: boolean
  /** The head who is replaced that day. */
  replaces: { id: string; name: Text } | null
}

/** Clause 15: who signs for the Department on the day: the head, or whoever replaces the head. At most one person. */
export const signatoriesOn = async ({ db }: { db: Db }, day: Day): Promise<Signatory[]> => {
  const { rows } = await sql<Signatory>`
    select e.id, e.name, p.name as post, h.acting,
      case when r.id is null then null else json_build_object('id', r.id, 'name', r.name) end as replaces
    from posts_held(${day}) h join units u on u.id = h.unit_id and u.kind = 'department' join posts p on p.id = h.post_id
    join employees e on e.id = h.employee_id left join employees r on r.id = h.replaces
    where h.code = 'head'`.execute(db)
  return rows
}

/** Clauses 8, 10, 11.2: who directs the Department on the day; null where the post is vacant and nobody acts. */
export const headOn = async (tx: { db: Db }, day: Day): Promise<Signatory | null> =>
  (await signatoriesOn(tx, day))[0] ?? null

/** Names by id, of whoever was ever employed; unknown ids are left out. */
export const captionOfEmployees = async (
  { db }: { db: Db },
  ids: readonly (string | null)[],
): Promise<Map<string, Text>> => {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (!wanted.length) return new Map()
  const { rows } = await sql<{
    id: string
    name: Text
  }>`select id, name from employees where id = any(${wanted}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Where those of these employees who are still here and have an address are written to, and in which language. */
export const addressesOf = async (
  { db, today }: { db: Db; today: Day },
  ids: readonly string[],
): Promise<{ id: string; email: string; language: Language }[]> => {
  if (!ids.length) return []
  const { rows } = await sql<{ id: string; email: string; language: Language }>`
    select id, email, language from employees
    where id = any(${[...new Set(ids)]}::uuid[]) and email is not null and (left_on is null or left_on >= ${today})`.execute(
    db,
  )
  return rows
}

/** Ids and e-mail addresses of those who hold one of these posts in a unit today, for notices. */
export const holdersIn = async (
  { db }: { db: Db },
  { codes, unit, day }: { codes: readonly string[]; unit?: string | null; day: Day },
): Promise<{ id: string; name: Text; email: string | null; language: Language; code: string; unit: string }[]> => {
  const { rows } = await sql<{
    id: string
    name: Text
    email: string | null
    language: Language
    code: string
    unit: string
  }>`
    select e.id, e.name, e.email, e.language, h.code, h.unit_id as unit from posts_held(${day}) h join employees e on e.id = h.employee_id
    where h.code = any(${[...codes]}::text[]) and (${unit ?? null}::uuid is null or h.unit_id = ${unit ?? null})
    order by e.id`.execute(db)
  return rows
}

/** A job description that is in force from the start, because the Regulation and the house itself give its powers (5.15). */
export const plantDescription = async (
  { db, at }: Pick<Tx, 'db' | 'at'>,
  it: { id: string; postCode: string; powers: readonly string[]; fromOn: Day },
): Promise<void> => {
  await sql`
    insert into descriptions (id, state, post_code, powers, from_on, basis, proposed_at, decided_at)
    values (${it.id}, 'approved', ${it.postCode}, ${[...it.powers]}::text[], ${it.fromOn}, 'Qorgan', ${at}, ${at})
    on conflict do nothing`.execute(db)
}
