-- What comes of a concluded investigation: the decision with its execution, appeal and lapse, what went to law enforcement, the
-- resignation of a superior, and the notice of clause 13. It shows itself to whoever sees the investigation.

create table outcome_decisions (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  person_id uuid not null,
  body text not null check (body in ('disciplinary-commission', 'judicial-jury', 'competent-person')),
  -- The commission, the jury or the official, as the decision calls it.
  body_name text not null check (body_name <> ''),
  number text not null check (number <> ''),
  decided_on date not null,
  measure text not null,
  words text check (words <> ''),
  -- The last day of the limitation as it stood when the decision was recorded; null while both clocks stood still.
  limitation_on date,
  doubtful boolean not null,
  at timestamptz not null,
  by uuid not null,
  order_number text check (order_number <> ''),
  executed_on date check (executed_on >= decided_on),
  executed_at timestamptz,
  executed_by uuid,
  -- What stands after an appeal; the first measure stays beside it.
  standing text,
  annulled_on date,
  lapses_on date,
  lapse_doubtful boolean,
  lapsed_on date,
  check ((order_number is null) = (executed_on is null) and (order_number is null) = (executed_at is null)),
  check ((standing is null) = (annulled_on is not null)),
  check ((lapses_on is null) = (lapse_doubtful is null)),
  check (lapsed_on is null or lapses_on is not null)
);
create unique index on outcome_decisions (investigation_id, person_id) where annulled_on is null;
create index on outcome_decisions (person_id);
create index on outcome_decisions (lapses_on) where lapsed_on is null and annulled_on is null;

create table outcome_appeals (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  decision_id uuid not null references outcome_decisions (id),
  filed_on date not null,
  filed_with text not null check (filed_with <> ''),
  at timestamptz not null,
  by uuid not null,
  result text check (result in ('upheld', 'changed', 'annulled')),
  result_on date check (result_on >= filed_on),
  result_number text check (result_number <> ''),
  measure text,
  words text check (words <> ''),
  result_at timestamptz,
  result_by uuid,
  check ((result is null) = (result_on is null) and (result is null) = (result_number is null)),
  check ((result is not distinct from 'changed') = (measure is not null))
);
-- One appeal at a time; the next body is appealed to when the first has answered.
create unique index on outcome_appeals (decision_id) where result is null;
create index on outcome_appeals (investigation_id, filed_on);

-- What went to a law enforcement or special state body, and the answer (6.17).
create table outcome_transfers (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  body_id uuid not null,
  -- As the directory called it on that day.
  body_name jsonb not null,
  sent_on date not null,
  number text not null check (number <> ''),
  what text not null check (what <> ''),
  due_on date not null check (due_on >= sent_on),
  doubtful boolean not null,
  at timestamptz not null,
  by uuid not null,
  answer text check (answer in ('registered', 'refused', 'returned')),
  answered_on date check (answered_on >= sent_on),
  -- Of the unified register of pre-trial investigations.
  register_number text check (register_number <> ''),
  answer_words text check (answer_words <> ''),
  answer_at timestamptz,
  answer_by uuid,
  check ((answer is null) = (answered_on is null) and (answer is null) = (answer_at is null)),
  check ((answer is not distinct from 'registered') = (register_number is not null))
);
create index on outcome_transfers (investigation_id, sent_on);
create unique index on outcome_transfers (body_id, number, sent_on);

-- The liability of a direct superior for a convicted subordinate (6.22): what he or she did within the term.
create table outcome_superiors (
  investigation_id uuid not null references investigations (id),
  person_id uuid not null,
  case_id uuid not null,
  liable boolean not null,
  -- The day from which the term ran, and its last day.
  from_on date not null,
  due_on date not null check (due_on >= from_on),
  doubtful boolean not null,
  resignation text not null check (resignation in ('filed', 'not-filed', 'not-required')),
  filed_on date,
  words text not null check (words <> ''),
  at timestamptz not null,
  by uuid not null,
  primary key (investigation_id, person_id),
  check ((resignation = 'filed') = (filed_on is not null)),
  check ((resignation = 'not-required') = (not liable))
);

-- Clause 13: before a decision on the heads and staff of a territorial unit of the Department is recorded, the head has been notified
-- with copies of all the materials. One row for each material of the case and each person; what comes in later asks to be copied too.
create table outcome_notices (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  person_id uuid not null,
  way text not null check (way in ('document', 'handed')),
  document_id uuid,
  number text not null check (number <> ''),
  gone_on date not null,
  -- To whom it went: the head of that day.
  head_id uuid not null,
  at timestamptz not null,
  by uuid not null,
  check ((way = 'document') = (document_id is not null))
);
create index on outcome_notices (investigation_id, person_id, at);

create table outcome_copies (
  investigation_id uuid not null references investigations (id),
  person_id uuid not null,
  -- The material by its kind and number, and as it was called then.
  material_kind text not null,
  material_id uuid not null,
  caption text not null,
  copied boolean not null,
  -- Why a material was not copied.
  reason text check (reason <> ''),
  -- The notice with which the copy went.
  notice_id uuid references outcome_notices (id),
  at timestamptz not null,
  by uuid not null,
  primary key (investigation_id, person_id, material_kind, material_id),
  check (copied = (reason is null)),
  check (copied or notice_id is null)
);

call guard('outcome_decisions');
call guard('outcome_appeals');
call guard('outcome_transfers');
call guard('outcome_superiors');
call guard('outcome_notices');
call guard('outcome_copies');

create policy seen on outcome_decisions to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_appeals to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_transfers to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_superiors to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_notices to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_copies to {{app}} using (exists (select from investigations i where i.id = investigation_id));

grant select, insert, update on outcome_decisions, outcome_appeals, outcome_transfers, outcome_copies to {{app}};
grant select, insert on outcome_superiors, outcome_notices to {{app}};

-- Whether a person of the register serves in a territorial unit of the Department on one of these days: as an employee of the same IIN,
-- or by a post that the register itself keeps. The law asks it of everybody, so it does not depend on what the asker sees.
create function serves_in_territory(person uuid, days date[])
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from unnest(days) day, lateral posts_held(day) h join units u on u.id = h.unit_id
      join employees e on e.id = h.employee_id join persons p on p.iin = e.iin
    where p.id = person and u.kind = 'territorial'
  ) or exists (
    select from unnest(days) day, person_posts t join units u on u.id = t.body_id
    where t.person_id = person and t.body_kind = 'unit' and u.kind = 'territorial' and t.struck_at is null
      and t.from_on <= day and (t.until_on is null or t.until_on >= day)
  )
$$;
revoke execute on function serves_in_territory(uuid, date[]) from public;
grant execute on function serves_in_territory(uuid, date[]) to {{app}};
