-- Statistics of appeals: what was known of each appeal on each day, so that the form of a past date stays what it was; the forms
-- that the head has approved.

-- The moment of the running operation, by the house's clock; the database's own where no operation runs.
create function app_at() returns timestamptz language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('app.at', true), '')::timestamptz, now()) $$;

-- The day of an instant in Kazakhstan: UTC+5 all year.
create function day_of(at timestamptz) returns date language sql immutable parallel safe as
$$ select ((at at time zone 'UTC') + interval '5 hours')::date $$;

-- One row for each stretch of days on which nothing that is counted changed. The day is the day on which the house learned it, so
-- a paper entered late never changes what was reported before.
create table appeal_versions (
  appeal_id uuid not null references appeals (id),
  from_on date not null,
  -- The first day on which it no longer held.
  until_on date not null default 'infinity' check (until_on > from_on),
  state text not null,
  kind text not null,
  channel text not null,
  language text not null,
  anonymous boolean not null,
  collective boolean not null,
  repeated boolean not null,
  unit_id uuid not null,
  court_id uuid,
  question text,
  result text,
  received_on date not null,
  due_on date not null,
  first_due_on date,
  done_on date,
  primary key (appeal_id, from_on)
);
create unique index appeal_versions_last on appeal_versions (appeal_id) where until_on = 'infinity';
-- For periods that lie far back: only what was in hand then is visited.
create index appeal_versions_period on appeal_versions (received_on, until_on);
call guard('appeal_versions');

create function put_appeal_version(it appeals, known_on date) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  -- A clock that was set back must not make two stretches overlap.
  day constant date := greatest(known_on, (select max(from_on) from appeal_versions where appeal_id = it.id));
begin
  update appeal_versions set until_on = day where appeal_id = it.id and until_on = 'infinity' and from_on < day;
  insert into appeal_versions (appeal_id, from_on, state, kind, channel, language, anonymous, collective, repeated, unit_id, court_id,
    question, result, received_on, due_on, first_due_on, done_on)
  values (it.id, day, it.state, it.kind, it.channel, it.language, it.anonymous, it.collective, it.repeat_of is not null, it.unit_id,
    it.court_id, it.question, it.result, it.received_on, it.due_on, it.first_due_on, it.done_on)
  on conflict (appeal_id, from_on) do update set
    state = excluded.state, kind = excluded.kind, collective = excluded.collective, repeated = excluded.repeated,
    unit_id = excluded.unit_id, court_id = excluded.court_id, question = excluded.question, result = excluded.result,
    due_on = excluded.due_on, first_due_on = excluded.first_due_on, done_on = excluded.done_on;
end
$$;

-- Owner's rights: neither the portal nor the staff's server may write history themselves.
create function appeals_remember() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform put_appeal_version(new, day_of(app_at()));
  return null;
end
$$;
create trigger appeals_remember_new after insert on appeals for each row execute function appeals_remember();
create trigger appeals_remember_change after update on appeals for each row
  when ((old.state, old.kind, old.collective, old.repeat_of, old.unit_id, old.court_id, old.question, old.result, old.due_on, old.first_due_on, old.done_on)
    is distinct from (new.state, new.kind, new.collective, new.repeat_of, new.unit_id, new.court_id, new.question, new.result, new.due_on, new.first_due_on, new.done_on))
  execute function appeals_remember();

-- Appeals that were there before there was a history: received on their day, and in their present state since the day of their end.
create function restore_appeal_versions() returns void language plpgsql set search_path = public, pg_temp as $$
begin
  insert into appeal_versions (appeal_id, from_on, until_on, state, kind, channel, language, anonymous, collective, repeated, unit_id, court_id,
    question, result, received_on, due_on, first_due_on, done_on)
  select id, day_of(received_at), coalesce(done_on, 'infinity'), case when done_on is null then state else 'received' end, kind, channel,
    language, anonymous, collective, repeat_of is not null, unit_id, court_id, question, null, received_on, due_on, first_due_on, null
  from appeals a where done_on is distinct from day_of(received_at)
    and not exists (select from appeal_versions v where v.appeal_id = a.id);
  insert into appeal_versions (appeal_id, from_on, state, kind, channel, language, anonymous, collective, repeated, unit_id, court_id,
    question, result, received_on, due_on, first_due_on, done_on)
  select id, done_on, state, kind, channel, language, anonymous, collective, repeat_of is not null, unit_id, court_id, question, result,
    received_on, due_on, first_due_on, done_on
  from appeals a where done_on is not null
    and not exists (select from appeal_versions v where v.appeal_id = a.id and v.until_on = 'infinity');
end
$$;
select restore_appeal_versions();

revoke execute on function put_appeal_version(appeals, date), restore_appeal_versions() from public;

-- What the asker may count: the units in reach as they stood, and never an appeal from which he or she is shut out. Owner's rights,
-- because behind row security the planner may use no index; there is no word of the appeal in it.
create view appeals_counted with (security_barrier) as
  select * from appeal_versions
  where (select app_kind()) in ('employee', 'system')
    and ((select app_reach_all()) or unit_id = any ((select app_reach())::uuid[]))
    and appeal_id <> all ((select app_denied())::uuid[]);
grant select on appeals_counted to {{app}};

-- A form that the head has signed off. What it said stays, word for word.
create table statistics_forms (
  id uuid primary key,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  as_of date not null check (as_of > until_on),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  approved_at timestamptz not null,
  approved_by uuid not null,
  approved_name jsonb not null check (is_text(approved_name)),
  unique (from_on, until_on)
);
-- Whoever is shut out of any appeal is not shown the figures of a form: beside the own ones they would betray what is hidden. The salt
-- keeps the hash from being guessed.
create table statistics_figures (
  form_id uuid primary key references statistics_forms (id),
  figures text not null,
  salt text not null
);
call guard('statistics_forms');
call guard('statistics_figures');
grant select, insert on statistics_forms, statistics_figures to {{app}};
create policy seen on statistics_forms for select to {{app}} using ((select app_kind()) in ('employee', 'system'));
create policy added on statistics_forms for insert to {{app}} with check (approved_by = (select app_actor()));
create policy seen on statistics_figures for select to {{app}}
  using ((select app_kind()) in ('employee', 'system') and cardinality((select app_denied())) = 0);
create policy added on statistics_figures for insert to {{app}} with check ((select app_kind()) = 'employee');
