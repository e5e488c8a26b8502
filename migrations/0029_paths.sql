-- The paths that the law gives an appeal beside the plain answer: each a row with its term, its papers and what is its own apart.
-- The public page may ask for two of them, a withdrawal and a complaint, and sees its own through one narrow view.

create table appeal_paths (
  id uuid primary key,
  appeal_id uuid not null references appeals (id),
  kind text not null check (kind in ('extension', 'forwarding', 'return', 'withdrawal', 'hearing', 'transfer', 'complaint')),
  -- Asked for and not yet decided; begun and not yet effective; effective; refused; given up.
  state text not null check (state in ('asked', 'begun', 'done', 'declined', 'dropped')),
  -- False: a part only, the rest of the appeal stays in work.
  whole boolean not null default true,
  asked_at timestamptz not null,
  -- Null: the applicant.
  asked_by uuid,
  due_on date,
  -- The motive of a decision, or the applicant's own words.
  reason text not null check (reason <> ''),
  -- To whom it goes; which part.
  body text check (body <> ''),
  part text check (part <> ''),
  decided_by uuid,
  decided_on date,
  -- Why it was refused or given up.
  decision text check (decision <> ''),
  done_on date,
  check ((state = 'done') = (done_on is not null)),
  check (whole = (part is null))
);
create index on appeal_paths (appeal_id, asked_at);
create unique index appeal_paths_open on appeal_paths (appeal_id, kind) where state in ('asked', 'begun');

create table appeal_path_papers (
  document_id uuid primary key,
  path_id uuid not null references appeal_paths (id),
  -- A letter goes to another body, a notice to the applicant.
  role text not null check (role in ('letter', 'notice')),
  number text,
  signed_on date,
  given_on date
);
create index on appeal_path_papers (path_id);

create table appeal_extensions (
  path_id uuid primary key references appeal_paths (id),
  from_on date not null,
  until_on date not null,
  notice_due_on date,
  check (until_on > from_on)
);

create table appeal_hearings (
  path_id uuid primary key references appeal_paths (id),
  -- The day on which the applicant was told the preliminary decision, and what was counted from it.
  told_on date,
  objections_until date,
  free_from date,
  objections text check (objections <> ''),
  objected_on date,
  held_on date,
  protocol text check (protocol <> ''),
  check ((held_on is null) = (protocol is null))
);

create table appeal_transfers (
  path_id uuid primary key references appeal_paths (id),
  outgoing_number text,
  -- Number of the register of pre-trial investigations and of the book of reports.
  register_number text check (register_number <> ''),
  kui_number text check (kui_number <> ''),
  numbered_on date
);

create table appeal_complaints (
  path_id uuid primary key references appeal_paths (id),
  number text not null unique,
  channel text not null check (channel in ('portal', 'paper')),
  received_on date not null,
  lodge_until date not null,
  passed_on date,
  review_due_on date,
  outcome text check (outcome in ('satisfied', 'partly', 'left', 'returned')),
  outcome_words text check (outcome_words <> ''),
  outcome_on date,
  check ((outcome is null) = (outcome_on is null) and (outcome is null) = (outcome_words is null))
);

call guard('appeal_paths');
call guard('appeal_path_papers');
call guard('appeal_extensions');
call guard('appeal_hearings');
call guard('appeal_transfers');
call guard('appeal_complaints');

grant select, insert, update on appeal_paths, appeal_path_papers, appeal_extensions, appeal_hearings, appeal_transfers,
  appeal_complaints to {{app}};

create policy seen on appeal_paths to {{app}} using (exists (select from appeals where appeals.id = appeal_id));
create policy seen on appeal_path_papers to {{app}} using (exists (select from appeal_paths where appeal_paths.id = path_id));
create policy seen on appeal_extensions to {{app}} using (exists (select from appeal_paths where appeal_paths.id = path_id));
create policy seen on appeal_hearings to {{app}} using (exists (select from appeal_paths where appeal_paths.id = path_id));
create policy seen on appeal_transfers to {{app}} using (exists (select from appeal_paths where appeal_paths.id = path_id));
create policy seen on appeal_complaints to {{app}} using (exists (select from appeal_paths where appeal_paths.id = path_id));

-- The applicant asks under the code in hand, in these columns and no others.
grant insert (id, appeal_id, kind, state, asked_at, reason) on appeal_paths to {{portal}};
create policy asked on appeal_paths for insert to {{app}}, {{portal}}
  with check ((select app_kind()) = 'public' and state = 'asked' and asked_by is null and (
    (kind = 'withdrawal' and exists (select from appeals_in_hand a where a.id = appeal_id and a.done_on is null))
    or (kind = 'complaint' and exists (select from appeals_in_hand a where a.id = appeal_id and a.done_on is not null))));

-- What the holder of the code may know of the paths: where it went, how long the term is now, what became of a request.
create view appeal_paths_in_hand with (security_barrier) as
  select p.id, p.appeal_id, p.kind, p.state, p.whole, p.asked_at, p.body, p.part, p.done_on, e.from_on, e.until_on,
    c.number, c.passed_on, c.review_due_on, c.outcome, c.outcome_words,
    case when p.state = 'declined' then p.decision end as decision
  from appeal_paths p
  join appeals_in_hand a on a.id = p.appeal_id
  left join appeal_extensions e on e.path_id = p.id
  left join appeal_complaints c on c.path_id = p.id
  where p.kind in ('withdrawal', 'complaint') or (p.kind in ('extension', 'forwarding', 'transfer') and p.state = 'done');
grant select on appeal_paths_in_hand to {{app}}, {{portal}};

-- These write to the applicant and need the address.
insert into applicant_openers values
  ('paths.extend'), ('paths.forward'), ('paths.return'), ('paths.terminate'), ('paths.openHearing');
