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
grant select, insert, update on duties to {{app}};
create policy reach on duties for select to {{app}} using (
  ((select app_reach_all()) or unit_id = any ((select app_reach())::uuid[]) or holder_id = (select app_actor()))
  and record_id <> all ((select app_denied())::uuid[]));
-- Duties are opened and closed for others: by a registrar for an inspector, by the house for all.
create policy written on duties for insert to {{app}} with check (true);
create policy moved on duties for update to {{app}} using (true) with check (true);

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
