// What is so, asked of the database as its owner in SQL of its own: nothing here uses a rule, a gate or a policy of the house.
import { sql } from 'kysely'
import type { Database } from '../../src/kernel/database.ts'
import { asOwner } from '../kit/papers.ts'
import type { TestHouse } from '../kit/house.ts'

interface Stands {
  id: string
  state: string
  opened: boolean
  stands: boolean
}
interface Asked {
  id: string
  state: string
  begun: boolean
  said: number
  lacks: string[]
}
interface Shown {
  id: string
  permitted: boolean
}
interface Entry {
  id: string
  operation: string
  kind: string | null
  record: string | null
  outcome: string
}
export interface Facts {
  investigations: Stands[]
  inspections: Stands[]
  questionings: Asked[]
  shown: Shown[]
  entries: Entry[]
}

/** Functions of the owner, since what a walk has done is visible on its own connection alone. */
export const layFacts = (house: TestHouse): Promise<unknown> =>
  asOwner(
    house,
    `do $do$ begin
    create function walk_force(aim text, kinds text[], ids uuid[], today date) returns setof uuid
    language sql stable security definer set search_path = public, pg_temp as $$
      select a.id from authorities a
      where a.purpose = aim and a.number is not null and a.issued_on <= today
        and a.state not in ('prepared', 'asked', 'refused', 'withdrawn', 'registered', 'rejected')
        and a.from_on <= today and today <= coalesce(a.until_on, 'infinity') and today < coalesce(a.revoked_on, 'infinity')
        and a.issuer_post = any (case aim when 'questioning' then '{chairman}'::text[]
          when 'inspection' then '{chairman,ca-head,head}' else '{chairman,ca-head}' end)
        and exists (select from appointments w join posts p on p.id = w.post_id
          where w.employee_id = a.issuer_id and p.code = a.issuer_post and a.issued_on between w.from_on and coalesce(w.until_on, 'infinity'))
        and (select count(*) from unnest(kinds, ids) n (k, i)
          join authority_subjects s on s.authority_id = a.id and s.kind = n.k and s.record_id = n.i) = cardinality(ids)
    $$;
    create function walk_facts(today date, since timestamptz) returns jsonb
    language sql stable security definer set search_path = public, pg_temp as $$
      with cases as (
        select i.id, i.state, i.opened_on is not null as opened,
          exists (select from walk_force(case i.kind when 'service' then 'investigation' else i.kind end, '{investigation}', array[i.id], today))
            as stands
        from investigations i
      ), checks as (
        select i.id, i.state, i.opened_on is not null as opened,
          exists (select from walk_force('inspection', '{inspection}', array[i.id], today)) as stands
        from inspections i
      ), occasions as (
        select q.id, q.state, q.begun_at is not null as begun,
          (select count(*) from questioning_entries e where e.questioning_id = q.id and e.corrects is null) as said,
          array_remove(array[
            case when not c.stands then 'assignment' end,
            case when c.state <> 'opened' then 'course' end,
            case when q.rights_at is null then 'rights' end,
            case when q.on_day <> today then 'day' end,
            case when j.judge and not exists (select from walk_force('questioning', '{investigation,person}',
              array[q.investigation_id, q.person_id], today)) then 'permission' end,
            case when j.judge and not exists (select from questioning_consents k
              where k.questioning_id = q.id and k.withdrawn_at is null) then 'consent' end], null) as lacks
        from questionings q join cases c on c.id = q.investigation_id, lateral (
          select coalesce(q.judge, false) or exists (select from person_posts p where p.person_id = q.person_id and p.kind = 'judge'
            and p.struck_at is null and today between p.from_on and coalesce(p.until_on, 'infinity')) as judge) j
      ), looks as (
        select v.number::text as id, v.personal_file_id as file, v.authority_id as authority, v.employee_id as who
        from personal_file_views v where v.at >= since
        union all
        select d.id::text, d.personal_file_id, d.authority_id, d.added_by from personal_file_documents d where d.added_at >= since
      )
      select jsonb_build_object(
        'investigations', coalesce((select jsonb_agg(to_jsonb(c)) from cases c), '[]'),
        'inspections', coalesce((select jsonb_agg(to_jsonb(c)) from checks c), '[]'),
        'questionings', coalesce((select jsonb_agg(to_jsonb(o)) from occasions o), '[]'),
        'shown', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'permitted', exists (
            select from walk_force('personalFile', '{personalFile}', array[l.file], today) f join authorities a on a.id = f
            where a.id = l.authority and (a.way = 'asked' and l.who in (a.author_id, a.asked_by) or exists (
              select from personal_file_readers r
              where r.personal_file_id = l.file and r.authority_id = a.id and r.employee_id = l.who))))) from looks l), '[]'),
        'entries', coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'operation', e.operation, 'kind', e.record_kind,
            'record', e.record_id, 'outcome', e.outcome) order by e.at, e.id) from journal_inbox e
          where e.at >= since and e.outcome in ('done', 'read', 'exported')), '[]'))
    $$;
    end $do$`,
  )

