-- Which appeals are alike: a print of each text, keyed marks of who wrote, the numbers it names; and what the registrars made of it.

create table likeness_prints (
  appeal_id uuid primary key references appeals,
  -- MinHash of the text's pairs of words, and its bands: two texts that share a band are worth a closer look.
  hashes int[] not null,
  bands int[] not null,
  -- Keyed hashes of IIN or BIN, and of the name with each contact. Nobody is known again from them without the house's secret.
  authors text[] not null,
  -- Keys of cases and documents that the text names.
  numbers text[] not null,
  -- Sounds of the name of the person complained of.
  named text
);
-- Asked by a function of the owner alone: GIN indexes are not used behind row security.
create index likeness_bands on likeness_prints using gin (bands) with (fastupdate = off);
create index likeness_authors on likeness_prints using gin (authors) with (fastupdate = off);
create index likeness_numbers on likeness_prints using gin (numbers) with (fastupdate = off);

create table likeness_links (
  id uuid primary key,
  kind text not null check (kind in ('duplicate', 'dismissed')),
  appeal_id uuid not null references appeals,
  -- The first of a duplicate; the one that was held to be unlike.
  other_id uuid not null references appeals,
  at timestamptz not null,
  by uuid,
  reason text check (reason <> ''),
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  check (appeal_id <> other_id),
  check (kind <> 'dismissed' or reason is not null)
);
create unique index likeness_joined on likeness_links (appeal_id) where kind = 'duplicate' and ended_at is null;
create unique index likeness_dismissed on likeness_links (appeal_id, other_id) where kind = 'dismissed' and ended_at is null;
create index likeness_first on likeness_links (other_id) where kind = 'duplicate' and ended_at is null;

call guard('likeness_prints');
call guard('likeness_links');

-- Prints are the house's own; what they show to people goes through the functions below.
grant select, insert, update on likeness_prints to {{app}};
create policy house on likeness_prints to {{app}} using ((select app_kind()) = 'system');
grant select, insert, update on likeness_links to {{app}};
create policy seen on likeness_links to {{app}}
  using ((select app_kind()) = 'system'
    or ((select app_kind()) = 'employee' and exists (select from appeals a where a.id = appeal_id)
      and exists (select from appeals a where a.id = other_id)))
  with check ((select app_kind()) in ('employee', 'system'));

-- The nearest of all appeals, unfiltered: whoever asks joins them with the appeals of his own sight.
create function likeness_near(appeal uuid)
returns table (id uuid, same_author boolean, same_number boolean, same_named boolean, share double precision)
language plpgsql stable security definer set search_path = public, pg_temp
set plan_cache_mode = force_custom_plan set jit = off set enable_seqscan = off as $$
declare
  it likeness_prints;
begin
  select * into it from likeness_prints where appeal_id = appeal;
  if not found then
    return;
  end if;
  return query
  with near as (
    (select p.appeal_id from likeness_prints p where cardinality(it.bands) > 0 and p.bands && it.bands limit 2000)
    union
    (select p.appeal_id from likeness_prints p where cardinality(it.authors) > 0 and p.authors && it.authors limit 500)
    union
    (select p.appeal_id from likeness_prints p where cardinality(it.numbers) > 0 and p.numbers && it.numbers limit 500)
  )
  select p.appeal_id, p.authors && it.authors, p.numbers && it.numbers, coalesce(p.named = it.named, false),
    case when cardinality(it.hashes) = 0 or cardinality(p.hashes) = 0 then 0 else
      (select count(*) filter (where mine = theirs) from unnest(it.hashes, p.hashes) as both_of (mine, theirs))::double precision
        / cardinality(it.hashes) end
  from near n join likeness_prints p on p.appeal_id = n.appeal_id
  where p.appeal_id <> appeal;
end
$$;

create function likeness_same_author(one uuid, other uuid) returns boolean language sql stable security definer
set search_path = public, pg_temp as $$
  select coalesce((select a.authors && b.authors from likeness_prints a, likeness_prints b where a.appeal_id = one and b.appeal_id = other), false)
$$;

-- The places of a chain follow the days of receipt, whoever sees which of its appeals.
create function likeness_chain(root uuid, appeal uuid, joins boolean) returns int language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform from appeals where id = root for update;
  update appeals set repeat_of = case when joins then root end, repeat_place = case when joins then 2 end where id = appeal;
  update appeals a set repeat_place = placed.place
  from (select id, (row_number() over (order by received_at, id))::int + 1 as place from appeals where repeat_of = root) placed
  where a.id = placed.id and a.repeat_place is distinct from placed.place;
  return (select repeat_place from appeals where id = appeal);
end
$$;
revoke execute on function likeness_near(uuid), likeness_same_author(uuid, uuid), likeness_chain(uuid, uuid, boolean) from public;
grant execute on function likeness_near(uuid), likeness_same_author(uuid, uuid), likeness_chain(uuid, uuid, boolean) to {{app}};

-- The print goes with the words: they change only when the content of the appeal is destroyed.
create function likeness_forget() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from likeness_prints where appeal_id = new.id;
  return null;
end
$$;
create trigger likeness_forget after update of body on appeals for each row execute function likeness_forget();

insert into applicant_openers values
  -- Reads who wrote once, to keep keyed marks of it; those that answer along write the index anew.
  ('likeness.print'), ('likeness.printAll');
