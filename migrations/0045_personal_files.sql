-- Personal files (5.9): one of a person, closed to everybody but the reader of a permission or assignment in force that names it.

create table personal_files (
  id uuid primary key,
  version int not null default 1,
  person_id uuid not null unique references persons,
  -- As the body that keeps the paper file has numbered it.
  number text not null check (number <> ''),
  held_at text not null check (held_at <> ''),
  begun_at timestamptz not null,
  begun_by uuid not null
);
create index on personal_files (begun_at desc, id);
call shut_with('personal_files', 'person_id');

create table personal_file_documents (
  id uuid primary key,
  personal_file_id uuid not null references personal_files,
  kind text not null check (kind in ('sheet', 'autobiography', 'appointment', 'transfer', 'award', 'penalty', 'attestation', 'leave',
    'declaration', 'education', 'health', 'other')),
  title text not null check (title <> ''),
  dated_on date not null,
  file_id uuid not null unique,
  pages int not null check (pages > 0),
  type text not null,
  sha256 text not null,
  -- Under which authority it was brought into the house.
  authority_id uuid not null,
  added_at timestamptz not null,
  added_by uuid not null,
  -- Its scan has been destroyed; this line remains.
  destroyed_on date
);
create index on personal_file_documents (personal_file_id, dated_on desc);

-- Whom the head lets read under an authority, beside those who asked for it.
create table personal_file_readers (
  personal_file_id uuid not null references personal_files,
  authority_id uuid not null,
  employee_id uuid not null references employees,
  appointed_at timestamptz not null,
  appointed_by uuid not null,
  primary key (personal_file_id, authority_id, employee_id)
);

-- Every page shown and every copy taken bears a number of its own; here stands whose it was.
create table personal_file_views (
  number bigint primary key generated always as identity,
  personal_file_id uuid not null references personal_files,
  document_id uuid not null references personal_file_documents,
  -- Null: a copy of all pages.
  page int,
  authority_id uuid not null,
  authority_number text not null,
  employee_id uuid not null references employees,
  at timestamptz not null
);
create index on personal_file_views (personal_file_id, at desc);

call guard('personal_files');
call guard('personal_file_documents');
call guard('personal_file_readers');
call guard('personal_file_views');

-- Every authority that was ever given for the file, whatever the actor may see of it; whether it is in force today, and whether the
-- actor is its reader: who asked for it in the house, or whom the head has let read.
create function personal_file_authorities(file uuid)
returns table (id uuid, number text, from_on date, until_on date, revoked_on date, in_force boolean, reads boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.number, a.from_on, a.until_on, a.revoked_on,
    a.from_on <= app_today() and (a.until_on is null or a.until_on >= app_today())
      and (a.revoked_on is null or a.revoked_on > app_today())
      and exists (select from posts_held(a.issued_on) h where h.code = a.issuer_post and h.employee_id = a.issuer_id),
    (a.way = 'asked' and app_actor() in (a.author_id, a.asked_by))
      or exists (select from personal_file_readers r
        where r.personal_file_id = file and r.authority_id = a.id and r.employee_id = app_actor())
  from authorities a join authority_subjects s on s.authority_id = a.id and s.kind = 'personalFile' and s.record_id = file
  where a.purpose = 'personalFile' and a.state in ('granted', 'revoked', 'expired')
  order by a.from_on desc, a.id
$$;

create function personal_file_open(file uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from personal_file_authorities(file) where in_force and reads) $$;
revoke execute on function personal_file_authorities(uuid), personal_file_open(uuid) from public;
grant execute on function personal_file_authorities(uuid), personal_file_open(uuid) to {{app}};

create policy seen on personal_files to {{app}}
  using (exists (select from persons where persons.id = person_id) and id <> all ((select app_denied())::uuid[]))
  with check ((select app_kind()) in ('employee', 'system'));
-- Whatever the program says, the lines of a file are read by the reader of an authority in force, and by nobody else.
create policy seen on personal_file_documents to {{app}}
  using (
    exists (select from personal_files where personal_files.id = personal_file_id)
    and ((select app_kind()) = 'system' or personal_file_open(personal_file_id)))
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on personal_file_readers to {{app}} using (exists (select from personal_files where personal_files.id = personal_file_id));
create policy seen on personal_file_views to {{app}} using (exists (select from personal_files where personal_files.id = personal_file_id));
grant select, insert, update on personal_files to {{app}};
grant select, insert on personal_file_documents, personal_file_readers, personal_file_views to {{app}};

-- The scans of a file are destroyed when no authority names it any more and the days after the last one have passed, unless it is held.
create function expired_personal_files(today date, kept_days int) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id from personal_files f
  where exists (select from personal_file_documents d where d.personal_file_id = f.id and d.destroyed_on is null)
    and not exists (select from retention_holds h where h.record_id in (f.id, f.person_id) and h.lifted_at is null)
    and coalesce((select bool_and(least(coalesce(a.until_on, 'infinity'), coalesce(a.revoked_on, 'infinity')) + kept_days < today)
      from personal_file_authorities(f.id) a), false)
  order by f.id
$$;

create function destroy_personal_file(file uuid, today date, kept_days int) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone uuid[];
begin
  if file not in (select expired_personal_files(today, kept_days)) then
    return 0;
  end if;
  gone := array(select file_id from personal_file_documents where personal_file_id = file and destroyed_on is null);
  insert into file_custody (file_id, at, actor, actor_kind, act, note)
    select it, app_at(), null, 'system', 'removed', 'kept no longer than its authority' from unnest(gone) it;
  update files set attached = false where id = any (gone);
  delete from file_attachments where file_id = any (gone);
  update personal_file_documents set destroyed_on = today where personal_file_id = file and destroyed_on is null;
  return cardinality(gone);
end $$;
revoke execute on function expired_personal_files(date, int), destroy_personal_file(uuid, date, int) from public;
grant execute on function expired_personal_files(date, int), destroy_personal_file(uuid, date, int) to {{app}};