export const factsOf = async (database: Database, today: string, since: Date): Promise<Facts> => {
  const { rows } = await sql<{ it: Facts }>`select walk_facts(${today}, ${since}) as it`.execute(database)
  const [row] = rows
  if (!row) throw new Error('the database tells no facts')
  return row.it
}

/** Acts on an open inspection that need no order: they end it, or take somebody off. */
const freeOfOrder = ['inspections.discontinue', 'inspections.recuse', 'inspections.endMember']

const known = <T extends { id: string }>(rows: readonly T[], id: string | null): T | undefined =>
  rows.find((it) => it.id === id)

/** What the step brought about that had no authority in force on that day, in words. */
export const wrongs = (
  before: Facts,
  now: Facts,
  isAct: (operation: string) => boolean,
  freeOfAssignment: Readonly<Record<string, string>>,
): string[] => {
  const found: string[] = []
  for (const it of now.investigations)
    if (it.opened && !known(before.investigations, it.id)?.opened && !it.stands)
      found.push('an investigation was opened without its assignment in force')
  for (const it of now.inspections)
    if (it.opened && !known(before.inspections, it.id)?.opened && !it.stands)
      found.push('an inspection was opened without its order in force')
  for (const it of now.questionings) {
    const was = known(before.questionings, it.id)
    const lacks = it.lacks.filter((what) => what !== 'day')
    if (it.begun && !was?.begun && it.lacks.length)
      found.push(`a questioning was begun that lacks ${it.lacks.join(', ')}`)
    if (it.said > (was?.said ?? 0) && lacks.length) found.push(`a question was put that lacks ${lacks.join(', ')}`)
  }
  for (const it of now.shown)
    if (!known(before.shown, it.id) && !it.permitted) found.push('a personal file was shown or added to unpermitted')
  for (const { id, operation, kind, record } of now.entries) {
    if (known(before.entries, id)) continue
    const [of, free] =
      kind === 'inspection' ? [before.inspections, freeOfOrder] : [before.investigations, Object.keys(freeOfAssignment)]
    const it = known(of, record)
    const stood = known(kind === 'inspection' ? now.inspections : now.investigations, record)?.stands ?? true
    if (it?.opened && !stood && !free.includes(operation) && isAct(operation))
      found.push(`the journal holds ${operation} on an open ${kind} without its authority in force`)
    if (/^personalFiles\.(viewPage|copy|add)$/.test(operation) && now.shown.length === before.shown.length)
      found.push(`the journal holds ${operation} that no view bears witness to`)
  }
  return found
}

/** What may not stand once the night has looked at everything: open and under way without an authority. */
export const leftOpen = ({ investigations, questionings }: Facts): string[] => [
  ...investigations
    .filter(({ state, stands }) => state === 'opened' && !stands)
    .map(() => 'an investigation stays open without its assignment'),
  ...questionings
    .filter(({ state }) => state === 'underway')
    .map(({ lacks }) => lacks.filter((what) => what !== 'day' && what !== 'rights'))
    .filter((lacks) => lacks.length)
    .map((lacks) => `a questioning goes on that lacks ${lacks.join(', ')}`),
]
