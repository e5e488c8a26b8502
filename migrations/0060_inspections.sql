-- Inspections of territorial departments of the Court Administration (5.10): programme, team, visits (5.5), findings, act, remedy plan.
-- An inspection shows itself to its team and their chain of command alone; the people of the department inspected are shut out.

create table inspections (
  id uuid primary key,
  version int not null default 1,
  state text not null check (state in
    ('prepared', 'opened', 'drawn', 'signed', 'acquainted', 'remedying', 'closed', 'discontinued')),
  language text not null check (language in ('kk', 'ru', 'en')),
  unit_id uuid not null,
  author_id uuid not null,
  prepared_at timestamptz not null,
  -- The department inspected, as it was called when it was prepared.
  body_id uuid not null references bodies (id),
  body_name jsonb not null check (is_text(body_name)),
  aim text not null check (aim <> ''),
  -- The period under inspection.
  period_from date not null,
  period_until date not null check (period_until >= period_from),
  -- The days of the inspection itself.
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  number text unique,
  opened_on date,
  -- Since when no authority has been in force; the gates look at the day themselves.
  halted_on date,
  document_id uuid,
  drawn_on date,
  act_number text,
  signed_on date,
  -- The head of the department, as he or she was on the day of acquaintance.
  acquainted_on date,
  acquainted_name text check (acquainted_name <> ''),
  acquainted_way text check (acquainted_way in ('signed', 'refused')),
  acquainted_words text check (acquainted_words <> ''),
  objections_due_on date,
  planned_on date,
  ended_on date,
  ended_by uuid,
  ended_word text check (ended_word <> ''),
  -- Who is on the team today, and what is still to be done; kept by the triggers below.
  team uuid[] not null default '{}',
  leader_id uuid,
  unanswered int not null default 0,
  found int not null default 0,
  objections_open int not null default 0,
  remedies int not null default 0,
  remedies_open int not null default 0,
  check ((opened_on is null) = (number is null)),
  check ((drawn_on is null) = (document_id is null)),
  check ((signed_on is null) or (drawn_on is not null)),
  check ((acquainted_on is null) = (acquainted_name is null) and (acquainted_on is null) = (acquainted_way is null)
    and (acquainted_on is null) = (objections_due_on is null)),
  check (acquainted_way is distinct from 'refused' or acquainted_words is not null),
  check ((ended_on is null) = (ended_word is null))
);
create index on inspections (prepared_at desc, id desc);
create index on inspections (unit_id, prepared_at desc);
create index on inspections (body_id);

-- The state is moved first and the operation's lines follow, so the row is judged when the operation commits.
create function inspections_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it constant inspections := (select i from inspections i where i.id = new.id);
begin
  if (it.state not in ('prepared', 'discontinued') and it.opened_on is null)
    or (it.state = 'prepared' and it.opened_on is not null)
    or (it.state in ('drawn', 'signed', 'acquainted', 'remedying', 'closed') and it.drawn_on is null)
    or (it.state in ('signed', 'acquainted', 'remedying', 'closed') and it.signed_on is null)
    or (it.state in ('acquainted', 'remedying', 'closed') and it.acquainted_on is null)
    or (it.state = 'remedying' and it.planned_on is null)
    or (it.state in ('closed', 'discontinued')) <> (it.ended_on is not null)
    or (it.state = 'closed' and it.remedies_open > 0)
    or not exists (select from inspection_questions q where q.inspection_id = it.id) then
    raise exception 'inspection % would not be whole in the state %', it.id, it.state using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger inspections_whole after insert or update on inspections deferrable initially deferred
  for each row execute function inspections_whole();

-- The programme.
create table inspection_questions (
  id uuid primary key,
  inspection_id uuid not null references inspections (id),
  place int not null,
  words text not null check (words <> ''),
  answer text check (answer <> ''),
  answered_at timestamptz,
  answered_by uuid,
  unique (inspection_id, place),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);

