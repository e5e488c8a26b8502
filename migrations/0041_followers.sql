-- What follows an appeal: requests and incoming papers about it are shut with it, and the words of its paths are forgotten with its own.

call shut_with('requests', 'about_id');
call shut_with('incoming', 'answers_id');

create function paths_forget() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update appeal_hearings h set objections = case when h.objections is not null then '—' end,
    protocol = case when h.protocol is not null then '—' end
  from appeal_paths p where p.id = h.path_id and p.appeal_id = new.id;
  update appeal_complaints c set outcome_words = case when c.outcome_words is not null then '—' end
  from appeal_paths p where p.id = c.path_id and p.appeal_id = new.id;
  update appeal_paths set reason = '—', part = case when part is not null then '—' end,
    decision = case when decision is not null then '—' end
  where appeal_id = new.id;
  return null;
end $$;
create trigger paths_forget after update of destroyed_on on appeals for each row
  when (new.destroyed_on is not null) execute function paths_forget();
