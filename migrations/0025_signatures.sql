-- Electronic signatures: the detached CMS over the bytes of a record, as it was verified when it came in. Append-only.

create table signatures (
  id uuid primary key,
  record_kind text not null check (record_kind ~ '^[a-z][A-Za-z]{0,40}$'),
  record_id uuid not null,
  -- Of the bytes that were signed, and of the signature itself.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  cms bytea not null check (octet_length(cms) between 1 and 1000000),
  cms_sha256 text not null check (cms_sha256 ~ '^[0-9a-f]{64}$'),
  employee_id uuid not null,
  signer_iin text not null check (signer_iin ~ '^\d{12}$'),
  signer_name text not null,
  serial text not null check (serial ~ '^[0-9a-f]+$'),
  issuer text not null,
  algorithm text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  -- By a time stamping authority; by the signer's own computer; by our clock when it was verified and kept.
  stamped_at timestamptz,
  claimed_at timestamptz,
  received_at timestamptz not null,
  result text not null check (result = 'valid'),
  verifier text not null check (verifier in ('pkijs', 'ncanode')),
  revocation text not null check (revocation in ('crl', 'ocsp', 'none')),
  demonstration boolean not null
);
-- A person signs a record once.
create unique index on signatures (record_kind, record_id, employee_id);
create index on signatures (record_id);

create function signatures_keep() returns trigger language plpgsql as $$
begin
  raise exception 'signatures are append-only: % is not possible', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger signatures_keep before update or delete on signatures for each row execute function signatures_keep();
create trigger signatures_keep_all before truncate on signatures for each statement execute function signatures_keep();

call guard('signatures');
-- A signature is seen by those who see what was signed. A room that signs another kind of record adds a policy for its kind.
create policy system on signatures to {{app}} using ((select app_kind()) = 'system');
create policy of_documents on signatures to {{app}}
  using (record_kind = 'document' and exists (select from documents where documents.id = record_id));
grant select, insert on signatures to {{app}};