create table inspection_members (
  id uuid primary key,
  inspection_id uuid not null references inspections (id),
  employee_id uuid not null,
  role text not null check (role in ('leader', 'member')),
  -- The days of work by the programme.
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  added_at timestamptz not null,
  added_by uuid not null,
  ended_at timestamptz,
  ended_on date,
  cause text check (cause in ('kinship', 'interest', 'other')),
  reason text check (reason <> ''),
  check ((ended_at is null) = (reason is null) and (ended_at is null) = (ended_on is null)),
  check (cause is null or reason is not null)
);
create unique index on inspection_members (inspection_id, employee_id) where ended_at is null;
create unique index on inspection_members (inspection_id) where ended_at is null and role = 'leader';

create function inspection_team() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update inspections set
    team = (select coalesce(array_agg(employee_id), '{}') from inspection_members
      where inspection_id = new.inspection_id and ended_at is null),
    leader_id = (select employee_id from inspection_members
      where inspection_id = new.inspection_id and ended_at is null and role = 'leader')
  where id = new.inspection_id;
  return null;
end $$;
create trigger team after insert or update on inspection_members for each row execute function inspection_team();

-- Entries into courts and the department (5.5). No kind of restricted-regime premises is among those that can be entered.
create table inspection_visits (
  id uuid primary key,
  inspection_id uuid not null references inspections (id),
  who_id uuid not null,
  certificate text not null check (certificate <> ''),
  place_kind text not null check (place_kind in ('court', 'body')),
  place_id uuid not null,
  place_name jsonb not null check (is_text(place_name)),
  premises text not null check (premises in ('building', 'grounds', 'office', 'courtroom', 'registry', 'archive', 'other')),
  room text check (room <> ''),
  vehicle text check (vehicle <> ''),
  came_at timestamptz not null,
  left_at timestamptz check (left_at >= came_at),
  accompanied text check (accompanied <> ''),
  -- Not let in, or not helped: by whom and how; and the demand that followed (12).
  entered boolean not null,
  hindered_by text check (hindered_by <> ''),
  hindrance text check (hindrance <> ''),
  request_id uuid,
  at timestamptz not null,
  by uuid not null,
  check (entered or hindrance is not null),
  check (entered or left_at is null),
  check ((hindrance is null) = (hindered_by is null) and (hindrance is null) = (request_id is null))
);
create index on inspection_visits (inspection_id, came_at);

create table inspection_findings (
  id uuid primary key,
  inspection_id uuid not null references inspections (id),
  question_id uuid not null references inspection_questions (id),
  place int not null,
  what text not null check (what <> ''),
  norm text not null check (norm <> ''),
  -- The papers that prove it, a line each.
  papers text[] not null check (cardinality(papers) > 0),
  -- Who answers for it: one of the register, or in words.
  person_id uuid,
  answers text not null check (answers <> ''),
  at timestamptz not null,
  by uuid not null,
  struck_at timestamptz,
  struck_by uuid,
  struck_reason text check (struck_reason <> ''),
  unique (inspection_id, place),
  check ((struck_at is null) = (struck_reason is null))
);
create index on inspection_findings (person_id) where person_id is not null;

create table inspection_objections (
  id uuid primary key,
  inspection_id uuid not null references inspections (id),
  finding_id uuid references inspection_findings (id),
  received_on date not null,
  words text not null check (words <> ''),
  at timestamptz not null,
  by uuid not null,
  answer text check (answer <> ''),
  upheld boolean,
  answered_at timestamptz,
  answered_by uuid,
  check ((answer is null) = (upheld is null) and (answer is null) = (answered_at is null))
);
create index on inspection_objections (inspection_id, at);

-- The remedy plan and its follow-up.
create table inspection_remedies (
  id uuid primary key,
  inspection_id uuid not null references inspections (id),
  finding_id uuid not null references inspection_findings (id),
  place int not null,
  what text not null check (what <> ''),
  holder text not null check (holder <> ''),
  first_due_on date not null,
  due_on date not null check (due_on >= first_due_on),
  -- Of two who judge it at once, the second has seen another item than stands now.
  version int not null default 1,
  state text not null default 'open' check (state in ('open', 'remedied', 'not-remedied')),
  at timestamptz not null,
  by uuid not null,
  judged_at timestamptz,
  judged_on date,
  judged_by uuid,
  word text check (word <> ''),
  unique (inspection_id, place),
  check ((state = 'open') = (judged_at is null) and (judged_at is null) = (word is null)
    and (judged_at is null) = (judged_by is null) and (judged_at is null) = (judged_on is null))
);

