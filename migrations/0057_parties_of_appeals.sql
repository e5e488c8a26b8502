-- To whom an appeal goes is chosen from the directories in force on that day and kept as 'body:<id>', 'court:<id>' or 'unit:<id>';
-- where they know none, in the Department's own words. Names are read where they stand: nothing is removed from a directory.

insert into bodies (id, code, kind, name, region_code, valid_from, valid_to, predecessor_id) values
  ('38c01994-db01-85a2-9e43-6d5af8d8a99a', 'moj', 'state',
   '{"kk":"Әділет министрлігі","ru":"Министерство юстиции","en":"Ministry of Justice"}',
   null, '1991-12-16', null, null)
  on conflict (code) do nothing;

-- The name in three languages; words of one's own are the same in each. With the owner's rights, for the public role's views.
create function party_name(party text) returns jsonb
language sql stable strict security definer set search_path = public, pg_temp as $$
  select coalesce(
    case when party ~ '^(body|court|unit):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
      case split_part(party, ':', 1)
        when 'body' then (select name from bodies where id = split_part(party, ':', 2)::uuid)
        when 'court' then (select name from courts where id = split_part(party, ':', 2)::uuid)
        else (select name from units where id = split_part(party, ':', 2)::uuid)
      end
    end,
    jsonb_build_object('kk', party, 'ru', party, 'en', party))
$$;
revoke execute on function party_name(text) from public;
grant execute on function party_name(text) to {{app}}, {{portal}};

-- The four words of the program of which one was chosen before, as the bodies that the directory knows.
create function pg_temp.party_of(old text, on_day date) returns text language sql as $$
  select 'body:' || b.id from bodies b where b.code = case old
    when 'anticorruption' then case when on_day <= date '2025-06-30' then 'anti-corruption-agency' else 'knb-anti-corruption' end
    when 'security' then 'knb'
    when 'prosecutor' then 'prosecutor-general'
    when 'police' then 'mia'
  end
$$;
update appeals set ending_body = pg_temp.party_of(ending_body, coalesce(done_on, received_on))
  where state in ('redirected', 'transferred') and ending_body in ('anticorruption', 'security', 'prosecutor', 'police');
update appeal_paths set body = pg_temp.party_of(body, (asked_at at time zone 'UTC' + interval '5 hours')::date)
  where kind = 'transfer' and body in ('anticorruption', 'security', 'prosecutor', 'police');

-- What was sent out stays as it was told when it was sent, now in three languages like the rest.
update export_rows set line = jsonb_set(line, '{forwardedTo}', case line ->> 'forwardedTo'
    when 'anticorruption' then
      '{"kk": "Сыбайлас жемқорлыққа қарсы қызмет", "ru": "Антикоррупционная служба", "en": "The anti-corruption body"}'::jsonb
    when 'security' then
      '{"kk": "Ұлттық қауіпсіздік комитеті", "ru": "Комитет национальной безопасности", "en": "The National Security Committee"}'::jsonb
    when 'prosecutor' then '{"kk": "Прокуратура", "ru": "Прокуратура", "en": "The prosecutor''s office"}'::jsonb
    when 'police' then '{"kk": "Ішкі істер органы", "ru": "Орган внутренних дел", "en": "The police"}'::jsonb
    else party_name(line ->> 'forwardedTo')
  end)
  where jsonb_typeof(line -> 'forwardedTo') = 'string';

create or replace view appeals_in_hand with (security_barrier) as
  select id, version, state, slip_number, number, kind, language, anonymous, received_at, registered_on, due_on, done_on,
    ending_reason, ending_body,
    case when state = 'delivered' then reply_file_id end as reply_file_id,
    case when state = 'delivered' then reply_name end as reply_name,
    case when state = 'delivered' then reply_number end as reply_number,
    case when state = 'delivered' then reply_on end as reply_on,
    party_name(ending_body) as ending_party
  from appeals
  where app_kind() = 'public' and receipt_hash = app_receipt();

create or replace view appeal_paths_in_hand with (security_barrier) as
  select p.id, p.appeal_id, p.kind, p.state, p.whole, p.asked_at, p.body, p.part, p.done_on, e.from_on, e.until_on,
    c.number, c.passed_on, c.review_due_on, c.outcome, c.outcome_words,
    case when p.state = 'declined' then p.decision end as decision,
    party_name(p.body) as party
  from appeal_paths p
  join appeals_in_hand a on a.id = p.appeal_id
  left join appeal_extensions e on e.path_id = p.id
  left join appeal_complaints c on c.path_id = p.id
  where p.kind in ('withdrawal', 'complaint') or (p.kind in ('extension', 'forwarding', 'transfer') and p.state = 'done');
