-- The central register of criminal cases about judges and staff of the judicial system (6.16). One row: one person in one case.
-- What a case has come to is told by its events; the columns of the stage are their sum, so that figures need not add them up.

-- Whose register it is: a unit sees its own region's cases, the Department and the principals' bodies see all, where a job description
-- gives the reading of the register at all.
create function criminal_case_units() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  with own as materialized (
    select u.id, u.kind from posts_held(app_today()) h join units u on u.id = h.unit_id
    where h.employee_id = app_actor() and described_powers(h.code, app_today()) && '{criminalCases.read,criminalCases.enter}'
  )
  select coalesce(array_agg(id), '{}') from units
  where id in (select id from own where kind = 'territorial') or exists (select from own where kind <> 'territorial')
$$;

-- Whether that is the whole register: the actor holds such a post of the Department or of the bodies above it.
create function in_the_centre() returns boolean language sql stable as $$
  select app_kind() = 'system' or (app_kind() = 'employee' and exists (
    select from units where kind = 'department' and id = any (criminal_case_units())))
$$;
revoke execute on function criminal_case_units() from public;
grant execute on function criminal_case_units() to {{app}};

create table criminal_cases (
  id uuid primary key,
  version int not null default 1,
  state text not null default 'registered' check (state in
    ('registered', 'suspected', 'charged', 'in-court', 'sentenced', 'appealed', 'in-force', 'terminated')),
  -- The territorial unit of the region, or the Department for the bodies of the centre.
  unit_id uuid not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  -- The person and the post as they stood at the time; the record of the person may be changed later, this not.
  person_id uuid references persons,
  person_name text not null check (person_name <> ''),
  person_heard text generated always as (' ' || name_sounds(person_name)) stored,
  -- Surname, given name and father's name as they sound in any of the three spellings.
  name_key text not null,
  iin text check (iin ~ '^\d{12}$'),
  post_kind text not null check (post_kind in ('judge', 'court-chair', 'court-staff', 'ca-staff', 'td-staff')),
  leads boolean not null,
  post_title text not null check (post_title <> ''),
  court_id uuid references courts,
  court_kind text,
  place_name jsonb not null check (is_text(place_name)),
  region_code text references regions,
  -- Articles of the Criminal Code, the gravest first; the words as the document has them.
  articles text[] not null check (cardinality(articles) between 1 and 10),
  article text generated always as (articles[1]) stored,
  article_words text not null check (article_words <> ''),
  qualification text not null check (qualification in ('corruption', 'other')),
  erdr text check (erdr <> ''),
  erdr_key text generated always as (nullif(regexp_replace(erdr, '\D', '', 'g'), '')) stored,
  court_case text check (court_case <> ''),
  body_id uuid,
  body_name jsonb check (body_name is null or is_text(body_name)),
  offence_on date,
  -- The sum of the standing events.
  registered_on date not null,
  suspected_on date,
  charged_on date,
  court_on date,
  verdict_on date,
  appealed_on date,
  force_on date,
  terminated_on date,
  dismissed_on date,
  restraint text,
  outcome text not null default 'pending' check (outcome in ('pending', 'convicted', 'acquitted', 'cleared', 'excused')),
  gravity text check (gravity in ('minor', 'medium', 'grave', 'especially-grave')),
  sentences text[] not null default '{}',
  sentence_words text,
  -- What came of the superior's liability (6.22); a higher room writes it.
  superior text check (superior in ('proposed', 'investigated', 'liable', 'not-liable', 'none')),
  superior_kind text,
  superior_record uuid,
  check ((superior_kind is null) = (superior_record is null)),
  check ((court_id is null) = (court_kind is null)),
  check (body_id is null or body_name is not null)
);
create index on criminal_cases (registered_on desc, id desc);
create index on criminal_cases (unit_id, registered_on desc);
create index on criminal_cases (iin) where iin is not null;
create index on criminal_cases (person_id) where person_id is not null;
create index on criminal_cases (erdr_key) where erdr_key is not null;
create index on criminal_cases (name_key);
create index on criminal_cases (force_on) where force_on is not null;

-- Each procedural event with the paper that confirms it. A corrected or struck event stays: the one that stands has no end.
create table criminal_case_events (
  id uuid primary key,
  case_id uuid not null references criminal_cases (id),
  -- Order within the case; a corrected event keeps the place of what it replaces.
  place int not null,
  kind text not null,
  happened_on date not null,
  confirmed_on date not null check (confirmed_on >= happened_on),
  incoming_id uuid,
  -- The paper in words: what it is, from whom, number and day.
  paper text check (paper <> ''),
  word text check (word <> ''),
  details jsonb not null default '{}',
  entered_at timestamptz not null,
  entered_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text check (ended_reason <> ''),
  replaced_by uuid,
  check ((ended_at is null) = (ended_reason is null) and (ended_at is null) = (ended_by is null))
);
create unique index on criminal_case_events (case_id, place) where ended_at is null;
create index on criminal_case_events (case_id, place, entered_at);

