-- Who is who: regions, units, courts, posts, the staffing table and its limit, people, appointments, acting, absences and
-- job descriptions. Everything has days; nothing is overwritten, so that the past can be asked about.

create function is_text(it jsonb) returns boolean language sql immutable parallel safe as
$$ select coalesce(it ->> 'kk', '') <> '' and coalesce(it ->> 'ru', '') <> '' and coalesce(it ->> 'en', '') <> '' $$;

create table regions (
  code text primary key check (code ~ '^\d{2}$'),
  kind text not null check (kind in ('region', 'city')),
  name jsonb not null check (is_text(name)),
  place smallint not null
);

create table units (
  id uuid primary key,
  code text not null,
  -- 'body': the Court Administration and the Supreme Court themselves, where the principals stand.
  kind text not null check (kind in ('department', 'territorial', 'body')),
  region_code text references regions,
  name jsonb not null check (is_text(name)),
  place smallint not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  predecessor_id uuid references units,
  check ((kind = 'territorial') = (region_code is not null))
);
create unique index on units (code) where valid_to is null;
create unique index on units (region_code) where valid_to is null and region_code is not null;

create table courts (
  id uuid primary key,
  code text not null,
  -- The four digits that open the numbers of its cases, where known.
  case_code text check (case_code ~ '^\d{4}$'),
  kind text not null check (kind in ('supreme', 'cassation', 'regional', 'military', 'garrison', 'district', 'civil', 'criminal',
    'economic', 'administrative', 'offences', 'juvenile', 'investigating')),
  region_code text references regions,
  name jsonb not null check (is_text(name)),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from)
);
create unique index courts_code on courts (code);
create index on courts (region_code);

-- A merger has several predecessors, a division several successors.
create table court_successions (
  predecessor_id uuid not null references courts,
  successor_id uuid not null references courts,
  primary key (predecessor_id, successor_id),
  check (predecessor_id <> successor_id)
);
create index on court_successions (successor_id);

create table posts (
  id uuid primary key,
  unit_id uuid not null references units,
  code text not null,
  name jsonb not null check (is_text(name)),
  -- Counted in the Department's staffing table; the principals, the auditor, bailiffs and others are not.
  staffed boolean not null,
  place smallint not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  predecessor_id uuid references posts
);
create unique index on posts (unit_id, code) where valid_to is null;

create table staffing_limits (
  id uuid primary key,
  seats int not null check (seats between 0 and 10000),
  from_on date not null unique,
  basis text not null check (basis <> ''),
  set_by uuid,
  set_at timestamptz not null
);

create table staffings (
  id uuid primary key,
  state text not null check (state in ('proposed', 'approved', 'returned')),
  version int not null default 1,
  from_on date not null,
  basis text not null check (basis <> ''),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  reason text
);
-- One table comes into force on one day.
create unique index on staffings (from_on) where state = 'approved';

create table staffing_rows (
  staffing_id uuid not null references staffings,
  post_id uuid not null references posts,
  seats int not null check (seats between 1 and 1000),
  primary key (staffing_id, post_id)
);

create table employees (
  id uuid primary key,
  version int not null default 1,
  name jsonb not null check (is_text(name)),
  iin text check (iin ~ '^\d{12}$'),
  email text check (email like '%_@_%'),
  language text not null check (language in ('kk', 'ru', 'en')),
  joined_on date not null,
  left_on date,
  leaving_reason text,
  check ((left_on is null) = (leaving_reason is null))
);
create unique index employees_iin on employees (iin) where left_on is null;
create index on employees ((name ->> 'kk') collate "kk-x-icu");

create table appointments (
  id uuid primary key,
  version int not null default 1,
  employee_id uuid not null references employees,
  post_id uuid not null references posts,
  from_on date not null,
  -- Last day; the day before the first where the appointment never began.
  until_on date check (until_on >= from_on - 1),
  basis text not null check (basis <> ''),
  end_basis text
);
create index on appointments (employee_id);
create index on appointments (post_id);

