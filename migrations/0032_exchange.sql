-- Exchange with the state register of appeals: profiles that say which column is which field, imports with their bad rows explained,
-- the print of what came in, exports with what was sent.

create table exchange_profiles (
  id uuid primary key,
  version int not null default 1,
  title text not null unique check (title <> ''),
  -- Name of the outside system: with its number it names an appeal.
  system text not null check (system ~ '^[a-z][a-z0-9-]{1,30}$'),
  mapping jsonb not null,
  -- True until somebody of the Department has compared it with a real file of that system.
  unverified boolean not null default false,
  changed_at timestamptz not null,
  changed_by uuid
);

create table imports (
  id uuid primary key,
  version int not null default 1,
  state text not null check (state in ('trying', 'tried', 'importing', 'done', 'unread', 'dropped')),
  profile_id uuid not null references exchange_profiles (id),
  profile_title text not null,
  -- The profile as it stood when the file was brought: a later change of it must not change what was tried.
  system text not null,
  mapping jsonb not null,
  file_id uuid not null,
  file_name text not null,
  started_at timestamptz not null,
  started_by uuid not null,
  ended_at timestamptz,
  -- Why the file could not be read.
  fault jsonb,
  -- The last row that was judged in this pass, and what was found up to it.
  cursor int not null default 0,
  total int not null default 0,
  fresh int not null default 0,
  known int not null default 0,
  differing int not null default 0,
  bad int not null default 0
);
create index imports_started on imports (started_at desc, id desc);

-- Rows with something to say; the good ones are only counted. No word of the file is kept here, the file itself has them.
create table import_rows (
  import_id uuid not null references imports (id),
  row int not null,
  outcome text not null check (outcome in ('differing', 'bad')),
  faults jsonb not null,
  primary key (import_id, row)
);

create table import_appeals (
  import_id uuid not null references imports (id),
  appeal_id uuid not null unique references appeals (id),
  row int not null,
  primary key (import_id, row)
);

-- A keyed print of each field as it came in: tells whether the same number brings the same words again, and betrays none of them.
create table exchange_origins (
  system text not null,
  number text not null,
  appeal_id uuid not null unique references appeals (id),
  prints jsonb not null,
  primary key (system, number)
);

create table exports (
  id uuid primary key,
  system text not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  only_changed boolean not null,
  made_at timestamptz not null,
  made_by uuid not null,
  rows int not null
);
create index exports_made on exports (made_at desc, id desc);

-- What was sent of each appeal, word for word.
create table export_rows (
  export_id uuid not null references exports (id),
  appeal_id uuid not null references appeals (id),
  place int not null,
  line jsonb not null,
  primary key (export_id, appeal_id)
);
create index export_rows_last on export_rows (appeal_id, export_id desc);

call guard('exchange_profiles');
call guard('imports');
call guard('import_rows');
call guard('import_appeals');
call guard('exchange_origins');
call guard('exports');
call guard('export_rows');

grant select, insert, update on exchange_profiles, imports to {{app}};
grant select, insert, delete on import_rows to {{app}};
grant select, insert on import_appeals, exchange_origins, exports, export_rows to {{app}};

create policy staff on exchange_profiles to {{app}}
  using ((select app_kind()) in ('employee', 'system')) with check ((select app_kind()) in ('employee', 'system'));
-- A file of an import holds appeals that may name anybody: it belongs to whoever brought it, and to the house.
create policy own on imports to {{app}}
  using ((select app_kind()) = 'system' or started_by = (select app_actor()))
  with check ((select app_kind()) = 'system' or started_by = (select app_actor()));
create policy own on import_rows to {{app}} using (exists (select from imports where imports.id = import_id));
create policy house on import_appeals to {{app}} using ((select app_kind()) = 'system');
create policy house on exchange_origins to {{app}} using ((select app_kind()) = 'system');
create policy staff on exports to {{app}}
  using ((select app_kind()) in ('employee', 'system')) with check (made_by = (select app_actor()));
-- What was sent of an appeal is seen by whoever sees the appeal.
create policy seen on export_rows to {{app}} using (exists (select from appeals where appeals.id = appeal_id));


-- The profile that every house begins with. Its columns are the plain names of the fields; a real file of the state register has not
-- been seen, so it stays marked until the Department confirms it.
insert into exchange_profiles (id, title, system, unverified, changed_at, mapping) values
  ('0199f000-0000-7000-8000-000000000001', 'eӨтініш', 'eotinish', true, now(), '{"format": "auto", "encoding": "auto", "separator": "auto", "dates": ["YYYY-MM-DD", "DD.MM.YYYY"], "columns": {"outsideNumber": ["Номер обращения", "Өтініш нөмірі", "Регистрационный номер", "number"], "receivedOn": ["Дата поступления", "Түскен күні", "Дата регистрации", "receivedOn"], "receivedTime": ["Время поступления", "Түскен уақыты", "receivedTime"], "kind": ["Вид обращения", "Өтініш түрі", "kind"], "language": ["Язык обращения", "Өтініш тілі", "language"], "applicant": ["Тип заявителя", "Өтініш беруші түрі", "applicant.kind"], "name": ["Заявитель", "Өтініш беруші", "ФИО", "Аты-жөні", "applicant.name"], "number": ["ИИН/БИН", "ЖСН/БСН", "ИИН", "БИН", "applicant.number"], "representative": ["Представитель", "Өкілі", "applicant.representative"], "address": ["Адрес", "Мекенжайы", "applicant.address"], "phone": ["Телефон", "Телефоны", "applicant.phone"], "email": ["Электронная почта", "Электрондық пошта", "E-mail", "applicant.email"], "court": ["Суд", "Сот", "court"], "region": ["Регион", "Өңір", "region"], "person": ["На кого", "Кімнің үстінен", "person"], "personPost": ["Должность", "Лауазымы", "personPost"], "eventOn": ["Дата события", "Оқиға күні", "eventOn"], "subject": ["Тема", "Тақырыбы", "subject"], "text": ["Содержание", "Мазмұны", "Текст обращения", "text"]}, "kinds": {"application": ["Заявление", "Өтініш", "application"], "complaint": ["Жалоба", "Шағым", "complaint"], "report": ["Сообщение", "Хабар", "report"], "proposal": ["Предложение", "Ұсыныс", "proposal"], "response": ["Отклик", "Үн қосу", "response"], "inquiry": ["Запрос", "Сұрау салу", "inquiry"]}, "languages": {"kk": ["казахский", "қазақша", "қазақ", "kk", "kz"], "ru": ["русский", "орысша", "орыс", "ru"], "en": ["английский", "ағылшынша", "en"]}, "applicants": {"person": ["Физическое лицо", "Жеке тұлға", "person"], "entity": ["Юридическое лицо", "Заңды тұлға", "entity"], "anonymous": ["Анонимное", "Анонимді", "anonymous"]}, "missing": {"kind": null, "language": null}, "register": "registrar"}');
