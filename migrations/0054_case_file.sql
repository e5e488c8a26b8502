-- Case files of investigations as they were made: numbered, hashed, and kept with what they showed.

create table case_files (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  place int not null check (place > 0),
  made_at timestamptz not null,
  made_by uuid not null,
  language text not null check (language in ('kk', 'ru', 'en')),
  pages int not null check (pages > 0),
  events int not null,
  -- The journal up to which the extract reaches: entries sealed by then.
  journal_size bigint not null,
  file_id uuid not null unique,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  unique (investigation_id, place)
);
call guard('case_files');
-- As the evidence that it lists.
create policy seen on case_files to {{app}}
  using (
    exists (select from investigations i where i.id = investigation_id
      and ((select app_actor()) = any (i.team) or not (select coalesce(app_posts() && '{chairman,ca-head}', false))))
    and id <> all ((select app_denied())::uuid[])
  )
  with check ((select app_kind()) = 'employee');
grant select, insert on case_files to {{app}};
call shut_with('case_files', 'investigation_id');
