-- Clause 13: before a decision on the heads and staff of a territorial unit of the Department is recorded, the head has been notified
-- with copies of all the materials. One row for each material of the case and each person; what comes in later asks to be copied too.

create table outcome_notices (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  person_id uuid not null,
  way text not null check (way in ('document', 'handed')),
  document_id uuid,
  number text not null check (number <> ''),
  gone_on date not null,
  -- To whom it went: the head of that day.
  head_id uuid not null,
  at timestamptz not null,
  by uuid not null,
  check ((way = 'document') = (document_id is not null))
);
create index on outcome_notices (investigation_id, person_id, at);

-- A material that stands in no register of the house: a volume on paper, an object.
create table outcome_materials (
  id uuid primary key,
  investigation_id uuid not null references investigations (id),
  words text not null check (words <> ''),
  at timestamptz not null,
  by uuid not null
);
create index on outcome_materials (investigation_id, at);

create table outcome_copies (
  investigation_id uuid not null references investigations (id),
  person_id uuid not null,
  -- The material by its kind and number, and as it was called then.
  material_kind text not null,
  material_id uuid not null,
  caption text not null,
  copied boolean not null,
  -- Why a material was not copied.
  reason text check (reason <> ''),
  -- The notice with which the copy went.
  notice_id uuid references outcome_notices (id),
  at timestamptz not null,
  by uuid not null,
  primary key (investigation_id, person_id, material_kind, material_id),
  check (copied = (reason is null)),
  check (copied or notice_id is null)
);

call guard('outcome_copies');
call guard('outcome_materials');
call guard('outcome_notices');

create policy seen on outcome_copies to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_materials to {{app}} using (exists (select from investigations i where i.id = investigation_id));
create policy seen on outcome_notices to {{app}} using (exists (select from investigations i where i.id = investigation_id));

grant select, insert, update on outcome_copies to {{app}};
grant select, insert on outcome_materials, outcome_notices to {{app}};

-- Whether a person of the register serves in a territorial unit of the Department on one of these days: as an employee of the same IIN,
-- or by a post that the register itself keeps. The law asks it of everybody, so it does not depend on what the asker sees.
create function serves_in_territory(person uuid, days date[])
returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from unnest(days) day, lateral posts_held(day) h join units u on u.id = h.unit_id
      join employees e on e.id = h.employee_id join persons p on p.iin = e.iin
    where p.id = person and u.kind = 'territorial'
  ) or exists (
    select from unnest(days) day, person_posts t join units u on u.id = t.body_id
    where t.person_id = person and t.body_kind = 'unit' and u.kind = 'territorial' and t.struck_at is null
      and t.from_on <= day and (t.until_on is null or t.until_on >= day)
  )
$$;
revoke execute on function serves_in_territory(uuid, date[]) from public;
grant execute on function serves_in_territory(uuid, date[]) to {{app}};
