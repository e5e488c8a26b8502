-- The file of an import holds the words of everybody whose appeal it brought. It has a term of its own, and what stays of it is its
-- counts, its outcome and its hash; of a destroyed appeal, its number there and one hash.

alter table imports
  add column file_destroyed_on date,
  -- What the file was, once it is no more.
  add column file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  add constraint imports_file_gone check ((file_destroyed_on is null) = (file_sha256 is null));
create index imports_file_kept on imports (ended_at) where file_destroyed_on is null;

-- True when the file is gone; false where one of the appeals that it brought is held. Judges everything itself, whatever the program says.
create function destroy_import_file(import uuid, today date, days int) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it constant imports := (select i from imports i where i.id = import for update);
begin
  if app_operation() is distinct from 'retention.destroyImport' or app_kind() <> 'system' or it.id is null or days < 1
    or it.state not in ('done', 'unread', 'dropped') or it.ended_at is null then
    raise exception 'the file of import % may not be destroyed', import using errcode = 'insufficient_privilege';
  end if;
  if it.file_destroyed_on is not null then
    return true;
  end if;
  -- Whoever is putting a hold has the row of the appeal: this waits, and then sees the hold.
  perform from appeals a join import_appeals i on i.appeal_id = a.id where i.import_id = import order by a.id for share of a;
  if exists (select from import_appeals i join retention_holds h on h.record_id = i.appeal_id and h.lifted_at is null
    where i.import_id = import) then
    return false;
  end if;
  -- An appeal that was destroyed takes the file along before its days are over.
  if (it.ended_at at time zone 'UTC' + interval '5 hours')::date + days >= today
    and not exists (select from import_appeals i join appeals a on a.id = i.appeal_id and a.destroyed_on is not null
      where i.import_id = import) then
    raise exception 'the file of import % may not be destroyed yet', import using errcode = 'insufficient_privilege';
  end if;
  insert into file_custody (file_id, at, actor, actor_kind, act, note)
    values (it.file_id, coalesce(nullif(current_setting('app.at', true), '')::timestamptz, now()), null, 'system', 'removed',
      'destroyed: the file of an import at the end of its term');
  update imports set file_destroyed_on = today, file_sha256 = (select sha256 from files where id = it.file_id) where id = import;
  delete from file_attachments where record_id = import;
  -- Bytes that belong to nothing any more are swept from the disk.
  update files set attached = false where id = it.file_id
    and not exists (select from file_attachments other where other.file_id = it.file_id);
  return true;
end $$;
revoke execute on function destroy_import_file(uuid, date, int) from public;
grant execute on function destroy_import_file(uuid, date, int) to {{app}};

-- A destroyed appeal leaves its number, so that it never comes in again, and one hash of all that it brought.
create function import_forget() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update exchange_origins set prints = jsonb_build_object('whole', encode(sha256(convert_to(prints::text, 'UTF8')), 'hex'))
    where appeal_id = new.id;
  return null;
end $$;
create trigger import_forget after update of destroyed_on on appeals for each row
  when (old.destroyed_on is null and new.destroyed_on is not null) execute function import_forget();

-- Registration can be refused to nobody: what comes from another register after its term has run is registered too, and is late.
alter table appeals drop constraint appeals_check, add constraint appeals_registered_after check (registered_on >= received_on);
