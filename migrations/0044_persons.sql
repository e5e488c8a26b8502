-- Judges, staff of courts, officials of the Court Administration and of its departments: names, posts by dates, direct superiors, kin.
-- Nothing is overwritten in silence: what a row was before a change is kept beside it. Nobody of the Department opens the own card.

-- Regions whose persons the actor sees; '*' is all of them. As owner, because the policy of persons stands on it.
create function app_regions() returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when app_kind() = 'system' or app_posts() && '{chairman,ca-head}' then '{*}'::text[]
    when app_kind() <> 'employee' then '{}'::text[]
    else (
      select coalesce(array_agg(distinct coalesce(u.region_code, '*')), '{}')
      from posts_held(app_today()) h join units u on u.id = h.unit_id and u.kind in ('department', 'territorial')
      where h.employee_id = app_actor()
        and h.code in ('head', 'deputy-head', 'inspector', 'analyst', 'registrar', 'territorial-head', 'territorial-inspector'))
  end
$$;
revoke execute on function app_regions() from public;
grant execute on function app_regions() to {{app}};

create table persons (
  id uuid primary key,
  version int not null default 1,
  name jsonb not null check (is_text(name)),
  iin text unique check (iin ~ '^\d{12}$'),
  born_on date,
  sex text check (sex in ('male', 'female')),
  -- Of the bodies in which the person ever held a post; kept by the trigger below.
  regions text[] not null default '{}',
  basis text not null check (basis <> ''),
  noted_at timestamptz not null,
  noted_by uuid
);
create index on persons ((name ->> 'kk') collate "kk-x-icu", id);

-- Every name borne, each by the day until which it was; the present one has none.
create table person_names (
  id uuid primary key,
  person_id uuid not null references persons,
  name jsonb not null check (is_text(name)),
  -- The words of all its spellings as they sound, each after a space.
  sounds text not null,
  until_on date,
  basis text not null check (basis <> ''),
  noted_at timestamptz not null,
  noted_by uuid
);
create unique index on person_names (person_id) where until_on is null;
create index on person_names (person_id);

-- Surnames by their sound: equality of text is what an index may answer behind row security.
create table person_sounds (
  person_id uuid not null references persons,
  sound text not null,
  primary key (sound, person_id)
);

create table person_posts (
  id uuid primary key,
  person_id uuid not null references persons,
  kind text not null check (kind in ('judge', 'staff', 'official')),
  body_kind text not null check (body_kind in ('court', 'body', 'unit', 'other')),
  body_id uuid,
  -- As it was called on the first day.
  body_name jsonb not null check (is_text(body_name)),
  region_code text references regions,
  title jsonb not null check (is_text(title)),
  -- By which a post of the same body is found: a code of the list of usual posts, or the folded title.
  title_key text not null check (title_key <> ''),
  from_on date not null,
  until_on date check (until_on >= from_on),
  basis text not null check (basis <> ''),
  end_basis text check (end_basis <> ''),
  noted_at timestamptz not null,
  noted_by uuid,
  -- Entered by mistake: it stays to be seen and counts for nothing.
  struck_at timestamptz,
  struck_reason text check (struck_reason <> ''),
  check ((body_kind = 'other') = (body_id is null)),
  check ((struck_at is null) = (struck_reason is null))
);
create index on person_posts (person_id, from_on desc);
create index on person_posts (body_id, title_key);
create unique index on person_posts (person_id, body_id, title_key, from_on) where struck_at is null;

-- The direct superior of whoever holds the post: a person, or whoever holds a certain post of the same body.
create table person_superiors (
  id uuid primary key,
  person_id uuid not null references persons,
  post_id uuid not null references person_posts,
  superior_id uuid references persons,
  title jsonb check (title is null or is_text(title)),
  title_key text check (title_key <> ''),
  from_on date not null,
  until_on date check (until_on >= from_on),
  basis text not null check (basis <> ''),
  noted_at timestamptz not null,
  noted_by uuid,
  check ((superior_id is null) = (title_key is not null) and (title_key is null) = (title is null)),
  check (superior_id <> person_id)
);
create index on person_superiors (post_id, from_on);
create index on person_superiors (person_id);
create index on person_superiors (superior_id);
create unique index on person_superiors (post_id) where until_on is null;

create table person_kin (
  id uuid primary key,
  person_id uuid not null references persons,
  -- Who the kin is to the person.
  relation text not null check (relation in ('spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild', 'adoptive-parent',
    'adopted-child', 'parent-in-law', 'child-in-law', 'sibling-in-law', 'other')),
  kin_id uuid references persons,
  kin_name jsonb not null check (is_text(kin_name)),
  basis text not null check (basis <> ''),
  noted_at timestamptz not null,
  noted_by uuid,
  struck_at timestamptz,
  struck_reason text check (struck_reason <> ''),
  check (kin_id <> person_id),
  check ((struck_at is null) = (struck_reason is null))
);
create index on person_kin (person_id);
create index on person_kin (kin_id);

-- What a row was before each change. Only the trigger writes it, and nobody can leave it out.
create table person_corrections (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references persons,
  relation text not null,
  row_id uuid not null,
  at timestamptz not null,
  by uuid,
  operation text not null,
  before jsonb not null,
  after jsonb not null
);
create index on person_corrections (person_id, at);

