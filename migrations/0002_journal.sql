-- The sealed journal: what every operation writes (inbox), and what the sequencer makes of it (entries, details, tiles,
-- checkpoints). How it works and what it can and cannot show: docs/journal.md.

create table journal_inbox (
  id uuid primary key,
  at timestamptz not null check (at >= '2000-01-01T00:00Z' and at < '9999-12-31T00:00Z'),
  operation text not null check (octet_length(operation) between 1 and 200),
  clauses text[] not null check (cardinality(clauses) <= 100 and array_ndims(clauses) is distinct from 2
    and array_position(clauses, null) is null and octet_length(array_to_string(clauses, ',')) <= 2000),
  actor uuid,
  actor_kind text not null check (octet_length(actor_kind) between 1 and 50),
  record_kind text check (octet_length(record_kind) <= 200),
  record_id uuid,
  outcome text not null check (outcome in ('done', 'read', 'exported', 'refused', 'failed')),
  reason text check (octet_length(reason) <= 500),
  clause text check (octet_length(clause) <= 50),
  detail_salt bytea check (octet_length(detail_salt) between 16 and 64),
  detail text,
  check ((detail is null) = (detail_salt is null)),
  -- Names of things, never texts: the sealed bytes need no escapes, which halves the cost of verifying them.
  check (concat(operation, actor_kind, record_kind, reason, clause) !~ '[\x01-\x1f"\\]')
);

create table journal_entries (
  seq bigint primary key,
  id uuid not null unique,
  body bytea not null check (octet_length(body) < 65536),
  leaf bytea not null check (octet_length(leaf) = 32),
  at timestamptz not null,
  operation text not null,
  clauses text[] not null,
  actor uuid,
  actor_kind text not null,
  record_kind text,
  record_id uuid,
  outcome text not null,
  reason text,
  clause text,
  detail_hash bytea
);
create index journal_entries_record on journal_entries (record_id, seq);
create index journal_entries_actor on journal_entries (actor, seq);
create index journal_entries_operation on journal_entries (operation, seq);
create index journal_entries_at on journal_entries (at, seq);

create table journal_details (
  entry_id uuid primary key references journal_entries (id),
  salt bytea,
  detail text,
  erased_at timestamptz,
  check ((erased_at is null) = (salt is not null) and (erased_at is null) = (detail is not null))
);

-- Hashes of the tree in the tlog-tiles layout; only the right edge still grows. Random bytes do not compress.
create table journal_tiles (
  level smallint not null,
  index bigint not null,
  hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, index)
);
alter table journal_tiles alter column hashes set storage external;

create table journal_checkpoints (
  size bigint primary key,
  at timestamptz not null,
  root bytea not null check (octet_length(root) = 32),
  note text not null
);

create function journal_keep() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only: % of % is not possible', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create function journal_grow_tile() returns trigger language plpgsql as $$
begin
  if new.level <> old.level or new.index <> old.index or octet_length(new.hashes) <= octet_length(old.hashes)
    or substring(new.hashes for octet_length(old.hashes)) <> old.hashes then
    raise exception 'a tile of the journal only grows' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- The one change that the law may order: a detail goes, its salted hash stays sealed in the entry.
create function journal_erase_detail() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('app.operation', true), '') <> 'journal.erase' then
    raise exception 'a detail of the journal is erased only by the operation journal.erase' using errcode = 'insufficient_privilege';
  end if;
  if new.entry_id <> old.entry_id or new.erased_at is null or old.erased_at is not null then
    raise exception 'a detail of the journal is erased once and never changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger journal_keep before update or delete on journal_entries for each row execute function journal_keep();
create trigger journal_keep_all before truncate on journal_entries for each statement execute function journal_keep();
create trigger journal_keep before update or delete on journal_checkpoints for each row execute function journal_keep();
create trigger journal_keep_all before truncate on journal_checkpoints for each statement execute function journal_keep();
create trigger journal_keep before delete on journal_tiles for each row execute function journal_keep();
create trigger journal_keep_all before truncate on journal_tiles for each statement execute function journal_keep();
create trigger journal_grow before update on journal_tiles for each row execute function journal_grow_tile();
create trigger journal_keep before delete on journal_details for each row execute function journal_keep();
create trigger journal_keep_all before truncate on journal_details for each statement execute function journal_keep();
create trigger journal_erase before update on journal_details for each row execute function journal_erase_detail();
create trigger journal_keep before update on journal_inbox for each row execute function journal_keep();
create trigger journal_keep_all before truncate on journal_inbox for each statement execute function journal_keep();

call guard('journal_inbox');
call guard('journal_entries');
call guard('journal_details');
call guard('journal_tiles');
call guard('journal_checkpoints');

-- The sequencer and the verifier work as the owner; no role of a server writes the log.

-- Whoever performs an operation writes into the inbox and can never take it out.
grant insert on journal_inbox to {{app}}, {{portal}};
create policy journal_write on journal_inbox for insert to {{app}}, {{portal}} with check (true);

-- A verification from a screen must tell a lawful erasure that is not sealed yet, and sees no more of the inbox than that.
grant select (operation, record_id, outcome) on journal_inbox to {{app}};
create policy journal_erasures on journal_inbox for select to {{app}} using (operation = 'journal.erase');

-- Entries of a record from which the reader is shut out do not exist for him; the public never reads the journal.
grant select on journal_entries, journal_details, journal_tiles, journal_checkpoints to {{app}};
create policy journal_read on journal_entries for select to {{app}}
  using ((select app_kind()) <> 'public' and (record_id is null or record_id <> all ((select app_denied())::uuid[])));
create policy journal_read on journal_details for select to {{app}}
  using (exists (select from journal_entries where journal_entries.id = entry_id));
create policy journal_read on journal_tiles for select to {{app}} using (true);
create policy journal_read on journal_checkpoints for select to {{app}} using (true);

grant update (salt, detail, erased_at) on journal_details to {{app}};
create policy journal_erase on journal_details for update to {{app}}
  using ((select current_setting('app.operation', true)) = 'journal.erase') with check (true);