create table criminal_case_files (
  case_id uuid not null references criminal_cases (id),
  file_id uuid not null,
  event_id uuid not null references criminal_case_events (id),
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  type text not null,
  place int not null,
  primary key (event_id, file_id)
);
create index on criminal_case_files (case_id);

-- What a correction found and what it left, who, when, why and on which paper.
create table criminal_case_corrections (
  id uuid primary key,
  case_id uuid not null references criminal_cases (id),
  at timestamptz not null,
  by uuid not null,
  reason text not null check (reason <> ''),
  source text check (source <> ''),
  before jsonb not null,
  after jsonb not null
);
create index on criminal_case_corrections (case_id, at);

-- What was entered is not unsaid: an event may be ended once, and nothing else of it changes.
create function criminal_case_events_keep() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
    or (new.case_id, new.place, new.kind, new.happened_on, new.confirmed_on, new.incoming_id, new.paper, new.word, new.details,
        new.entered_at, new.entered_by)
      is distinct from (old.case_id, old.place, old.kind, old.happened_on, old.confirmed_on, old.incoming_id, old.paper, old.word,
        old.details, old.entered_at, old.entered_by) then
    raise exception 'an event of a criminal case is corrected by another, never changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger keep before update or delete on criminal_case_events for each row execute function criminal_case_events_keep();

call guard('criminal_cases');
call guard('criminal_case_events');
call guard('criminal_case_files');
call guard('criminal_case_corrections');

create policy seen on criminal_cases to {{app}}
  using (
    (
      (select app_kind()) = 'system'
      or ((select app_kind()) = 'employee' and unit_id = any ((select criminal_case_units())::uuid[]))
    )
    and id <> all ((select app_denied())::uuid[])
  )
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on criminal_case_events to {{app}} using (exists (select from criminal_cases where criminal_cases.id = case_id));
create policy seen on criminal_case_files to {{app}} using (exists (select from criminal_cases where criminal_cases.id = case_id));
create policy seen on criminal_case_corrections to {{app}}
  using (exists (select from criminal_cases where criminal_cases.id = case_id));
grant select, insert, update on criminal_cases, criminal_case_events to {{app}};
grant select, insert on criminal_case_files, criminal_case_corrections to {{app}};

-- Employees whom these words name: by the IIN, or by the sound of the whole name where one of the two has no IIN.
create function named_employees(number text, heard text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select e.id from employees e left join shutout_stems s on s.employee_id = e.id
  where e.iin = number or ((e.iin is null or number is null)
    and exists (select from unnest(s.stems) stem where stem not like '% %' and strpos(heard, ' ' || stem) > 0)
    and (not exists (select from unnest(s.stems) stem where stem like '% %')
      or exists (select from unnest(s.stems) stem where stem like '% %' and strpos(heard, ' ' || split_part(stem, ' ', 1)) > 0)))
$$;
revoke execute on function named_employees(text, text) from public;

-- Deferred: whoever enters a case finishes entering it; from the commit on nobody who is named sees it, and nobody is told.
create function screen_criminal_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from denied where record_id = new.id and reason = 'accused';
  insert into denied (record_id, person_id, since, reason)
  select new.id, it, new.entered_at, 'accused'
  from named_employees(coalesce(new.iin, (select iin from persons where id = new.person_id)), new.person_heard) it on conflict do nothing;
  return null;
end $$;
create constraint trigger screen after insert or update of iin, person_name, person_id on criminal_cases deferrable initially deferred
  for each row execute function screen_criminal_case();

-- Whoever is taken on, or gets another name or number, is looked for in the register. Named so that it runs after the stems are kept.
create function screen_employee_in_cases() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  signs constant text[] := name_stems(new.name);
begin
  insert into denied (record_id, person_id, since, reason)
  select c.id, new.id, now(), 'accused' from criminal_cases c
  where c.iin = new.iin or ((c.iin is null or new.iin is null)
    and exists (select from unnest(signs) stem where stem not like '% %' and strpos(c.person_heard, ' ' || stem) > 0)
    and (not exists (select from unnest(signs) stem where stem like '% %')
      or exists (select from unnest(signs) stem where stem like '% %' and strpos(c.person_heard, ' ' || split_part(stem, ' ', 1)) > 0)))
  on conflict do nothing;
  return null;
end $$;
create trigger screen_in_cases after insert or update of name, iin on employees
  for each row execute function screen_employee_in_cases();

-- In a house that stands already, the descriptions given by the house itself gain the register.
update descriptions set powers = powers || '{criminalCases.read,criminalCases.enter}'
  where post_code in ('head', 'deputy-head', 'inspector', 'territorial-head', 'territorial-inspector')
    and basis = 'Qorgan' and proposed_by is null and not 'criminalCases.read' = any (powers);
update descriptions set powers = powers || '{criminalCases.read}'
  where post_code = 'analyst' and basis = 'Qorgan' and proposed_by is null and not 'criminalCases.read' = any (powers);
