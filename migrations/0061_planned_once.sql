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
