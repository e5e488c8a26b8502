-- The quarterly reconciliation of the register of criminal cases with the agency's list (6.16, 6.17): what was sent, what differs from
-- ours, what was decided of each, and the signed act.

-- Which column of the agency's list is which field, and how it spells outcomes and qualifications.
create table reconciliation_profiles (
  id uuid primary key,
  version int not null default 1,
  title text not null check (title <> ''),
  mapping jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid
);

create table reconciliations (
  id uuid primary key,
  version int not null default 1,
  state text not null default 'awaited' check (state in ('awaited', 'reading', 'deciding', 'drawn', 'signed')),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  opened_on date not null,
  due_on date not null,
  profile_id uuid references reconciliation_profiles (id),
  file_id uuid,
  file_name text,
  brought_at timestamptz,
  brought_by uuid,
  -- Why the last list could not be read.
  fault jsonb check (fault is null or is_text(fault)),
  compared_at timestamptz,
  document_id uuid,
  signed_on date,
  act_number text
);
create unique index on reconciliations (until_on);

-- A line of the list, or a case of ours that the list lacks.
create table reconciliation_rows (
  id uuid primary key,
  version int not null default 1,
  state text not null default 'open' check (state in ('open', 'agreed', 'taken', 'kept', 'entered', 'aside')),
  reconciliation_id uuid not null references reconciliations (id),
  -- The same line imported twice is one row.
  key text not null,
  place int,
  kind text not null check (kind in ('same', 'differs', 'theirs', 'ours')),
  matched text check (matched in ('number', 'iin', 'name')),
  case_id uuid references criminal_cases (id),
  said jsonb not null default '{}',
  differs text[] not null default '{}',
  iin text,
  heard text not null,
  decided_at timestamptz,
  decided_by uuid,
  reason text check (reason <> ''),
  check ((kind = 'theirs') = (matched is null and case_id is null) or state = 'entered'),
  check ((kind = 'ours') = (place is null))
);
create unique index on reconciliation_rows (reconciliation_id, key);
create index on reconciliation_rows (reconciliation_id, kind, place, id);
create index on reconciliation_rows (case_id) where case_id is not null;

call guard('reconciliation_profiles');
call guard('reconciliations');
call guard('reconciliation_rows');

-- The centre reconciles; a line about somebody is shut with the case, and a line without a case by the number or the name in it.
create policy seen on reconciliation_profiles to {{app}} using ((select in_the_centre()));
create policy seen on reconciliations to {{app}} using ((select in_the_centre())) with check ((select in_the_centre()));
create policy seen on reconciliation_rows to {{app}}
  using ((select in_the_centre()) and id <> all ((select app_denied())::uuid[])
    and (case_id is null or case_id <> all ((select app_denied())::uuid[])))
  with check ((select in_the_centre()));
grant select, insert, update on reconciliation_profiles, reconciliations to {{app}};
grant select, insert, update, delete on reconciliation_rows to {{app}};
call shut_with('reconciliation_rows', 'case_id');

-- As one statement: a list has thousands of lines.
create function screen_reconciliation_rows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into denied (record_id, person_id, since, reason)
  select n.id, e.id, now(), 'accused' from fresh n join employees e on e.iin = n.iin
  union
  select n.id, e.id, now(), 'accused' from fresh n
  join employees e on e.iin is null or n.iin is null
  join shutout_stems s on s.employee_id = e.id
  where exists (select from unnest(s.stems) stem where stem not like '% %' and strpos(n.heard, ' ' || stem) > 0)
    and (not exists (select from unnest(s.stems) stem where stem like '% %')
      or exists (select from unnest(s.stems) stem where stem like '% %' and strpos(n.heard, ' ' || split_part(stem, ' ', 1)) > 0))
  on conflict do nothing;
  return null;
end $$;
create trigger screen after insert on reconciliation_rows referencing new table as fresh
  for each statement execute function screen_reconciliation_rows();

-- The act tells of every line, so whoever is named in one of them does not see the act.
create function shut_act(act uuid, reconciliation uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into denied (record_id, person_id, since, reason)
  select distinct act, d.person_id, now(), 'about' from reconciliation_rows r join denied d on d.record_id = r.id
  where r.reconciliation_id = reconciliation on conflict do nothing
$$;
-- The figures of the whole list, whoever asks: they stand in the act, and an act is not drawn while a line is open to anybody.
create function reconciliation_figures(reconciliation uuid)
returns table (kind text, state text, n int) language sql stable security definer set search_path = public, pg_temp as $$
  select kind, state, count(*)::int from reconciliation_rows where reconciliation_id = reconciliation group by 1, 2
$$;
revoke execute on function shut_act(uuid, uuid), reconciliation_figures(uuid) from public;
grant execute on function shut_act(uuid, uuid), reconciliation_figures(uuid) to {{app}};

insert into reconciliation_profiles (id, title, mapping, changed_at) values (
  '6b1f3c52-7f5a-4f0e-9a55-0c1b6a6d4701', 'Құқықтық статистика комитеті',
  '{"encoding": "auto", "separator": "auto", "dates": ["DD.MM.YYYY", "YYYY-MM-DD"],
    "columns": {
      "erdr": ["СДТБТ нөмірі", "Номер ЕРДР", "ЕРДР", "ERDR"],
      "courtCase": ["Сот ісінің нөмірі", "Номер дела в суде", "Court case"],
      "iin": ["ЖСН", "ИИН", "IIN"],
      "name": ["Аты-жөні", "ФИО", "Ф.И.О.", "Name"],
      "articles": ["Бап", "Статья УК", "Статья", "Article"],
      "qualification": ["Саралау", "Квалификация", "Qualification"],
      "outcome": ["Нәтиже", "Исход", "Результат", "Outcome"],
      "registeredOn": ["Тіркелген күні", "Дата регистрации", "Registered on"]
    },
    "qualifications": {"corruption": ["сыбайлас жемқорлық", "коррупционное", "corruption"], "other": ["өзге", "иное", "other"]},
    "outcomes": {"pending": ["аяқталмаған", "в производстве", "pending"], "convicted": ["сотталды", "осужден", "осуждён", "convicted"],
      "acquitted": ["ақталды", "оправдан", "acquitted"], "cleared": ["ақтайтын негіз", "реабилитирующие", "cleared"],
      "excused": ["ақтамайтын негіз", "нереабилитирующие", "excused"]}}', now());

update descriptions set powers = powers || '{reconciliation.keep}'
  where post_code in ('head', 'deputy-head', 'inspector', 'analyst')
    and basis = 'Qorgan' and proposed_by is null and not 'reconciliation.keep' = any (powers);
