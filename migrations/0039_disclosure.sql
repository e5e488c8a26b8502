-- What came in stays as it came, with two exceptions: content that is destroyed under an act, and, in the applicant's favour, a name
-- that he gives later, which makes the appeal no longer anonymous. Only where who wrote is kept by now; and never the other way.

create or replace function appeals_keep() returns trigger language plpgsql as $$
begin
  -- Only the owner's own function comes here with this mark, and it has judged the act.
  if current_setting('app.destroying', true) = old.id::text and current_user = pg_get_userbyid(
    (select relowner from pg_class where oid = 'appeals'::regclass)) then
    return new;
  end if;
  if (new.slip_number, new.receipt_hash, new.body, new.channel, new.language, new.received_at, new.received_on, new.received_by,
      new.collective, new.signatories)
    is distinct from (old.slip_number, old.receipt_hash, old.body, old.channel, old.language, old.received_at, old.received_on,
      old.received_by, old.collective, old.signatories)
    or (new.anonymous <> old.anonymous
      and (new.anonymous or not exists (select from appeal_applicants where appeal_id = new.id)))
    or (old.number is not null and (new.number, new.registered_on, new.registered_at, new.registered_by)
      is distinct from (old.number, old.registered_on, old.registered_at, old.registered_by)) then
    raise exception 'what appeal % said when it came in cannot be changed', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- Who signed too and what whoever spoke said of the protocol are content like the rest.
insert into retention_contents values ('appeal_co_applicants', 'appeal_id', 34), ('appeal_protocols', 'appeal_id', 36);
