-- Files: what lies encrypted on disk, to which records it belongs, and who had it in hand.

create table files (
  id uuid primary key,
  name text not null check (name <> ''),
  type text not null,
  bytes bigint not null check (bytes > 0),
  -- Of the plain bytes as they were stored, in hex.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- The file's own key, wrapped by the master key that lies outside the database.
  key bytea not null,
  key_mark text not null,
  -- Whether the image's metadata was removed at the door.
  stripped boolean not null,
  scan text not null default 'not-scanned' check (scan in ('not-scanned', 'clean', 'infected')),
  received_at timestamptz not null,
  -- The employee who brought it; null for the public and for the system.
  received_by uuid,
  attached boolean not null default false
);
create index files_loose on files (received_at) where not attached;

create table file_attachments (
  file_id uuid not null references files (id),
  record_kind text not null,
  record_table text not null,
  record_id uuid not null,
  at timestamptz not null,
  primary key (file_id, record_id)
);
create index on file_attachments (record_id);

create table file_custody (
  file_id uuid not null,
  at timestamptz not null,
  actor uuid,
  actor_kind text not null,
  act text not null check (act in ('received', 'attached', 'read', 'scanned', 'failed', 'removed')),
  note text
);
create index on file_custody (file_id, at);

-- Whether the asker sees a record, asked of its own table, whose policies are the scope. What the holder of a code sees of a
-- table is the view <table>_in_hand. Invoker's rights on purpose: the owner would see everything.
create function record_seen(relation text, record uuid) returns boolean language plpgsql stable as $$
declare
  target constant text := case when app_kind() = 'public' then relation || '_in_hand' else relation end;
  seen boolean;
begin
  if record = any (app_denied()) or to_regclass(quote_ident(target)) is null
    or not has_table_privilege(quote_ident(target), 'select') then
    return false;
  end if;
  execute format('select exists (select from %I where id = $1)', target) into seen using record;
  return seen;
end
$$;

-- A file that belongs to several records is hidden from whoever is shut out of one of them. Owner's rights, to see them all.
create function file_denied(file uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from file_attachments where file_id = file and record_id = any (app_denied())) $$;

-- The first attachment of a file, by whoever brought it; what the public brought is known by its id alone.
create function attach_file(file uuid, kind text, relation text, record uuid, happened timestamptz)
returns table (name text, type text, bytes bigint, sha256 text, stripped boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update files f set attached = true
  where f.id = file and not f.attached and f.received_by is not distinct from app_actor();
  if not found then
    return;
  end if;
  insert into file_attachments values (file, kind, relation, record, happened);
  return query select f.name, f.type, f.bytes, f.sha256, f.stripped from files f where f.id = file;
end
$$;

call guard('files');
call guard('file_attachments');
call guard('file_custody');

create policy seen on file_attachments for select to {{app}}, {{portal}} using (record_seen(record_table, record_id));
-- A second record for a file that one may read: the reply of a document, shown to the applicant with the appeal.
create policy shared on file_attachments for insert to {{app}}
  with check (exists (select from files where files.id = file_id and attached));

create policy seen on files for select to {{app}}, {{portal}}
  using (
    (select app_kind()) = 'system'
    or case
      when attached then not file_denied(id) and exists (select from file_attachments a where a.file_id = files.id)
      else received_by = (select app_actor())
    end
  );
create policy brought on files for insert to {{app}}, {{portal}}
  with check (not attached and received_by is not distinct from (select app_actor()));
create policy scanned on files for update to {{app}} using ((select app_kind()) = 'system');
create policy swept on files for delete to {{app}} using (not attached and (select app_kind()) = 'system');

create policy noted on file_custody for insert to {{app}}, {{portal}} with check (actor is not distinct from (select app_actor()));
create policy seen on file_custody for select to {{app}} using (exists (select from files where files.id = file_id));

grant select, insert, update (scan), delete on files to {{app}};
grant select, insert on files to {{portal}};
grant select, insert on file_attachments to {{app}};
grant select on file_attachments to {{portal}};
grant select, insert on file_custody to {{app}};
grant insert on file_custody to {{portal}};
revoke execute on function attach_file(uuid, text, text, uuid, timestamptz), file_denied(uuid) from public;
grant execute on function attach_file(uuid, text, text, uuid, timestamptz), file_denied(uuid), record_seen(text, uuid) to {{app}}, {{portal}};
