-- One index over all records. Nobody reads the table: search_records() does, and it filters by the asker's scope itself,
-- because GIN indexes are not used behind row security (@@ is not leakproof).

create extension if not exists pg_trgm;
-- Loads the library, so that its settings may be named below.
select similarity('a', 'b');

create table search_index (
  record_kind text not null,
  record_id uuid not null,
  unit_id uuid,
  -- Persons who see the record whatever their reach: its assignee, its author.
  readers uuid[] not null default '{}',
  -- False hides the record from everybody but its readers.
  reach_visible boolean not null,
  number text,
  number_key text,
  ids text[] not null default '{}',
  title text not null,
  at timestamptz not null,
  words tsvector not null,
  names text not null,
  primary key (record_kind, record_id)
);
-- A rare word is looked up in the GIN index; for a common one the newest rows are walked. The planner chooses.
create index search_index_at on search_index (at desc);
create index search_index_words on search_index using gin (words) with (fastupdate = off);
call guard('search_index');

-- Every name by its sound, for those who mistype one. Names are few where records are many, so the likeness of names is asked
-- here and not of the records. Two intakes of one moment may both add a name: a unique index would make them wait for each other.
create table search_names (sound text not null);
create index search_names_sound on search_names (sound);
create index search_names_alike on search_names using gin (sound gin_trgm_ops);
call guard('search_names');