create function persons_kept() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was constant jsonb := to_jsonb(old) - '{version,regions}'::text[];
  is_now constant jsonb := to_jsonb(new) - '{version,regions}'::text[];
begin
  if was is distinct from is_now then
    insert into person_corrections (person_id, relation, row_id, at, by, operation, before, after)
    values (coalesce((was ->> 'person_id')::uuid, old.id), tg_table_name, old.id,
      app_at(), app_actor(), app_operation(), was, is_now);
  end if;
  return null;
end $$;
create trigger kept after update on persons for each row execute function persons_kept();
create trigger kept after update on person_names for each row execute function persons_kept();
create trigger kept after update on person_posts for each row execute function persons_kept();
create trigger kept after update on person_superiors for each row execute function persons_kept();
create trigger kept after update on person_kin for each row execute function persons_kept();

-- The region follows from the body; a body of the directory without one is the centre's.
create function person_post_region() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.body_kind <> 'other' then
    new.region_code := case new.body_kind
      when 'court' then (select region_code from courts where id = new.body_id)
      when 'body' then (select region_code from bodies where id = new.body_id)
      else (select region_code from units where id = new.body_id) end;
  end if;
  return new;
end $$;
create trigger region before insert or update of body_id on person_posts for each row execute function person_post_region();

create function person_regions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update persons set regions = (
    select coalesce(array_agg(distinct region_code), '{}') from person_posts
    where person_id = new.person_id and struck_at is null and region_code is not null)
  where id = new.person_id;
  return null;
end $$;
create trigger regions after insert or update of struck_at on person_posts for each row execute function person_regions();

-- An employee of the Department who is in the register is shut out of the own card, whichever of the two came first.
create function shut_own_card() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  happened constant timestamptz := app_at();
begin
  if tg_table_name = 'persons' then
    delete from denied where record_id = new.id and reason = 'own-card';
    insert into denied (record_id, person_id, since, reason)
      select new.id, e.id, happened, 'own-card' from employees e where e.iin = new.iin on conflict do nothing;
  else
    delete from denied where person_id = new.id and reason = 'own-card';
    insert into denied (record_id, person_id, since, reason)
      select p.id, new.id, happened, 'own-card' from persons p where p.iin = new.iin on conflict do nothing;
  end if;
  return null;
end $$;
create trigger own_card after insert or update of iin on persons for each row execute function shut_own_card();
create trigger own_card after insert or update of iin on employees for each row execute function shut_own_card();

-- Each opening of a card: for an open matter, or for a reason that the head weighs afterwards.
create table person_openings (
  id uuid primary key,
  version int not null default 1,
  state text not null default 'open' check (state in ('open', 'justified', 'notJustified')),
  person_id uuid not null references persons,
  employee_id uuid not null references employees,
  unit_id uuid not null references units,
  matter_kind text,
  matter_id uuid,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  until_at timestamptz not null,
  -- The head opened it, or is shut out of it: the Head of the Court Administration weighs it.
  to_principal boolean not null,
  due_on date,
  reviewed_at timestamptz,
  reviewed_by uuid,
  word text check (word <> ''),
  check ((matter_kind is null) = (matter_id is null)),
  check ((matter_kind is null) = (due_on is not null)),
  check ((reviewed_at is null) = (word is null))
);
create index on person_openings (person_id, at desc);
create index on person_openings (employee_id, person_id, until_at desc);
create index on person_openings (at desc, id);
call shut_with('person_openings', 'person_id');

call guard('persons');
call guard('person_names');
call guard('person_sounds');
call guard('person_posts');
call guard('person_superiors');
call guard('person_kin');
call guard('person_corrections');
call guard('person_openings');

create policy seen on persons to {{app}}
  using (((select '*' = any (app_regions())) or regions && (select app_regions())::text[])
    and id <> all ((select app_denied())::uuid[]))
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on person_names to {{app}} using (exists (select from persons where persons.id = person_id))
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on person_sounds to {{app}} using (exists (select from persons where persons.id = person_id))
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on person_posts to {{app}} using (exists (select from persons where persons.id = person_id))
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on person_superiors to {{app}} using (exists (select from persons where persons.id = person_id));
create policy seen on person_kin to {{app}} using (exists (select from persons where persons.id in (person_id, kin_id)));
create policy seen on person_corrections for select to {{app}} using (exists (select from persons where persons.id = person_id));
create policy seen on person_openings to {{app}}
  using (
    ((select app_kind()) = 'system' or employee_id = (select app_actor())
      or 'head' = any ((select app_posts())::text[])
      or (to_principal and 'ca-head' = any ((select app_posts())::text[])))
    and id <> all ((select app_denied())::uuid[]) and person_id <> all ((select app_denied())::uuid[])
  )
  with check ((select app_kind()) in ('employee', 'system'));

grant select, insert, update on persons, person_names, person_posts, person_superiors, person_kin, person_openings to {{app}};
grant select, insert, delete on person_sounds to {{app}};
grant select on person_corrections to {{app}};
