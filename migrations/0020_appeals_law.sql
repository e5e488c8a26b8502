-- What the law adds to an appeal: its other ends, its result, what it is about, who joined in, and the number of the state's own
-- register of appeals. Rooms that stand on appeals add their own tables; what a list, a form of statistics or the clock asks is here.

alter table appeals drop constraint appeals_state_check;
alter table appeals add constraint appeals_state_check check (state in
  ('received', 'registered', 'assigned', 'working', 'offered', 'answered', 'delivered', 'closed', 'redirected',
   'forwarded', 'returned', 'withdrawn', 'transferred'));
alter table appeals drop constraint appeals_channel_check;
-- 'system' came from the state register of appeals and keeps its number there.
alter table appeals add constraint appeals_channel_check check (channel in ('portal', 'paper', 'oral', 'system'));

-- The classifier by which the statutory form counts what appeals are about.
create table appeal_questions (
  code text primary key check (code ~ '^[a-z][a-z-]{1,40}$'),
  title jsonb not null,
  place int not null unique,
  -- True until the Department confirms the row against its own classifier.
  unverified boolean not null default true
);

alter table appeals
  -- How it was answered; set when the reply is signed.
  add column result text check (result in ('satisfied', 'partly', 'refused', 'explained', 'terminated')),
  add column question text references appeal_questions (code),
  add column collective boolean not null default false,
  -- People who signed it, where it is a collective one.
  add column signatories int check (signatories > 1),
  -- The number that the state register of appeals gave it; kept, never drawn anew.
  add column outside_system text check (outside_system <> ''),
  add column outside_number text check (outside_number <> ''),
  -- The first appeal of the same person on the same question, where this is a repeat of it, and which one it is in turn.
  add column repeat_of uuid references appeals (id),
  add column repeat_place int check (repeat_place >= 2),
  -- The term as it was counted from receipt, before any extension.
  add column first_due_on date,
  add constraint appeals_collective check (signatories is null or collective),
  add constraint appeals_outside check ((outside_system is null) = (outside_number is null)),
  add constraint appeals_repeat check ((repeat_of is null) = (repeat_place is null) and repeat_of <> id);
create unique index appeals_outside_number on appeals (outside_system, outside_number) where outside_number is not null;
create index appeals_repeat_of on appeals (repeat_of) where repeat_of is not null;
create index appeals_question on appeals (question, received_on desc, id desc) where question is not null;
create index appeals_done on appeals (done_on, id) where done_on is not null;

-- The other ends need a word of reason; only an anonymous appeal may be closed or redirected without an answer.
create or replace function appeals_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it constant appeals := (select a from appeals a where a.id = new.id);
  is_over constant boolean := it.state in
    ('answered', 'delivered', 'closed', 'redirected', 'forwarded', 'returned', 'withdrawn', 'transferred');
  has_reason constant boolean := it.state in ('closed', 'redirected', 'forwarded', 'returned', 'withdrawn', 'transferred');
begin
  if (it.state = 'received') <> (it.number is null)
    or (it.number is null) <> (it.registered_at is null)
    or (it.state in ('assigned', 'working', 'offered') and it.assignee_id is null)
    or is_over <> (it.done_on is not null)
    or has_reason <> (it.ending_reason is not null)
    or (it.state in ('closed', 'redirected') and not it.anonymous) then
    raise exception 'appeal % would not be whole in the state %', it.id, it.state using errcode = 'check_violation';
  end if;
  return null;
end $$;

call guard('appeal_questions');
grant select on appeal_questions to {{app}};
create policy everyone on appeal_questions for select to {{app}} using (true);

