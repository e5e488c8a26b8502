-- A desk that is handed over holds more than appeals, drafts and duties: what other rooms keep in the person's name, requests first.

alter table handovers add column others int not null default 0;

create or replace function desk_count(employee uuid) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*) from (
    select id as record from appeals where assignee_id = employee and done_on is null
    union select id from documents where drafter_id = employee and state in ('drafted', 'offered')
    union select id from requests where author_id = employee and state not in ('closed', 'withdrawn')
    union select record_id from duties where holder_id = employee and closed_at is null
  ) lying where record <> all (app_denied()))::int
$$;
