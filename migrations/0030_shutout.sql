-- Who is shut out of what: a person named in an appeal is shut out in the very transaction that brings it, before anybody can read
-- it; the house then looks closer, and the head decides what is doubtful. What follows a record (a document about an appeal) is shut
-- with it.

-- The sounds of a text, a word apart from the next by one space: the same for Серікова, Серикова and Serikova. It hears as soundOf()
-- of the search does, on a whole text at once.
create function name_sounds(words text) returns text language plpgsql immutable set search_path = public, pg_temp as $$
declare
  -- Plain replacements wherever they do: a pattern with a back reference costs many times as much on a long text.
  heard text := lower(case when words is nfc normalized then words else normalize(words, NFC) end collate "kk-x-icu") collate "C";
  mixed text;
  letter text;
begin
  heard := translate(heard, '''’ʼ`', '');
  if heard ~ '[a-z]' then
    -- Latin letters that slipped into a Cyrillic word because the keyboard was not switched.
    if heard ~ '[a-z][а-яёәіңғүұқөһ]|[а-яёәіңғүұқөһ][a-z]' then
      for mixed in
        select distinct it from regexp_split_to_table(heard, '[^a-zа-яёәіңғүұқөһ]+') it
        where it ~ '[a-z]' and it ~ '[а-яёәіңғүұқөһ]'
      loop
        heard := replace(heard, mixed, translate(mixed, 'acehikmoptxyb', 'асенікмортхув'));
      end loop;
    end if;
    heard := replace(replace(replace(replace(heard, 'ş', 'sh'), 'š', 'sh'), 'ç', 'ch'), 'ž', 'zh');
    heard := translate(heard, 'äáàâãåăāéèêëěēíìîïīıóòôõöōúùûüūýÿñŋğǵ', 'aaaaaaaaeeeeeeiiiiiioooooouuuuuyynngg');
    heard := replace(replace(heard, 'shch', 'sh'), 'sch', 'sh');
    heard := replace(replace(replace(replace(heard, 'kh', 'h'), 'gh', 'g'), 'ph', 'f'), 'tz', 'ts');
    heard := replace(replace(replace(replace(heard, 'ye', 'e'), 'j', 'zh'), 'q', 'k'), 'x', 'ks');
    heard := replace(replace(replace(heard, 'ch', '#'), 'c', 'k'), '#', 'ch');
    heard := replace(replace(heard, 'w', 'u'), 'y', 'i');
  end if;
  foreach letter in array array['ж', 'ц', 'ч', 'ш', 'щ', 'ю', 'я'] loop
    if strpos(heard, letter || letter) > 0 then
      heard := replace(heard, letter || letter, letter);
    end if;
  end loop;
  heard := replace(replace(replace(replace(heard, 'ж', 'zh'), 'ц', 'ts'), 'ч', 'ch'), 'ш', 'sh');
  heard := replace(replace(replace(heard, 'щ', 'sh'), 'ю', 'iu'), 'я', 'ia');
  heard := translate(heard, 'абвгдеёзийклмнопрстуфхыэәқғңөұүһіъь', 'abvgdeeziiklmnoprstufhieakgnouuhi');
  heard := regexp_replace(replace(heard, 'dzh', 'zh'), '[^a-z0-9]+', ' ', 'g');
  foreach letter in array string_to_array('a b d e f g h i k l m n o p r s t u v z', ' ') loop
    if strpos(heard, letter || letter) > 0 then
      heard := replace(replace(heard, letter || letter, letter), letter || letter, letter);
    end if;
  end loop;
  return heard;
end
$$;

-- The beginnings of words by which a person may be meant: the surname without its last vowels; or given name and patronymic, both
-- ('nazgul maratki'). The given name alone is no sign: too many bear it.
create function name_stems(name jsonb) returns text[] language sql immutable set search_path = public, pg_temp as $$
  with spelled as (
    select string_to_array(trim(name_sounds(value)), ' ') as w from jsonb_each_text(name)
  ), found as (
    select w, (select max(n) from generate_subscripts(w, 1) n where n > 1 and w[n] ~ '(uli|kizi|vich|vna|ichna)$') as patronymic
    from spelled where cardinality(w) > 0
  ), parts as (
    select w, patronymic, cardinality(w) > 2 and patronymic = cardinality(w)
      or cardinality(w) = 2 and w[1] ~ '(ov|ova|ev|eva|in|ina|ski|skaia)$' and not w[2] ~ '(ov|ova|ev|eva|in|ina|ski|skaia)$'
        as turned
    from found
  ), chosen as (
    select case when turned then w[1] else w[cardinality(w)] end as surname,
      case when turned then w[2] else w[1] end as given, w[patronymic] as patronymic from parts
  )
  select coalesce(array_agg(distinct stem), '{}') from (
    select case when length(surname) > 4 then regexp_replace(surname, '[aeiou]+$', '') else surname end as stem from chosen
    union all
    -- Болатқызы, Болатовна: the papers change one for the other.
    select regexp_replace(given, '(?<=..)[aeiou]+$', '') || ' '
      || regexp_replace(patronymic, '(uli|kizi|ovich|evich|ovna|evna|ich|inichna)$', '') || ending
    from chosen, unnest(array['ki', 'ul', 'ovich', 'evich', 'ovn', 'evn']) ending where patronymic is not null
  ) stems where length(stem) > 1
$$;

create table shutout_stems (
  employee_id uuid primary key references employees,
  stems text[] not null
);

create table shutouts (
  id uuid primary key,
  -- pending: the house has not looked closer yet; doubtful: the head has not decided yet. Both hide.
  state text not null check (state in ('pending', 'doubtful', 'standing', 'refused', 'lifted')),
  record_kind text not null check (record_kind in ('appeal', 'document')),
  record_id uuid not null,
  person_id uuid not null references employees,
  ground text not null check (ground in ('named', 'applicant', 'by-hand', 'recused')),
  -- By what a named person was recognised.
  sign text check (sign in ('iin', 'full-name', 'initials', 'given-name', 'surname')),
  -- The words as they stand in the appeal.
  said text,
  cause text check (cause in ('kinship', 'interest', 'other')),
  reason text check (reason <> ''),
  at timestamptz not null,
  by uuid,
  decided_at timestamptz,
  decided_by uuid,
  decision text check (decision <> ''),
  check ((ground = 'recused') = (cause is not null)),
  check (ground not in ('by-hand', 'recused') or reason is not null),
  check ((state in ('refused', 'lifted')) <= (decided_at is not null and decision is not null))
);
create unique index shutouts_open on shutouts (record_id, person_id) where state in ('pending', 'doubtful', 'standing');
create index shutouts_record on shutouts (record_id, at);
create index shutouts_person on shutouts (person_id);
create index shutouts_queue on shutouts (state, at) where state in ('pending', 'doubtful');

-- One hand-over of a desk, so that asking twice is told from asking anew.
create table handovers (
  id uuid primary key,
  employee_id uuid not null references employees,
  taker_id uuid references employees,
  at timestamptz not null,
  by uuid,
  reason text not null check (reason <> ''),
  appeals int not null,
  documents int not null,
  duties int not null
);
create index on handovers (employee_id, at);

call guard('shutout_stems');
call guard('shutouts');
call guard('handovers');

-- A person who is shut out finds no trace of it: not the row, not the rows of others on the same record.
grant select, insert, update, delete on shutouts to {{app}};
create policy seen on shutouts for select to {{app}}
  using ((select app_kind()) in ('employee', 'system') and person_id is distinct from (select app_actor())
    and record_id <> all ((select app_denied())::uuid[]));
create policy added on shutouts for insert to {{app}} with check ((select app_kind()) in ('employee', 'system'));
create policy decided on shutouts for update to {{app}}
  using ((select app_kind()) in ('employee', 'system') and person_id is distinct from (select app_actor()));
create policy forgotten on shutouts for delete to {{app}} using ((select app_kind()) = 'system' and state = 'pending');
grant select, insert on handovers to {{app}};
create policy seen on handovers for select to {{app}} using ((select app_kind()) in ('employee', 'system'));
create policy added on handovers for insert to {{app}} with check ((select app_kind()) in ('employee', 'system'));
create policy staff on shutout_stems to {{app}} using ((select app_kind()) = 'system');
grant select on shutout_stems to {{app}};

-- The same for the kernel's own list: nobody reads the own rows.
drop policy staff on denied;
create policy others on denied for select to {{app}} using (person_id is distinct from (select app_actor()));
create policy added on denied for insert to {{app}} with check (true);
create policy lifted on denied for delete to {{app}} using (person_id is distinct from (select app_actor()));

-- What follows a record is shut with it. A room whose records are about others says: call shut_with('letters', 'about_id').
create table shut_followers (
  relation text primary key,
  about_column text not null
);
call guard('shut_followers');
grant select on shut_followers to {{app}};
create policy everyone on shut_followers for select to {{app}} using (true);

create function shut_follower() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into denied (record_id, person_id, since, reason)
  select new.id, d.person_id, d.since, 'about' from denied d where d.record_id = (to_jsonb(new) ->> tg_argv[0])::uuid
  on conflict do nothing;
  return null;
end
$$;

create procedure shut_with(target text, about_column text) language plpgsql as $$
begin
  insert into shut_followers values (target, about_column);
  execute format('create trigger shut_with after insert or update of %I on %I for each row execute function shut_follower(%L)',
    about_column, target, about_column);
end
$$;

create function shut_followers_of() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  follower shut_followers;
begin
  for follower in select * from shut_followers loop
    if tg_op = 'INSERT' then
      execute format('insert into denied (record_id, person_id, since, reason)
        select id, $2, $3, ''about'' from %I where %I = $1 on conflict do nothing', follower.relation, follower.about_column)
        using new.record_id, new.person_id, new.since;
    else
      execute format('delete from denied where person_id = $2 and reason = ''about'' and record_id in (select id from %I where %I = $1)',
        follower.relation, follower.about_column) using old.record_id, old.person_id;
    end if;
  end loop;
  return null;
end
$$;
create trigger shut_followers_of after insert or delete on denied for each row execute function shut_followers_of();

-- Shuts out whoever may be meant by these words, until the house has looked closer. Coarse on purpose: it must miss nobody.
create function screen_words(appeal uuid, happened timestamptz, words text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  heard constant text := ' ' || name_sounds(words);
  digits constant text := regexp_replace(words, '(?<=\d)[\s.-]+(?=\d)', '', 'g');
  met uuid[];
begin
  with meant as (
    select e.id from employees e left join shutout_stems s on s.employee_id = e.id
    where (e.left_on is null or e.left_on >= happened::date)
      and (strpos(digits, e.iin) > 0 or exists (select from unnest(s.stems) stem
        where strpos(heard, ' ' || split_part(stem, ' ', 1)) > 0 and strpos(heard, ' ' || split_part(stem, ' ', 2)) > 0))
  ), put as (
    insert into shutouts (id, state, record_kind, record_id, person_id, ground, at)
    select gen_random_uuid(), 'pending', 'appeal', appeal, id, 'named', happened from meant
    on conflict do nothing returning person_id
  )
  select array_agg(person_id) into met from put;
  if met is null then
    return;
  end if;
  insert into denied (record_id, person_id, since, reason) select appeal, it, happened, 'named' from unnest(met) it
  on conflict do nothing;
  perform enqueue('react', json_build_object('operation', 'shutout.sift', 'input', json_build_object('id', appeal)), null, null);
end
$$;

-- Deferred: what an operation does with its own appeal is done first, and nobody else reads it before the commit.
create function screen_appeal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform screen_words(new.id, new.received_at, concat_ws(E'\n', new.person, new.person_post, new.court_name, new.subject, new.body));
  return null;
end
$$;
create constraint trigger screen after insert or update of person, person_post, court_name on appeals deferrable initially deferred
  for each row execute function screen_appeal();

create function screen_message() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform screen_words(new.appeal_id, new.at, new.body);
  return null;
end
$$;
create constraint trigger screen after insert on appeal_messages deferrable initially deferred
  for each row when (new.side = 'applicant') execute function screen_message();

-- An employee who is the applicant follows the appeal under the code alone, as anybody does.
create function screen_applicant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  happened constant timestamptz := (select received_at from appeals where id = new.appeal_id);
begin
  perform screen_words(new.appeal_id, happened, concat_ws(E'\n', new.name, new.number, new.representative));
  return null;
end
$$;
create constraint trigger screen after insert on appeal_applicants deferrable initially deferred
  for each row execute function screen_applicant();

-- The words of an appeal change only when its content is destroyed; what was quoted of them goes too.
create function forget_words() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update shutouts set said = null where record_id = new.id;
  return null;
end
$$;
create trigger forget_words after update of body on appeals for each row execute function forget_words();

-- Whoever is taken on, or takes another name, is looked for in what came before.
create function screen_employee() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  signs constant text[] := name_stems(new.name);
  spelled text;
  asked tsquery;
begin
  insert into shutout_stems values (new.id, signs) on conflict (employee_id) do update set stems = excluded.stems;
  select string_agg(case when length(it) > 4 then '(' || regexp_replace(it, '(\w+)', '''\1'':*', 'g') || ')' else format('%L', it) end, ' | ')
  into spelled from unnest(signs) it;
  asked := replace(spelled, ''':* ''', ''':* & ''')::tsquery;
  asked := coalesce(asked, '') || case when new.iin is null then '' else format('%L', '#' || new.iin)::tsquery end;
  with met as (
    select s.record_id, s.at from search_index s where s.record_kind = 'appeal' and s.words @@ asked
  ), put as (
    insert into shutouts (id, state, record_kind, record_id, person_id, ground, at)
    select gen_random_uuid(), 'pending', 'appeal', record_id, new.id, 'named', at from met
    on conflict do nothing returning record_id, at
  )
  insert into denied (record_id, person_id, since, reason) select record_id, new.id, at, 'named' from put
  on conflict do nothing;
  if exists (select from shutouts where person_id = new.id and state = 'pending') then
    perform enqueue('react', json_build_object('operation', 'shutout.siftAll', 'input', json_build_object()), null, null);
  end if;
  return null;
