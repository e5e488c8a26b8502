-- Intake as the law has it: collective appeals and those who signed them, a representative and his ground, the protocol of an
-- appeal by word of mouth, and a name that is given later.

alter table appeal_applicants
  -- 'attorney': a power of attorney; 'law': a parent, a guardian; 'office': the post, by the charter of the entity.
  add column ground text check (ground in ('attorney', 'law', 'office')),
  add column ground_number text check (ground_number <> ''),
  add column ground_on date,
  -- The scan of the ground, one of the appeal's own files.
  add column ground_file_id uuid,
  add constraint applicant_ground check (ground is null or representative is not null),
  add constraint applicant_attorney check (ground is distinct from 'attorney' or (ground_number is not null and ground_on is not null));

-- Who signed together with the applicant, who alone gets the answer. Guarded as the applicant is.
create table appeal_co_applicants (
  appeal_id uuid not null references appeals (id),
  place int not null,
  name text not null check (name <> ''),
  number text check (number ~ '^\d{12}$'),
  primary key (appeal_id, place)
);

-- What was said by word of mouth was written down, read back and agreed to, or agreed to with remarks.
create table appeal_protocols (
  appeal_id uuid primary key references appeals (id),
  taken_at timestamptz not null,
  taken_by uuid not null,
  agreement text not null check (agreement in ('agreed', 'remarks')),
  remarks text check (remarks <> ''),
  check ((agreement = 'remarks') = (remarks is not null))
);

call guard('appeal_co_applicants');
call guard('appeal_protocols');
grant select, insert on appeal_co_applicants, appeal_protocols to {{app}};
grant insert on appeal_co_applicants to {{portal}};
grant insert (collective, signatories) on appeals to {{portal}};

create policy opened on appeal_co_applicants for select to {{app}}
  using (
    (select exists (select from applicant_openers where operation = app_operation()))
    and exists (select from appeals where appeals.id = appeal_id)
  );
create policy added on appeal_co_applicants for insert to {{app}}
  with check ((select app_kind()) in ('employee', 'system'));
create policy handed_in on appeal_co_applicants for insert to {{app}}, {{portal}}
  with check (exists (select from appeals_in_hand where appeals_in_hand.id = appeal_id and state = 'received'));
create policy seen on appeal_protocols to {{app}} using (exists (select from appeals where appeals.id = appeal_id));

insert into applicant_openers values ('appeals.protocol'), ('appeals.noteDisclosed');

-- The one act on a kept row that the public page has: under the code in hand, once, while the appeal is not over. Null otherwise.
create function disclose_applicant(as_kind text, as_name text, as_number text, at_address text, at_phone text, at_email text)
returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it constant uuid := (select id from appeals
    where app_kind() = 'public' and receipt_hash = app_receipt() and anonymous and done_on is null for update);
begin
  if it is null then
    return null;
  end if;
  insert into appeal_applicants (appeal_id, kind, name, number, address, phone, email)
  values (it, as_kind, as_name, as_number, at_address, at_phone, at_email);
  update appeals set anonymous = false, version = version + 1 where id = it;
  return it;
end $$;
revoke execute on function disclose_applicant(text, text, text, text, text, text) from public;
grant execute on function disclose_applicant(text, text, text, text, text, text) to {{app}}, {{portal}};
