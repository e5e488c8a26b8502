-- The ground of the database: settings of the running operation, the guard against writes outside one, the denied list.

create function app_operation() returns text language sql stable parallel safe as
$$ select nullif(current_setting('app.operation', true), '') $$;

create function app_kind() returns text language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('app.kind', true), ''), 'public') $$;

create function app_actor() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.actor', true), '')::uuid $$;

create function app_receipt() returns text language sql stable parallel safe as
$$ select nullif(current_setting('app.receipt', true), '') $$;

create function app_reach_all() returns boolean language sql stable parallel safe as
$$ select coalesce(current_setting('app.reach', true), '') = '*' $$;

-- Units whose records the actor sees beyond his or her own; empty where the setting is '*' or absent.
create function app_reach() returns uuid[] language sql stable parallel safe as
$$ select case when coalesce(current_setting('app.reach', true), '') like '{%' then current_setting('app.reach')::uuid[] else '{}' end $$;

create function app_sees(unit uuid) returns boolean language sql stable parallel safe as
$$ select app_reach_all() or unit = any (app_reach()) $$;

-- A write outside an operation is refused, whoever holds the connection.
create function guard_operation() returns trigger language plpgsql as $$
begin
  if app_operation() is null then
    raise exception 'a write to % outside an operation', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return null;
end
$$;

create procedure guard(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format(
    'create trigger guard before insert or update or delete or truncate on %s for each statement execute function guard_operation()',
    target);
end
$$;

-- Who is shut out of which record, silently (named persons, recused employees).
create table denied (
  record_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  reason text not null,
  primary key (record_id, person_id)
);
create index on denied (person_id);
call guard('denied');
grant select, insert, delete on denied to {{app}};
create policy staff on denied to {{app}} using (true) with check (true);

-- Records hidden from the actor. As owner, because the policies of other tables stand on it.
create function app_denied() returns uuid[] language sql stable security definer set search_path = public, pg_temp as
$$ select coalesce(array_agg(record_id), '{}') from denied where person_id = app_actor() $$;
revoke execute on function app_denied() from public;
grant execute on function app_denied() to {{app}}, {{portal}};

grant usage on schema public to {{app}}, {{portal}};
revoke create on schema public from public;
