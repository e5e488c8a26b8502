-- A suspension from office stands on an order of the person who appoints (6.21), kept as an authority. When the order is revoked the
-- suspension ends the day before, and what the order had said stays beside.
create unique index on investigation_suspensions (authority_id, person_id);
alter table investigation_suspensions drop constraint investigation_suspensions_check;
alter table investigation_suspensions add check (until_on >= from_on or ended_on is not null);
alter table investigation_suspensions add check ((ended_on is null) = (ordered_until is null) and (ended_on is null or authority_id is not null));
grant update on investigation_suspensions to {{app}};
