-- What an investigation finds and concludes: allegations, findings, proposed measures, the study of the materials by the person, the
-- conclusion and its review. All of it shows itself to whoever sees the investigation, and to nobody else.

create table conclusion_allegations (
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
create table conclusion_findings (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  allegation_id uuid not null references conclusion_allegations (id),
  person_id uuid not null,
  finding text not null check (finding in ('proven', 'not-proven', 'refuted')),
  reasons text not null check (reasons <> ''),
  -- Evidence that no record of the house keeps, in words.
  sources text check (sources <> ''),
  at timestamptz not null,
  by uuid not null,
  replaced_at timestamptz
);
create unique index on conclusion_findings (allegation_id, person_id) where replaced_at is null;
create index on conclusion_findings (investigation_id);
create index on conclusion_findings (person_id);

-- The evidence that a finding refers to, by its kind of record and number, and as it was called then.
create table conclusion_refs (
  finding_id uuid not null references conclusion_findings (id),
  place int not null,
  investigation_id uuid not null references investigations (id),
  record_kind text not null,
  record_id uuid not null,
  caption text not null,
  primary key (finding_id, place),
  unique (finding_id, record_kind, record_id)
);

create table conclusion_measures (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  person_id uuid not null,
  measure text not null,
  reasons text not null check (reasons <> ''),
  at timestamptz not null,
  by uuid not null,
  replaced_at timestamptz
);
create unique index on conclusion_measures (investigation_id, person_id) where replaced_at is null;

-- The person studies the materials before the decision: offered, then signed for or refused before witnesses.
create table conclusion_familiarisations (
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
create unique index on conclusion_familiarisations (investigation_id, person_id) where stale_at is null;

create table conclusions (
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
create unique index on conclusions (investigation_id) where dropped_at is null and returned_at is null;

create table conclusion_reviews (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  at timestamptz not null,
  by uuid not null,
  passed boolean not null,
  words text not null check (words <> '')
);
create index on conclusion_reviews (investigation_id, at);

-- Scans and papers of the outcome; the bytes and their custody are the kernel's.
create table conclusion_files (
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
create index on conclusion_files (investigation_id, part, part_id);

-- A material that stands in no register of the house: a volume on paper, an object.
create table conclusion_materials (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  words text not null check (words <> ''),
  at timestamptz not null,
  by uuid not null
);
create index on conclusion_materials (investigation_id, at);

call guard('conclusion_allegations');
call guard('conclusion_findings');
call guard('conclusion_refs');
call guard('conclusion_measures');
call guard('conclusion_familiarisations');
call guard('conclusions');
call guard('conclusion_reviews');
call guard('conclusion_files');
call guard('conclusion_materials');

create policy seen on conclusion_allegations to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on conclusion_findings to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on conclusion_refs to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on conclusion_measures to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on conclusion_familiarisations to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on conclusions to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on conclusion_reviews to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on conclusion_files to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on conclusion_materials to {{app}} using (exists (select from investigations i where i.id = investigation_id));

grant select, insert, update on conclusion_allegations, conclusion_findings, conclusion_measures, conclusion_familiarisations,
  conclusions to {{app}};
grant select, insert on conclusion_refs, conclusion_reviews, conclusion_files, conclusion_materials to {{app}};

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