create table inspection_evidence (
  id uuid primary key,
  inspection_id uuid not null references inspections (id),
  remedy_id uuid not null references inspection_remedies (id),
  received_on date not null,
  words text not null check (words <> ''),
  at timestamptz not null,
  by uuid not null
);
create index on inspection_evidence (inspection_id, at);

create table inspection_extensions (
  id uuid primary key,
  inspection_id uuid not null references inspections (id),
  -- Null: the days of the inspection itself.
  remedy_id uuid references inspection_remedies (id),
  from_on date not null,
  until_on date not null check (until_on > from_on),
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by uuid not null
);
create index on inspection_extensions (inspection_id, at);

create function inspection_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one constant uuid := coalesce(new.inspection_id, old.inspection_id);
begin
  update inspections set
    unanswered = (select count(*) from inspection_questions where inspection_id = one and answer is null),
    found = (select count(*) from inspection_findings where inspection_id = one and struck_at is null),
    objections_open = (select count(*) from inspection_objections where inspection_id = one and answer is null),
    remedies = (select count(*) from inspection_remedies where inspection_id = one),
    remedies_open = (select count(*) from inspection_remedies where inspection_id = one and state = 'open')
  where id = one;
  return null;
end $$;
create trigger counts after insert or update or delete on inspection_questions for each row execute function inspection_counts();
create trigger counts after insert or update on inspection_findings for each row execute function inspection_counts();
create trigger counts after insert or update on inspection_objections for each row execute function inspection_counts();
create trigger counts after insert or update on inspection_remedies for each row execute function inspection_counts();

create table inspection_files (
  inspection_id uuid not null references inspections (id),
  file_id uuid not null,
  part text not null check (part in ('visit', 'finding', 'acquaintance', 'objection', 'evidence')),
  -- The row that it belongs to; of the acquaintance, the inspection itself.
  part_id uuid not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  type text not null,
  place int not null,
  primary key (inspection_id, file_id)
);

