-- Documents that can be checked and sealed, and their route of agreement.

-- What was signed is frozen, whatever the program says; so is what makes it checkable, and a seal once given stays.
create or replace function documents_freeze() returns trigger language plpgsql as $$
begin
  if old.number is not null and (new.number, new.draft, new.sha256, new.file_id, new.signed_by, new.signed_at, new.signed_on,
      new.title, new.addressee, new.template, new.language, new.about_id, new.answers_number, new.answers_on, new.check_hash)
    is distinct from (old.number, old.draft, old.sha256, old.file_id, old.signed_by, old.signed_at, old.signed_on,
      old.title, old.addressee, old.template, old.language, old.about_id, old.answers_number, old.answers_on, old.check_hash)
    or (old.sealed_at is not null and new.sealed_at is distinct from old.sealed_at) then
    raise exception 'document % is signed and cannot be changed', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create index documents_sha256 on documents (sha256) where sha256 is not null;

-- All that anybody may learn of a signed document without seeing it: yes or no. By the hash of the token in its QR code, or by
-- the hash of the bytes in hand. The portal's role has no other way to documents.
create function document_is_genuine(token_hash text, bytes_hash text) returns boolean
language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from documents where number is not null and (check_hash = token_hash or sha256 = bytes_hash)) $$;
revoke execute on function document_is_genuine(text, text) from public;
grant execute on function document_is_genuine(text, text) to {{app}}, {{portal}};

-- Route of agreement: whose answer a document waits for now, so that the rules and the screens know it from the document itself.
alter table documents add column awaited uuid[] not null default '{}';

-- One walk along the route: a version of the text, and the people asked about it. A changed text ends it and begins another.
create table agreement_rounds (
  id uuid primary key,
  document_id uuid not null references documents (id),
  draft int not null check (draft > 0),
  in_order boolean not null,
  opened_at timestamptz not null,
  opened_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text check (ended_why in ('agreed', 'objected', 'changed', 'ended')),
  reason text check (reason <> ''),
  check ((ended_at is null) = (ended_why is null)),
  check (ended_why <> 'ended' or reason is not null)
);
create unique index agreement_one_round on agreement_rounds (document_id) where ended_at is null;
create index on agreement_rounds (document_id, opened_at desc);

create table agreement_voices (
  id uuid primary key,
  round_id uuid not null references agreement_rounds (id),
  document_id uuid not null references documents (id),
  place int not null check (place between 1 and 20),
  employee_id uuid not null,
  -- Null while the turn of this person has not come.
  asked_at timestamptz,
  due_on date,
  word text check (word in ('agreed', 'objected')),
  said_at timestamptz,
  comment text check (comment <> ''),
  unique (round_id, place),
  unique (round_id, employee_id),
  check ((word is null) = (said_at is null)),
  check (word is null or asked_at is not null),
  check (word <> 'objected' or comment is not null)
);

-- What was said stays as it was said.
create function agreement_freeze() returns trigger language plpgsql as $$
begin
  if old.word is not null and new is distinct from old then
    raise exception 'an answer once given is not changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger agreement_freeze before update on agreement_voices for each row execute function agreement_freeze();

call guard('agreement_rounds');
call guard('agreement_voices');
create policy seen on agreement_rounds to {{app}} using (exists (select from documents where documents.id = document_id));
create policy seen on agreement_voices to {{app}} using (exists (select from documents where documents.id = document_id));
grant select, insert, update on agreement_rounds, agreement_voices to {{app}};
