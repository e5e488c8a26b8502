-- Service investigations (6.21) and investigations of a direct superior (6.22): who is under investigation, who carries it, and the
-- terms. A case shows itself to its team and their chain of command alone.

create table investigations (
  id uuid primary key,
  version int not null default 1,
  state text not null check (state in
    ('proposed', 'prepared', 'opened', 'halted', 'concluded', 'reviewed', 'closed', 'discontinued')),
  kind text not null check (kind in ('service', 'superior')),
  language text not null check (language in ('kk', 'ru', 'en')),
  unit_id uuid not null,
  -- Null: the house proposed it after a verdict.
  author_id uuid,
  prepared_at timestamptz not null,
  allegations text not null check (allegations <> ''),
  offence text not null check (offence in ('ordinary', 'discrediting', 'corruption')),
  committed_on date not null,
  discovered_on date not null check (discovered_on >= committed_on),
  place_kind text check (place_kind in ('court', 'body', 'unit')),
  place_id uuid,
  place_name jsonb,
  about_kind text,
  about_id uuid,
  -- The case whose verdict convicted the subordinate.
  verdict_id uuid,
  number text unique,
  opened_on date,
  first_due_on date,
  due_on date,
  -- The earliest day on which somebody can no longer be called to account; null while all those clocks stand still.
  limitation_on date,
  concluded_on date,
  ended_on date,
  ended_by uuid,
  ended_word text,
  -- Who is on the team today; kept by the trigger below.
  team uuid[] not null default '{}',
  leader_id uuid,
  check ((place_kind is null) = (place_id is null) and (place_kind is null) = (place_name is null)),
  check ((about_kind is null) = (about_id is null)),
  check ((opened_on is null) = (due_on is null) and (opened_on is null) = (first_due_on is null)
    and (opened_on is null) = (number is null)),
  check ((ended_on is null) = (ended_word is null)),
  check (verdict_id is null or kind = 'superior')
);
create index on investigations (prepared_at desc, id desc);
create index on investigations (due_on, id) where ended_on is null;
create index on investigations (unit_id, prepared_at desc);
create index on investigations (about_id) where about_id is not null;
-- One verdict proposes one investigation, however often its news comes.
create unique index investigations_verdict on investigations (verdict_id) where state <> 'discontinued';

-- The state is moved first and the operation's lines follow, so the row is judged when the operation commits.
create function investigations_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it constant investigations := (select i from investigations i where i.id = new.id);
begin
  if (it.state in ('opened', 'halted', 'concluded', 'reviewed', 'closed') and it.opened_on is null)
    or (it.state in ('proposed', 'prepared') and it.opened_on is not null)
    or (it.state in ('concluded', 'reviewed', 'closed') and it.concluded_on is null)
    or (it.state in ('closed', 'discontinued')) <> (it.ended_on is not null)
    or not exists (select from investigation_persons p where p.investigation_id = it.id and p.dropped_at is null) then
    raise exception 'investigation % would not be whole in the state %', it.id, it.state using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger investigations_whole after insert or update on investigations deferrable initially deferred
  for each row execute function investigations_whole();

create table investigation_persons (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  person_id uuid not null,
  -- As the person was called on that day.
  name jsonb not null,
  added_at timestamptz not null,
  added_by uuid,
  dropped_at timestamptz,
  dropped_by uuid,
  dropped_reason text check (dropped_reason <> ''),
  check ((dropped_at is null) = (dropped_reason is null))
);
create unique index on investigation_persons (investigation_id, person_id) where dropped_at is null;
create index on investigation_persons (person_id);

-- Whoever is under investigation and works here is shut out of it in the same transaction, and again when the IIN becomes known.
create function shut_investigated() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into denied (record_id, person_id, since, reason)
    select p.investigation_id, e.id, p.added_at, 'investigated'
    from investigation_persons p join persons on persons.id = p.person_id join employees e on e.iin = persons.iin
    where p.dropped_at is null and case tg_table_name
      when 'investigation_persons' then p.id = new.id
      when 'persons' then persons.id = new.id
      else e.id = new.id end
  on conflict do nothing;
  if tg_table_name = 'investigation_persons' then
    delete from denied d using persons join employees e on e.iin = persons.iin
    where to_jsonb(new) ->> 'dropped_at' is not null and d.record_id = (to_jsonb(new) ->> 'investigation_id')::uuid
      and d.reason = 'investigated' and persons.id = (to_jsonb(new) ->> 'person_id')::uuid and d.person_id = e.id;
  end if;
  return null;
end $$;
create trigger shut_investigated after insert or update of dropped_at on investigation_persons for each row
  execute function shut_investigated();
create trigger shut_investigated after update of iin on persons for each row execute function shut_investigated();
create trigger shut_investigated after insert or update of iin on employees for each row execute function shut_investigated();

