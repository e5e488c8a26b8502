-- What somebody waits for at the screen goes before what follows by itself: the next file is not kept waiting by what the last one set going.
drop function enqueue(text, json, timestamptz, text);
create function enqueue(job text, payload json, run_at timestamptz, job_key text, awaited boolean default false) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app_operation() is null then
    raise exception 'a job outside an operation' using errcode = 'insufficient_privilege';
  end if;
  if session_user = '{{portal}}' and job not in ('react', 'mail.deliver', 'files.scan') then
    raise exception 'the portal may not ask for %', job using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(job, payload, run_at => run_at, max_attempts => 12, job_key => job_key,
    priority => case when awaited then -10 else 0 end);
end
$$;
revoke execute on function enqueue(text, json, timestamptz, text, boolean) from public;
grant execute on function enqueue(text, json, timestamptz, text, boolean) to {{app}}, {{portal}};
