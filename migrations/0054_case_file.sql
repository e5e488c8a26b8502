-- Case files of investigations as they were made: numbered, hashed, and kept with what they showed.

create table case_files (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  place int not null check (place > 0),
  made_at timestamptz not null,
  made_by uuid not null,
  language text not null check (language in ('kk', 'ru', 'en')),
  pages int not null check (pages > 0),
  events int not null,
  -- The journal up to which the extract reaches: entries sealed by then.
  journal_size bigint not null,
  file_id uuid not null unique,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  unique (investigation_id, place)
);
call guard('case_files');
-- As the evidence that it lists.
create policy seen on case_files to {{app}}
  using (
    exists (select from investigations i where i.id = investigation_id
      and ((select app_actor()) = any (i.team) or not (select coalesce(app_posts() && '{chairman,ca-head}', false))))
    and id <> all ((select app_denied())::uuid[])
  )
  with check ((select app_kind()) = 'employee');
grant select, insert on case_files to {{app}};
call shut_with('case_files', 'investigation_id');

-- A name in three languages with words after it, and a span of days, as events are told.
create function words_after(name jsonb, variadic words text[]) returns jsonb language sql immutable parallel safe as
$$ select jsonb_object_agg(key, concat_ws(': ', value, nullif(array_to_string(words, ', '), ''))) from jsonb_each_text(name) $$;
create function days_between(from_on date, until_on date) returns text language sql stable parallel safe as
$$ select concat_ws(' – ', to_char(from_on, 'DD.MM.YYYY'), to_char(until_on, 'DD.MM.YYYY')) $$;

-- Everything that happened in an investigation, told by the rows of the rooms that keep it: the day of the event and the moment of its
-- entry, a key that is always the same, and a title that the program puts into words (of the journal: the operation). With the asker's
-- rights, so that the policies of each table are the scope. In PL/pgSQL, because the plan of so many tables and policies takes far
-- longer to make than to run, and is then kept by the connection. A room that keeps more of a case adds its lines.
create function case_events(investigation uuid)
returns table (key text, source text, title text, happened_on date, at timestamptz, by uuid, words jsonb, record_kind text, record_id uuid)
language plpgsql stable rows 2000 set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
declare
  -- Operations whose rows tell the same with more words.
  told constant text[] := '{investigations.addPerson,investigations.dropPerson,investigations.addMember,investigations.replaceMember,
    investigations.recuse,investigations.noteAuthority,limitations.noteAbsence,limitations.follow,proceedings.extend,proceedings.planStep,
    proceedings.finishStep,proceedings.dropStep,proceedings.suspend,proceedings.note,proceedings.noteHalt,proceedings.passOn,
    evidence.receive,caseFile.make}';
