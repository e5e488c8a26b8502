-- Signals: what was seen in social media or the press. Not appeals: no number of the register, no clock, no answer. A signal can be
-- noted, found again, and linked to an appeal with a reason, and nothing more.

create sequence signal_serials;
grant usage on sequence signal_serials to {{app}};

create table signals (
  id uuid primary key,
  version int not null default 1,
  -- Its own running mark, which is no registration number.
  mark text not null unique,
  source text not null check (source in ('facebook', 'instagram', 'telegram', 'tiktok', 'youtube', 'threads', 'press', 'other')),
  link text check (link ~ '^https?://'),
  author text check (author <> ''),
  seen_on date not null,
  gist text not null check (gist <> ''),
  unit_id uuid not null,
  court_id uuid,
  noted_at timestamptz not null,
  noted_by uuid not null
);
create index signals_seen on signals (seen_on desc, id desc);
create index signals_unit on signals (unit_id, seen_on desc, id desc);
-- The same publication is noted once.
create unique index signals_link on signals (lower(link)) where link is not null;

create table signal_files (
  signal_id uuid not null references signals (id),
  file_id uuid not null unique,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  type text not null,
  place int not null,
  primary key (signal_id, file_id)
);

-- A link that is undone stays, with its reason: what was once thought is not overwritten.
create table signal_links (
  id uuid primary key,
  signal_id uuid not null references signals (id),
  appeal_id uuid not null references appeals (id),
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  undone_reason text check (undone_reason <> ''),
  check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undone_reason is null))
);
create unique index signal_links_one on signal_links (signal_id, appeal_id) where undone_at is null;
create index on signal_links (appeal_id);

call guard('signals');
call guard('signal_files');
call guard('signal_links');
grant select, insert, update on signals to {{app}};
grant select, insert on signal_files to {{app}};
grant select, insert, update on signal_links to {{app}};

create policy seen on signals to {{app}}
  using (
    ((select app_kind() = 'system' or (app_kind() = 'employee' and app_reach_all()))
      or ((select app_kind()) = 'employee' and unit_id = any ((select app_reach())::uuid[])))
    and id <> all ((select app_denied())::uuid[])
  );
-- Whoever works on an appeal sees what is linked to it, whatever the unit of the signal.
create policy linked on signals for select to {{app}}
  using ((select app_kind()) = 'employee' and id <> all ((select app_denied())::uuid[])
    and exists (select from signal_links l join appeals a on a.id = l.appeal_id where l.signal_id = signals.id and l.undone_at is null));
create policy seen on signal_files to {{app}} using (exists (select from signals where signals.id = signal_id));
-- A link shows itself to those who see its appeal: an appeal that one may not see is not betrayed by a signal.
create policy seen on signal_links to {{app}} using (exists (select from appeals where appeals.id = appeal_id));
