-- Summonses to staff of the judicial system and their written explanations (5.2, 12); questionings, those of judges by permission and
-- consent alone (5.3). All of it is seen with the investigation by those who work on it; the person sees the own by a secret code.

create table summonses (
  id uuid primary key,
  version int not null default 1,
  state text not null check (state in
    ('drafted', 'offered', 'signed', 'served', 'missed', 'explained', 'refused', 'withdrawn')),
  investigation_id uuid not null references investigations (id),
  person_id uuid not null,
  -- As the person and the post were called on that day.
  name jsonb not null check (is_text(name)),
  post jsonb check (is_text(post)),
  -- Of the Court Administration or its territorial departments: clause 12 obliges these to comply.
  obliged boolean not null,
  language text not null check (language in ('kk', 'ru', 'en')),
  asked text not null check (asked <> ''),
  appear_on date,
  appear_at text check (appear_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  appear_place text check (appear_place <> ''),
  author_id uuid not null,
  prepared_at timestamptz not null,
  document_id uuid unique,
  number text unique,
  signed_on date,
  -- Keyed hash of the code in the person's hands; a new one takes the place of the old.
  code_hash text unique check (code_hash ~ '^[0-9a-f]{64}$'),
  coded_at timestamptz,
  served_on date,
  served_way text check (served_way in ('hand', 'post', 'courier')),
  served_by text check (served_by <> ''),
  receipt text check (receipt in ('signed', 'refused')),
  receipt_words text check (receipt_words <> ''),
  first_due_on date,
  due_on date,
  missed_on date,
  missed_words text check (missed_words <> ''),
  explained_at timestamptz,
  refused_on date,
  refused_by uuid,
  refused_words text check (refused_words <> ''),
  reported_at timestamptz,
  reported_by uuid,
  reported_words text check (reported_words <> ''),
  ended_on date,
  ended_by uuid,
  ended_word text check (ended_word <> ''),
  check ((appear_on is null) = (appear_place is null) and (appear_at is null or appear_on is not null)),
  check ((code_hash is null) = (coded_at is null)),
  check ((served_on is null) = (due_on is null) and (served_on is null) = (first_due_on is null)
    and (served_on is null) = (receipt is null) and (served_on is null) = (served_way is null)),
  check (receipt is distinct from 'refused' or receipt_words is not null),
  check ((missed_on is null) = (missed_words is null)),
  check ((refused_on is null) = (refused_words is null)),
  check ((reported_at is null) = (reported_words is null)),
  check ((ended_on is null) = (ended_word is null))
);
create index on summonses (investigation_id, prepared_at desc);
create index on summonses (person_id);

-- The state is moved first and the operation's lines follow, so the row is judged when the operation commits.
create function summonses_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it constant summonses := (select s from summonses s where s.id = new.id);
begin
  if (it.state in ('served', 'missed', 'explained', 'refused') and it.served_on is null)
    or (it.state in ('drafted', 'offered') and it.served_on is not null)
    or (it.state in ('signed', 'served', 'missed', 'explained', 'refused') and it.number is null)
    or (it.state = 'missed' and it.missed_on is null)
    or (it.state = 'explained') <> (it.explained_at is not null)
    or (it.state = 'refused' and (it.refused_on is null
      or (select count(*) from summons_witnesses w where w.summons_id = it.id) = 0))
    or (it.state = 'withdrawn') <> (it.ended_on is not null) then
    raise exception 'summons % would not be whole in the state %', it.id, it.state using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger summonses_whole after insert or update on summonses deferrable initially deferred
  for each row execute function summonses_whole();

-- In the person's own words. What was written stays: there is no right to change or remove it; more may be added.
create table summons_explanations (
  id uuid primary key,
  summons_id uuid not null references summonses (id),
  at timestamptz not null,
  -- Written by the person under the code, or brought on paper and entered by an employee.
  channel text not null check (channel in ('portal', 'paper')),
  body text not null check (body <> ''),
  entered_by uuid,
  given_on date not null,
  check ((channel = 'paper') = (entered_by is not null))
);
create index on summons_explanations (summons_id, at);

create table summons_files (
  summons_id uuid not null references summonses (id),
  file_id uuid not null,
  purpose text not null check (purpose in ('paper', 'delivery', 'explanation', 'act')),
  explanation_id uuid references summons_explanations (id),
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  type text not null,
  place int not null,
  primary key (summons_id, file_id),
  check ((purpose = 'explanation') = (explanation_id is not null))
);

-- Who signed the act of refusal beside its author.
create table summons_witnesses (
  summons_id uuid not null references summonses (id),
  place int not null,
  name text not null check (name <> ''),
  post text not null check (post <> ''),
  employee_id uuid,
  primary key (summons_id, place)
);

create table questionings (
  id uuid primary key,
  version int not null default 1,
  state text not null check (state in ('planned', 'underway', 'stopped', 'held', 'signed', 'cancelled')),
  investigation_id uuid not null references investigations (id),
  person_id uuid not null,
  name jsonb not null check (is_text(name)),
  post jsonb check (is_text(post)),
  language text not null check (language in ('kk', 'ru', 'en')),
  on_day date not null,
  at_time text check (at_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  place text not null check (place <> ''),
  planned_by uuid not null,
  planned_at timestamptz not null,
  rights_at timestamptz,
  rights_by uuid,
  rights_words text check (rights_words <> ''),
  -- As it was at the beginning: a judge, and the authority that it began on.
  begun_at timestamptz,
  begun_by uuid,
  judge boolean,
  authority_id uuid,
  authority_number text,
  ended_at timestamptz,
  stopped_why text check (stopped_why in ('consent', 'permission', 'investigation')),
  signature text check (signature in ('signed', 'remarks', 'refused')),
  remarks text check (remarks <> ''),
  signed_at timestamptz,
  signed_by uuid,
  cancelled_word text check (cancelled_word <> ''),
  check ((rights_at is null) = (rights_by is null)),
  check ((begun_at is null) = (begun_by is null) and (begun_at is null) = (judge is null)),
  check ((authority_id is null) = (authority_number is null)),
  check ((signature is null) = (signed_at is null)),
  check (signature is distinct from 'remarks' or remarks is not null),
  check (signature is distinct from 'refused' or remarks is not null)
);
create index on questionings (investigation_id, planned_at desc);
create index on questionings (person_id);
create index on questionings (state) where state in ('planned', 'underway');

-- The judge's consent for one occasion. The judge withdraws it alone, by the code, or says so and it is recorded.
create table questioning_consents (
  id uuid primary key,
  questioning_id uuid not null references questionings (id),
  given_at timestamptz not null,
  recorded_by uuid not null,
  how text not null check (how in ('written', 'spoken')),
  words text check (words <> ''),
  code_hash text not null unique check (code_hash ~ '^[0-9a-f]{64}$'),
  withdrawn_at timestamptz,
  -- Null where the judge withdrew it under the code.
  withdrawn_by uuid,
  withdrawn_words text check (withdrawn_words <> ''),
  check (how = 'written' or words is not null),
  check (withdrawn_at is not null or (withdrawn_by is null and withdrawn_words is null))
);
create unique index on questioning_consents (questioning_id) where withdrawn_at is null;

create table questioning_people (
  id uuid primary key,
  questioning_id uuid not null references questionings (id),
  role text not null check (role in ('defender', 'representative', 'interpreter', 'present')),
  name text not null check (name <> ''),
  paper text check (paper <> ''),
  at timestamptz not null,
  by uuid not null
);
create index on questioning_people (questioning_id, at);

-- A correction is another row; the corrected one stays.
create table questioning_entries (
  id uuid primary key,
  questioning_id uuid not null references questionings (id),
  at timestamptz not null,
  by uuid not null,
  question text not null check (question <> ''),
  answer text not null check (answer <> ''),
  corrects uuid unique references questioning_entries (id),
  reason text check (reason <> ''),
  -- Two answers of one moment stand in the order in which they were written down.
  place bigint generated always as identity,
  check ((corrects is null) = (reason is null))
);
create index on questioning_entries (questioning_id, place);

create table questioning_files (
  questioning_id uuid not null references questionings (id),
  file_id uuid not null,
  purpose text not null check (purpose in ('consent', 'audio', 'scan', 'protocol')),
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  type text not null,
  at timestamptz not null,
  by uuid,
  primary key (questioning_id, file_id)
);

create function questionings_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it constant questionings := (select q from questionings q where q.id = new.id);
begin
  if (it.state in ('planned', 'cancelled')) <> (it.begun_at is null)
    or (it.state in ('stopped', 'held', 'signed')) <> (it.ended_at is not null)
    or (it.state = 'stopped' and it.stopped_why is null)
    or (it.state = 'signed') <> (it.signature is not null)
    or (it.state = 'cancelled') <> (it.cancelled_word is not null)
    -- No judge is questioned without a permission and the own consent (5.3), whatever the program says.
    or (it.judge and (it.authority_id is null
      or not exists (select from questioning_consents c where c.questioning_id = it.id and c.given_at <= it.begun_at
        and (c.withdrawn_at is null or c.withdrawn_at >= it.begun_at)))) then
    raise exception 'questioning % would not be whole in the state %', it.id, it.state using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger questionings_whole after insert or update on questionings deferrable initially deferred
  for each row execute function questionings_whole();

-- Nothing is asked before the beginning or after the end, nor of a judge who has withdrawn.
create function questioning_entries_keep() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it constant questionings := (select q from questionings q where q.id = new.questioning_id);
begin
  if it.state = 'signed' or (new.corrects is null and (it.state <> 'underway' or (it.judge and not exists (
      select from questioning_consents c where c.questioning_id = it.id and c.withdrawn_at is null)))) then
    raise exception 'nothing may be asked in questioning %', it.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger questioning_entries_keep before insert on questioning_entries for each row execute function questioning_entries_keep();

-- Whoever is asked and works here sees nothing of it, also when the IIN becomes known later.
create function shut_asked() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into denied (record_id, person_id, since, reason)
    select it.id, e.id, it.since, 'asked'
    from (select id, person_id, prepared_at as since from summonses
      union all select id, person_id, planned_at from questionings) it
      join persons p on p.id = it.person_id join employees e on e.iin = p.iin
    where case tg_table_name when 'persons' then p.id = new.id when 'employees' then e.id = new.id else it.id = new.id end
  on conflict do nothing;
  return null;
end $$;
create trigger shut_asked after insert on summonses for each row execute function shut_asked();
create trigger shut_asked after insert on questionings for each row execute function shut_asked();
create trigger shut_asked after update of iin on persons for each row execute function shut_asked();
create trigger shut_asked after insert or update of iin on employees for each row execute function shut_asked();

call guard('summonses');
call guard('summons_explanations');
call guard('summons_files');
call guard('summons_witnesses');
call guard('questionings');
call guard('questioning_consents');
call guard('questioning_people');
call guard('questioning_entries');
call guard('questioning_files');

-- The team and their chain of command; a principal, who sees the investigation in short form, sees nothing of this.
create policy seen on summonses to {{app}}
  using (
    exists (select from investigations i where i.id = investigation_id and ((select app_kind()) = 'system'
      or (select app_actor()) = any (i.team) or (select app_posts() && '{head,deputy-head,territorial-head}')))
    and id <> all ((select app_denied())::uuid[])
  )
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on questionings to {{app}}
  using (
    exists (select from investigations i where i.id = investigation_id and ((select app_kind()) = 'system'
      or (select app_actor()) = any (i.team) or (select app_posts() && '{head,deputy-head,territorial-head}')))
    and id <> all ((select app_denied())::uuid[])
  )
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on summons_explanations to {{app}} using (exists (select from summonses s where s.id = summons_id));
create policy seen on summons_files to {{app}} using (exists (select from summonses s where s.id = summons_id));
create policy seen on summons_witnesses to {{app}} using (exists (select from summonses s where s.id = summons_id));
create policy seen on questioning_consents to {{app}} using (exists (select from questionings q where q.id = questioning_id));
create policy seen on questioning_people to {{app}} using (exists (select from questionings q where q.id = questioning_id));
create policy seen on questioning_entries to {{app}} using (exists (select from questionings q where q.id = questioning_id));
create policy seen on questioning_files to {{app}} using (exists (select from questionings q where q.id = questioning_id));

grant select, insert, update on summonses, questionings, questioning_consents to {{app}};
grant select, insert on summons_explanations, summons_files, summons_witnesses, questioning_people, questioning_entries,
  questioning_files to {{app}};

call shut_with('summonses', 'investigation_id');
call shut_with('questionings', 'investigation_id');

-- The paper of a summons is seen with the summons, not by the reach of a post: in the list, in the search, in what is due.
create function summons_paper(document uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from documents where id = document and about_kind = 'summons') $$;
revoke execute on function summons_paper(uuid) from public;
grant execute on function summons_paper(uuid) to {{app}};
create policy summonses_kept on documents as restrictive for select to {{app}} using (
  about_kind <> 'summons' or drafter_id = (select app_actor()) or (select app_kind()) = 'system'
  or exists (select from summonses s where s.id = about_id));
create policy summonses_kept on duties as restrictive for select to {{app}} using (
  case record_kind
    when 'summons' then holder_id = (select app_actor()) or (select app_kind()) = 'system'
      or exists (select from summonses s where s.id = record_id)
    when 'questioning' then holder_id = (select app_actor()) or (select app_kind()) = 'system'
      or exists (select from questionings q where q.id = record_id)
    when 'document' then holder_id = (select app_actor()) or (select app_kind()) = 'system' or not summons_paper(record_id)
    else true
  end);
create function summons_unseen() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.record_kind = 'document' and summons_paper(new.record_id) then
    new.reach_visible := false;
  end if;
  return new;
end $$;
create trigger summons_unseen before insert or update on search_index for each row execute function summons_unseen();

-- The one summons whose code is in hand, in the words that its addressee may read: nothing else of the case.
create view summons_in_hand with (security_barrier) as
  select s.id, s.version, s.state, s.number, s.signed_on, s.language, s.name, s.asked, s.appear_on, s.appear_at, s.appear_place,
    s.served_on, s.due_on, e.name as author
  from summonses s join employees e on e.id = s.author_id
  where app_kind() = 'public' and s.code_hash = app_receipt();
create view explanations_in_hand with (security_barrier) as
  select x.id, x.summons_id, x.at, x.body
  from summons_explanations x join summons_in_hand s on s.id = x.summons_id where x.channel = 'portal';
create view explanation_files_in_hand with (security_barrier) as
  select f.summons_id, f.file_id, f.explanation_id, f.name, f.bytes, f.place
  from summons_files f join summons_in_hand s on s.id = f.summons_id where f.purpose = 'explanation';
grant select on summons_in_hand, explanations_in_hand, explanation_files_in_hand to {{app}}, {{portal}};

-- What the holder of the code may do: add the own words, while the summons stands and its term runs.
grant insert on summons_explanations, summons_files to {{portal}};
create policy written on summons_explanations for insert to {{app}}, {{portal}}
  with check (channel = 'portal' and exists (select from summons_in_hand s where s.id = summons_id
    and s.state in ('served', 'missed', 'explained') and s.due_on >= app_today()));
create policy written on summons_files for insert to {{app}}, {{portal}}
  with check (purpose = 'explanation'
    and exists (select from explanations_in_hand x where x.id = explanation_id and x.summons_id = summons_files.summons_id));

-- The one consent whose code is in hand.
create view consent_in_hand with (security_barrier) as
  select q.id, q.version, q.state, q.language, q.name, q.on_day, q.at_time, q.place, c.given_at, c.withdrawn_at, e.name as author
  from questioning_consents c join questionings q on q.id = c.questioning_id join employees e on e.id = q.planned_by
  where app_kind() = 'public' and c.code_hash = app_receipt();
grant select on consent_in_hand to {{app}}, {{portal}};

-- The judge withdraws alone, at any time before the end; a questioning that is under way stops in the same moment. Null: too late.
create function withdraw_consent(happened timestamptz) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it constant uuid := (select c.questioning_id from questioning_consents c
    where app_kind() = 'public' and c.code_hash = app_receipt() and c.withdrawn_at is null);
begin
  perform from questionings where id = it and state in ('planned', 'underway') for update;
  if not found then
    return null;
  end if;
  update questioning_consents set withdrawn_at = happened where questioning_id = it and withdrawn_at is null;
  if not found then
    return null;
  end if;
  update questionings set version = version + 1,
    state = case state when 'underway' then 'stopped' else state end,
    ended_at = case state when 'underway' then happened end,
    stopped_why = case state when 'underway' then 'consent' end
  where id = it;
  return it;
end $$;
revoke execute on function withdraw_consent(timestamptz) from public;
grant execute on function withdraw_consent(timestamptz) to {{app}}, {{portal}};

insert into document_series (unit_index, index, title, retention_years) values
  ('6001', '7-26',
   '{"kk": "Түсініктеме беруге шақырулар", "ru": "Вызовы для дачи объяснений", "en": "Summonses to give an explanation"}', 10)
on conflict do nothing;