begin
  return query
  select 'journal:' || e.id, 'course', e.operation, (e.at at time zone 'Asia/Almaty')::date, e.at, e.actor, null::jsonb, null, null::uuid
    from journal_entries e where e.record_id = investigation and e.outcome = 'done' and e.operation <> all (told)
  union all
  select 'journal:' || e.id, 'papers', e.operation, (e.at at time zone 'Asia/Almaty')::date, e.at, e.actor, to_jsonb(p.words), p.kind, p.id
    from (
      select r.id, 'request' as kind, concat_ws(' ', r.number, r.subject) as words from requests r where r.about_id = investigation
      union all
      select d.id, 'document', concat_ws(' ', d.number, d.title) from documents d where d.about_id = investigation
    ) p join journal_entries e on e.record_id = p.id where e.outcome = 'done'
  union all
  select 'person:' || p.id, 'persons', 'person.in', (p.added_at at time zone 'Asia/Almaty')::date, p.added_at, p.added_by, p.name, 'person',
      p.person_id
    from investigation_persons p where p.investigation_id = investigation
  union all
  select 'person:' || p.id || ':out', 'persons', 'person.out', (p.dropped_at at time zone 'Asia/Almaty')::date, p.dropped_at, p.dropped_by,
      words_after(p.name, p.dropped_reason), 'person', p.person_id
    from investigation_persons p where p.investigation_id = investigation and p.dropped_at is not null
  union all
  select 'absence:' || a.id, 'persons', 'absence.' || a.cause, a.from_on, a.at, a.by,
      words_after(p.name, days_between(a.from_on, a.until_on), a.paper), 'person', a.person_id
    from investigation_absences a join investigation_persons p on p.investigation_id = a.investigation_id
      and p.person_id = a.person_id and p.dropped_at is null
    where a.investigation_id = investigation
  union all
  select 'suspension:' || s.id, 'persons', 'suspension', s.from_on, s.at, s.by,
      words_after(p.name, days_between(s.from_on, s.until_on), s.act_number, s.issuer), 'person', s.person_id
    from investigation_suspensions s join investigation_persons p on p.investigation_id = s.investigation_id
      and p.person_id = s.person_id and p.dropped_at is null
    where s.investigation_id = investigation
  union all
  select 'member:' || m.id, 'team', 'member.' || m.role, m.from_on, m.added_at, m.added_by, e.name, null, null
    from investigation_members m left join employees e on e.id = m.employee_id where m.investigation_id = investigation
  union all
  select 'member:' || m.id || ':out', 'team', 'member.out', m.until_on, m.ended_at, null, words_after(e.name, m.reason), null, null
    from investigation_members m left join employees e on e.id = m.employee_id
    where m.investigation_id = investigation and m.ended_at is not null
  union all
  select 'step:' || s.id, 'steps', 'step.planned', s.planned_on, s.planned_at, s.planned_by, to_jsonb(s.what), null, null
    from investigation_steps s where s.investigation_id = investigation
  union all
  select 'step:' || s.id || ':done', 'steps', 'step.done', s.done_on, s.done_at, s.done_by, to_jsonb(concat_ws(': ', s.what, s.result)),
      null, null
    from investigation_steps s where s.investigation_id = investigation and s.done_on is not null
  union all
  select 'step:' || s.id || ':dropped', 'steps', 'step.dropped', (s.dropped_at at time zone 'Asia/Almaty')::date, s.dropped_at,
      s.dropped_by, to_jsonb(concat_ws(': ', s.what, s.dropped_reason)), null, null
    from investigation_steps s where s.investigation_id = investigation and s.dropped_at is not null
  union all
  select 'extension:' || x.id, 'course', 'extension', (x.at at time zone 'Asia/Almaty')::date, x.at, x.by,
      to_jsonb(concat_ws(': ', days_between(x.from_on, x.until_on), x.reason)), null, null
    from investigation_extensions x where x.investigation_id = investigation
  union all
  select 'note:' || n.id, 'course', 'note', n.happened_on, n.at, n.by, n.words, null, null
    from investigation_notes n where n.investigation_id = investigation
  union all
  select 'authority:' || a.id, 'authorities', 'authority.' || a.kind, a.issued_on, coalesce(a.decided_at, a.entered_at),
      coalesce(a.decided_by, a.author_id), to_jsonb(concat_ws(', ', a.number, days_between(a.from_on, a.until_on))), 'authority', a.id
    from authority_subjects s join authorities a on a.id = s.authority_id
    where s.record_id = investigation and a.issued_on is not null
  union all
  select 'authority:' || a.id || ':revoked', 'authorities', 'authority.revoked', a.revoked_on, a.revoked_at, a.revoked_by,
      to_jsonb(concat_ws(': ', a.number, a.revoked_word)), 'authority', a.id
    from authority_subjects s join authorities a on a.id = s.authority_id
    where s.record_id = investigation and a.revoked_at is not null
  union all
  select 'custody:' || a.evidence_id || ':' || a.place, 'evidence', 'evidence.' || a.act, a.happened_on, a.at, a.by,
      to_jsonb(concat_ws(': ', concat_ws(' ', e.number, e.what), a.words)), 'evidence', e.id
    from evidence e join evidence_acts a on a.evidence_id = e.id where e.investigation_id = investigation;
end $$;
revoke execute on function case_events(uuid) from public;
grant execute on function case_events(uuid) to {{app}};
