-- Evidence of an investigation and its chain of custody: sealed originals, working copies, and acts of which none can be skipped.

create table evidence (
  id uuid primary key,
  version int not null default 1,
  state text not null default 'sealed' check (state in ('sealed', 'unsealed', 'out', 'returned', 'destroyed')),
  investigation_id uuid not null references investigations (id),
  place int not null check (place > 0),
  number text not null unique,
  kind text not null check (kind in ('document', 'recording', 'physical', 'electronic')),
  what text not null check (what <> ''),
  -- By what it is told from others: size, colour, serial number, number of sheets.
  marks text check (marks <> ''),
  from_whom text not null check (from_whom <> ''),
  ground text not null check (ground in ('request', 'inspection', 'handed-over')),
  request_id uuid,
  -- The paper of the seizure: its name, number and day.
  paper text check (paper <> ''),
  received_on date not null,
  received_at timestamptz not null,
  received_by uuid not null,
  kept_at text not null check (kept_at <> ''),
  seal text not null check (seal <> ''),
  -- Who has it in hand: an employee, or somebody outside whom an act names; nobody at the end.
  holder_id uuid,
  outside text check (outside <> ''),
  back_on date,
  -- To whom the holder is handing it; it is the holder's until that person takes it.
  offered_to uuid,
  offered_how text,
  unsealed_by uuid,
  doomed_at timestamptz,
  doomed_by uuid,
  doomed_reason text check (doomed_reason <> ''),
  -- The last day of its term, as it was when destruction was proposed.
  doomed_after date,
  ended_on date,
  unique (investigation_id, place),
  check ((ground = 'request') = (request_id is not null)),
  check (holder_id is null or outside is null),
  check ((outside is null) = (back_on is null)),
  check (offered_to is null or (holder_id is not null and offered_to <> holder_id)),
  check ((doomed_at is null) = (doomed_by is null) and (doomed_at is null) = (doomed_reason is null)
    and (doomed_at is null) = (doomed_after is null))
);
create index on evidence (received_at desc, id desc);
create index on evidence (holder_id, received_at desc) where ended_on is null;

create function evidence_keep() returns trigger language plpgsql as $$
begin
  if (new.investigation_id, new.place, new.number, new.kind, new.what, new.marks, new.from_whom, new.ground, new.request_id, new.paper,
      new.received_on, new.received_at, new.received_by)
    is distinct from (old.investigation_id, old.place, old.number, old.kind, old.what, old.marks, old.from_whom, old.ground, old.request_id,
      old.paper, old.received_on, old.received_at, old.received_by) then
    raise exception 'what was written of evidence % when it came in cannot be changed', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger evidence_keep before update on evidence for each row execute function evidence_keep();

-- The chain: who had it before the act and who has it after; nobody gives what he or she does not have.
create table evidence_acts (
  evidence_id uuid not null references evidence (id),
  place int not null check (place > 0),
  act text not null check (act in
    ('received', 'moved', 'handed', 'given-out', 'taken-in', 'copied', 'seal-broken', 'resealed', 'damaged', 'renewed', 'returned', 'destroyed')),
  happened_on date not null,
  at timestamptz not null,
  -- Null for the house itself.
  by uuid,
  giver_id uuid,
  giver_outside text,
  taker_id uuid,
  taker_outside text,
  -- How, why, in what condition; the place, the seal, the paper.
  words text,
  seal text,
  primary key (evidence_id, place),
  check (giver_id is null or giver_outside is null),
  check (taker_id is null or taker_outside is null)
);

create function evidence_chain() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  last constant evidence_acts := (select a from evidence_acts a where a.evidence_id = new.evidence_id order by a.place desc limit 1);
begin
  if new.place <> coalesce(last.place, 0) + 1
    or (last.place is not null and (new.giver_id, new.giver_outside) is distinct from (last.taker_id, last.taker_outside))
    or (last.place is not null and new.happened_on < last.happened_on)
    or (last.place is null and (new.act <> 'received' or new.taker_id is null))
    or last.act in ('returned', 'destroyed') then
    raise exception 'act % of evidence % does not follow from the one before', new.place, new.evidence_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger evidence_chain before insert on evidence_acts for each row execute function evidence_chain();

-- The row says nothing else than the last act.
create function evidence_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it constant evidence := (select e from evidence e where e.id = new.id);
  last constant evidence_acts := (select a from evidence_acts a where a.evidence_id = new.id order by a.place desc limit 1);