create table actings (
  id uuid primary key,
  version int not null default 1,
  post_id uuid not null references posts,
  employee_id uuid not null references employees,
  -- Who is replaced; nobody where the post is vacant.
  holder_id uuid references employees,
  from_on date not null,
  until_on date not null check (until_on >= from_on - 1),
  basis text not null check (basis <> ''),
  end_basis text,
  check (employee_id <> holder_id)
);
create index on actings (employee_id);
create index on actings (post_id);

create table absences (
  id uuid primary key,
  version int not null default 1,
  employee_id uuid not null references employees,
  kind text not null check (kind in ('leave', 'sickness', 'trip', 'study', 'other')),
  from_on date not null,
  until_on date not null check (until_on >= from_on - 1),
  basis text
);
create index on absences (employee_id);

create table descriptions (
  id uuid primary key,
  state text not null check (state in ('proposed', 'approved', 'returned')),
  version int not null default 1,
  post_code text not null,
  powers text[] not null,
  from_on date not null,
  until_on date check (until_on >= from_on),
  basis text not null check (basis <> ''),
  proposed_by uuid,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  reason text
);
create unique index on descriptions (post_code, from_on) where state = 'approved';

-- The staffing table in force on a day, clause 3.
create function staffing_on(on_day date) returns uuid language sql stable as
$$ select id from staffings where state = 'approved' and from_on <= on_day order by from_on desc limit 1 $$;

create function staffing_limit_on(on_day date) returns int language sql stable as
$$ select seats from staffing_limits where from_on <= on_day order by from_on desc limit 1 $$;

create function seats_on(post uuid, on_day date) returns int language sql stable as
$$ select coalesce((select seats from staffing_rows where staffing_id = staffing_on(on_day) and post_id = post), 0) $$;

-- Clause 5.15: the powers that the latest approved job description of a post gives on a day, none once it has ended.
create function described_powers(code text, on_day date) returns text[] language sql stable as
$$ select case when until_on is null or until_on >= on_day then powers else '{}' end
   from descriptions where state = 'approved' and post_code = code and from_on <= on_day order by from_on desc limit 1 $$;

-- Who holds which post on a day. An acting person holds it instead of its holder (10, 15); without an appointment of
-- another, the deputy holds the post of an absent head (11.2).
create function posts_held(on_day date)
returns table (employee_id uuid, post_id uuid, code text, unit_id uuid, acting boolean, replaces uuid) language sql stable as
$$
  with holder as (
    select a.employee_id, p.id as post_id, p.code, p.unit_id, a.from_on, p.place
    from appointments a join posts p on p.id = a.post_id join employees e on e.id = a.employee_id
    where a.from_on <= on_day and (a.until_on is null or a.until_on >= on_day) and (e.left_on is null or e.left_on >= on_day)
  ), appointed as (
    select s.employee_id, p.id as post_id, p.code, p.unit_id, s.holder_id
    from actings s join posts p on p.id = s.post_id join employees e on e.id = s.employee_id
    where s.from_on <= on_day and s.until_on >= on_day and (e.left_on is null or e.left_on >= on_day)
  ), absent as (
    select b.employee_id from absences b where b.from_on <= on_day and b.until_on >= on_day
  ), deputising as (
    select distinct on (h.post_id) d.employee_id, h.post_id, h.code, h.unit_id, h.employee_id as holder_id
    from holder h join holder d on d.unit_id = h.unit_id and d.code = 'deputy-head'
    where h.code = 'head' and h.employee_id in (select absent.employee_id from absent)
      and d.employee_id not in (select absent.employee_id from absent)
      and h.post_id not in (select appointed.post_id from appointed)
    order by h.post_id, d.from_on, d.employee_id
  ), instead as (
    select * from appointed union all select * from deputising
  )
  select holder.employee_id, holder.post_id, holder.code, holder.unit_id, false, null::uuid from holder
  where not exists (select from instead i where i.post_id = holder.post_id
    and (i.holder_id = holder.employee_id or i.holder_id is null))
  union all
  select instead.employee_id, instead.post_id, instead.code, instead.unit_id, true, instead.holder_id from instead
