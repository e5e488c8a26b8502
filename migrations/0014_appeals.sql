-- Appeals: what was handed in, by whom (apart), what was said, the files, the work notes. The public page may add an appeal and
-- see its own through two narrow views; staff see by unit, by assignment, and never where they are shut out.

create sequence appeal_slips;
grant usage on sequence appeal_slips to {{app}}, {{portal}};

create table appeals (
  id uuid primary key,
  version int not null default 1,
  state text not null default 'received' check (state in
    ('received', 'registered', 'assigned', 'working', 'offered', 'answered', 'delivered', 'closed', 'redirected')),
  slip_number text not null unique,
  -- Keyed hash of the code that the applicant holds; the code itself is nowhere.
  receipt_hash text not null unique check (receipt_hash ~ '^[0-9a-f]{64}$'),
  number text unique,
  kind text not null check (kind in ('application', 'complaint', 'report', 'proposal', 'response', 'inquiry')),
  channel text not null check (channel in ('portal', 'paper', 'oral')),
  language text not null check (language in ('kk', 'ru', 'en')),
  anonymous boolean not null,
  unit_id uuid not null,
  court_id uuid,
  court_name text check (court_name <> ''),
  person text check (person <> ''),
  person_post text check (person_post <> ''),
  event_on date,
  subject text check (subject <> ''),
  body text not null check (body <> ''),
  -- The true moment, as the slip says it; received_on is its day in Kazakhstan.
  received_at timestamptz not null,
  received_on date not null,
  -- Who took it: an employee, or nobody where the public page did.
  received_by uuid,
  -- The day that counts as the day of registration: never a day off.
  registered_on date not null,
  registered_at timestamptz,
  registered_by uuid,
  due_on date not null,
  internal_due_on date not null,
  -- The values of the parameters that the days above were counted with.
  term jsonb not null,
  assignee_id uuid,
  assigned_at timestamptz,
  reply_id uuid,
  reply_file_id uuid,
  reply_name text,
  reply_number text,
  reply_on date,
  -- The day on which the clock stopped: the reply was signed, or the appeal came to its other end.
  done_on date,
  ending_reason text,
  ending_body text,
  check (registered_on >= received_on and due_on >= registered_on)
);
-- The words live out of line: the list walks narrow rows.
alter table appeals set (toast_tuple_target = 512);
alter table appeals alter column body set storage external;
create index appeals_received on appeals (received_on desc, id desc);
create index appeals_due on appeals (due_on, id) where done_on is null;
create index appeals_due_all on appeals (due_on, id);
create index appeals_unit on appeals (unit_id, received_on desc, id desc);
create index appeals_unit_due on appeals (unit_id, due_on, id);
create index appeals_assignee on appeals (assignee_id, received_on desc, id desc);
create index appeals_assignee_due on appeals (assignee_id, due_on, id);
create index appeals_state on appeals (state, received_on desc, id desc);
create index appeals_court on appeals (court_id, received_on desc, id desc);

-- What came in is what stays: the applicant's words and the true moment are changed by nobody.
create function appeals_keep() returns trigger language plpgsql as $$
begin
  if (new.slip_number, new.receipt_hash, new.body, new.anonymous, new.channel, new.language, new.received_at, new.received_on, new.received_by)
    is distinct from (old.slip_number, old.receipt_hash, old.body, old.anonymous, old.channel, old.language, old.received_at,
      old.received_on, old.received_by)
    or (old.number is not null and (new.number, new.registered_on, new.registered_at, new.registered_by)
      is distinct from (old.number, old.registered_on, old.registered_at, old.registered_by)) then
    raise exception 'what appeal % said when it came in cannot be changed', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger appeals_keep before update on appeals for each row execute function appeals_keep();

-- The kernel moves the state first and the operation's own lines follow, so the whole row is judged when the operation commits.
create function appeals_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it constant appeals := (select a from appeals a where a.id = new.id);
  is_over constant boolean := it.state in ('answered', 'delivered', 'closed', 'redirected');
begin
  if (it.state = 'received') <> (it.number is null)
    or (it.number is null) <> (it.registered_at is null)
    or (it.state in ('assigned', 'working', 'offered') and it.assignee_id is null)
    or is_over <> (it.done_on is not null)
    or (it.state in ('closed', 'redirected')) <> (it.ending_reason is not null)
    or (it.state in ('closed', 'redirected') and not it.anonymous) then
    raise exception 'appeal % would not be whole in the state %', it.id, it.state using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger appeals_whole after update on appeals deferrable initially deferred
  for each row execute function appeals_whole();

create table appeal_applicants (
  appeal_id uuid primary key references appeals (id),
  kind text not null check (kind in ('person', 'entity')),
  name text not null check (name <> ''),
  number text check (number ~ '^\d{12}$'),
  representative text,
  address text,
  phone text,
  email text
);

