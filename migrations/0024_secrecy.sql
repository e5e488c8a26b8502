-- Official-use mark: who sees a marked document; the acts on each mark; the outside references of what may not be kept here.

-- Codes of the posts that the actor holds today, said by perform(): the signer of clause 15 is whoever holds the head's post.
create function app_posts() returns text[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('app.posts', true), ''), '{}')::text[] $$;

-- While a document is marked, its unit's reach does not open it: only its drafter, its readers by name, whoever signed it and
-- whoever signs today. Nobody who is shut out sees it either way.
drop policy seen on documents;
create policy seen on documents to {{app}}
  using (
    (
      (select app_kind()) = 'system'
      or drafter_id = (select app_actor())
      or (select app_actor()) = any (readers)
      or (
        (select app_kind()) = 'employee'
        and case when mark is null
          then (select app_reach_all()) or unit_id = any ((select app_reach())::uuid[])
          else signed_by = (select app_actor()) or 'head' = any ((select app_posts())::text[])
        end
      )
    )
    and id <> all ((select app_denied())::uuid[])
    and about_id <> all ((select app_denied())::uuid[])
  );

-- What is due on a marked document is seen by whoever owes it and by the house, not by the reach.
create function document_is_marked(document uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from documents where id = document and mark is not null) $$;
revoke execute on function document_is_marked(uuid) from public;
grant execute on function document_is_marked(uuid) to {{app}};
drop policy reach on duties;
create policy reach on duties for select to {{app}} using (
  ((select app_reach_all()) or unit_id = any ((select app_reach())::uuid[]) or holder_id = (select app_actor()))
  and record_id <> all ((select app_denied())::uuid[])
  and (record_kind <> 'document' or holder_id = (select app_actor()) or (select app_kind()) = 'system'
    or not document_is_marked(record_id)));

create index documents_marked on documents ((mark ->> 'until')) where mark is not null;

-- Every act on a mark, in its order; nothing of it is changed later.
create table mark_acts (
  id uuid primary key,
  document_id uuid not null references documents (id),
  act text not null check (act in ('marked', 'extended', 'readers', 'lifted')),
  at timestamptz not null,
  by uuid not null,
  ground text check (ground <> ''),
  copy int check (copy > 0),
  until date,
  readers uuid[],
  reason text check (reason <> ''),
  check (act <> 'marked' or (ground is not null and copy is not null and until is not null)),
  check (act = 'marked' or reason is not null)
);
create index on mark_acts (document_id, at);
call guard('mark_acts');
create policy seen on mark_acts to {{app}} using (exists (select from documents where documents.id = document_id));
grant select, insert on mark_acts to {{app}};

-- A document with the mark of a state secret is held outside; of it only this is kept, in neutral words.
create table outside_references (
  id uuid primary key,
  version int not null default 1,
  unit_id uuid not null,
  number text not null check (number <> ''),
  dated_on date not null,
  body text not null check (body <> ''),
  held_at text not null check (held_at <> ''),
  subject text not null check (subject <> ''),
  kept_at timestamptz not null,
  kept_by uuid not null,
  unique (body, number, dated_on)
);
create index on outside_references (kept_at desc, id);
call guard('outside_references');
create policy seen on outside_references to {{app}} using (
  ((select app_kind()) = 'system' or (select app_reach_all()) or unit_id = any ((select app_reach())::uuid[]))
  and id <> all ((select app_denied())::uuid[]));
grant select, insert on outside_references to {{app}};
