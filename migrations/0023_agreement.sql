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