create table appeal_messages (
  id uuid primary key,
  appeal_id uuid not null references appeals (id),
  at timestamptz not null,
  side text not null check (side in ('applicant', 'department')),
  -- The employee who wrote; the public page cannot read this column.
  by uuid,
  body text not null check (body <> ''),
  check ((side = 'department') = (by is not null))
);
create index on appeal_messages (appeal_id, at);

create table appeal_notes (
  id uuid primary key,
  appeal_id uuid not null references appeals (id),
  at timestamptz not null,
  by uuid not null,
  body text not null check (body <> '')
);
create index on appeal_notes (appeal_id, at);

-- Names and sizes are repeated here, so that a list of files asks nothing of the file store.
create table appeal_files (
  appeal_id uuid not null references appeals (id),
  file_id uuid not null unique,
  message_id uuid references appeal_messages (id),
  side text not null check (side in ('applicant', 'department')),
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  type text not null,
  place int not null,
  primary key (appeal_id, file_id)
);

create table appeal_views (
  id uuid primary key,
  owner_id uuid not null,
  title text not null check (title <> ''),
  query text not null,
  unique (owner_id, title)
);

call guard('appeals');
call guard('appeal_applicants');
call guard('appeal_messages');
call guard('appeal_notes');
call guard('appeal_files');
call guard('appeal_views');

grant select, insert, update on appeals to {{app}};
grant select, insert on appeal_applicants, appeal_messages, appeal_notes, appeal_files to {{app}};
grant select, insert, delete on appeal_views to {{app}};

-- The first line is one yes or no, so that the planner expects many rows and walks the list's order by its index.
create policy seen on appeals to {{app}}
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

-- Who wrote is opened only by the operations that need it, whatever a query asks for.
create policy opened on appeal_applicants for select to {{app}}
  using (
    -- The last three write the index anew, whose hits show none of it.
    (select app_operation()) in ('appeals.revealApplicant', 'appeals.draftReply', 'appeals.slip',
      'appeals.register', 'appeals.assign', 'appeals.reassign')
    and exists (select from appeals where appeals.id = appeal_id)
  );
create policy added on appeal_applicants for insert to {{app}}
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on appeal_messages to {{app}} using (exists (select from appeals where appeals.id = appeal_id));
create policy seen on appeal_notes to {{app}} using (exists (select from appeals where appeals.id = appeal_id));
create policy seen on appeal_files to {{app}} using (exists (select from appeals where appeals.id = appeal_id));
create policy own on appeal_views to {{app}} using (owner_id = (select app_actor()));

-- The one appeal whose code is in hand, in the words that its applicant may read. Owner's rights: the portal has none on the table.
create view appeals_in_hand with (security_barrier) as
  select id, version, state, slip_number, number, kind, language, anonymous, received_at, registered_on, due_on, done_on,
    ending_reason, ending_body,
    case when state = 'delivered' then reply_file_id end as reply_file_id,
    case when state = 'delivered' then reply_name end as reply_name,
    case when state = 'delivered' then reply_number end as reply_number,
    case when state = 'delivered' then reply_on end as reply_on
  from appeals
  where app_kind() = 'public' and receipt_hash = app_receipt();

create view appeal_messages_in_hand with (security_barrier) as
  select m.id, m.appeal_id, m.at, m.side, m.body
  from appeal_messages m join appeals_in_hand a on a.id = m.appeal_id;

create view appeal_files_in_hand with (security_barrier) as
  select f.appeal_id, f.file_id, f.message_id, f.side, f.name, f.bytes, f.type, f.place
  from appeal_files f join appeals_in_hand a on a.id = f.appeal_id;

grant select on appeals_in_hand, appeal_messages_in_hand, appeal_files_in_hand to {{app}}, {{portal}};

-- The public page hands in: these columns and no others, and only as something just received under the code in hand.
grant insert (id, slip_number, receipt_hash, kind, channel, language, anonymous, unit_id, court_id, court_name, person, person_post,
  event_on, body, received_at, received_on, registered_on, due_on, internal_due_on, term) on appeals to {{portal}};
create policy handed_in on appeals for insert to {{app}}, {{portal}}
  with check ((select app_kind()) = 'public' and channel = 'portal' and state = 'received'
    and receipt_hash = (select app_receipt()));

grant insert on appeal_applicants to {{portal}};
create policy handed_in on appeal_applicants for insert to {{app}}, {{portal}}
  with check (exists (select from appeals_in_hand where appeals_in_hand.id = appeal_id and state = 'received'));

grant insert (id, appeal_id, at, side, body) on appeal_messages to {{portal}};
create policy handed_in on appeal_messages for insert to {{app}}, {{portal}}
  with check (side = 'applicant' and exists (select from appeals_in_hand where appeals_in_hand.id = appeal_id));

grant insert on appeal_files to {{portal}};
create policy handed_in on appeal_files for insert to {{app}}, {{portal}}
  with check (side = 'applicant' and exists (select from appeals_in_hand where appeals_in_hand.id = appeal_id));
