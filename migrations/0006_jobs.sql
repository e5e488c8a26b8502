-- Jobs are queued in the operation's own commit; mail waits in an outbox until a job takes it.

-- The queue belongs to graphile-worker, whose tables expect their owner. The portal may only ask for what its own
-- operations lead to: its role must not be a way to make the system do anything else.
create function enqueue(job text, payload json, run_at timestamptz, job_key text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app_operation() is null then
    raise exception 'a job outside an operation' using errcode = 'insufficient_privilege';
  end if;
  if session_user = '{{portal}}' and job not in ('react', 'mail.deliver', 'files.scan') then
    raise exception 'the portal may not ask for %', job using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(job, payload, run_at => run_at, max_attempts => 12, job_key => job_key);
end
$$;
revoke execute on function enqueue(text, json, timestamptz, text) from public;
grant execute on function enqueue(text, json, timestamptz, text) to {{app}}, {{portal}};

create table mails (
  id uuid primary key,
  at timestamptz not null,
  address text not null check (address <> ''),
  language text not null check (language in ('kk', 'ru', 'en')),
  template text not null,
  subject text not null,
  body text not null,
  -- 'kept': no mail server is configured, the outbox page shows it.
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'kept', 'failed')),
  attempts integer not null default 0,
  done_at timestamptz,
  fault text
);
create index mails_at on mails (at desc, id);
call guard('mails');
grant select, insert, update (state, attempts, done_at, fault) on mails to {{app}};
grant insert (id, at, address, language, template, subject, body) on mails to {{portal}};
create policy outbox on mails for select to {{app}} using ((select app_kind()) in ('employee', 'system'));
create policy delivered on mails for update to {{app}} using ((select app_kind()) = 'system');
create policy written on mails for insert to {{app}}, {{portal}} with check (state = 'waiting');
