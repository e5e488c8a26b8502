-- Whether the verdict behind an investigation of a superior still carries it: in force, and for corruption (6.22). The rows themselves are
-- for the head and the deputy alone; whoever works on the investigation must be stopped by it too, and learns no more than that.
create function verdict_carries(verdict uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select v.corruption and v.why is distinct from 'not-in-force' from superior_verdicts v where v.case_id = verdict), true)
$$;
revoke execute on function verdict_carries(uuid) from public;
grant execute on function verdict_carries(uuid) to {{app}};
