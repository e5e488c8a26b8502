-- What the law's paths leave on the appeal itself: its result with the ground of a refusal, whether it burdens the applicant, and
-- which paths are open on it; and on a document, what its signature waits for.

alter table appeals
  add column result_ground text check (result_ground <> ''),
  -- The assignee's own word: the answer burdens the applicant, who is heard before it is signed.
  add column burdensome boolean not null default false,
  -- First day on which a burdensome answer may be signed: the preliminary decision has been made known and its time has run, or
  -- the hearing was held. Null until then.
  add column heard_from date,
  -- The paths that are open on it, by name, as the room of paths last counted them: rules and screens ask here.
  add column open_paths text[] not null default '{}',
  add constraint appeals_refusal_ground check ((result is not distinct from 'refused') = (result_ground is not null));

-- Chosen while the answer is drafted, fixed when it is signed.
create function appeals_result_keep() returns trigger language plpgsql as $$
begin
  if old.done_on is not null and old.result is not null
    and (new.result, new.result_ground) is distinct from (old.result, old.result_ground) then
    raise exception 'the result of appeal % was fixed when it ended', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger appeals_result_keep before update on appeals for each row execute function appeals_result_keep();
create index appeals_result on appeals (result, received_on desc, id desc) where result is not null;

alter table documents
  add column held text check (held in ('result', 'hearing')),
  add column held_until date,
  add constraint documents_held_until check (held_until is null or held is not null);
