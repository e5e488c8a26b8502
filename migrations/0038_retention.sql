-- How long what is finished is kept: legal holds, acts of destruction, and the one door through which content is destroyed.
-- What remains of a destroyed appeal is its line in the register: numbers, days, kind, result. Statistics stay reproducible.

alter table appeals add column destroyed_on date;

create table retention_holds (
  id uuid primary key,
  record_kind text not null,
  record_id uuid not null,
  reason text not null check (reason <> ''),
  since timestamptz not null,
  by uuid not null,
  lifted_at timestamptz,
  lifted_by uuid,
  lifted_reason text,
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null))
);
create unique index retention_holds_open on retention_holds (record_id) where lifted_at is null;

-- One act a month of expiry: announced beforehand, proposed when the terms have run out, approved by another person.
create table destruction_acts (
  id uuid primary key,
  version int not null default 1,
  state text not null default 'announced' check (state in ('announced', 'proposed', 'approved', 'declined')),
  -- The last day of the month in which the terms of its records run out.
  ends_on date not null,
  announced_on date not null,
  proposed_at timestamptz,
  proposed_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  reason text
);
create unique index destruction_acts_open on destruction_acts (ends_on) where state in ('announced', 'proposed');

create table destruction_items (
  act_id uuid not null references destruction_acts,
  record_id uuid not null,
  number text not null,
  done_on date not null,
  kept_until date not null,
  -- Taken out when the act was proposed or carried out, because the record was held.
  held boolean not null default false,
  destroyed_on date,
  primary key (act_id, record_id)
);
create index on destruction_items (record_id);

-- Which tables hold the content of an appeal, in the order in which they are emptied. A room that keeps more adds its rows.
create table retention_contents (
  relation text primary key,
  key_column text not null,
  place int not null unique
);
insert into retention_contents values
  ('appeal_files', 'appeal_id', 10),
  ('appeal_messages', 'appeal_id', 20),
  ('appeal_notes', 'appeal_id', 30),
  ('appeal_applicants', 'appeal_id', 40);

create or replace function appeals_keep() returns trigger language plpgsql as $$
begin
  -- Only the owner's own function comes here with this mark, and it has judged the act.
  if current_setting('app.destroying', true) = old.id::text and current_user = pg_get_userbyid(
    (select relowner from pg_class where oid = 'appeals'::regclass)) then
    return new;
  end if;
  if (new.slip_number, new.receipt_hash, new.body, new.anonymous, new.channel, new.language, new.received_at, new.received_on, new.received_by)
    is distinct from (old.slip_number, old.receipt_hash, old.body, old.anonymous, old.channel, old.language, old.received_at,
      old.received_on, old.received_by)
    or (old.number is not null and (new.number, new.registered_on, new.registered_at, new.registered_by)
      is distinct from (old.number, old.registered_on, old.registered_at, old.registered_by)) then
    raise exception 'what appeal % said when it came in cannot be changed', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- True when the content is gone; false where the appeal is held. Judges everything itself, whatever the program says.
create function destroy_appeal(act uuid, appeal uuid, today date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  item constant destruction_items := (select i from destruction_items i where i.act_id = act and i.record_id = appeal for update);
  content record;
begin
  if app_operation() is distinct from 'retention.destroy' or app_kind() <> 'system' or item.record_id is null or item.kept_until >= today
    or not exists (select from destruction_acts where id = act and state = 'approved')
    or not exists (select from appeals where id = appeal and done_on is not null) then
    raise exception 'the content of % may not be destroyed', appeal using errcode = 'insufficient_privilege';
  end if;
  if item.destroyed_on is not null then
    return true;
  end if;
  if exists (select from retention_holds where record_id = appeal and lifted_at is null) then
    update destruction_items set held = true where act_id = act and record_id = appeal;
    return false;
  end if;
  insert into file_custody (file_id, at, actor, actor_kind, act, note)
    select file_id, now(), null, 'system', 'removed', 'destroyed under an act' from file_attachments where record_id = appeal;
  -- Bytes that belong to nothing any more are swept from the disk.
  update files set attached = false where id in (select file_id from file_attachments where record_id = appeal)
    and not exists (select from file_attachments other where other.file_id = files.id and other.record_id <> appeal);
  delete from file_attachments where record_id = appeal;
  for content in select relation, key_column from retention_contents order by place loop
    execute format('delete from %I where %I = $1', content.relation, content.key_column) using appeal;
  end loop;
  delete from search_index where record_kind = 'appeal' and record_id = appeal;
  perform set_config('app.destroying', appeal::text, true);
  update appeals set body = '—', person = null, person_post = null, destroyed_on = today where id = appeal;
  perform set_config('app.destroying', '', true);
  update destruction_items set destroyed_on = today where act_id = act and record_id = appeal;
  return true;
end $$;
revoke execute on function destroy_appeal(uuid, uuid, date) from public;
grant execute on function destroy_appeal(uuid, uuid, date) to {{app}};

call guard('retention_holds');
call guard('destruction_acts');
call guard('destruction_items');
call guard('retention_contents');
grant select, insert, update on retention_holds, destruction_acts to {{app}};
grant select, insert, update (held), delete on destruction_items to {{app}};
grant select on retention_contents to {{app}};
create policy seen on retention_holds to {{app}}
  using ((select app_kind()) in ('employee', 'system') and record_id <> all ((select app_denied())::uuid[]));
create policy staff on destruction_acts to {{app}} using ((select app_kind()) in ('employee', 'system'));
create policy seen on destruction_items to {{app}}
  using ((select app_kind()) = 'system' or exists (select from appeals where appeals.id = record_id));
create policy everyone on retention_contents for select to {{app}} using (true);