insert into appeal_questions (code, title, place) values
  ('bribery', '{"kk": "Пара алу немесе пара талап ету", "ru": "Получение или вымогательство взятки", "en": "Taking or demanding a bribe"}', 1),
  ('mediation', '{"kk": "Парақорлыққа делдалдық, ықпал саудасы", "ru": "Посредничество во взяточничестве, торговля влиянием", "en": "Mediation in bribery, trading in influence"}', 2),
  ('abuse', '{"kk": "Лауазымды теріс пайдалану", "ru": "Злоупотребление должностью", "en": "Abuse of office"}', 3),
  ('conflict-of-interest', '{"kk": "Мүдделер қақтығысы", "ru": "Конфликт интересов", "en": "Conflict of interest"}', 4),
  ('restrictions', '{"kk": "Сыбайлас жемқорлыққа қарсы шектеулердің бұзылуы", "ru": "Нарушение антикоррупционных ограничений", "en": "Breach of anti-corruption restrictions"}', 5),
  ('interference', '{"kk": "Сот қызметіне заңсыз араласу", "ru": "Незаконное вмешательство в деятельность суда", "en": "Unlawful interference in the work of a court"}', 6),
  ('distribution', '{"kk": "Істерді бөлу тәртібінің бұзылуы", "ru": "Нарушение порядка распределения дел", "en": "Breach of the order of distributing cases"}', 7),
  ('procurement', '{"kk": "Мемлекеттік сатып алудағы бұзушылық", "ru": "Нарушения в государственных закупках", "en": "Breaches in public procurement"}', 8),
  ('personnel', '{"kk": "Кадрлық мәселелердегі бұзушылық", "ru": "Нарушения в кадровых вопросах", "en": "Breaches in personnel matters"}', 9),
  ('red-tape', '{"kk": "Сөзбұйдалық, құжатты кідірту", "ru": "Волокита, задержка документов", "en": "Red tape, delay of papers"}', 10),
  ('ethics', '{"kk": "Судья немесе қызметші әдебінің бұзылуы", "ru": "Нарушение этики судьёй или служащим", "en": "Breach of ethics by a judge or an employee"}', 11),
  ('judgment', '{"kk": "Сот актісімен келіспеу", "ru": "Несогласие с судебным актом", "en": "Disagreement with a judgment"}', 12),
  ('safety', '{"kk": "Сот ғимаратындағы қауіпсіздік", "ru": "Безопасность в здании суда", "en": "Safety in a court building"}', 13),
  ('other', '{"kk": "Басқа мәселелер", "ru": "Иные вопросы", "en": "Other questions"}', 14);

-- Which operations open who wrote: rows, so that a room that needs the address of the applicant adds its own line, and an auditor
-- can read the list. Written by migrations alone.
create table applicant_openers (operation text primary key);
call guard('applicant_openers');
grant select on applicant_openers to {{app}};
create policy everyone on applicant_openers for select to {{app}} using (true);
insert into applicant_openers values
  ('appeals.revealApplicant'), ('appeals.draftReply'), ('appeals.slip'),
  -- These write the index anew, whose hits show none of it.
  ('appeals.register'), ('appeals.assign'), ('appeals.reassign');
drop policy opened on appeal_applicants;
create policy opened on appeal_applicants for select to {{app}}
  using (
    (select exists (select from applicant_openers where operation = app_operation()))
    and exists (select from appeals where appeals.id = appeal_id)
  );

-- Documents: their place in a route of agreement, the mark for official use, the electronic signature. The rooms that keep routes,
-- marks and signatures stand above; what the signing and the sending of a document must know stands here.
alter table documents
  add column agreement text not null default 'none' check (agreement in ('none', 'asked', 'agreed', 'objected')),
  -- Official-use mark as it is stamped: ground, copy number, expiry; the readers are those in `readers`.
  add column mark jsonb,
  -- Whether an electronic signature over the signed bytes has been verified and kept.
  add column sealed_at timestamptz,
  -- Hash of the token in the QR code of the signed PDF, by which the public page tells genuine from not genuine.
  add column check_hash text unique check (check_hash ~ '^[0-9a-f]{64}$');
