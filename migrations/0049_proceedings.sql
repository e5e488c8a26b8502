-- The course of an investigation: its plan and results, extensions of its term, suspensions from office, what happened and when, and the files.

create table investigation_steps (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  place int not null,
  what text not null check (what <> ''),
  who_id uuid not null,
  by_on date not null,
  planned_at timestamptz not null,
  planned_by uuid not null,
  planned_on date not null,
  done_on date,
  done_at timestamptz,
  done_by uuid,
  result text check (result <> ''),
  dropped_at timestamptz,
  dropped_by uuid,
  dropped_reason text check (dropped_reason <> ''),
  unique (investigation_id, place),
  check ((done_on is null) = (result is null) and (done_on is null) = (done_at is null)),
  check ((dropped_at is null) = (dropped_reason is null)),
  check (done_on is null or dropped_at is null)
);

create table investigation_extensions (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  at timestamptz not null,
  by uuid not null,
  reason text not null check (reason <> ''),
  from_on date not null,
  until_on date not null check (until_on > from_on)
);
create index on investigation_extensions (investigation_id, at);

create table investigation_suspensions (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  person_id uuid not null,
  act_number text not null check (act_number <> ''),
  act_on date not null,
  issuer text not null check (issuer <> ''),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  at timestamptz not null,
  by uuid not null
);
create index on investigation_suspensions (investigation_id, from_on);

-- What happened, with the day on which it happened and the moment at which it was entered.
create table investigation_notes (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  happened_on date not null,
  at timestamptz not null,
  -- Null for the house itself.
  by uuid,
  words jsonb not null
);
create index on investigation_notes (investigation_id, happened_on desc, at desc);

create table investigation_files (
  investigation_id uuid not null references investigations (id),
  file_id uuid not null,
  note_id uuid references investigation_notes (id),
  suspension_id uuid references investigation_suspensions (id),
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  type text not null,
  place int not null,
  primary key (investigation_id, file_id)
);

call guard('investigation_steps');
call guard('investigation_extensions');
call guard('investigation_suspensions');
call guard('investigation_notes');
call guard('investigation_files');
create policy seen on investigation_steps to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on investigation_extensions to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on investigation_suspensions to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on investigation_notes to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on investigation_files to {{app}} using (exists (select from investigations i where i.id = investigation_id));
grant select, insert, update on investigation_steps to {{app}};
grant select, insert on investigation_extensions, investigation_suspensions, investigation_notes, investigation_files to {{app}};
