-- The road of 6.22 from the register itself: a verdict may concern somebody whom the register of persons does not know, and may stand no
-- longer; the register of cases says in words why no investigation of a superior was proposed; a desk that is handed over holds teams.

alter table superior_verdicts alter column person_id drop not null;
alter table superior_verdicts drop constraint superior_verdicts_why_check;
alter table superior_verdicts add constraint superior_verdicts_why_check
  check (why in ('no-corruption', 'no-superior', 'not-long', 'not-official', 'no-person', 'not-in-force'));
alter table superior_verdicts add check (person_id is not null or why in ('no-corruption', 'no-person', 'not-in-force'));

-- Whoever may not see the case, the convicted or the superior does not see the row.
drop policy seen on superior_verdicts;
create policy seen on superior_verdicts to {{app}}
  using ((select app_kind()) = 'system' or ((select app_posts() && '{head,deputy-head}')
    and case_id <> all ((select app_denied())::uuid[])
    and (superior_id is null or superior_id <> all ((select app_denied())::uuid[]))
    and (person_id is null or person_id <> all ((select app_denied())::uuid[]))));

alter table criminal_cases add column superior_word jsonb;
alter table criminal_cases add check (superior_word is null or superior is not null);

create or replace function desk_count(employee uuid) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*) from (
    select id as record from appeals where assignee_id = employee and done_on is null
    union select id from documents where drafter_id = employee and state in ('drafted', 'offered')
    union select id from requests where author_id = employee and state not in ('closed', 'withdrawn')
    union select id from investigations where employee = any (team) and ended_on is null
    union select record_id from duties where holder_id = employee and closed_at is null
  ) lying where record <> all (app_denied()))::int
$$;
