-- The incoming register: what bodies, courts and units write to the Department; the directory of bodies, with days of force.

-- Bodies are never literals of the program: they are founded, renamed and dissolved by law. Courts and units have tables of their own.
create table bodies (
  id uuid primary key,
  code text not null unique check (code ~ '^[a-z][a-z0-9-]{1,40}$'),
  kind text not null check (kind in ('court-administration', 'judicial', 'prosecution', 'special', 'law-enforcement', 'state', 'other')),
  name jsonb not null,
  region_code text,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  predecessor_id uuid references bodies (id),
  -- True until an employee of the Department confirms the row: names and days come from open sources.
  unverified boolean not null default true
);

create table incoming (
  id uuid primary key,
  version int not null default 1,
  state text not null default 'registered' check (state in ('registered', 'handed', 'done')),
  -- Given by the form that was filled in, so that one sent twice is registered once.
  entry_key uuid not null unique,
  number text not null unique,
  sender_kind text not null check (sender_kind in ('body', 'court', 'unit', 'other')),
  sender_id uuid,
  -- As it was called on the day of receipt; directories change, what came does not.
  sender_name jsonb not null,
  sender_number text check (sender_number <> ''),
  sender_on date,
  subject text not null check (subject <> ''),
  pages int not null check (pages > 0),
  enclosures int not null check (enclosures >= 0),
  way text not null check (way in ('post', 'courier', 'hand', 'email', 'edms')),
  language text not null check (language in ('kk', 'ru', 'en')),
  received_on date not null,
  registered_at timestamptz not null,
  registered_by uuid not null,
  unit_id uuid not null,
  addressed_to uuid,
  answers_kind text,
  answers_id uuid,
  official_use boolean not null default false,
  mark_ground text check (mark_ground <> ''),
  readers uuid[] not null default '{}',
  -- Whoever asked for it, where it answers something; they do not pass by the mark.
  followers uuid[] not null default '{}',
  due_on date,
  holder_id uuid,
  handed_at timestamptz,
  handed_by uuid,
  handed_note text,
  done_on date,
  done_by uuid,
  done_word text,
  check ((sender_kind = 'other') = (sender_id is null)),
  check ((answers_kind is null) = (answers_id is null)),
  check (official_use or (mark_ground is null and readers = '{}'))
);
create index on incoming (received_on desc, id desc);
create index on incoming (unit_id, received_on desc);
create index on incoming (due_on, id) where done_on is null and due_on is not null;
create index on incoming (holder_id) where done_on is null;
create index on incoming (answers_id) where answers_id is not null;

-- The number and who took the document in stay as they are; everything else is corrected beside what it was.
create function incoming_keep() returns trigger language plpgsql as $$
begin
  if (new.number, new.registered_at, new.registered_by, new.entry_key) is distinct from
    (old.number, old.registered_at, old.registered_by, old.entry_key) then
    raise exception 'the registration of incoming document % cannot be changed', old.id using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger incoming_keep before update on incoming for each row execute function incoming_keep();

create table incoming_files (
  incoming_id uuid not null references incoming (id),
  file_id uuid not null unique,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  type text not null,
  place int not null,
  primary key (incoming_id, file_id)
);

create table incoming_corrections (
  id uuid primary key,
  incoming_id uuid not null references incoming (id),
  at timestamptz not null,
  by uuid not null,
  reason text not null check (reason <> ''),
  before jsonb not null,
  after jsonb not null
);
create index on incoming_corrections (incoming_id, at);

call guard('bodies');
call guard('incoming');
call guard('incoming_files');
call guard('incoming_corrections');

create policy everyone on bodies to {{app}} using (true) with check ((select app_kind()) in ('employee', 'system'));

-- Who may see one for official use: its readers, the registrar who took it, and the head, whatever reach others have (5.16).
-- What answers a record is hidden from whoever is shut out of that record.
create policy seen on incoming to {{app}}
  using (
    (
      (select app_kind()) = 'system'
      or ((select app_kind()) = 'employee' and (
        registered_by = (select app_actor())
        or (select app_actor()) = any (readers)
        or 'head' = any ((select app_posts())::text[])
        or (not official_use and (
          (select app_reach_all())
          or unit_id = any ((select app_reach())::uuid[])
          or holder_id = (select app_actor())
          or addressed_to = (select app_actor())
          or (select app_actor()) = any (followers)
        ))
      ))
    )
    and id <> all ((select app_denied())::uuid[])
    and (answers_id is null or answers_id <> all ((select app_denied())::uuid[]))
  )
  with check ((select app_kind()) in ('employee', 'system'));