-- Writes the row of one record. The portal adds rows and changes none: it must not be able to blind the index.
create function put_search(
  kind text, record uuid, unit uuid, seen_by uuid[], in_reach boolean, shown_number text, key text, keys text[],
  shown_title text, happened timestamptz, lexemes text, sounds text
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  -- Who may find it, among the words: the GIN index then drops most foreign rows before any is visited.
  scope constant text[] := array(select distinct '@' || it from unnest(seen_by || case when in_reach then unit end) it where it is not null);
begin
  if session_user = '{{portal}}' and exists (select from search_index where record_kind = kind and record_id = record) then
    raise exception 'the portal may not change an index row' using errcode = 'insufficient_privilege';
  end if;
  insert into search_index
    (record_kind, record_id, unit_id, readers, reach_visible, number, number_key, ids, title, at, words, names)
  values (kind, record, unit, seen_by, in_reach, shown_number, key, keys, shown_title, happened,
    lexemes::tsvector || array_to_tsvector(scope), sounds)
  on conflict (record_kind, record_id) do update set
    unit_id = excluded.unit_id, readers = excluded.readers, reach_visible = excluded.reach_visible,
    number = excluded.number, number_key = excluded.number_key, ids = excluded.ids, title = excluded.title,
    at = excluded.at, words = excluded.words, names = excluded.names;
  insert into search_names
  select it from unnest(string_to_array(sounds, ' ')) it where not exists (select from search_names n where n.sound = it);
end
$$;

-- The question again, with each word open to names that sound alike; null where there are none.
create function guess_names(queries tsquery[], sounds text[]) returns tsquery language plpgsql stable set search_path = public, pg_temp as $$
declare
  guessed tsquery := '';
  alike tsquery;
  any_alike boolean := false;
begin
  for n in 1 .. cardinality(sounds) loop
    select string_agg(format('%L', it.sound), ' | ')::tsquery into alike from (
      select sound from search_names where sound % sounds[n] group by sound order by similarity(sound, sounds[n]) desc, sound limit 8
    ) it;
    any_alike := any_alike or alike is not null;
    guessed := guessed && (queries[n] || coalesce(alike, ''));
  end loop;
  return case when any_alike then guessed end;
end
$$;
revoke execute on function guess_names(tsquery[], text[]) from public;

create function drop_search(kind text, record uuid) returns void
language sql security definer set search_path = public, pg_temp as
$$ delete from search_index where record_kind = kind and record_id = record $$;

-- Exact numbers first, then rank, then date. Of many hits the newest 500 are ranked; `total` counts no further than 501.
-- `guess` holds, for each word, its own query and its sound: names that only sound alike are asked for where few hits were found.
create function search_records(kinds text[], keys text[], asked tsquery, guess_queries tsquery[], guess_sounds text[],
  page_size integer, page_start integer)
returns table (record_kind text, record_id uuid, number text, title text, at timestamptz, exact boolean, alike boolean, total bigint)
language plpgsql stable security definer
set search_path = public, pg_temp
set enable_seqscan = off
set jit = off
set max_parallel_workers_per_gather = 0
set work_mem = '32MB'
set client_min_messages = warning
-- A plan made for the words in hand: a rare word and a common one want different ones.
set plan_cache_mode = force_custom_plan
set pg_trgm.similarity_threshold = 0.3
as $$
declare
  everywhere constant boolean := app_reach_all();
  reach constant uuid[] := app_reach();
  me constant uuid := app_actor();
  hidden constant uuid[] := app_denied();
  found_total bigint := 0;
  guessed tsquery;
  -- For speed alone: the columns below decide. An empty query matches nothing, as it should where no number was typed.
  within constant tsquery := array_to_string(array(select format('%L', '@' || it) from unnest(reach || me) it where it is not null), ' | ')::tsquery;
  scoped constant tsquery := case when everywhere then asked else asked && within end;
  keyed constant tsquery := array_to_string(array(select format('%L', '#' || key) from unnest(keys) key), ' | ')::tsquery;
begin
  return query
  with hit as materialized (
    -- Few rows bear the key of a number, so they may be sorted; for words alone the order by date lets the walk stop early.
    (select s.record_kind as kind, s.record_id as id, s.at as happened, true as is_exact
    from search_index s
    where s.words @@ keyed and s.record_kind = any (kinds)
      and (s.number_key = any (keys) or s.ids && keys)
      and ((s.reach_visible and (everywhere or s.unit_id = any (reach))) or me = any (s.readers))
      and not s.record_id = any (hidden)
    limit 100)
    union all
    (select s.record_kind, s.record_id, s.at, false
    from search_index s
    where s.words @@ scoped and s.record_kind = any (kinds)
      and not (coalesce(s.number_key = any (keys), false) or s.ids && keys)
      and ((s.reach_visible and (everywhere or s.unit_id = any (reach))) or me = any (s.readers))
      and not s.record_id = any (hidden)
    order by s.at desc
    limit 501)
  )
  select s.record_kind, s.record_id, s.number, s.title, s.at, hit.is_exact, false, (select count(*) from hit)
  from hit join search_index s on s.record_kind = hit.kind and s.record_id = hit.id
  order by hit.is_exact desc, round(ts_rank('{0.1,0.2,0.5,1}', s.words, asked)::numeric, 2) desc, s.at desc, s.record_id
  limit page_size offset page_start;
  get diagnostics found_total = row_count;

  if found_total >= 3 or page_start > 0 or coalesce(cardinality(guess_sounds), 0) = 0 then
    return;
  end if;
  guessed := guess_names(guess_queries, guess_sounds);
  if guessed is null then
    return;
  end if;
  if not everywhere then
    guessed := guessed && within;
  end if;
  return query
  with near as (
    select s.record_kind as kind, s.record_id as id, s.number as shown_number, s.title as shown_title, s.at as happened, s.names
    from search_index s
    where s.words @@ guessed and not s.words @@ asked and s.record_kind = any (kinds)
      and ((s.reach_visible and (everywhere or s.unit_id = any (reach))) or me = any (s.readers))
      and not s.record_id = any (hidden)
    order by s.at desc
    limit 200
  )
  select kind, id, shown_number, shown_title, happened, false, true, found_total + least(count(*) over (), 20)
  from near
  order by word_similarity(array_to_string(guess_sounds, ' '), near.names) desc, happened desc, id
  limit least(page_size, 20);
end
$$;

revoke execute on function
  put_search(text, uuid, uuid, uuid[], boolean, text, text, text[], text, timestamptz, text, text),
  drop_search(text, uuid), search_records(text[], text[], tsquery, tsquery[], text[], integer, integer) from public;
grant execute on function
  put_search(text, uuid, uuid, uuid[], boolean, text, text, text[], text, timestamptz, text, text) to {{app}}, {{portal}};
grant execute on function
  drop_search(text, uuid), search_records(text[], text[], tsquery, tsquery[], text[], integer, integer) to {{app}};
