// The SQL of signals, their files and their links. What the actor may not see does not exist here: the policies are the scope.
import { sql, type Generated } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { SignalSource } from './words.ts'

declare module '../../kernel/database.ts' {
  interface Tables {
    signals: {
      id: string
      version: Generated<number>
      mark: string
      source: SignalSource
      link: string | null
      author: string | null
      seen_on: Day
      gist: string
      unit_id: string
      court_id: string | null
      noted_at: Date
      noted_by: string
    }
    signal_files: {
      signal_id: string
      file_id: string
      name: string
      bytes: number
      sha256: string
      type: string
      place: number
    }
    signal_links: {
      id: string
      signal_id: string
      appeal_id: string
      reason: string
      at: Date
      by: string
      undone_at: Date | null
      undone_by: string | null
      undone_reason: string | null
    }
  }
}

export interface Signal {
  id: string
  version: number
  mark: string
  source: SignalSource
  unit: string
  seenOn: Day
}

export async function findSignal(tx: Tx, id: string, lock: boolean): Promise<Signal | undefined> {
  const query = tx.db
    .selectFrom('signals')
    .select(['id', 'version', 'mark', 'source', 'unit_id as unit', 'seen_on as seenOn'])
    .where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export const readSignal = (tx: Tx, id: string) =>
  tx.db.selectFrom('signals').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

export interface NewSignal {
  source: SignalSource
  link: string | null
  author: string | null
  seenOn: Day
  gist: string
  unit: string
  court: string | null
}

/** Stores it; null where the same publication is noted already. */
export async function insertSignal(tx: Tx, it: NewSignal): Promise<{ id: string; mark: string } | null> {
  const { rows } = await sql<{ serial: number }>`select nextval('signal_serials') as serial`.execute(tx.db)
  const id = newId()
  const mark = `СГ-${tx.today.slice(2, 4)}-${String(rows[0]?.serial).padStart(4, '0')}`
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('signals')
    .values({
      ...{ id, mark, source: it.source, link: it.link, author: it.author, seen_on: it.seenOn, gist: it.gist },
      ...{ unit_id: it.unit, court_id: it.court, noted_at: tx.at, noted_by: tx.actor.id },
    })
    .onConflict((met) => met.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows ? { id, mark } : null
}

interface KeptFile {
  id: string
  name: string
  bytes: number
  sha256: string
  type: string
}

export async function linkFiles(tx: Tx, signal: string, files: readonly KeptFile[]): Promise<void> {
  const rows = files.map(({ id, name, bytes, sha256, type }, place) => ({
    ...{ signal_id: signal, file_id: id, name, bytes, sha256, type, place },
  }))
  if (rows.length) await tx.db.insertInto('signal_files').values(rows).execute()
}

export const filesOf = (tx: Tx, signal: string) =>
  tx.db
    .selectFrom('signal_files')
    .select(['file_id as id', 'name', 'bytes', 'sha256', 'type'])
    .where('signal_id', '=', signal)
    .orderBy('place')
    .execute()

export interface SignalFilter {
  source?: SignalSource | undefined
  linked?: 'yes' | 'no' | undefined
  seenOnFrom?: Day | undefined
  seenOnUntil?: Day | undefined
  words?: string | null | undefined
}

const isLinked = sql<boolean>`exists (select from signal_links l where l.signal_id = signals.id and l.undone_at is null)`
/** Counting stops here: a screen then says "more than". */
const cap = 10_000

const filtered = (tx: Tx, it: SignalFilter) => {
  let rows = tx.db.selectFrom('signals')
  if (it.source) rows = rows.where('source', '=', it.source)
  if (it.linked) rows = rows.where(isLinked, '=', it.linked === 'yes')
  if (it.seenOnFrom) rows = rows.where('seen_on', '>=', it.seenOnFrom)
  if (it.seenOnUntil) rows = rows.where('seen_on', '<=', it.seenOnUntil)
  if (it.words) {
    const like = `%${it.words.replace(/[%_\\]/g, '\\$&')}%`
    rows = rows.where((or) => or.or([or('gist', 'ilike', like), or('mark', 'ilike', like), or('link', 'ilike', like)]))
  }
  return rows
}

export async function listRows(tx: Tx, it: SignalFilter, sort: 'seenOn' | '-seenOn', page: number, size: number) {
  const order = sort === 'seenOn' ? 'asc' : 'desc'
  const rows = await filtered(tx, it)
    .select(['id', 'mark', 'source', 'seen_on', 'gist', 'unit_id', 'court_id'])
    .select(
      sql<number>`(select count(*)::int from signal_links l where l.signal_id = signals.id and l.undone_at is null)`.as(
        'links',
      ),
    )
    .orderBy('seen_on', order)
    .orderBy('id', order)
    .offset((page - 1) * size)
    .limit(size)
    .execute()
  const counted = await tx.db
    .selectFrom(
      filtered(tx, it)
        .select('id')
        .limit(cap + 1)
        .as('counted'),
    )
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  const total = Number(counted.n)
  return { rows, total: Math.min(total, cap), capped: total > cap }
}

/** Links to appeals that the actor sees, newest first, also those undone. */
export const linksOf = (tx: Tx, signal: string) =>
  tx.db
    .selectFrom('signal_links')
    .innerJoin('appeals', 'appeals.id', 'signal_links.appeal_id')
    .select(['signal_links.id', 'appeal_id', 'signal_links.reason', 'signal_links.at', 'by', 'undone_at', 'undone_by'])
    .select(['undone_reason', 'subject'])
    .select(sql<string>`coalesce(appeals.number, appeals.slip_number)`.as('number'))
    .where('signal_id', '=', signal)
    .orderBy('signal_links.at', 'desc')
    .limit(200)
    .execute()

/** False where they are linked already. */
export async function addLink(tx: Tx, signal: string, appeal: string, reason: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('signal_links')
    .values({
      ...{ id: newId(), signal_id: signal, appeal_id: appeal, reason, at: tx.at, by: tx.actor.id },
      ...{ undone_at: null, undone_by: null, undone_reason: null },
    })
    .onConflict((met) => met.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False where there is no such standing link of this signal. */
export async function undoLink(tx: Tx, signal: string, link: string, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('signal_links')
    .set({ undone_at: tx.at, undone_by: tx.actor.id, undone_reason: reason })
    .where('id', '=', link)
    .where('signal_id', '=', signal)
    .where('undone_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export const ofAppeal = (tx: Tx, appeal: string) =>
  tx.db
    .selectFrom('signal_links')
    .innerJoin('signals', 'signals.id', 'signal_links.signal_id')
    .select(['signals.id', 'mark', 'source', 'seen_on as seenOn', 'gist'])
    .where('appeal_id', '=', appeal)
    .where('undone_at', 'is', null)
    .orderBy('signal_links.at')
    .limit(100)
    .execute()

/** Appeals in the actor's sight by number or words of their short title, newest first. */
export async function appealsLike(tx: Tx, words: string | null) {
  const like = `%${(words ?? '').replace(/[%_\\]/g, '\\$&')}%`
  const { rows } = await sql<{ id: string; number: string; subject: string | null }>`
    select id, coalesce(number, slip_number) as number, subject from appeals
    where number ilike ${like} or slip_number ilike ${like} or subject ilike ${like}
    order by received_on desc, id desc limit 20`.execute(tx.db)
  return rows
}

export async function appealSeen(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.db.selectFrom('appeals').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

export async function courtNames(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, Text>> {
  const asked = [...new Set(ids.filter((it) => it !== null))]
  if (!asked.length) return new Map()
  const { rows } = await sql<{
    id: string
    name: Text
  }>`select id, name from courts where id = any (${asked}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
