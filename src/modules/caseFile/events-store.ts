// Everything that happened in an investigation, told by the rows of the rooms that keep it: one statement, both times, one key each.
// A room that keeps more of a case adds its lines here; what is done on the investigation itself comes by the journal without that.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { Source } from './contract.ts'

export interface EventRow {
  key: string
  source: Source
  /** A name in words.ts, or an operation whose title says it. */
  title: string
  happened_on: Day
  at: Date
  by: string | null
  /** In three languages, or in somebody's own words. */
  words: Text | string | null
  record_kind: string | null
  record_id: string | null
}

type Part = (id: string) => RawBuilder<unknown>

/** Operations whose rows tell the same with more words. */
const told = [
  'investigations.addPerson',
  'investigations.dropPerson',
  'investigations.addMember',
  'investigations.replaceMember',
  'investigations.recuse',
  'investigations.noteAuthority',
  'limitations.noteAbsence',
  'limitations.follow',
  'proceedings.extend',
  'proceedings.planStep',
  'proceedings.finishStep',
  'proceedings.dropStep',
  'proceedings.suspend',
  'proceedings.note',
  'proceedings.noteHalt',
  'proceedings.passOn',
  'evidence.receive',
  'caseFile.make',
]

/** A name with words after it, in each language. */
const withWords = (name: RawBuilder<unknown>, words: RawBuilder<unknown>) =>
  sql`(select jsonb_object_agg(key, concat_ws(': ', value, ${words})) from jsonb_each_text(${name}))`

/** As days are written in words. */
const period = (from: string, until: string, between = ' – ') =>
  sql`concat_ws(${between}, to_char(${sql.ref(from)}, 'DD.MM.YYYY'), to_char(${sql.ref(until)}, 'DD.MM.YYYY'))`

const dayIn = (at: RawBuilder<unknown>) => sql`(${at} at time zone 'Asia/Almaty')::date`

const onCase: Part = (id) => sql`
  select 'journal:' || e.id, 'course', e.operation, ${dayIn(sql`e.at`)}, e.at, e.actor, null::jsonb, null::text, null::uuid
  from journal_entries e where e.record_id = ${id}::uuid and e.outcome = 'done' and e.operation <> all (${told})`

const papers: Part = (id) => sql`
  select 'journal:' || e.id, 'papers', e.operation, ${dayIn(sql`e.at`)}, e.at, e.actor, to_jsonb(p.words), p.kind, p.id
  from (
    select r.id, 'request' as kind, concat_ws(' ', r.number, r.subject) as words from requests r where r.about_id = ${id}::uuid
    union all
    select d.id, 'document', concat_ws(' ', d.number, d.title) from documents d where d.about_id = ${id}::uuid
  ) p join journal_entries e on e.record_id = p.id where e.outcome = 'done'`

const persons: Part = (id) => sql`
  select 'person:' || p.id, 'persons', 'person.in', ${dayIn(sql`p.added_at`)}, p.added_at, p.added_by, p.name, 'person', p.person_id
  from investigation_persons p where p.investigation_id = ${id}::uuid
  union all
  select 'person:' || p.id || ':out', 'persons', 'person.out', ${dayIn(sql`p.dropped_at`)}, p.dropped_at, p.dropped_by,
    ${withWords(sql`p.name`, sql`p.dropped_reason`)}, 'person', p.person_id
  from investigation_persons p where p.investigation_id = ${id}::uuid and p.dropped_at is not null
  union all
  select 'absence:' || a.id, 'persons', 'absence.' || a.cause, a.from_on, a.at, a.by,
    ${withWords(sql`p.name`, sql`${period('a.from_on', 'a.until_on')}, a.paper`)}, 'person', a.person_id
  from investigation_absences a join investigation_persons p on p.investigation_id = a.investigation_id
    and p.person_id = a.person_id and p.dropped_at is null
  where a.investigation_id = ${id}::uuid
  union all
  select 'suspension:' || s.id, 'persons', 'suspension', s.from_on, s.at, s.by,
    ${withWords(sql`p.name`, sql`${period('s.from_on', 's.until_on')}, s.act_number, s.issuer`)}, 'person', s.person_id
  from investigation_suspensions s join investigation_persons p on p.investigation_id = s.investigation_id
    and p.person_id = s.person_id and p.dropped_at is null
  where s.investigation_id = ${id}::uuid`

const team: Part = (id) => sql`
  select 'member:' || m.id, 'team', 'member.' || m.role, m.from_on, m.added_at, m.added_by, e.name, null, null
  from investigation_members m left join employees e on e.id = m.employee_id where m.investigation_id = ${id}::uuid
  union all
  select 'member:' || m.id || ':out', 'team', 'member.out', m.until_on, m.ended_at, null,
    ${withWords(sql`e.name`, sql`m.reason`)}, null, null
  from investigation_members m left join employees e on e.id = m.employee_id
  where m.investigation_id = ${id}::uuid and m.ended_at is not null`

