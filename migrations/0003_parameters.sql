-- What administrators say over the law's own data: confirmed or changed parameters, and days of the calendar.
-- Rows are only added; the last word on a name and a day of force, or on a day, wins.

create table parameters_overrides (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  from_on date not null,
  value jsonb not null,
  status text not null check (status in ('confirmed', 'changed')),
  reason text not null check (reason <> ''),
  by uuid not null,
  at timestamptz not null
);
create index on parameters_overrides (name, from_on);

create table calendar_overrides (
  id bigint generated always as identity primary key,
  on_day date not null,
  kind text not null check (kind in ('off', 'work')),
  -- A yearly feast whose date moves: this entry replaces the calculated one of its year.
  occasion text check (occasion in ('kurban-ait')),
  basis text not null check (basis <> ''),
  by uuid not null,
  at timestamptz not null
);
create index on calendar_overrides (on_day);

call guard('parameters_overrides');
call guard('calendar_overrides');

-- Terms and days are no secret: every role reads them, the app alone writes.
create policy everyone_reads on parameters_overrides for select using (true);
create policy app_writes on parameters_overrides for insert to {{app}} with check (true);
create policy everyone_reads on calendar_overrides for select using (true);
create policy app_writes on calendar_overrides for insert to {{app}} with check (true);
grant select on parameters_overrides, calendar_overrides to {{app}}, {{portal}};
grant insert on parameters_overrides, calendar_overrides to {{app}};

create function tell_parameters_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('parameters', '');
  return null;
end
$$;
create trigger tell_changed after insert or update or delete or truncate on parameters_overrides
  for each statement execute function tell_parameters_changed();
create trigger tell_changed after insert or update or delete or truncate on calendar_overrides
  for each statement execute function tell_parameters_changed();