$$;

-- One queue for whatever touches seats: two appointments or approvals at once must see one another.
create function lock_staffing() returns void language sql as $$ select pg_advisory_xact_lock(7301906, 10) $$;

create function check_staffing_limit() returns trigger language plpgsql as $$
begin
  perform lock_staffing();
  if exists (
    select from (select from_on from staffings where state = 'approved' union select from_on from staffing_limits) days
    where staffing_on(days.from_on) is not null
      and (select coalesce(sum(seats), 0) from staffing_rows where staffing_id = staffing_on(days.from_on))
        > coalesce(staffing_limit_on(days.from_on), 0)
  ) then
    raise exception 'the staffing table would be over the approved limit (clause 3)'
      using errcode = 'check_violation', constraint = 'staffing_limit';
  end if;
  return null;
end $$;

create function check_seats() returns trigger language plpgsql as $$
begin
  perform lock_staffing();
  if exists (
    select from posts p cross join (
      select from_on from appointments union select from_on from staffings where state = 'approved') days
    where p.staffed
      and (select count(*) from appointments a where a.post_id = p.id and a.from_on <= days.from_on
        and (a.until_on is null or a.until_on >= days.from_on)) > seats_on(p.id, days.from_on)
      and (tg_table_name <> 'appointments' or p.id = (to_jsonb(new) ->> 'post_id')::uuid)
  ) then
    raise exception 'more people would hold a post than the staffing table has seats (clause 3)'
      using errcode = 'check_violation', constraint = 'staffing_seats';
  end if;
  return null;
end $$;

create function check_decided_staffing() returns trigger language plpgsql as $$
begin
  if exists (select from staffings where id = coalesce(new.staffing_id, old.staffing_id) and state <> 'proposed') then
    raise exception 'a decided staffing table does not change' using errcode = 'check_violation', constraint = 'staffing_decided';
  end if;
  return coalesce(new, old);
end $$;

create function check_one_acting() returns trigger language plpgsql as $$
begin
  perform lock_staffing();
  if exists (select from actings where post_id = new.post_id and id <> new.id
    and from_on <= new.until_on and until_on >= new.from_on) then
    raise exception 'two people would act in one post on one day (clause 15)'
      using errcode = 'check_violation', constraint = 'one_acting';
  end if;
  return null;
end $$;

create function check_one_appointment() returns trigger language plpgsql as $$
begin
  perform lock_staffing();
  if exists (select from appointments a where a.post_id = new.post_id and a.employee_id = new.employee_id and a.id <> new.id
    and a.from_on <= coalesce(new.until_on, 'infinity') and coalesce(a.until_on, 'infinity') >= new.from_on) then
    raise exception 'a person is appointed to a post once at a time' using errcode = 'check_violation', constraint = 'one_appointment';
  end if;
  return null;
end $$;

create trigger check_limit after insert or update of state, from_on on staffings
  for each row when (new.state = 'approved') execute function check_staffing_limit();
create trigger check_limit after insert or update on staffing_limits for each row execute function check_staffing_limit();
create trigger check_seats after insert or update of state, from_on on staffings
  for each row when (new.state = 'approved') execute function check_seats();
create trigger check_seats after insert or update of from_on, until_on, post_id on appointments
  for each row execute function check_seats();
create trigger check_decided before insert or update or delete on staffing_rows
  for each row execute function check_decided_staffing();
create trigger check_one after insert or update on actings for each row execute function check_one_acting();
create trigger check_one after insert or update on appointments for each row execute function check_one_appointment();

-- Whoever keeps people's rights in memory hears of every change of them.
create function tell_rights_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('qorgan_rights', '');
  return null;
end $$;
create trigger tell_changed after insert or update or delete or truncate on appointments for each statement execute function tell_rights_changed();
create trigger tell_changed after insert or update or delete or truncate on actings for each statement execute function tell_rights_changed();
create trigger tell_changed after insert or update or delete or truncate on absences for each statement execute function tell_rights_changed();
create trigger tell_changed after insert or update or delete or truncate on descriptions for each statement execute function tell_rights_changed();
create trigger tell_changed after insert or update or delete or truncate on employees for each statement execute function tell_rights_changed();