end
$$;
create trigger screen after insert or update of name, iin on employees for each row execute function screen_employee();

call shut_with('documents', 'about_id');
insert into shutout_stems select id, name_stems(name) from employees;
insert into applicant_openers values
  -- Who wrote may be an employee; and these write the index anew, whose hits show none of it.
  ('shutout.sift'), ('shutout.siftAll'), ('shutout.clearDesk'), ('shutout.handOver'), ('shutout.clearAll');

-- How much lies on somebody's desk, whoever asks, except what the asker is shut out of: those who keep the people's records see no appeals.
create function desk_count(employee uuid) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(*) from (
    select id as record from appeals where assignee_id = employee and done_on is null
    union select id from documents where drafter_id = employee and state in ('drafted', 'offered')
    union select record_id from duties where holder_id = employee and closed_at is null
  ) lying where record <> all (app_denied()))::int
$$;

-- Open duties that one person holds are moved by whoever hands the desk over, also in units beyond the mover's reach.
create function move_duties(from_holder uuid, to_holder uuid, records uuid[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moved int;
begin
  update duties d set holder_id = to_holder
  where d.holder_id = from_holder and d.closed_at is null and (records is null or d.record_id = any (records))
    and d.record_id <> all (app_denied())
    and not exists (select from denied where record_id = d.record_id and person_id = to_holder);
  get diagnostics moved = row_count;
  return moved;
end
$$;
revoke execute on function screen_words(uuid, timestamptz, text), desk_count(uuid), move_duties(uuid, uuid, uuid[]) from public;
grant execute on function desk_count(uuid), move_duties(uuid, uuid, uuid[]) to {{app}};