create policy seen on incoming_files to {{app}} using (exists (select from incoming where incoming.id = incoming_id));
create policy seen on incoming_corrections to {{app}} using (exists (select from incoming where incoming.id = incoming_id));

grant select, insert, update on bodies, incoming to {{app}};
grant select, insert on incoming_files, incoming_corrections to {{app}};

insert into document_series (unit_index, index, title, retention_years) values
  ('6001', '7-20',
   '{"kk": "Кіріс құжаттары", "ru": "Входящие документы", "en": "Incoming documents"}', 5);

insert into bodies (id, code, kind, name, region_code, valid_from, valid_to, predecessor_id) values
  ('0a1d8e60-1c24-89cb-84bf-7180dcded5c3', 'anti-corruption-agency', 'state',
   '{"kk":"Сыбайлас жемқорлыққа қарсы іс-қимыл агенттігі","ru":"Агентство по противодействию коррупции","en":"Anti-Corruption Agency"}',
   null, '2019-06-13', '2025-06-30', null),
  ('aa8aca04-f1bc-8c0f-8749-c2054f1623d2', 'knb', 'special',
   '{"kk":"Ұлттық қауіпсіздік комитеті","ru":"Комитет национальной безопасности","en":"National Security Committee"}',
   null, '1992-07-13', null, null),
  ('05cb810a-ef78-81ef-8160-c927a6e875e2', 'knb-anti-corruption', 'special',
   '{"kk":"ҰҚК Сыбайлас жемқорлыққа қарсы іс-қимыл қызметі","ru":"Служба по противодействию коррупции КНБ","en":"KNB Anti-Corruption Service"}',
   null, '2025-07-14', null, '0a1d8e60-1c24-89cb-84bf-7180dcded5c3'),
  ('378c5583-dbb2-87ca-b18c-639dc589fb67', 'prosecutor-general', 'prosecution',
   '{"kk":"Бас прокуратура","ru":"Генеральная прокуратура","en":"Prosecutor General’s Office"}',
   null, '1991-12-16', null, null),
  ('954969d2-06d5-8992-9c8a-8fe646fa7226', 'mia', 'law-enforcement',
   '{"kk":"Ішкі істер министрлігі","ru":"Министерство внутренних дел","en":"Ministry of Internal Affairs"}',
   null, '1991-12-16', null, null),
  ('3b1dc9b6-9778-82ae-90d7-b3deecd92f29', 'afm', 'law-enforcement',
   '{"kk":"Қаржылық мониторинг агенттігі","ru":"Агентство по финансовому мониторингу","en":"Financial Monitoring Agency"}',
   null, '2021-01-28', null, null),
  ('499e0972-a6f3-8aad-ab17-ee707d7f1cb1', 'acsa', 'state',
   '{"kk":"Мемлекеттік қызмет істері агенттігі","ru":"Агентство по делам государственной службы","en":"Agency for Civil Service Affairs"}',
   null, '2019-07-01', null, null),
  ('08ed9bed-62e9-8525-bd8a-aa02addd3b38', 'higher-judicial-council', 'judicial',
   '{"kk":"Жоғары Сот Кеңесі","ru":"Высший Судебный Совет","en":"Higher Judicial Council"}',
   null, '2008-06-17', null, null),
  ('ce932d35-2ceb-88e7-8067-6da0b124fa42', 'judicial-jury', 'judicial',
   '{"kk":"Сот жюриі","ru":"Судебное жюри","en":"Judicial Jury"}',
   null, '2008-11-17', null, null),
  ('23725b5b-8b17-83dd-bc55-131979d53698', 'ca-abai', 'court-administration',
   '{"kk":"Абай облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по области Абай","en":"Court Administration department for Abai Region"}',
   '10', '2023-04-05', null, null),
  ('ea1b7503-a0e7-81b6-9667-732d7aff415c', 'ca-akmola', 'court-administration',
   '{"kk":"Ақмола облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по Акмолинской области","en":"Court Administration department for Akmola Region"}',
   '11', '2023-04-05', null, null),
  ('11c19f9a-7a28-830d-aa5d-824a8fed324c', 'ca-aktobe', 'court-administration',
   '{"kk":"Ақтөбе облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по Актюбинской области","en":"Court Administration department for Aktobe Region"}',
   '15', '2023-04-05', null, null),
  ('45570b8b-2f94-8e98-88de-24a7036bc60c', 'ca-almaty-region', 'court-administration',
   '{"kk":"Алматы облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по Алматинской области","en":"Court Administration department for Almaty Region"}',
   '19', '2023-04-05', null, null),
  ('0f43f20c-3391-8cc3-82d0-6d73a9ea2e12', 'ca-atyrau', 'court-administration',
   '{"kk":"Атырау облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по Атырауской области","en":"Court Administration department for Atyrau Region"}',
   '23', '2023-04-05', null, null),
  ('d59aef43-63d2-84d0-9071-aa3f687f3b81', 'ca-west-kazakhstan', 'court-administration',
   '{"kk":"Батыс Қазақстан облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по Западно-Казахстанской области","en":"Court Administration department for West Kazakhstan Region"}',
   '27', '2023-04-05', null, null),
  ('555d69a2-60cd-8efe-9af8-e9729f78f4f0', 'ca-zhambyl', 'court-administration',
   '{"kk":"Жамбыл облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по Жамбылской области","en":"Court Administration department for Zhambyl Region"}',
   '31', '2023-04-05', null, null),
  ('9e37b776-e392-8ce3-9265-eecf59263466', 'ca-zhetisu', 'court-administration',
   '{"kk":"Жетісу облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по области Жетісу","en":"Court Administration department for Zhetisu Region"}',
   '33', '2023-04-05', null, null),
  ('86f4c1ce-4e5b-87dc-afd4-cf5d5fe6a250', 'ca-karaganda', 'court-administration',
   '{"kk":"Қарағанды облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по Карагандинской области","en":"Court Administration department for Karaganda Region"}',
   '35', '2023-04-05', null, null),
  ('ea77ca4d-321d-8ccf-9753-eeb6d89be688', 'ca-kostanay', 'court-administration',
   '{"kk":"Қостанай облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по Костанайской области","en":"Court Administration department for Kostanay Region"}',
   '39', '2023-04-05', null, null),
  ('a252685d-fd59-881a-b5e7-2465a7454887', 'ca-kyzylorda', 'court-administration',
   '{"kk":"Қызылорда облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по Кызылординской области","en":"Court Administration department for Kyzylorda Region"}',
   '43', '2023-04-05', null, null),
  ('8fdb960a-2a1c-8d8a-a43f-7e7acc58bbfd', 'ca-mangystau', 'court-administration',
   '{"kk":"Маңғыстау облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по Мангистауской области","en":"Court Administration department for Mangystau Region"}',
   '47', '2023-04-05', null, null),
  ('0fe19a82-e288-8980-af61-9357f53c3eec', 'ca-pavlodar', 'court-administration',
   '{"kk":"Павлодар облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по Павлодарской области","en":"Court Administration department for Pavlodar Region"}',
   '55', '2023-04-05', null, null),
  ('6048e6a9-8325-8800-87eb-68416ad95fef', 'ca-north-kazakhstan', 'court-administration',
   '{"kk":"Солтүстік Қазақстан облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по Северо-Казахстанской области","en":"Court Administration department for North Kazakhstan Region"}',
   '59', '2023-04-05', null, null),
  ('f51b8568-8d24-8f29-9176-e3899b92206a', 'ca-turkistan', 'court-administration',
   '{"kk":"Түркістан облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по Туркестанской области","en":"Court Administration department for Turkistan Region"}',
   '61', '2023-04-05', null, null),
  ('dd526cf1-0ab1-8f20-875d-95c5f41f33d3', 'ca-ulytau', 'court-administration',
   '{"kk":"Ұлытау облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по области Ұлытау","en":"Court Administration department for Ulytau Region"}',
   '62', '2023-04-05', null, null),
  ('89933076-7332-8af0-81a7-776d58fa51ad', 'ca-east-kazakhstan', 'court-administration',
   '{"kk":"Шығыс Қазақстан облысы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по Восточно-Казахстанской области","en":"Court Administration department for East Kazakhstan Region"}',
   '63', '2023-04-05', null, null),
  ('cb627ae3-ce94-83e7-a2f9-65408f6862c3', 'ca-astana', 'court-administration',
   '{"kk":"Астана қаласы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по городу Астане","en":"Court Administration department for Astana City"}',
   '71', '2023-04-05', null, null),
  ('5939abc7-6a85-84d8-92e5-909eabfa3757', 'ca-almaty', 'court-administration',
   '{"kk":"Алматы қаласы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по городу Алматы","en":"Court Administration department for Almaty City"}',
   '75', '2023-04-05', null, null),
  ('ddf95651-38b8-895d-9e56-7be332189349', 'ca-shymkent', 'court-administration',
   '{"kk":"Шымкент қаласы бойынша Сот әкімшілігінің департаменті","ru":"Департамент Судебной администрации по городу Шымкенту","en":"Court Administration department for Shymkent City"}',
   '79', '2023-04-05', null, null);