call guard('regions');
call guard('units');
call guard('courts');
call guard('court_successions');
call guard('posts');
call guard('staffing_limits');
call guard('staffings');
call guard('staffing_rows');
call guard('employees');
call guard('appointments');
call guard('actings');
call guard('absences');
call guard('descriptions');

-- Regions, units and courts are on the public page too.
grant select on regions, units, courts, court_successions to {{app}}, {{portal}};
create policy everyone_reads on regions for select using (true);
create policy everyone_reads on units for select using (true);
create policy everyone_reads on courts for select using (true);
create policy everyone_reads on court_successions for select using (true);

-- The directory of the staff belongs to all of them, and sign-in reads it before anybody is known; the portal has none of it.
grant select on posts, staffing_limits, staffings, staffing_rows, employees, appointments, actings, absences, descriptions to {{app}};
create policy staff_reads on posts for select to {{app}} using (true);
create policy staff_reads on staffing_limits for select to {{app}} using (true);
create policy staff_reads on staffings for select to {{app}} using (true);
create policy staff_reads on staffing_rows for select to {{app}} using (true);
create policy staff_reads on employees for select to {{app}} using (true);
create policy staff_reads on appointments for select to {{app}} using (true);
create policy staff_reads on actings for select to {{app}} using (true);
create policy staff_reads on absences for select to {{app}} using (true);
create policy staff_reads on descriptions for select to {{app}} using (true);

grant insert, update on regions, units, courts, posts, staffings, employees, appointments, actings, absences, descriptions to {{app}};
grant insert on court_successions, staffing_limits, staffing_rows to {{app}};
create policy staff_adds on regions for insert to {{app}} with check ((select app_kind()) <> 'public');
create policy staff_adds on units for insert to {{app}} with check ((select app_kind()) <> 'public');
create policy staff_adds on courts for insert to {{app}} with check ((select app_kind()) <> 'public');
create policy staff_adds on court_successions for insert to {{app}} with check ((select app_kind()) <> 'public');
create policy staff_adds on posts for insert to {{app}} with check ((select app_kind()) <> 'public');
create policy staff_adds on staffing_limits for insert to {{app}} with check ((select app_kind()) <> 'public');
create policy staff_adds on staffings for insert to {{app}} with check ((select app_kind()) <> 'public');
create policy staff_adds on staffing_rows for insert to {{app}} with check ((select app_kind()) <> 'public');
create policy staff_adds on employees for insert to {{app}} with check ((select app_kind()) <> 'public');
create policy staff_adds on appointments for insert to {{app}} with check ((select app_kind()) <> 'public');
create policy staff_adds on actings for insert to {{app}} with check ((select app_kind()) <> 'public');
create policy staff_adds on absences for insert to {{app}} with check ((select app_kind()) <> 'public');
create policy staff_adds on descriptions for insert to {{app}} with check ((select app_kind()) <> 'public');
create policy staff_changes on regions for update to {{app}} using ((select app_kind()) <> 'public');
create policy staff_changes on units for update to {{app}} using ((select app_kind()) <> 'public');
create policy staff_changes on courts for update to {{app}} using ((select app_kind()) <> 'public');
create policy staff_changes on posts for update to {{app}} using ((select app_kind()) <> 'public');
create policy staff_changes on staffings for update to {{app}} using ((select app_kind()) <> 'public');
create policy staff_changes on employees for update to {{app}} using ((select app_kind()) <> 'public');
create policy staff_changes on appointments for update to {{app}} using ((select app_kind()) <> 'public');
create policy staff_changes on actings for update to {{app}} using ((select app_kind()) <> 'public');
create policy staff_changes on absences for update to {{app}} using ((select app_kind()) <> 'public');
create policy staff_changes on descriptions for update to {{app}} using ((select app_kind()) <> 'public');
