-- Requests and demands: what the Department asks of others, the answers, the terms, and what was not complied with.

create table requests (
  id uuid primary key,
  version int not null default 1,
  state text not null default 'drafted' check (state in
    ('drafted', 'offered', 'signed', 'sent', 'arrived', 'partly', 'answered', 'reported', 'closed', 'withdrawn')),
  kind text not null check (kind in ('request', 'agency-request', 'demand', 'proposal')),
  language text not null check (language in ('kk', 'ru', 'en')),
  unit_id uuid not null,
  author_id uuid not null,
  prepared_at timestamptz not null,
  addressee_kind text not null check (addressee_kind in ('body', 'court', 'unit', 'other', 'principal')),
  addressee_id uuid,
  -- Code of the post where it is a proposal: 'chairman' or 'ca-head'.
  addressee_post text check (addressee_post in ('chairman', 'ca-head')),
  -- As it is called on the day of the request.
  addressee_name jsonb not null,
  person_post text check (person_post <> ''),
  -- Clause 12 obliges the addressee to comply; others answer by other law or by courtesy (5.7).
  obliged boolean not null,
  subject text not null check (subject <> ''),
  ground text not null check (ground <> ''),
  asked text not null check (asked <> ''),
  about_kind text,
  about_id uuid,
  document_id uuid unique,
  number text unique,
  signed_on date,
  sent_on date,
  -- Named in the paper; until it is sent, the term of the parameter stands only in the draft.
  until_on date not null,
  first_due_on date,
  due_on date,
  completed_on date,
  reported_at timestamptz,
  closed_on date,
  closed_by uuid,
  closed_word text,
  check ((addressee_kind = 'principal') = (addressee_post is not null)),
  check ((addressee_kind in ('body', 'court', 'unit')) = (addressee_id is not null)),
  check ((about_kind is null) = (about_id is null)),
  check ((sent_on is null) = (due_on is null) and (sent_on is null) = (first_due_on is null)),
  check ((closed_on is null) = (closed_word is null))
);
create index on requests (prepared_at desc, id desc);
create index on requests (due_on, id) where completed_on is null;
create index on requests (author_id, prepared_at desc);
create index on requests (unit_id, prepared_at desc);
create index on requests (addressee_id) where addressee_id is not null;
create index on requests (about_id) where about_id is not null;
create index on requests (reported_at) where reported_at is not null;

-- The state is moved first and the operation's lines follow, so the row is judged when the operation commits.
create function requests_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it constant requests := (select r from requests r where r.id = new.id);
begin
  if (it.state in ('sent', 'arrived', 'partly', 'answered', 'reported') and it.sent_on is null)
    or (it.state in ('drafted', 'offered', 'withdrawn') and it.sent_on is not null)
    or (it.state = 'answered' and it.completed_on is null)
    or (it.state = 'reported' and it.reported_at is null)
    or (it.state in ('closed', 'withdrawn')) <> (it.closed_on is not null) then
    raise exception 'request % would not be whole in the state %', it.id, it.state using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger requests_whole after insert or update on requests deferrable initially deferred
  for each row execute function requests_whole();

-- What came in answer: by the incoming register, or typed in. Not weighed while `complete` is null.
create table request_answers (
  id uuid primary key,
  request_id uuid not null references requests (id),
  at timestamptz not null,
  -- The employee who noted it; null for the house itself.
  by uuid,
  received_on date not null,
  incoming_id uuid,
  word text check (word <> ''),
  complete text check (complete in ('full', 'partly')),
  missing text check (missing <> ''),
  unique (request_id, incoming_id),
  check ((complete is not distinct from 'partly') = (missing is not null)),
  check (incoming_id is not null or word is not null)
);
create index on request_answers (request_id, at);

create table request_files (
  request_id uuid not null references requests (id),
  file_id uuid not null,
  -- Null for the signed paper itself.
  answer_id uuid references request_answers (id),
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  type text not null,
  place int not null,
  primary key (request_id, file_id)
);

create table request_extensions (
  id uuid primary key,
  request_id uuid not null references requests (id),
  at timestamptz not null,
  by uuid not null,
  plea text not null check (plea <> ''),
  from_on date not null,
  until_on date not null check (until_on > from_on)
);
create index on request_extensions (request_id, at);

-- Reported to the Chairman of the Supreme Court and the Head of the Court Administration, whoever holds these posts.
create table request_reports (
  id uuid primary key,
  request_id uuid not null references requests (id),
  at timestamptz not null,
  by uuid not null,
  due_on date not null,
  -- '12' where the addressee is obliged by the Regulation, '5.7' otherwise.
  clause text not null check (clause in ('12', '5.7')),
  done text not null check (done <> ''),
  -- What is lacking of an answer in part.
  missing text
);
create index on request_reports (request_id, at);
create index on request_reports (at desc, id desc);

create table request_acknowledgements (
  report_id uuid not null references request_reports (id),
  post text not null check (post in ('chairman', 'ca-head')),
  at timestamptz not null,
  by uuid not null,
  instruction text check (instruction <> ''),
  until_on date,
  primary key (report_id, post),
  check (until_on is null or instruction is not null)
);

call guard('requests');
call guard('request_answers');
call guard('request_files');
call guard('request_extensions');
call guard('request_reports');
call guard('request_acknowledgements');

-- The principals see what was reported to them, and a proposal sent to their own post; nothing else of the Department's work.
create policy seen on requests to {{app}}
  using (
    (
      (select app_kind()) = 'system'
      or ((select app_kind()) = 'employee' and (
        author_id = (select app_actor())
        or (select app_reach_all())
        or unit_id = any ((select app_reach())::uuid[])
        or (reported_at is not null and (select app_posts() && '{chairman,ca-head}'))
        or (sent_on is not null and addressee_post = any ((select app_posts())::text[]))
      ))
    )
    and id <> all ((select app_denied())::uuid[])
    and (about_id is null or about_id <> all ((select app_denied())::uuid[]))
  )
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on request_answers to {{app}} using (exists (select from requests where requests.id = request_id));
create policy seen on request_files to {{app}} using (exists (select from requests where requests.id = request_id));
create policy seen on request_extensions to {{app}} using (exists (select from requests where requests.id = request_id));
create policy seen on request_reports to {{app}} using (exists (select from requests where requests.id = request_id));
create policy seen on request_acknowledgements to {{app}}
  using (exists (select from request_reports where request_reports.id = report_id));

grant select, insert, update on requests, request_answers to {{app}};
grant select, insert on request_files, request_extensions, request_reports, request_acknowledgements to {{app}};

-- In a house that stands already, the descriptions given by the house itself gain the principals' screen.
update descriptions set powers = powers || '{requests.oversee}'
  where post_code in ('chairman', 'ca-head') and basis = 'Qorgan' and proposed_by is null and not 'requests.oversee' = any (powers);