-- Whoever of the Department's employees served in the department inspected during the period or since, or answers for a finding.
create function inspected_employees(inspection uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select e.id from inspections i, persons p join employees e on e.iin = p.iin
  where i.id = inspection and (
    exists (select from person_posts t where t.person_id = p.id and t.body_id = i.body_id and t.struck_at is null
      and (t.until_on is null or t.until_on >= i.period_from))
    or exists (select from inspection_findings f where f.inspection_id = i.id and f.person_id = p.id and f.struck_at is null))
$$;
revoke execute on function inspected_employees(uuid) from public;
-- Whether somebody would be shut out of an inspection of this body over this period, before there is one.
create function served_in(employee uuid, body uuid, since date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from employees e join persons p on p.iin = e.iin join person_posts t on t.person_id = p.id
    where e.id = employee and t.body_id = body and t.struck_at is null and (t.until_on is null or t.until_on >= since))
$$;
revoke execute on function served_in(uuid, uuid, date) from public;
grant execute on function served_in(uuid, uuid, date) to {{app}};

create function shut_inspected() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  row constant jsonb := to_jsonb(new);
  one uuid;
begin
  for one in select i.id from inspections i where case tg_table_name
      when 'inspections' then i.id = (row ->> 'id')::uuid
      when 'inspection_findings' then i.id = (row ->> 'inspection_id')::uuid
      when 'person_posts' then i.body_id = (row ->> 'body_id')::uuid
      else exists (select from persons p left join person_posts t on t.person_id = p.id
        left join inspection_findings f on f.person_id = p.id
        where case tg_table_name when 'persons' then p.id = (row ->> 'id')::uuid else p.iin = row ->> 'iin' end
          and (t.body_id = i.body_id or f.inspection_id = i.id)) end
  loop
    insert into denied (record_id, person_id, since, reason)
      select one, it, (current_setting('app.at'))::timestamptz, 'inspected' from inspected_employees(one) it
    on conflict do nothing;
    delete from denied where record_id = one and reason = 'inspected'
      and person_id not in (select inspected_employees(one));
  end loop;
  return null;
end $$;
create trigger shut_inspected after insert or update of body_id, period_from on inspections for each row
  execute function shut_inspected();
create trigger shut_inspected after insert or update of struck_at on inspection_findings for each row execute function shut_inspected();
create trigger shut_inspected after insert or update on person_posts for each row execute function shut_inspected();
create trigger shut_inspected after update of iin on persons for each row execute function shut_inspected();
create trigger shut_inspected after insert or update of iin on employees for each row execute function shut_inspected();

call guard('inspections');
call guard('inspection_questions');
call guard('inspection_members');
call guard('inspection_visits');
call guard('inspection_findings');
call guard('inspection_objections');
call guard('inspection_remedies');
call guard('inspection_evidence');
call guard('inspection_extensions');
call guard('inspection_files');

-- The team and their chain of command: the head, the deputy, the territorial head for the own unit's. A principal sees what an authority
-- asked of that office names; the program shows of it no more than that.
create policy seen on inspections to {{app}}
  using (
    (
      (select app_kind()) = 'system'
      or ((select app_kind()) = 'employee' and (
        (select app_posts() && '{head,deputy-head}')
        or (select app_actor()) = any (team)
        or (unit_id = any ((select app_reach())::uuid[]) and (select 'territorial-head' = any (app_posts())))
        or ((select app_posts() && '{chairman,ca-head}')
          and exists (select from authority_subjects s where s.kind = 'inspection' and s.record_id = inspections.id))
      ))
    )
    and id <> all ((select app_denied())::uuid[])
  )
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on inspection_questions to {{app}} using (exists (select from inspections i where i.id = inspection_id));
create policy seen on inspection_members to {{app}} using (exists (select from inspections i where i.id = inspection_id));
create policy seen on inspection_visits to {{app}} using (exists (select from inspections i where i.id = inspection_id));
create policy seen on inspection_findings to {{app}} using (exists (select from inspections i where i.id = inspection_id));
create policy seen on inspection_objections to {{app}} using (exists (select from inspections i where i.id = inspection_id));
create policy seen on inspection_remedies to {{app}} using (exists (select from inspections i where i.id = inspection_id));
create policy seen on inspection_evidence to {{app}} using (exists (select from inspections i where i.id = inspection_id));
create policy seen on inspection_extensions to {{app}} using (exists (select from inspections i where i.id = inspection_id));
create policy seen on inspection_files to {{app}} using (exists (select from inspections i where i.id = inspection_id));

grant select, insert, update on inspections, inspection_members, inspection_visits, inspection_findings, inspection_objections,
  inspection_remedies to {{app}};
-- A programme is rewritten only before the inspection is open.
grant select, insert, update, delete on inspection_questions to {{app}};
grant select, insert on inspection_evidence, inspection_extensions, inspection_files to {{app}};

create function inspection_questions_keep() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from inspections i where i.id = old.inspection_id and i.opened_on is not null) then
    raise exception 'the programme of inspection % is in force', old.inspection_id using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;
create trigger keep before delete on inspection_questions for each row execute function inspection_questions_keep();

create policy inspections_kept on duties as restrictive for select to {{app}} using (
  record_kind <> 'inspection' or holder_id = (select app_actor()) or (select app_kind()) = 'system'
  or exists (select from inspections i where i.id = record_id));

insert into document_series (unit_index, index, title, retention_years) values
  ('6001', '7-28',
   '{"kk": "Аумақтық бөлімшелерді тексеру материалдары", "ru": "Материалы проверок территориальных подразделений", "en": "Materials of inspections of territorial units"}', 10)
on conflict do nothing;

-- In a house that stands already, the descriptions given by the house itself gain the principals' screen.
update descriptions set powers = powers || '{inspections.oversee}'
  where post_code in ('chairman', 'ca-head') and basis = 'Qorgan' and proposed_by is null
    and not 'inspections.oversee' = any (powers);
