-- Work on an appeal by several: who else may read it and until when, who may learn the applicant's name, how far the work has come,
-- a new consideration, and fragments that are masked. What came in stays as it came: a mask is a place in the text, not a change of it.

alter table appeals
  -- Who reads it beside its unit and its assignee, as of the last grant, revocation or night; the policy below judges by the day.
  add column readers uuid[] not null default '{}',
  -- Who may learn who wrote, and until which day: [{"to", "until"}].
  add column identity_grants jsonb not null default '[]',
  add column work_stage text check (work_stage in
    ('studying', 'documents', 'awaiting', 'checking', 'hearing', 'drafting', 'agreeing')),
  -- The day from which it is considered anew.
  add column reopened_on date,
  -- Places of the text that are masked: [[start, length]], in UTF-16 units.
  add column hidden jsonb not null default '[]';
alter table appeal_messages add column hidden jsonb not null default '[]';
grant update (hidden) on appeal_messages to {{app}};
create index appeals_work_stage on appeals (work_stage, received_on desc, id desc) where work_stage is not null;

create table appeal_grants (
  id uuid primary key,
  appeal_id uuid not null references appeals (id),
  employee_id uuid not null,
  reason text not null check (reason <> ''),
  -- The last day; null: until it is revoked.
  until_on date,
  at timestamptz not null,
  by uuid not null,
  ended_at timestamptz,
  -- Null: by the clock.
  ended_by uuid,
  end_reason text check (end_reason <> '')
);
create unique index appeal_grants_open on appeal_grants (appeal_id, employee_id) where ended_at is null;
create index appeal_grants_employee on appeal_grants (employee_id) where ended_at is null;
create index appeal_grants_until on appeal_grants (until_on) where ended_at is null;

create table identity_requests (
  id uuid primary key,
  version int not null default 1,
  state text not null default 'asked' check (state in ('asked', 'granted', 'denied')),
  appeal_id uuid not null references appeals (id),
  number text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  reason text not null check (reason <> ''),
  decided_by uuid,
  decided_at timestamptz,
  words text check (words <> ''),
  until_on date,
  -- Nobody opens a person's name to himself.
  check (decided_by <> asked_by)
);
create unique index identity_requests_open on identity_requests (appeal_id, asked_by) where state = 'asked';
create index on identity_requests (appeal_id, asked_at);

create table appeal_masks (
  id uuid primary key,
  appeal_id uuid not null references appeals (id),
  -- Null: the text of the appeal itself.
  message_id uuid references appeal_messages (id),
  places jsonb not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by uuid not null,
  lifted_at timestamptz,
  lifted_by uuid,
  lifted_reason text,
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null))
);
create index on appeal_masks (appeal_id);

-- A chief's own words in the bell.
alter table notices add column words text check (words <> '');

call guard('appeal_grants');
call guard('identity_requests');
call guard('appeal_masks');
grant select, insert, update on appeal_grants, identity_requests, appeal_masks to {{app}};
create policy seen on appeal_grants to {{app}} using (exists (select from appeals where appeals.id = appeal_id));
create policy seen on identity_requests to {{app}} using (exists (select from appeals where appeals.id = appeal_id));
create policy seen on appeal_masks to {{app}} using (exists (select from appeals where appeals.id = appeal_id));

-- The day of the running operation; outside one, the day in Kazakhstan.
create function app_today() returns date language sql stable parallel safe as
$$ select (coalesce(nullif(current_setting('app.at', true), '')::timestamptz, now()) at time zone 'UTC' + interval '5 hours')::date $$;

-- Appeals that the actor has been given to read, today. As owner, because the policy of appeals stands on it.
create function app_granted() returns uuid[] language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce(array_agg(appeal_id), '{}') from appeal_grants
   where employee_id = app_actor() and ended_at is null and (until_on is null or until_on >= app_today()) $$;
revoke execute on function app_granted() from public;
grant execute on function app_granted() to {{app}};

-- As before, and those who were given it to read. A reader reads: the row cannot be locked or changed by one, so that no command finds it.
drop policy seen on appeals;
create policy seen on appeals for select to {{app}}
  using (
    (
      (select app_kind() = 'system' or (app_kind() = 'employee' and app_reach_all()))
      or (
        (select app_kind()) = 'employee'
        and (
          unit_id = any ((select app_reach())::uuid[])
          or assignee_id = (select app_actor())
          or id = any ((select app_granted())::uuid[])
        )
      )
    )
    and id <> all ((select app_denied())::uuid[])
  );
create policy worked on appeals for update to {{app}}
  using (
    (
      (select app_kind() = 'system' or (app_kind() = 'employee' and app_reach_all()))
      or (
        (select app_kind()) = 'employee'
        and (unit_id = any ((select app_reach())::uuid[]) or assignee_id = (select app_actor()))
      )
    )
    and id <> all ((select app_denied())::uuid[])
  )
  -- Passing an appeal on may take it out of the actor's own sight.
  with check ((select app_kind()) in ('system', 'employee'));
create policy entered on appeals for insert to {{app}} with check ((select app_kind()) in ('system', 'employee'));

-- A result is fixed when the appeal ends, until the head has it considered anew.
create or replace function appeals_result_keep() returns trigger language plpgsql as $$
begin
  if old.done_on is not null and old.result is not null
    and (new.result, new.result_ground) is distinct from (old.result, old.result_ground)
    and not (new.done_on is null and new.result is null and app_operation() = 'handling.reopen') then
    raise exception 'the result of appeal % was fixed when it ended', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- These write the index anew, whose hits show none of it.
insert into applicant_openers values
  ('handling.grant'), ('handling.revoke'), ('handling.settle'), ('handling.mask'), ('handling.unmask'), ('handling.reopen');

-- Reasons may name people: they go with the rest.
insert into retention_contents values
  ('appeal_grants', 'appeal_id', 4), ('identity_requests', 'appeal_id', 6), ('appeal_masks', 'appeal_id', 8);
