-- Authorities: assignments, permissions, orders and verdicts without which an investigative step may not be taken; who issued them,
-- what they name and for which days they are in force.

create table authorities (
  id uuid primary key,
  version int not null default 1,
  state text not null check (state in
    ('prepared', 'asked', 'granted', 'refused', 'withdrawn', 'registered', 'rejected', 'revoked', 'expired')),
  -- Asked of a principal in the house, issued by one unasked, or on paper.
  way text not null check (way in ('asked', 'issued', 'paper')),
  kind text not null check (kind in ('assignment', 'permission', 'order', 'consent', 'verdict')),
  purpose text not null check (purpose in
    ('investigation', 'superior', 'questioning', 'personalFile', 'inspection', 'suspension')),
  -- Code of the office that is asked or that issued it, and who held it on the day of issue.
  issuer_post text not null check (issuer_post in ('chairman', 'ca-head', 'head')),
  issuer_id uuid references employees,
  number text check (number <> ''),
  issued_on date,
  -- Days of force; of a question, the days that are wished. No last day: until it is revoked.
  from_on date not null,
  until_on date check (until_on >= from_on),
  wished_from date not null,
  wished_until date check (wished_until >= wished_from),
  ground text not null check (ground <> ''),
  -- The rest of the scope in words: which premises, which parts of a file.
  scope text check (scope <> ''),
  unit_id uuid not null,
  author_id uuid not null,
  entered_at timestamptz not null,
  asked_by uuid,
  asked_at timestamptz,
  due_on date,
  -- The principal's decision; of a paper, who compared it with the scan.
  decided_by uuid,
  decided_at timestamptz,
  word text check (word <> ''),
  revoked_on date,
  revoked_at timestamptz,
  revoked_by uuid,
  revoked_word text check (revoked_word <> ''),
  -- Of a revocation on paper.
  revoked_number text check (revoked_number <> ''),
  revoked_signer uuid references employees,
  check ((number is null) = (issued_on is null) and (number is null) = (issuer_id is null)),
  check ((asked_by is null) = (asked_at is null) and (asked_by is null) = (due_on is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((revoked_on is null) = (revoked_at is null) and (revoked_on is null) = (revoked_word is null)),
  check ((revoked_number is null) = (revoked_signer is null))
);
-- One paper is entered once, however its number is spaced.
create unique index authorities_paper on authorities (issuer_post, issued_on, (lower(regexp_replace(number, '\s', '', 'g'))))
  where state <> 'rejected';
create index on authorities (entered_at desc, id desc);
create index on authorities (issuer_post, due_on) where state = 'asked';
create index on authorities (until_on) where state = 'granted';
create index on authorities (author_id);

-- The state is moved first and the operation's lines follow, so the row is judged when the operation commits.
create function authorities_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it constant authorities := (select a from authorities a where a.id = new.id);
begin
  if (it.state in ('granted', 'revoked', 'expired', 'registered')) and it.issued_on is null
    or it.state in ('prepared', 'asked', 'refused', 'withdrawn') and it.issued_on is not null
    or (it.state = 'asked' and it.asked_by is null)
    or (it.state in ('granted', 'refused', 'rejected', 'revoked', 'expired')) and it.decided_by is null
    or (it.state in ('prepared', 'asked', 'registered')) and it.decided_by is not null
    or (it.way = 'paper' and it.decided_by = it.author_id)
    or (it.state = 'revoked') <> (it.revoked_on is not null)
    or not exists (select from authority_subjects s where s.authority_id = it.id) then
    raise exception 'authority % would not be whole in the state %', it.id, it.state using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger authorities_whole after insert or update on authorities deferrable initially deferred
  for each row execute function authorities_whole();

-- What was issued stays as it was issued.
create function authorities_keep() returns trigger language plpgsql as $$
begin
  if old.issued_on is not null and (new.way, new.kind, new.purpose, new.issuer_post, new.issuer_id, new.number, new.issued_on, new.from_on,
      new.until_on, new.ground, new.scope)
    is distinct from (old.way, old.kind, old.purpose, old.issuer_post, old.issuer_id, old.number, old.issued_on, old.from_on, old.until_on,
      old.ground, old.scope)
    or old.decided_at is not null and (new.decided_by, new.decided_at, new.word)
      is distinct from (old.decided_by, old.decided_at, old.word)
    or old.revoked_on is not null and (new.revoked_on, new.revoked_by, new.revoked_word)
      is distinct from (old.revoked_on, old.revoked_by, old.revoked_word) then
    raise exception 'authority % was issued and cannot be changed', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger authorities_keep before update on authorities for each row execute function authorities_keep();

-- What it names, each with its caption as it was on that day.
create table authority_subjects (
  authority_id uuid not null references authorities (id),
  kind text not null check (kind ~ '^[a-z][A-Za-z]{0,40}$'),
  record_id uuid not null,
  label text not null check (label <> ''),
  place int not null,
  primary key (authority_id, kind, record_id)
);
create index on authority_subjects (record_id);

-- Nothing is added to an authority once it has been entered.
create function authority_subjects_keep() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (select entered_at from authorities where id = new.authority_id)
    is distinct from nullif(current_setting('app.at', true), '')::timestamptz then
    raise exception 'authority % names what it names', new.authority_id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger authority_subjects_keep before insert on authority_subjects for each row execute function authority_subjects_keep();

create table authority_files (
  authority_id uuid not null references authorities (id),
  file_id uuid not null,
  -- The paper itself, or the paper that revoked it.
  part text not null check (part in ('paper', 'revocation')),
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  type text not null,
  place int not null,
  primary key (authority_id, file_id)
);

-- Who works on what an authority names, as the room of that record says. They see the authorities that name it.
create table authority_readers (
  subject_kind text not null,
  subject_id uuid not null,
  employee_id uuid not null,
  primary key (subject_kind, subject_id, employee_id)
);
create index on authority_readers (employee_id);

call guard('authorities');
call guard('authority_subjects');
call guard('authority_files');
call guard('authority_readers');

create function set_authority_readers(of_kind text, of_record uuid, employees uuid[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from authority_readers where subject_kind = of_kind and subject_id = of_record and employee_id <> all (employees);
  insert into authority_readers select of_kind, of_record, it from unnest(employees) it on conflict do nothing;
end $$;

-- Authorities that name what the actor works on. As owner, because the policy of authorities stands on it.
create function app_authorities() returns uuid[] language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce(array_agg(distinct s.authority_id), '{}') from authority_readers r
   join authority_subjects s on s.kind = r.subject_kind and s.record_id = r.subject_id where r.employee_id = app_actor() $$;

-- A gate asks what is so, not what its visitor may see; so it asks here, and learns no words of the authority. Share-locked, a
-- revocation waits for the act that stands on it, and the act sees a revocation that came first.
create function authorities_naming(for_purpose text, kinds text[], ids uuid[], locked boolean)
returns table (id uuid, state text, kind text, number text, issued_on date, from_on date, until_on date, revoked_on date,
  issuer_post text, issuer_id uuid, issuer_held boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it authorities;
  found_ids constant uuid[] := array(
    select a.id from authorities a where a.purpose = for_purpose and cardinality(ids) > 0
      and a.id in (select s.authority_id from authority_subjects s where s.record_id = ids[1])
      and not exists (select from unnest(kinds, ids) asked (subject_kind, subject_id) where not exists (
        select from authority_subjects s
        where s.authority_id = a.id and s.kind = asked.subject_kind and s.record_id = asked.subject_id))
    order by a.id);
  each uuid;
begin
  foreach each in array found_ids loop
    if locked then
      select a.* into it from authorities a where a.id = each for share;
    else
      select a.* into it from authorities a where a.id = each;
    end if;
    return query select it.id, it.state, it.kind, it.number, it.issued_on, it.from_on, it.until_on, it.revoked_on, it.issuer_post,
      it.issuer_id, exists (select from posts_held(it.issued_on) h where h.code = it.issuer_post and h.employee_id = it.issuer_id);
  end loop;
end $$;
revoke execute on function set_authority_readers(text, uuid, uuid[]), app_authorities(),
  authorities_naming(text, text[], uuid[], boolean) from public;
grant execute on function set_authority_readers(text, uuid, uuid[]), app_authorities(),
  authorities_naming(text, text[], uuid[], boolean) to {{app}};

-- The head and the deputy see all; an office sees what is asked of it and what it issued; the registrar sees papers in reach; others
-- what they entered or asked, and what names a record they work on. Whoever is named in it, or shut out of what it names, sees nothing.
create policy seen on authorities to {{app}}
  using (
    (
      (select app_kind()) = 'system'
      or ((select app_kind()) = 'employee' and (
        author_id = (select app_actor())
        or asked_by = (select app_actor())
        or (select app_posts() && '{head,deputy-head}')
        or (issuer_post = any ((select app_posts())::text[]) and state <> 'prepared')
        or (way = 'paper' and (select 'registrar' = any (app_posts()))
          and ((select app_reach_all()) or unit_id = any ((select app_reach())::uuid[])))
        or id = any ((select app_authorities())::uuid[])
      ))
    )
    and id <> all ((select app_denied())::uuid[])
  )
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on authority_subjects to {{app}} using (exists (select from authorities where authorities.id = authority_id));
create policy seen on authority_files to {{app}} using (exists (select from authorities where authorities.id = authority_id));
grant select, insert, update on authorities to {{app}};
grant select, insert on authority_subjects, authority_files to {{app}};

-- An employee who is named in it is shut out of it; whoever is shut out of what it names, too, now and later.
create function shut_authority() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into denied (record_id, person_id, since, reason)
  select new.authority_id, d.person_id, d.since, 'about' from denied d where d.record_id = new.record_id
  on conflict do nothing;
  if new.kind = 'employee' then
    insert into denied (record_id, person_id, since, reason)
    select new.authority_id, new.record_id, a.entered_at, 'named' from authorities a where a.id = new.authority_id
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger shut_authority after insert on authority_subjects for each row execute function shut_authority();
create view authority_shut as select authority_id as id, record_id as about_id from authority_subjects;
insert into shut_followers values ('authority_shut', 'about_id');

-- What is due on an authority is seen by whoever owes it and by those who see the authority, not by the reach of their posts.
create policy authorities_kept on duties as restrictive for select to {{app}} using (
  record_kind <> 'authority' or holder_id = (select app_actor()) or (select app_kind()) = 'system'
  or exists (select from authorities where authorities.id = record_id));

-- A principal's electronic signature over the decision is seen by those who see the authority.
create policy of_authorities on signatures to {{app}}
  using (record_kind = 'authority' and exists (select from authorities where authorities.id = record_id));

insert into document_series (unit_index, index, title, retention_years) values
  ('6001', '7-21',
   '{"kk": "Басшылықтың тапсырмалары, рұқсаттары мен бұйрықтары", "ru": "Поручения, разрешения и приказы руководства", "en": "Assignments, permissions and orders of the principals"}', 10)
on conflict do nothing;

-- In a house that stands already, the descriptions given by the house itself gain the principals' screen.
update descriptions set powers = powers || '{authorities.read,authorities.issue}'
  where post_code in ('chairman', 'ca-head') and basis = 'Qorgan' and proposed_by is null and not 'authorities.read' = any (powers);
