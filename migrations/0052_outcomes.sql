-- The outcome of an investigation: allegations and findings, proposed measures, familiarisation, the conclusion and its review, the
-- decision with its execution, appeal and lapse, what went to law enforcement, and the resignation of a superior. All of it shows
-- itself to whoever sees the investigation, and to nobody else.

create table outcome_allegations (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  place int not null,
  words text not null check (words <> ''),
  at timestamptz not null,
  by uuid not null,
  dropped_at timestamptz,
  dropped_by uuid,
  dropped_reason text check (dropped_reason <> ''),
  unique (investigation_id, place),
  check ((dropped_at is null) = (dropped_reason is null))
);

-- One finding on one allegation and one person; a later one takes its place and the earlier one stays to be seen.
create table outcome_findings (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  allegation_id uuid not null references outcome_allegations (id),
  person_id uuid not null,
  finding text not null check (finding in ('proven', 'not-proven', 'refuted')),
  reasons text not null check (reasons <> ''),
  -- Evidence that no record of the house keeps, in words.
  sources text check (sources <> ''),
  at timestamptz not null,
  by uuid not null,
  replaced_at timestamptz
);
create unique index on outcome_findings (allegation_id, person_id) where replaced_at is null;
create index on outcome_findings (investigation_id);
create index on outcome_findings (person_id);

-- The evidence that a finding refers to, by its kind of record and number, and as it was called then.
create table outcome_refs (
  finding_id uuid not null references outcome_findings (id),
  place int not null,
  investigation_id uuid not null references investigations (id),
  record_kind text not null,
  record_id uuid not null,
  caption text not null,
  primary key (finding_id, place),
  unique (finding_id, record_kind, record_id)
);

create table outcome_measures (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  person_id uuid not null,
  measure text not null,
  reasons text not null check (reasons <> ''),
  at timestamptz not null,
  by uuid not null,
  replaced_at timestamptz
);
create unique index on outcome_measures (investigation_id, person_id) where replaced_at is null;

-- The person studies the materials before the decision: offered, then signed for or refused before witnesses.
create table outcome_familiarisations (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  person_id uuid not null,
  offered_on date not null,
  due_on date not null check (due_on >= offered_on),
  doubtful boolean not null,
  at timestamptz not null,
  by uuid not null,
  acknowledged text check (acknowledged in ('signed', 'refused')),
  acknowledged_on date check (acknowledged_on >= offered_on),
  remarks text check (remarks <> ''),
  witnesses text[] not null default '{}',
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  -- The findings changed after it was offered, so it counts no more.
  stale_at timestamptz,
  check ((acknowledged is null) = (acknowledged_on is null) and (acknowledged is null) = (acknowledged_at is null)),
  check (acknowledged is not distinct from 'refused' or witnesses = '{}')
);
create unique index on outcome_familiarisations (investigation_id, person_id) where stale_at is null;

create table outcome_conclusions (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  document_id uuid not null unique,
  at timestamptz not null,
  by uuid not null,
  number text,
  signed_on date,
  signed_at timestamptz,
  dropped_at timestamptz,
  dropped_by uuid,
  dropped_reason text check (dropped_reason <> ''),
  -- Sent back by the reviewer: a new one takes its place.
  returned_at timestamptz,
  check ((number is null) = (signed_on is null) and (number is null) = (signed_at is null)),
  check ((dropped_at is null) = (dropped_reason is null)),
  check (returned_at is null or signed_on is not null)
);
create unique index on outcome_conclusions (investigation_id) where dropped_at is null and returned_at is null;

create table outcome_reviews (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  at timestamptz not null,
  by uuid not null,
  passed boolean not null,
  words text not null check (words <> '')
);
create index on outcome_reviews (investigation_id, at);

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

-- Scans and papers of the outcome; the bytes and their custody are the kernel's.
create table outcome_files (
  file_id uuid primary key,
  investigation_id uuid not null references investigations (id),
  part text not null check (part in ('familiarisation', 'decision', 'execution', 'appeal', 'appeal-result', 'transfer', 'answer', 'notice',
    'superior')),
  part_id uuid not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  type text not null,
  place int not null
);
create index on outcome_files (investigation_id, part, part_id);

call guard('outcome_allegations');
call guard('outcome_findings');
call guard('outcome_refs');
call guard('outcome_measures');
call guard('outcome_familiarisations');
call guard('outcome_conclusions');
call guard('outcome_reviews');
call guard('outcome_decisions');
call guard('outcome_appeals');
call guard('outcome_transfers');
call guard('outcome_superiors');
call guard('outcome_files');

create policy seen on outcome_allegations to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_findings to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_refs to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_measures to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_familiarisations to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_conclusions to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_reviews to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_decisions to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_appeals to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_transfers to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_superiors to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_files to {{app}} using (exists (select from investigations i where i.id = investigation_id));

grant select, insert, update on outcome_allegations, outcome_findings, outcome_measures, outcome_familiarisations,
  outcome_conclusions, outcome_decisions, outcome_appeals, outcome_transfers to {{app}};
grant select, insert on outcome_refs, outcome_reviews, outcome_superiors, outcome_files to {{app}};

-- Somebody outside the team reviews the conclusion, and sees the investigation from the day on which he or she was asked to.
alter table investigations add column reviewer_id uuid;
create policy reviewed on investigations to {{app}}
  using (reviewer_id = (select app_actor()) and (select app_kind()) = 'employee'
    and id <> all ((select app_denied())::uuid[]) and (about_id is null or about_id <> all ((select app_denied())::uuid[])))
  with check ((select app_kind()) = 'employee');

-- A paper about an investigation is seen by those who see the investigation and by those to whom it was given, whatever their reach.
create policy of_investigations on documents as restrictive for select to {{app}} using (
  about_kind <> 'investigation' or (select app_kind()) = 'system' or drafter_id = (select app_actor())
  or (select app_actor()) = any (readers) or signed_by = (select app_actor())
  or exists (select from investigations i where i.id = documents.about_id));

-- So the reach of a post does not find it either: neither its title nor how many there are.
create function hide_investigation_papers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today constant date := (coalesce(nullif(current_setting('app.at', true), '')::timestamptz, now()) at time zone 'Asia/Almaty')::date;
begin
  if exists (select from documents d where d.id = new.record_id and d.about_kind = 'investigation') then
    new.reach_visible := false;
    -- The search drops by these words whatever is out of reach.
    new.words := ts_delete(new.words, array['@' || new.unit_id]);
    new.readers := array(select distinct it from documents d join investigations i on i.id = d.about_id,
      unnest(new.readers || i.team || coalesce((select array_agg(h.employee_id) from posts_held(today) h
        where h.code in ('head', 'deputy-head') or (h.code = 'territorial-head' and h.unit_id = i.unit_id)), '{}')) it
      where d.id = new.record_id and it is not null);
    new.words := new.words || array_to_tsvector(array(select '@' || it from unnest(new.readers) it));
  end if;
  return new;
end $$;
create trigger hide_investigation_papers before insert or update on search_index for each row
  when (new.record_kind = 'document') execute function hide_investigation_papers();