const steps: Part = (id) => sql`
  select 'step:' || s.id, 'steps', 'step.planned', s.planned_on, s.planned_at, s.planned_by, to_jsonb(s.what), null, null
  from investigation_steps s where s.investigation_id = ${id}::uuid
  union all
  select 'step:' || s.id || ':done', 'steps', 'step.done', s.done_on, s.done_at, s.done_by,
    to_jsonb(concat_ws(' — ', s.what, s.result)), null, null
  from investigation_steps s where s.investigation_id = ${id}::uuid and s.done_on is not null
  union all
  select 'step:' || s.id || ':dropped', 'steps', 'step.dropped', ${dayIn(sql`s.dropped_at`)}, s.dropped_at, s.dropped_by,
    to_jsonb(concat_ws(' — ', s.what, s.dropped_reason)), null, null
  from investigation_steps s where s.investigation_id = ${id}::uuid and s.dropped_at is not null
  union all
  select 'extension:' || x.id, 'course', 'extension', ${dayIn(sql`x.at`)}, x.at, x.by,
    to_jsonb(concat_ws(': ', ${period('x.from_on', 'x.until_on', ' → ')}, x.reason)), null, null
  from investigation_extensions x where x.investigation_id = ${id}::uuid`

const notes: Part = (id) => sql`
  select 'note:' || n.id, 'course', 'note', n.happened_on, n.at, n.by, n.words, null, null
  from investigation_notes n where n.investigation_id = ${id}::uuid`

const authorities: Part = (id) => sql`
  select 'authority:' || a.id, 'authorities', 'authority.' || a.kind, a.issued_on, coalesce(a.decided_at, a.entered_at),
    coalesce(a.decided_by, a.author_id), to_jsonb(concat_ws(', ', a.number, ${period('a.from_on', 'a.until_on')})), 'authority', a.id
  from authority_subjects s join authorities a on a.id = s.authority_id
  where s.record_id = ${id}::uuid and a.issued_on is not null
  union all
  select 'authority:' || a.id || ':revoked', 'authorities', 'authority.revoked', a.revoked_on, a.revoked_at, a.revoked_by,
    to_jsonb(concat_ws(': ', a.number, a.revoked_word)), 'authority', a.id
  from authority_subjects s join authorities a on a.id = s.authority_id
  where s.record_id = ${id}::uuid and a.revoked_at is not null`

const evidence: Part = (id) => sql`
  select 'custody:' || a.evidence_id || ':' || a.place, 'evidence', 'evidence.' || a.act, a.happened_on, a.at, a.by,
    to_jsonb(concat_ws(': ', concat_ws(' ', e.number, e.what), a.words)), 'evidence', e.id
  from evidence e join evidence_acts a on a.evidence_id = e.id where e.investigation_id = ${id}::uuid`

const parts: readonly Part[] = [onCase, papers, persons, team, steps, notes, authorities, evidence]

const all = (id: string): RawBuilder<unknown> =>
  sql`(${sql.join(
    parts.map((part) => part(id)),
    sql` union all `,
  )}) as event (key, source, title, happened_on, at, by, words, record_kind, record_id)`

export interface Wanted {
  source?: Source | undefined
  words?: string | null | undefined
}

const matching = ({ source, words }: Wanted): RawBuilder<unknown> => {
  const like = words ? `%${words.replaceAll(/[\\%_]/g, '\\$&')}%` : null
  return sql`${source ? sql`source = ${source}` : sql`true`} and ${like ? sql`words::text ilike ${like}` : sql`true`}`
}

export type Order = 'happenedOn' | 'at'
const orders: Readonly<Record<Order, RawBuilder<unknown>>> = {
  happenedOn: sql.raw('happened_on, at, key'),
  at: sql.raw('at, happened_on, key'),
}
const downwards: Readonly<Record<Order, RawBuilder<unknown>>> = {
  happenedOn: sql.raw('happened_on desc, at desc, key desc'),
  at: sql.raw('at desc, happened_on desc, key desc'),
}

export async function pageOfEvents(
  { db }: Pick<Tx, 'db'>,
  id: string,
  wanted: Wanted,
  { order, down, page, size }: { order: Order; down: boolean; page: number; size: number },
): Promise<{ rows: EventRow[]; total: number }> {
  const { rows } = await sql<EventRow & { total: number }>`
    select *, count(*) over () as total from ${all(id)} where ${matching(wanted)}
    order by ${(down ? downwards : orders)[order]} limit ${size} offset ${(page - 1) * size}`.execute(db)
  if (rows.length || page === 1) return { rows, total: rows[0]?.total ?? 0 }
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from ${all(id)} where ${matching(wanted)}`.execute(db)
  return { rows, total: counted[0]?.total ?? 0 }
}

const batch = 500

/** All of them, upwards, some hundreds at a time: each batch begins behind the last event of the one before. */
export async function* walkEvents({ db }: Pick<Tx, 'db'>, id: string, order: Order): AsyncGenerator<EventRow[]> {
  const keys = orders[order]
  for (let last: (EventRow & { exact: string }) | undefined; ;) {
    const after: RawBuilder<unknown> = !last
      ? sql`true`
      : order === 'at'
        ? sql`(at, happened_on, key) > (${last.exact}::timestamptz, ${last.happened_on}::date, ${last.key}::text)`
        : sql`(happened_on, at, key) > (${last.happened_on}::date, ${last.exact}::timestamptz, ${last.key}::text)`
    const { rows } = await sql<EventRow & { exact: string }>`
      select *, at::text as exact from ${all(id)} where ${after} order by ${keys} limit ${batch}`.execute(db)
    yield rows
    if (rows.length < batch) return
    last = rows.at(-1)
  }
}
