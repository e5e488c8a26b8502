-- Whoever sees an investigation or an inspection because an authority asked of his or her office names it is asked for by a function: written
-- into the policies, the authorities with their own policies were planned anew inside every query on every table about such a record, also
-- for those whom it does not concern, and the planning took ten times as long as the query. The function runs with the rights of whoever
-- asks, so the policies of the authorities judge as before; and only where what stands before it is true.
create function named_by_authorities(record text) returns uuid[] language sql stable set search_path = public, pg_temp as
$$ select coalesce(array_agg(s.record_id), '{}') from authority_subjects s where s.kind = record $$;
revoke execute on function named_by_authorities(text) from public;
grant execute on function named_by_authorities(text) to {{app}};

alter policy seen on investigations
  using (
    (
      (select app_kind()) = 'system'
      or ((select app_kind()) = 'employee' and (
        (select app_posts() && '{head,deputy-head}')
        or (select app_actor()) = any (team)
        or (unit_id = any ((select app_reach())::uuid[]) and (select 'territorial-head' = any (app_posts())))
        or ((select app_posts() && '{chairman,ca-head}') and id = any ((select named_by_authorities('investigation'))::uuid[]))
      ))
    )
    and id <> all ((select app_denied())::uuid[])
    and (about_id is null or about_id <> all ((select app_denied())::uuid[]))
  );

alter policy seen on inspections
  using (
    (
      (select app_kind()) = 'system'
      or ((select app_kind()) = 'employee' and (
        (select app_posts() && '{head,deputy-head}')
        or (select app_actor()) = any (team)
        or (unit_id = any ((select app_reach())::uuid[]) and (select 'territorial-head' = any (app_posts())))
        or ((select app_posts() && '{chairman,ca-head}') and id = any ((select named_by_authorities('inspection'))::uuid[]))
      ))
    )
    and id <> all ((select app_denied())::uuid[])
  );

-- Who somebody is that day is asked at every request. In PL/pgSQL a connection keeps its plan, which took nine tenths of the time.
create function standing_of(employee uuid, today date) returns table (id uuid, name jsonb, language text, posts json, own json)
language plpgsql stable set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select e.id, e.name, e.language, coalesce((
      select json_agg(json_build_object('postId', h.post_id, 'code', h.code, 'title', p.name, 'unitId', h.unit_id, 'unit', u.name,
        'unitKind', u.kind, 'acting', h.acting, 'replaces', h.replaces, 'replacesName', r.name,
        'powers', described_powers(h.code, today)) order by h.acting, u.place, p.place)
      from posts_held(today) h join posts p on p.id = h.post_id join units u on u.id = h.unit_id
      left join employees r on r.id = h.replaces
      where h.employee_id = e.id), '[]') as posts, coalesce((
      select json_agg(json_build_object('title', p.name, 'unitId', u.id, 'unit', u.name) order by u.place, p.place)
      from appointments a join posts p on p.id = a.post_id join units u on u.id = p.unit_id
      where a.employee_id = e.id and a.from_on <= today and (a.until_on is null or a.until_on >= today)), '[]') as own
    from employees e where e.id = employee and (e.left_on is null or e.left_on >= today);
end $$;
revoke execute on function standing_of(uuid, date) from public;
grant execute on function standing_of(uuid, date) to {{app}};

create or replace function serves_in_territory(person uuid, days date[])
returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select from unnest(days) day, lateral posts_held(day) h join units u on u.id = h.unit_id
      join employees e on e.id = h.employee_id join persons p on p.iin = e.iin
    where p.id = person and u.kind = 'territorial'
  ) or exists (
    select from unnest(days) day, person_posts t join units u on u.id = t.body_id
    where t.person_id = person and t.body_kind = 'unit' and u.kind = 'territorial' and t.struck_at is null
      and t.from_on <= day and (t.until_on is null or t.until_on >= day)
  );
end $$;
