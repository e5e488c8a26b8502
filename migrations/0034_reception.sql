-- Personal reception: the hours of the chiefs and their exceptions, bookings with a code, who comes (apart), and the card of each
-- reception. The public page may book a free hour, and sees and cancels its own by the code; it reads no person.

create sequence reception_slips;
grant usage on sequence reception_slips to {{app}}, {{portal}};

-- The weekly pattern of one chief's post. Whoever holds the post that day receives.
create table reception_hours (
  id uuid primary key,
  version int not null default 1,
  unit_id uuid not null,
  post_code text not null check (post_code in ('head', 'deputy-head', 'territorial-head')),
  weekday int not null check (weekday between 1 and 7),
  from_time text not null check (from_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  until_time text not null check (until_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  place text not null check (place <> ''),
  from_on date not null,
  -- Last day; the day before the first where it never began.
  until_on date check (until_on >= from_on - 1),
  check (until_time > from_time)
);
create index on reception_hours (unit_id, post_code);

-- A day on which nobody is received, or one more day of reception.
create table reception_exceptions (
  id uuid primary key,
  version int not null default 1,
  unit_id uuid not null,
  post_code text not null check (post_code in ('head', 'deputy-head', 'territorial-head')),
  on_day date not null,
  kind text not null check (kind in ('closed', 'extra')),
  from_time text check (from_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  until_time text check (until_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  place text check (place <> ''),
  reason text not null check (reason <> ''),
  made_by uuid not null,
  made_at timestamptz not null,
  check (case kind when 'extra' then from_time is not null and until_time > from_time and place is not null
    else from_time is null and until_time is null end)
);
create index on reception_exceptions (unit_id, post_code, on_day);

create table receptions (
  id uuid primary key,
  version int not null default 1,
  state text not null default 'booked' check (state in ('booked', 'held', 'missed', 'cancelled', 'withdrawn')),
  number text not null unique,
  -- Keyed hash of the code that the visitor holds; whoever comes without a booking has none.
  receipt_hash text unique check (receipt_hash ~ '^[0-9a-f]{64}$'),
  unit_id uuid not null,
  post_code text not null check (post_code in ('head', 'deputy-head', 'territorial-head')),
  on_day date not null,
  at_time text not null check (at_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  minutes int not null check (minutes > 0),
  place text not null,
  language text not null check (language in ('kk', 'ru', 'en')),
  walk_in boolean not null default false,
  about text not null check (about <> ''),
  -- Keyed hashes of the telephone and the IIN: one person is known again, and nobody can be read from them.
  person_keys text[] not null default '{}',
  booked_at timestamptz not null,
  booked_by uuid,
  -- The card.
  held_at timestamptz,
  held_by uuid,
  asked text check (asked <> ''),
  answered text check (answered <> ''),
  promise text check (promise <> ''),
  promise_due_on date,
  promise_done_at timestamptz,
  promise_result text check (promise_result <> ''),
  appeal_id uuid unique references appeals (id),
  -- Why it was called off, in the words that the visitor reads under the code.
  notice text check (notice <> ''),
  ended_at timestamptz,
  check (walk_in or receipt_hash is not null),
  check ((promise is null) = (promise_due_on is null)),
  check ((promise_done_at is null) = (promise_result is null))
);
-- One hour, one visitor, whoever else asks for it at the same moment.
create unique index receptions_hour on receptions (unit_id, post_code, on_day, at_time)
  where not walk_in and state in ('booked', 'held', 'missed');
create index receptions_day on receptions (on_day desc, at_time desc, id desc);
create index receptions_unit on receptions (unit_id, on_day desc, at_time desc, id desc);
create index receptions_person on receptions using gin (person_keys);

-- Who comes, apart from what it is about.
create table reception_visitors (
  reception_id uuid primary key references receptions (id),
  name text not null check (name <> ''),
  iin text check (iin ~ '^\d{12}$'),
  phone text,
  email text
);

call guard('reception_hours');
call guard('reception_exceptions');
call guard('receptions');
call guard('reception_visitors');

-- When somebody receives is public.
grant select on reception_hours, reception_exceptions to {{app}}, {{portal}};
grant insert, update on reception_hours to {{app}};
grant insert, delete on reception_exceptions to {{app}};
create policy everyone_reads on reception_hours for select using (true);
create policy kept on reception_hours for insert to {{app}} with check ((select app_kind()) in ('employee', 'system') and app_sees(unit_id));
create policy changed on reception_hours for update to {{app}} using (app_sees(unit_id));
create policy everyone_reads on reception_exceptions for select using (true);
create policy kept on reception_exceptions for insert to {{app}} with check ((select app_kind()) in ('employee', 'system') and app_sees(unit_id));
create policy lifted on reception_exceptions for delete to {{app}} using (app_sees(unit_id));

grant select, insert, update on receptions to {{app}};
create policy seen on receptions to {{app}}
  using (
    ((select app_kind() = 'system' or (app_kind() = 'employee' and app_reach_all()))
      or ((select app_kind()) = 'employee' and unit_id = any ((select app_reach())::uuid[])))
    and id <> all ((select app_denied())::uuid[])
  );
grant select, insert on reception_visitors to {{app}};
create policy opened on reception_visitors for select to {{app}}
  using (
    (select app_operation()) in ('reception.day', 'reception.one', 'reception.hold', 'reception.makeAppeal')
    and exists (select from receptions where receptions.id = reception_id)
  );
create policy added on reception_visitors for insert to {{app}}
  with check (exists (select from receptions where receptions.id = reception_id));

-- The one booking whose code is in hand.
create view receptions_in_hand with (security_barrier) as
  select id, version, state, number, unit_id, post_code, on_day, at_time, minutes, place, language, about, notice,
    promise, promise_due_on, promise_done_at
  from receptions
  where app_kind() = 'public' and receipt_hash = app_receipt();
grant select on receptions_in_hand to {{app}}, {{portal}};

grant insert (id, number, receipt_hash, unit_id, post_code, on_day, at_time, minutes, place, language, about, person_keys, booked_at)
  on receptions to {{portal}};
create policy booked on receptions for insert to {{app}}, {{portal}}
  with check ((select app_kind()) = 'public' and state = 'booked' and not walk_in and receipt_hash = (select app_receipt()));
grant insert on reception_visitors to {{portal}};
create policy booked on reception_visitors for insert to {{app}}, {{portal}}
  with check (exists (select from receptions_in_hand where receptions_in_hand.id = reception_id and state = 'booked'));

-- Who receives in a post on each of these days: its holder or whoever acts; nobody where that person is absent too. Owner's rights:
-- the public page has no directory of the staff, and learns a name and no more.
create function reception_receivers(unit uuid, post text, first_day date, last_day date)
returns table (on_day date, name jsonb, acting boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.day::date, e.name, h.acting
  from generate_series(first_day, least(last_day, first_day + 120), interval '1 day') d (day)
  cross join lateral posts_held(d.day::date) h join employees e on e.id = h.employee_id
  where h.unit_id = unit and h.code = post
    and not exists (select from absences b where b.employee_id = e.id and d.day::date between b.from_on and b.until_on)
$$;

-- Hours that are taken, and nothing of who took them.
create function reception_taken(unit uuid, post text, first_day date, last_day date)
returns table (on_day date, at_time text, minutes int)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.on_day, r.at_time, r.minutes from receptions r
  where r.unit_id = unit and r.post_code = post and r.on_day between first_day and last_day
    and not r.walk_in and r.state in ('booked', 'held', 'missed')
$$;

-- How many bookings the person with one of these keys has: for that day, and from today on. Asked one at a time a person, so that
-- two bookings of one moment see each other.
create function reception_bookings(keys text[], day date, today date) returns table (that_day int, ahead int)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  one text;
begin
  for one in select distinct k from unnest(keys) k order by k loop
    perform pg_advisory_xact_lock(7301934, hashtext(one));
  end loop;
  return query select (count(*) filter (where r.on_day = day))::int, count(*)::int
    from receptions r where r.person_keys && keys and r.state = 'booked' and r.on_day >= today;
end $$;

-- The one act on a kept row that the public page has: calling off its own.
create function cancel_reception(happened timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it uuid;
begin
  update receptions set state = 'cancelled', ended_at = happened, version = version + 1
  where app_kind() = 'public' and receipt_hash = app_receipt() and state = 'booked' returning id into it;
  return it;
end $$;

revoke execute on function reception_receivers(uuid, text, date, date), reception_taken(uuid, text, date, date),
  reception_bookings(text[], date, date), cancel_reception(timestamptz) from public;
grant execute on function reception_receivers(uuid, text, date, date), reception_taken(uuid, text, date, date),
  reception_bookings(text[], date, date), cancel_reception(timestamptz) to {{app}}, {{portal}};