begin
  if last.place is null or (it.holder_id, it.outside) is distinct from (last.taker_id, last.taker_outside)
    or (it.state in ('sealed', 'unsealed')) <> (it.holder_id is not null)
    or (it.state = 'out') <> (it.outside is not null)
    or (it.state in ('returned', 'destroyed')) <> (it.ended_on is not null)
    or (it.unsealed_by is not null and it.state <> 'unsealed') then
    raise exception 'evidence % would not be whole in the state %', it.id, it.state using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger evidence_whole after insert or update on evidence deferrable initially deferred
  for each row execute function evidence_whole();

create table evidence_files (
  id uuid primary key,
  evidence_id uuid not null references evidence (id),
  place int not null,
  original_id uuid not null unique,
  copy_id uuid not null unique,
  name text not null,
  bytes bigint not null,
  -- Of both: a copy is the same bytes.
  sha256 text not null,
  type text not null,
  checked_at timestamptz,
  damaged text check (damaged in ('copy', 'original')),
  damaged_at timestamptz,
  unique (evidence_id, place),
  check ((damaged is null) = (damaged_at is null))
);
create index on evidence_files (checked_at nulls first);

-- The envelope of the sealed originals. They belong to it and not to the item, so that nothing reads them but the acts that may.
create table evidence_envelopes (
  id uuid primary key,
  evidence_id uuid not null unique references evidence (id)
);

-- True when its files are gone; false where the investigation is held. Judges everything itself, whatever the program says.
create function destroy_evidence(item uuid, today date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it constant evidence := (select e from evidence e where e.id = item for update);
begin
  if app_operation() is distinct from 'evidence.destroy' or it.state is distinct from 'destroyed' or it.ended_on is not null
    or it.doomed_by is null or it.doomed_by = app_actor() or it.doomed_after >= today
    or not exists (select from investigations i where i.id = it.investigation_id and i.ended_on is not null) then
    raise exception 'evidence % may not be destroyed', item using errcode = 'insufficient_privilege';
  end if;
  if exists (select from retention_holds where record_id in (it.id, it.investigation_id) and lifted_at is null) then
    return false;
  end if;
  insert into file_custody (file_id, at, actor, actor_kind, act, note)
    select file_id, now(), app_actor(), app_kind(), 'removed', 'destroyed under an act' from file_attachments
    where record_id = item or record_id in (select id from evidence_envelopes where evidence_id = item);
  delete from file_attachments where record_id = item or record_id in (select id from evidence_envelopes where evidence_id = item);
  -- Bytes that belong to nothing any more are swept from the disk.
  update files set attached = false where id in (select unnest(array[original_id, copy_id]) from evidence_files where evidence_id = item)
    and not exists (select from file_attachments other where other.file_id = files.id);
  return true;
end $$;
revoke execute on function destroy_evidence(uuid, date) from public;
grant execute on function destroy_evidence(uuid, date) to {{app}};

call guard('evidence');
call guard('evidence_acts');
call guard('evidence_files');
call guard('evidence_envelopes');

-- With the investigation, but for a principal who sees of it what an authority names and nothing of its course.
create policy seen on evidence to {{app}}
  using (
    exists (select from investigations i where i.id = investigation_id
      and ((select app_actor()) = any (i.team) or not (select coalesce(app_posts() && '{chairman,ca-head}', false))))
    and id <> all ((select app_denied())::uuid[])
  )
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on evidence_acts to {{app}} using (exists (select from evidence e where e.id = evidence_id));
create policy seen on evidence_files to {{app}} using (exists (select from evidence e where e.id = evidence_id));
-- The originals: while they come in, while the house checks them, and to the leader who broke the seal.
create policy seen on evidence_envelopes to {{app}}
  using (exists (select from evidence e where e.id = evidence_id and case (select app_operation())
    when 'evidence.receive' then true
    when 'evidence.check' then (select app_kind()) = 'system'
    when 'evidence.renewCopy' then true
    when 'evidence.original' then e.state = 'unsealed' and e.unsealed_by = (select app_actor())
    else false end))
  with check ((select app_operation()) = 'evidence.receive');

grant select, insert, update on evidence to {{app}};
grant select, insert on evidence_acts, evidence_envelopes to {{app}};
grant select, insert, update (copy_id, checked_at, damaged, damaged_at) on evidence_files to {{app}};

-- What is awaited back is seen by whoever answers for it and by those who see the evidence.
create policy evidence_kept on duties as restrictive for select to {{app}} using (
  record_kind <> 'evidence' or holder_id = (select app_actor()) or (select app_kind()) = 'system'
  or exists (select from evidence e where e.id = record_id));

call shut_with('evidence', 'investigation_id');
call shut_with('evidence_envelopes', 'evidence_id');
