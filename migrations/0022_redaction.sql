-- Redacted copies: which file of which record was copied with what hidden, for what reason, and the seals of both files.

create table redactions (
  id uuid primary key,
  -- Made by the screen, so that a form sent twice makes one copy.
  key uuid not null unique,
  record_kind text not null,
  record_table text not null,
  record_id uuid not null,
  source_file_id uuid not null references files (id) on delete cascade,
  source_sha256 text not null check (source_sha256 ~ '^[0-9a-f]{64}$'),
  copy_file_id uuid not null unique references files (id) on delete cascade,
  copy_sha256 text not null check (copy_sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (name <> ''),
  pages int not null check (pages > 0),
  -- Where the boxes lie, never the words beneath them.
  boxes jsonb not null,
  reason text not null check (reason <> ''),
  made_at timestamptz not null,
  made_by uuid not null,
  check (copy_file_id <> source_file_id and copy_sha256 <> source_sha256)
);
create index on redactions (record_id, made_at desc);

-- Where a record's content is destroyed, its files are taken from it; what is known of their copies goes with them.
create function redactions_go() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from redactions where record_id = old.record_id and old.file_id in (source_file_id, copy_file_id);
  return null;
end $$;
create trigger redactions_go after delete on file_attachments for each row execute function redactions_go();

call guard('redactions');

-- A copy is seen by whoever sees the record it came from. The program has no right to change or remove it.
create policy seen on redactions for select to {{app}}
  using ((select app_kind()) = 'system' or record_seen(record_table, record_id));
create policy made on redactions for insert to {{app}}
  with check (made_by = (select app_actor()) and record_seen(record_table, record_id));
grant select, insert on redactions to {{app}};
