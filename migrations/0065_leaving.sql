-- Why somebody left the service, and whether the head was notified with copies of the materials before a dismissal as a penalty (13).

alter table employees add column leaving_cause text
  check (leaving_cause in ('wish', 'transfer', 'term', 'penalty', 'other'));
alter table employees add check (leaving_cause is null or left_on is not null);

-- A notice is on record that concerns a dismissal of this employee: it had gone by that day, and the dismissal is proposed or decided and
-- stands. Whoever keeps the records of people sees no investigation, and learns from this no more than the law lets him or her act on.
create function head_notified_of(employee uuid, on_day date) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from employees e join persons p on p.iin = e.iin join outcome_notices n on n.person_id = p.id
    where e.id = employee and n.gone_on <= on_day and (
      exists (select from outcome_decisions d where d.investigation_id = n.investigation_id and d.person_id = n.person_id
        and d.standing = 'dismissal')
      or (exists (select from conclusion_measures m where m.investigation_id = n.investigation_id and m.person_id = n.person_id
          and m.measure = 'dismissal' and m.replaced_at is null)
        and not exists (select from outcome_decisions d where d.investigation_id = n.investigation_id and d.person_id = n.person_id))))
$$;
revoke execute on function head_notified_of(uuid, date) from public;
grant execute on function head_notified_of(uuid, date) to {{app}};
