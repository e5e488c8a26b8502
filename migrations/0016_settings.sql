-- What the screens of the administrator ask of the house: how large it has grown, and refusals out of a long journal.

-- Refusals, reads and exports are few beside what was done, and are what an auditor looks for.
create index journal_entries_outcome on journal_entries (outcome, seq) where outcome <> 'done';

-- Sizes and counts alone, over rows of which the asker may see none.
create function house_sizes() returns json language sql stable security definer set search_path = public, pg_temp as
$$
  select json_build_object(
    'version', current_setting('server_version'),
    'bytes', pg_database_size(current_database()),
    'tables', (
      select coalesce(json_agg(json_build_object('name', name, 'bytes', bytes)), '[]') from (
        select relname as name, pg_total_relation_size(oid) as bytes from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace order by bytes desc, relname limit 12) largest),
    'files', (select json_build_object('count', count(*), 'bytes', coalesce(sum(bytes), 0)) from files),
    'entries', (select coalesce(max(seq) + 1, 0) from journal_entries),
    'mails', (select coalesce(json_object_agg(state, n), '{}') from (select state, count(*) as n from mails group by state) counted))
$$;
revoke execute on function house_sizes() from public;
grant execute on function house_sizes() to {{app}};
