-- What is due on every record, by whom and when; the rungs of the ladder that were told; the bell.

create table duties (
  id uuid primary key,
  record_kind text not null,
  record_id uuid not null,
  stage text not null,
  number text,
  title text not null,
  clause text not null,
  holder_id uuid,
  unit_id uuid not null,
  opened_on date not null,
  due_on date not null,
  -- Length of the whole term in working days, as it was counted when the duty was opened or moved.
  total int not null,
  closed_at timestamptz
);
create unique index duties_open on duties (record_kind, record_id, stage) where closed_at is null;
create index duties_due on duties (due_on, id) where closed_at is null;
create index duties_holder on duties (holder_id, due_on, id) where closed_at is null;
create index duties_unit on duties (unit_id, due_on, id) where closed_at is null;
create index duties_stage on duties (stage, due_on, id) where closed_at is null;
call guard('duties');
grant select, insert on duties to {{app}};
create policy reach on duties for select to {{app}} using (
  ((select app_reach_all()) or unit_id = any ((select app_reach())::uuid[]) or holder_id = (select app_actor()))
  and record_id <> all ((select app_denied())::uuid[]));
create policy written on duties for insert to {{app}} with check (true);

-- Duties are moved and closed for others: an inspector ends the one that lies on the head's desk, a head gives one to a
-- unit beyond his reach. Behind row security neither could, so this door changes what the operation names and no more.
create function change_duty(kind text, record uuid, at_stage text, change jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update duties set
    holder_id = case when change ? 'holder' then (change ->> 'holder')::uuid else holder_id end,
    unit_id = coalesce((change ->> 'unit')::uuid, unit_id),
    number = coalesce(change ->> 'number', number),
    title = coalesce(change ->> 'title', title),
    opened_on = coalesce((change ->> 'openedOn')::date, opened_on),
    due_on = coalesce((change ->> 'dueOn')::date, due_on),
    total = coalesce((change ->> 'total')::int, total),
    closed_at = (change ->> 'closedAt')::timestamptz
  where record_kind = kind and record_id = record and closed_at is null and (at_stage is null or stage = at_stage);
end
$$;
revoke execute on function change_duty(text, uuid, text, jsonb) from public;
grant execute on function change_duty(text, uuid, text, jsonb) to {{app}};

-- One row a duty and rung, so that a reminder is told once however often the job runs.
create table duty_rungs (
  duty_id uuid not null references duties,
  due_on date not null,
  rung int not null,
  told_at timestamptz not null,
  primary key (duty_id, due_on, rung)
);
call guard('duty_rungs');
grant select, insert on duty_rungs to {{app}};
create policy staff on duty_rungs to {{app}} using (true) with check (true);

create table notices (
  id uuid primary key,
  employee_id uuid not null,
  news text not null,
  record_kind text not null,
  record_id uuid not null,
  number text,
  days_left int,
  at timestamptz not null,
  read_at timestamptz
);
create index on notices (employee_id, at desc, id desc);
create index on notices (employee_id) where read_at is null;
call guard('notices');
grant select, insert, update on notices to {{app}};
create policy addressee on notices for select to {{app}} using (
  employee_id = (select app_actor()) and record_id <> all ((select app_denied())::uuid[]));
create policy told on notices for insert to {{app}} with check (true);
create policy marked on notices for update to {{app}} using (employee_id = (select app_actor()));
