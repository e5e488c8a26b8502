// The SQL of routes of agreement. Who sees a document sees its route: the policies of the database are the scope.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { Document } from '../documents/index.ts'

export type EndedWhy = 'agreed' | 'objected' | 'changed' | 'ended'
export type Word = 'agreed' | 'objected'

interface RoundsTable {
  id: string
  document_id: string
  draft: number
  in_order: boolean
  opened_at: Date
  opened_by: string | null
  ended_at: Date | null
  ended_by: string | null
  ended_why: EndedWhy | null
  reason: string | null
}

interface VoicesTable {
  id: string
  round_id: string
  document_id: string
  place: number
  employee_id: string
  asked_at: Date | null
  due_on: Day | null
  word: Word | null
  said_at: Date | null
  comment: string | null
}

declare module '../../kernel/database.ts' {
  interface Tables {
    agreement_rounds: RoundsTable
    agreement_voices: VoicesTable
  }
}

export type Voice = VoicesTable
export interface Round extends RoundsTable {
  voices: Voice[]
}

const withVoices = async (tx: Tx, rounds: readonly RoundsTable[]): Promise<Round[]> => {
  if (!rounds.length) return []
  const ids = rounds.map(({ id }) => id)
  const voices = await tx.db
    .selectFrom('agreement_voices')
    .selectAll()
    .where('round_id', 'in', ids)
    .orderBy('place')
    .execute()
  return rounds.map((round) => ({ ...round, voices: voices.filter(({ round_id }) => round_id === round.id) }))
}

const roundsOf = (tx: Tx, document: string) =>
  tx.db.selectFrom('agreement_rounds').selectAll().where('document_id', '=', document)

/** Every walk along the route that there ever was, the newest first. */
export const listRounds = async (tx: Tx, document: string): Promise<Round[]> =>
  withVoices(
    tx,
    await roundsOf(tx, document).orderBy('opened_at', 'desc').orderBy('draft', 'desc').limit(200).execute(),
  )

/** The walk that is under way, if any. */
export const openRound = async (tx: Tx, document: string): Promise<Round | undefined> =>
  (await withVoices(tx, await roundsOf(tx, document).where('ended_at', 'is', null).execute()))[0]

/** The last walk, whether it has ended or not. */
export const lastRound = async (tx: Tx, document: string): Promise<Round | undefined> =>
  (
    await withVoices(
      tx,
      await roundsOf(tx, document).orderBy('opened_at', 'desc').orderBy('draft', 'desc').limit(1).execute(),
    )
  )[0]

export async function insertRound(
  tx: Tx,
  it: { document: string; draft: number; inOrder: boolean; people: readonly string[] },
): Promise<Round> {
  const id = newId()
  const by = tx.actor.kind === 'employee' ? tx.actor.id : null
  const round: RoundsTable = {
    id,
    document_id: it.document,
    draft: it.draft,
    in_order: it.inOrder,
    opened_at: tx.at,
    opened_by: by,
    ended_at: null,
    ended_by: null,
    ended_why: null,
    reason: null,
  }
  const voices = it.people.map((employee, at): Voice => ({
    id: newId(),
    round_id: id,
    document_id: it.document,
    place: at + 1,
    employee_id: employee,
    asked_at: null,
    due_on: null,
    word: null,
    said_at: null,
    comment: null,
  }))
  await tx.db.insertInto('agreement_rounds').values(round).execute()
  await tx.db.insertInto('agreement_voices').values(voices).execute()
  return { ...round, voices }
}

export const markAsked = async (tx: Tx, voice: string, dueOn: Day): Promise<void> => {
  await tx.db.updateTable('agreement_voices').set({ asked_at: tx.at, due_on: dueOn }).where('id', '=', voice).execute()
}

export const markSaid = async (tx: Tx, voice: string, word: Word, comment: string | null): Promise<void> => {
  await tx.db.updateTable('agreement_voices').set({ word, comment, said_at: tx.at }).where('id', '=', voice).execute()
}

export const markEnded = async (tx: Tx, round: string, why: EndedWhy, reason: string | null = null): Promise<void> => {
  const by = tx.actor.kind === 'employee' ? tx.actor.id : null
  await tx.db
    .updateTable('agreement_rounds')
    .set({ ended_at: tx.at, ended_by: by, ended_why: why, reason })
    .where('id', '=', round)
    .execute()
}

export interface Colleague {
  id: string
  name: Text
  post: Text
  code: string
  absent: boolean
}

/**
 * Employees of the Department and its units who may be asked: not the drafter, not the person who signs, and nobody who is
 * shut out of the document or of what it is about. Of a marked document only its readers, unless all are asked for.
 */
export async function colleagues(
  tx: Tx,
  it: Document,
  among: 'readers' | 'all' = 'readers',
): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`
    select id, name, post, code, absent from (
      select distinct on (e.id) e.id, e.name, p.name as post, p.code, u.kind, u.place,
        exists (select from absences b where b.employee_id = e.id and ${tx.today} between b.from_on and b.until_on) as absent
      from posts_held(${tx.today}) held
      join employees e on e.id = held.employee_id
      join posts p on p.id = held.post_id
      join units u on u.id = held.unit_id
      where u.kind in ('department', 'territorial')
        and described_powers(held.code, ${tx.today}) && array['documents.draft', 'documents.read', 'documents.send']
        and e.id <> ${it.drafter} and e.id is distinct from ${it.signing.signer?.id ?? null}
        and not exists (select from denied d where d.person_id = e.id and d.record_id in (${it.id}, ${it.about.id}))
        and (${it.mark === null || among === 'all'} or e.id = any (${[...it.readers]}::uuid[]))
      order by e.id, held.acting
    ) found
    order by kind = 'territorial', place, name ->> 'kk' collate "kk-x-icu"
    limit 500`.execute(tx.db)
  return rows
}