create table investigation_members (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  employee_id uuid not null,
  role text not null check (role in ('leader', 'member')),
  from_on date not null,
  added_at timestamptz not null,
  added_by uuid not null,
  until_on date check (until_on >= from_on),
  ended_at timestamptz,
  -- Of one who withdrew from it.
  cause text check (cause in ('kinship', 'interest', 'other')),
  reason text check (reason <> ''),
  check ((until_on is null) = (reason is null) and (until_on is null) = (ended_at is null)),
  check (cause is null or reason is not null)
);
create unique index on investigation_members (investigation_id, employee_id) where ended_at is null;
create unique index on investigation_members (investigation_id) where ended_at is null and role = 'leader';

create function investigation_team() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update investigations set
    team = (select coalesce(array_agg(employee_id), '{}') from investigation_members
      where investigation_id = new.investigation_id and ended_at is null),
    leader_id = (select employee_id from investigation_members
      where investigation_id = new.investigation_id and ended_at is null and role = 'leader')
  where id = new.investigation_id;
  return null;
end $$;
create trigger team after insert or update on investigation_members for each row execute function investigation_team();

create table investigation_absences (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  person_id uuid not null,
  cause text not null check (cause in ('sickness', 'leave', 'business-trip')),
  from_on date not null,
  until_on date check (until_on >= from_on),
  paper text not null check (paper <> ''),
  at timestamptz not null,
  by uuid not null
);
create index on investigation_absences (investigation_id, from_on);

-- What the register of criminal cases said of a verdict, and what came of it (6.22).
create table superior_verdicts (
  case_id uuid primary key,
  person_id uuid not null,
  name jsonb not null,
  corruption boolean not null,
  offence_on date not null,
  force_on date not null,
  heard_at timestamptz not null,
  superior_id uuid,
  superior_name jsonb,
  -- Why no investigation was proposed.
  why text check (why in ('no-corruption', 'no-superior', 'not-long', 'not-official')),
  -- What was proposed after it.
  investigation_id uuid
);
create index on superior_verdicts (force_on desc, case_id);

call guard('investigations');
call guard('investigation_persons');
call guard('investigation_members');
call guard('investigation_absences');
call guard('superior_verdicts');

-- The team and their chain of command: the head, the deputy, in a territorial investigation the territorial head. A principal sees
-- what an authority asked of that office names; the program shows of it no more than that.
create policy seen on investigations to {{app}}
  using (
    (
      (select app_kind()) = 'system'
      or ((select app_kind()) = 'employee' and (
        (select app_posts() && '{head,deputy-head}')
        or (select app_actor()) = any (team)
        or (unit_id = any ((select app_reach())::uuid[]) and (select 'territorial-head' = any (app_posts())))
        or ((select app_posts() && '{chairman,ca-head}')
          and exists (select from authority_subjects s where s.kind = 'investigation' and s.record_id = investigations.id))
      ))
    )
    and id <> all ((select app_denied())::uuid[])
    and (about_id is null or about_id <> all ((select app_denied())::uuid[]))
  )
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on investigation_persons to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on investigation_members to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on investigation_absences to {{app}} using (exists (select from investigations i where i.id = investigation_id));
-- A verdict names the superior, who may be the deputy or the head: whoever may not see the person may not see the row.
create policy seen on superior_verdicts to {{app}}
  using ((select app_kind()) = 'system' or ((select app_posts() && '{head,deputy-head}')
    and (superior_id is null or superior_id <> all ((select app_denied())::uuid[]))
    and person_id <> all ((select app_denied())::uuid[])));

grant select, insert, update on investigations, investigation_persons, investigation_members, investigation_absences,
  superior_verdicts to {{app}};

-- What is due on an investigation is seen by whoever owes it and by those who see the investigation, not by the reach of their posts.
create policy investigations_kept on duties as restrictive for select to {{app}} using (
  record_kind <> 'investigation' or holder_id = (select app_actor()) or (select app_kind()) = 'system'
  or exists (select from investigations i where i.id = record_id));

call shut_with('investigations', 'about_id');

insert into document_series (unit_index, index, title, retention_years) values
  ('6001', '7-23',
   '{"kk": "Қызметтік тексерулердің материалдары", "ru": "Материалы служебных расследований", "en": "Materials of service investigations"}', 10)
on conflict do nothing;

-- In a house that stands already, the descriptions given by the house itself gain the principals' screen.
update descriptions set powers = powers || '{investigations.oversee}'
  where post_code in ('chairman', 'ca-head') and basis = 'Qorgan' and proposed_by is null
    and not 'investigations.oversee' = any (powers);

-- Whether words, by their sound, mean this colleague; the stems of names are read by the house alone.
create function employee_sounds_in(employee uuid, heard text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from shutout_stems s, unnest(s.stems) stem
    where s.employee_id = employee and strpos(heard, ' ' || split_part(stem, ' ', 1)) > 0
      and strpos(heard, ' ' || split_part(stem, ' ', 2)) > 0)
$$;
revoke execute on function employee_sounds_in(uuid, text) from public;
grant execute on function employee_sounds_in(uuid, text) to {{app}};
