-- Outgoing documents: their texts in every version, the remarks of the signer, the nomenclature of cases and its numbers.

create table documents (
  id uuid primary key,
  version int not null default 1,
  state text not null default 'drafted' check (state in ('drafted', 'offered', 'signed', 'sent')),
  template text not null,
  language text not null check (language in ('kk', 'ru', 'en')),
  about_kind text not null,
  about_id uuid not null,
  unit_id uuid not null,
  drafter_id uuid not null,
  -- Beside the drafter and those who see the unit: whoever works on the record that the document is about.
  readers uuid[] not null default '{}',
  -- What the document answers, frozen when it is drafted.
  answers_number text,
  answers_on date,
  title text not null default '',
  addressee text not null default '',
  -- Number of the newest text in document_drafts.
  draft int not null default 1 check (draft > 0),
  drafted_at timestamptz not null,
  offered_at timestamptz,
  number text unique,
  signed_on date,
  signed_at timestamptz,
  signed_by uuid,
  signed_post jsonb,
  signed_acting boolean,
  file_id uuid,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  sent_at timestamptz,
  sent_by uuid,
  sent_way text check (sent_way in ('portal', 'post', 'hand', 'courier')),
  check ((answers_number is null) = (answers_on is null)),
  check (number is null or (signed_on is not null and signed_at is not null and signed_by is not null
    and signed_post is not null and signed_acting is not null and file_id is not null and sha256 is not null)),
  check ((sent_at is null) = (sent_way is null))
);
create index on documents (about_id);
create index on documents (drafted_at desc, id);
create index on documents (unit_id, drafted_at desc);
create index on documents (drafter_id) where state in ('drafted', 'offered');
create index on documents (state, drafted_at desc);

-- What was signed is frozen, whatever the program says.
create function documents_freeze() returns trigger language plpgsql as $$
begin
  if old.number is not null and (new.number, new.draft, new.sha256, new.file_id, new.signed_by, new.signed_at, new.signed_on,
      new.title, new.addressee, new.template, new.language, new.about_id, new.answers_number, new.answers_on)
    is distinct from (old.number, old.draft, old.sha256, old.file_id, old.signed_by, old.signed_at, old.signed_on,
      old.title, old.addressee, old.template, old.language, old.about_id, old.answers_number, old.answers_on) then
    raise exception 'document % is signed and cannot be changed', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger documents_freeze before update on documents for each row execute function documents_freeze();

-- An operation moves the state first and then does its work; by the commit the two must agree.
create function documents_agree() returns trigger language plpgsql as $$
begin
  if exists (select from documents where id = new.id
      and ((state in ('signed', 'sent')) <> (number is not null) or (state = 'sent') <> (sent_at is not null))) then
    raise exception 'document % is signed or sent in name only', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger documents_agree after insert or update on documents
  deferrable initially deferred for each row execute function documents_agree();

create table document_drafts (
  document_id uuid not null references documents (id),
  draft int not null check (draft > 0),
  at timestamptz not null,
  by uuid not null,
  fields jsonb not null,
  primary key (document_id, draft)
);

create table document_remarks (
  id uuid primary key,
  document_id uuid not null references documents (id),
  draft int not null,
  at timestamptz not null,
  by uuid not null,
  remark text not null check (remark <> '')
);
create index on document_remarks (document_id, at);

-- The nomenclature of cases: the series in which numbers are drawn. `6001-26-7-6/1184` is unit index, year, index, serial.
create table document_series (
  unit_index text not null check (unit_index ~ '^\d{4}$'),
  index text not null check (index ~ '^\d{1,3}-\d{1,3}$'),
  title jsonb not null,
  retention_years int check (retention_years between 1 and 100),
  -- True until an employee of the Department confirms the row: the pattern is known, the Department's own list is not.
  unverified boolean not null default true,
  primary key (unit_index, index)
);

-- The last serial of a series in a year. The row stays locked until the number is committed or given back.
create table document_serials (
  unit_index text not null,
  year int not null check (year between 2000 and 9999),
  index text not null,
  last int not null check (last > 0),
  primary key (unit_index, year, index),
  foreign key (unit_index, index) references document_series
);

call guard('documents');
call guard('document_drafts');
call guard('document_remarks');
call guard('document_series');
call guard('document_serials');

-- A document is seen by those who see its unit, by its drafter and by its readers; never by a person shut out of it or
-- of the record that it is about.
create policy seen on documents to {{app}}
  using (
    (
      (select app_kind()) = 'system'
      or drafter_id = (select app_actor())
      or (select app_actor()) = any (readers)
      or (
        (select app_kind()) = 'employee'
        and ((select app_reach_all()) or unit_id = any ((select app_reach())::uuid[]))
      )
    )
    and id <> all ((select app_denied())::uuid[])
    and about_id <> all ((select app_denied())::uuid[])
  );
create policy seen on document_drafts to {{app}}
  using (exists (select from documents where documents.id = document_id));
create policy seen on document_remarks to {{app}}
  using (exists (select from documents where documents.id = document_id));
create policy everyone on document_series to {{app}} using (true);
create policy everyone on document_serials to {{app}} using (true);

grant select, insert, update on documents to {{app}};
-- A text once saved and a remark once made stay: there is no right to change or remove them.
grant select, insert on document_drafts, document_remarks to {{app}};
grant select, insert, update on document_series, document_serials to {{app}};

insert into document_series (unit_index, index, title, retention_years) values
  ('6001', '7-6',
   '{"kk": "Жеке және заңды тұлғалардың өтініштері", "ru": "Обращения физических и юридических лиц", "en": "Appeals of individuals and legal entities"}', 5),
  ('6001', '7-7',
   '{"kk": "Өтініштерге жауаптар және олар бойынша хат алмасу", "ru": "Ответы на обращения и переписка по ним", "en": "Replies to appeals and correspondence on them"}', 5);
