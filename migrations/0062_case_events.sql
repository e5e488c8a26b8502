-- The timeline of a case tells also of summonses, questionings, conclusions, outcomes and of what stops the limitation; what had a day but
-- no moment of entry gets one.

alter table investigation_absences add column ended_at timestamptz, add column ended_by uuid;
alter table investigation_absences add check ((ended_at is null) = (ended_by is null) and (ended_at is null or until_on is not null));

alter table outcome_decisions add column lapsed_at timestamptz;
update outcome_decisions set lapsed_at = lapsed_on::timestamp at time zone 'Asia/Almaty' where lapsed_on is not null;
alter table outcome_decisions add check ((lapsed_on is null) = (lapsed_at is null));

-- A suspension from office stands on an authority, and ends with it (see 0063).
alter table investigation_suspensions add column authority_id uuid, add column ended_on date, add column ended_at timestamptz,
  add column ordered_until date;
alter table investigation_suspensions add check ((ended_on is null) = (ended_at is null));

-- A person as the case calls him or her, also when taken out of it since.
create function name_in_case(investigation uuid, person uuid) returns jsonb language sql stable as
$$ select p.name from investigation_persons p where p.investigation_id = investigation and p.person_id = person
  order by p.dropped_at desc nulls first limit 1 $$;

-- Everything that happened in an investigation, told by the rows of the rooms that keep it: the day of the event and the moment of its
-- entry, a key that is always the same, and a title that the program puts into words (of the journal: the operation). With the asker's
-- rights, so that the policies of each table are the scope. In PL/pgSQL, because the plan of so many tables and policies takes far
-- longer to make than to run, and is then kept by the connection. A room that keeps more of a case adds its lines.
create or replace function case_events(investigation uuid)
returns table (key text, source text, title text, happened_on date, at timestamptz, by uuid, words jsonb, record_kind text, record_id uuid)
language plpgsql stable rows 2000 set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
declare
  -- Operations whose rows tell the same with more words.
  told constant text[] := '{investigations.addPerson,investigations.dropPerson,investigations.addMember,investigations.replaceMember,
    investigations.recuse,investigations.noteAuthority,limitations.noteAbsence,limitations.endAbsence,limitations.follow,proceedings.extend,
    proceedings.planStep,proceedings.finishStep,proceedings.dropStep,proceedings.suspend,proceedings.endSuspension,proceedings.note,
    proceedings.noteHalt,proceedings.passOn,evidence.receive,summonses.prepare,questioning.plan,conclusions.allege,
    conclusions.dropAllegation,conclusions.find,conclusions.propose,conclusions.offerMaterials,conclusions.acknowledge,
    conclusions.addMaterial,conclusions.drop,conclusions.noteSigned,conclusions.sendBack,conclusions.review,outcomes.decide,
    outcomes.execute,outcomes.appeal,outcomes.settleAppeal,outcomes.lapse,outcomes.noteConcluded,outcomes.decideSuperior,outcomes.notify,
    outcomes.transfer,outcomes.answerTransfer,verdicts.note,caseFile.make}';begin
  return query
  select 'journal:' || e.id, 'course', e.operation, (e.at at time zone 'Asia/Almaty')::date, e.at, e.actor, null::jsonb, null, null::uuid
    from journal_entries e where e.record_id = investigation and e.outcome = 'done' and e.operation <> all (told)
  union all
  select 'journal:' || e.id, 'papers', e.operation, (e.at at time zone 'Asia/Almaty')::date, e.at, e.actor, to_jsonb(p.words), p.kind, p.id
    from (
      select r.id, 'request' as kind, concat_ws(' ', r.number, r.subject) as words from requests r where r.about_id = investigation
      union all
      select d.id, 'document', concat_ws(' ', d.number, d.title) from documents d where d.about_id = investigation
    ) p join journal_entries e on e.record_id = p.id where e.outcome = 'done'
  union all
  select 'person:' || p.id, 'persons', 'person.in', (p.added_at at time zone 'Asia/Almaty')::date, p.added_at, p.added_by, p.name, 'person',
      p.person_id
    from investigation_persons p where p.investigation_id = investigation
  union all
  select 'person:' || p.id || ':out', 'persons', 'person.out', (p.dropped_at at time zone 'Asia/Almaty')::date, p.dropped_at, p.dropped_by,
      words_after(p.name, p.dropped_reason), 'person', p.person_id
    from investigation_persons p where p.investigation_id = investigation and p.dropped_at is not null
  union all
  select 'absence:' || a.id, 'limitations', 'absence.' || a.cause, a.from_on, a.at, a.by,
      words_after(p.name, days_between(a.from_on, a.until_on), a.paper), 'person', a.person_id
    from investigation_absences a join investigation_persons p on p.investigation_id = a.investigation_id
      and p.person_id = a.person_id and p.dropped_at is null
    where a.investigation_id = investigation
  union all
  select 'suspension:' || s.id, 'persons', 'suspension', s.from_on, s.at, s.by,
      words_after(p.name, days_between(s.from_on, coalesce(s.ordered_until, s.until_on)), s.act_number, s.issuer), 'person', s.person_id
    from investigation_suspensions s join investigation_persons p on p.investigation_id = s.investigation_id
      and p.person_id = s.person_id and p.dropped_at is null
    where s.investigation_id = investigation
  union all
  select 'member:' || m.id, 'team', 'member.' || m.role, m.from_on, m.added_at, m.added_by, e.name, null, null
    from investigation_members m left join employees e on e.id = m.employee_id where m.investigation_id = investigation
  union all
  select 'member:' || m.id || ':out', 'team', 'member.out', m.until_on, m.ended_at, null, words_after(e.name, m.reason), null, null
    from investigation_members m left join employees e on e.id = m.employee_id
    where m.investigation_id = investigation and m.ended_at is not null
  union all
  select 'step:' || s.id, 'steps', 'step.planned', s.planned_on, s.planned_at, s.planned_by, to_jsonb(s.what), null, null
    from investigation_steps s where s.investigation_id = investigation
  union all
  select 'step:' || s.id || ':done', 'steps', 'step.done', s.done_on, s.done_at, s.done_by, to_jsonb(concat_ws(': ', s.what, s.result)),
      null, null
    from investigation_steps s where s.investigation_id = investigation and s.done_on is not null
  union all
  select 'step:' || s.id || ':dropped', 'steps', 'step.dropped', (s.dropped_at at time zone 'Asia/Almaty')::date, s.dropped_at,
      s.dropped_by, to_jsonb(concat_ws(': ', s.what, s.dropped_reason)), null, null
    from investigation_steps s where s.investigation_id = investigation and s.dropped_at is not null
  union all
  select 'extension:' || x.id, 'course', 'extension', (x.at at time zone 'Asia/Almaty')::date, x.at, x.by,
      to_jsonb(concat_ws(': ', days_between(x.from_on, x.until_on), x.reason)), null, null
    from investigation_extensions x where x.investigation_id = investigation
  union all
  select 'note:' || n.id, 'course', 'note', n.happened_on, n.at, n.by, n.words, null, null
    from investigation_notes n where n.investigation_id = investigation
  union all
  select 'authority:' || a.id, 'authorities', 'authority.' || a.kind, a.issued_on, coalesce(a.decided_at, a.entered_at),
      coalesce(a.decided_by, a.author_id), to_jsonb(concat_ws(', ', a.number, days_between(a.from_on, a.until_on))), 'authority', a.id
    from authority_subjects s join authorities a on a.id = s.authority_id
    where s.record_id = investigation and a.issued_on is not null
  union all
  select 'authority:' || a.id || ':revoked', 'authorities', 'authority.revoked', a.revoked_on, a.revoked_at, a.revoked_by,
      to_jsonb(concat_ws(': ', a.number, a.revoked_word)), 'authority', a.id
    from authority_subjects s join authorities a on a.id = s.authority_id
    where s.record_id = investigation and a.revoked_at is not null
  union all
  select 'custody:' || a.evidence_id || ':' || a.place, 'evidence', 'evidence.' || a.act, a.happened_on, a.at, a.by,
      to_jsonb(concat_ws(': ', concat_ws(' ', e.number, e.what), a.words)), 'evidence', e.id
    from evidence e join evidence_acts a on a.evidence_id = e.id where e.investigation_id = investigation
  union all
  select 'absence:' || a.id || ':ended', 'limitations', 'absence.ended', a.until_on, a.ended_at, a.ended_by, p.name, 'person', a.person_id
    from investigation_absences a join investigation_persons p on p.investigation_id = a.investigation_id
      and p.person_id = a.person_id and p.dropped_at is null
    where a.investigation_id = investigation and a.ended_at is not null
  union all
  select 'suspension:' || s.id || ':ended', 'persons', 'suspension.ended', s.ended_on, s.ended_at, null, words_after(p.name, s.act_number),
      'person', s.person_id
    from investigation_suspensions s join investigation_persons p on p.investigation_id = s.investigation_id
      and p.person_id = s.person_id and p.dropped_at is null
    where s.investigation_id = investigation and s.ended_at is not null
  union all
  select 'summons:' || s.id, 'summonses', 'summons.prepared', (s.prepared_at at time zone 'Asia/Almaty')::date, s.prepared_at, s.author_id,
      s.name, 'summons', s.id
    from summonses s where s.investigation_id = investigation
  union all
  -- What is done with a summons that has no moment of its own in the row has it in the journal.
  select 'journal:' || e.id, 'summonses', d.title, coalesce(d.happened_on, (e.at at time zone 'Asia/Almaty')::date), e.at, e.actor,
      words_after(s.name, d.words), 'summons', s.id
    from summonses s join journal_entries e on e.record_id = s.id and e.outcome = 'done' join lateral (values
      ('summonses.noteSigned', 'summons.signed', s.signed_on, s.number),
      ('summonses.serve', 'summons.served', s.served_on, s.number),
      ('summonses.extend', 'summons.extended', null, s.number),
      ('summonses.miss', 'summons.missed', s.missed_on, s.missed_words),
      ('summonses.refuse', 'summons.refused', s.refused_on, s.refused_words),
      ('summonses.withdraw', 'summons.withdrawn', s.ended_on, s.ended_word),
      ('summonses.noteDiscontinued', 'summons.withdrawn', s.ended_on, s.ended_word)
    ) d (operation, title, happened_on, words) on d.operation = e.operation
    where s.investigation_id = investigation and (d.title <> 'summons.withdrawn' or s.ended_on is not null)
  union all
  select 'explanation:' || x.id, 'summonses', 'summons.explained.' || x.channel, x.given_on, x.at, x.entered_by, s.name, 'summons', s.id
    from summonses s join summons_explanations x on x.summons_id = s.id where s.investigation_id = investigation
  union all
  select 'summons:' || s.id || ':reported', 'summonses', 'summons.reported', (s.reported_at at time zone 'Asia/Almaty')::date, s.reported_at,
      s.reported_by, words_after(s.name, s.reported_words), 'summons', s.id
    from summonses s where s.investigation_id = investigation and s.reported_at is not null
  union all
  -- A questioning that the asker may not see has no row, and neither have its consents and files.
  select d.key, 'questioning', d.title, (d.at at time zone 'Asia/Almaty')::date, d.at, d.by, words_after(q.name, d.words), 'questioning', q.id
    from questionings q join lateral (
      select 'questioning:' || q.id as key, 'questioning.planned' as title, q.planned_at as at, q.planned_by as by,
          concat_ws(', ', to_char(q.on_day, 'DD.MM.YYYY'), q.at_time, q.place) as words
      union all
      select 'questioning:' || q.id || ':rights', 'questioning.rights', q.rights_at, q.rights_by, q.rights_words
      union all
      select 'questioning:' || q.id || ':begun', 'questioning.begun', q.begun_at, q.begun_by, q.authority_number
      union all
      select 'questioning:' || q.id || ':ended', case when q.stopped_why is null then 'questioning.ended'
          else 'questioning.stopped.' || q.stopped_why end, q.ended_at, null, null
      union all
      select 'questioning:' || q.id || ':signed', 'questioning.signed.' || q.signature, q.signed_at, q.signed_by, q.remarks
      union all
      select 'consent:' || c.id, 'questioning.consent.' || c.how, c.given_at, c.recorded_by, null
        from questioning_consents c where c.questioning_id = q.id
      union all
      select 'consent:' || c.id || ':withdrawn', 'questioning.consentWithdrawn', c.withdrawn_at, c.withdrawn_by, c.withdrawn_words
        from questioning_consents c where c.questioning_id = q.id
      union all
      select 'participant:' || p.id, 'questioning.participant.' || p.role, p.at, p.by, p.name
        from questioning_people p where p.questioning_id = q.id
      union all
      select 'audio:' || q.id || ':' || f.file_id, 'questioning.audio', f.at, f.by, f.name
        from questioning_files f where f.questioning_id = q.id and f.purpose = 'audio'
      union all
      select 'journal:' || e.id, 'questioning.cancelled', e.at, e.actor, q.cancelled_word
        from journal_entries e where e.record_id = q.id and e.outcome = 'done' and e.operation = 'questioning.cancel'
    ) d on d.at is not null where q.investigation_id = investigation
  union all
  select 'allegation:' || a.id, 'conclusions', 'conclusion.allegation', (a.at at time zone 'Asia/Almaty')::date, a.at, a.by,
      to_jsonb(a.words), null, null
    from conclusion_allegations a where a.investigation_id = investigation
  union all
  select 'allegation:' || a.id || ':dropped', 'conclusions', 'conclusion.allegationDropped',
      (a.dropped_at at time zone 'Asia/Almaty')::date, a.dropped_at, a.dropped_by, to_jsonb(concat_ws(': ', a.words, a.dropped_reason)),
      null, null
    from conclusion_allegations a where a.investigation_id = investigation and a.dropped_at is not null
  union all
  select 'finding:' || f.id, 'conclusions', 'conclusion.finding.' || f.finding, (f.at at time zone 'Asia/Almaty')::date, f.at, f.by,
      words_after(name_in_case(investigation, f.person_id), a.words), 'person', f.person_id
    from conclusion_findings f join conclusion_allegations a on a.id = f.allegation_id where f.investigation_id = investigation
  union all
  select 'measure:' || m.id, 'conclusions', 'conclusion.measure.' || m.measure, (m.at at time zone 'Asia/Almaty')::date, m.at, m.by,
      words_after(name_in_case(investigation, m.person_id), m.reasons), 'person', m.person_id
    from conclusion_measures m where m.investigation_id = investigation
  union all
  select 'study:' || s.id, 'conclusions', 'conclusion.offered', s.offered_on, s.at, s.by, name_in_case(investigation, s.person_id),
      'person', s.person_id
    from conclusion_familiarisations s where s.investigation_id = investigation
  union all
  select 'study:' || s.id || ':done', 'conclusions', 'conclusion.study.' || s.acknowledged, s.acknowledged_on, s.acknowledged_at,
      s.acknowledged_by, words_after(name_in_case(investigation, s.person_id), s.remarks), 'person', s.person_id
    from conclusion_familiarisations s where s.investigation_id = investigation and s.acknowledged_at is not null
  union all
  select 'material:' || m.id, 'conclusions', 'conclusion.material', (m.at at time zone 'Asia/Almaty')::date, m.at, m.by, to_jsonb(m.words),
      null, null
    from conclusion_materials m where m.investigation_id = investigation
  union all
  select 'conclusion:' || c.id || ':signed', 'conclusions', 'conclusion.signed', c.signed_on, c.signed_at,
      (select d.signed_by from documents d where d.id = c.document_id), to_jsonb(c.number), 'document', c.document_id
    from conclusions c where c.investigation_id = investigation and c.signed_at is not null
  union all
  select 'conclusion:' || c.id || ':dropped', 'conclusions', 'conclusion.dropped', (c.dropped_at at time zone 'Asia/Almaty')::date,
      c.dropped_at, c.dropped_by, to_jsonb(c.dropped_reason), null, null
    from conclusions c where c.investigation_id = investigation and c.dropped_at is not null
  union all
  select 'review:' || r.id, 'conclusions', case when r.passed then 'conclusion.passed' else 'conclusion.sentBack' end,
      (r.at at time zone 'Asia/Almaty')::date, r.at, r.by, to_jsonb(r.words), null, null
    from conclusion_reviews r where r.investigation_id = investigation
  union all
  select 'decision:' || d.id, 'outcomes', 'outcome.decision.' || d.measure, d.decided_on, d.at, d.by,
      words_after(name_in_case(investigation, d.person_id), d.body_name, d.number, d.words), 'person', d.person_id
    from outcome_decisions d where d.investigation_id = investigation
  union all
  select 'decision:' || d.id || ':executed', 'outcomes', 'outcome.executed', d.executed_on, d.executed_at, d.executed_by,
      words_after(name_in_case(investigation, d.person_id), d.order_number), 'person', d.person_id
    from outcome_decisions d where d.investigation_id = investigation and d.executed_at is not null
  union all
  select 'decision:' || d.id || ':lapsed', 'outcomes', 'outcome.lapsed', d.lapsed_on, d.lapsed_at, null,
      name_in_case(investigation, d.person_id), 'person', d.person_id
    from outcome_decisions d where d.investigation_id = investigation and d.lapsed_on is not null
  union all
  select 'appeal:' || a.id, 'outcomes', 'outcome.appeal', a.filed_on, a.at, a.by,
      words_after(name_in_case(investigation, d.person_id), a.filed_with), 'person', d.person_id
    from outcome_appeals a join outcome_decisions d on d.id = a.decision_id where a.investigation_id = investigation
  union all
  select 'appeal:' || a.id || ':result', 'outcomes', 'outcome.appeal.' || a.result, a.result_on, a.result_at, a.result_by,
      words_after(name_in_case(investigation, d.person_id), a.result_number, a.words), 'person', d.person_id
    from outcome_appeals a join outcome_decisions d on d.id = a.decision_id
    where a.investigation_id = investigation and a.result_at is not null
  union all
  select 'transfer:' || t.id, 'outcomes', 'outcome.transfer', t.sent_on, t.at, t.by, words_after(t.body_name, t.number, t.what), null, null
    from outcome_transfers t where t.investigation_id = investigation
  union all
  select 'transfer:' || t.id || ':answer', 'outcomes', 'outcome.answer.' || t.answer, t.answered_on, t.answer_at, t.answer_by,
      words_after(t.body_name, t.register_number, t.answer_words), null, null
    from outcome_transfers t where t.investigation_id = investigation and t.answer_at is not null
  union all
  select 'superior:' || s.person_id, 'outcomes', case when s.liable then 'outcome.liable' else 'outcome.notLiable' end,
      (s.at at time zone 'Asia/Almaty')::date, s.at, s.by, words_after(name_in_case(investigation, s.person_id), s.words), 'person',
      s.person_id
    from outcome_superiors s where s.investigation_id = investigation
  union all
  select 'resignation:' || s.person_id, 'outcomes', 'outcome.resignation', s.filed_on, s.at, s.by,
      name_in_case(investigation, s.person_id), 'person', s.person_id
    from outcome_superiors s where s.investigation_id = investigation and s.filed_on is not null
  union all
  select 'notice:' || n.id, 'outcomes', 'outcome.notice.' || n.way, n.gone_on, n.at, n.by,
      words_after(name_in_case(investigation, n.person_id), n.number), case when n.document_id is null then 'person' else 'document' end,
      coalesce(n.document_id, n.person_id)
    from outcome_notices n where n.investigation_id = investigation;
end $$;
