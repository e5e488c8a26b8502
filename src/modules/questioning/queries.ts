// What is read of questionings: for each person what is allowed and what is missing; one questioning with all that was said.
import type { z } from 'zod'
import { readFile } from '../../kernel/files/index.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Forbid } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { happeningsOf } from '../incoming/index.ts'
import { investigationRecord, type Investigation } from '../investigations/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import { briefsOf } from '../persons/index.ts'
import { heldForJudge, seesCase } from '../summonses/index.ts'
import * as shapes from './contract.ts'
import { chainsOf } from './protocol.ts'
import { questioningRecord } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }

const offers: Readonly<Record<string, 'ask' | 'consent' | 'rights'>> = {
  'authorities.ask': 'ask',
  'questioning.recordConsent': 'consent',
  'questioning.explainRights': 'rights',
}

const said = <T>({ clause, why, offer }: Forbid<T>) => ({
  clause,
  says: why,
  offer: (offer && offers[offer]) || null,
})

type Listed = z.input<typeof shapes.listQuestionings.output>

async function personsOf(tx: Tx, it: Investigation, asked: readonly string[]): Promise<Listed['persons']> {
  const under = it.persons.map(({ id }) => id)
  const ids = [...new Set([...under, ...asked])]
  const briefs = await briefsOf(tx, ids, tx.today)
  const found: Listed['persons'] = []
  for (const id of ids) {
    const judge = await heldForJudge(tx, id)
    const permission = judge ? await store.permissionFor(tx, it.id, id) : null
    const brief = briefs.get(id)
    const post = brief?.post
    const lacking = [
      ...rules.inCourse.filter(({ when }) => when(tx.actor, it, tx)).map(said),
      ...[rules.needsPermission()].filter(({ when }) => when(tx.actor, { judge, permission }, tx)).map(said),
    ]
    found.push({
      id,
      name: brief?.name ?? it.persons.find((person) => person.id === id)?.name ?? nobody,
      post: post
        ? {
            kk: `${post.title.kk}, ${post.body.kk}`,
            ru: `${post.title.ru}, ${post.body.ru}`,
            en: `${post.title.en}, ${post.body.en}`,
          }
        : null,
      judge,
      under: under.includes(id),
      permission: permission && { number: permission.number, until: permission.until },
      missing: lacking,
    })
  }
  return found
}

export const listQuestionings = query(shapes.listQuestionings, {
  clauses: ['5.3'],
  record: investigationRecord,
  rules: [seesCase],
  personal: true,
  run: async ({ subject: it, actor, tx }) => {
    const rows = await store.rowsOf(tx, it.id)
    const persons = await personsOf(
      tx,
      it,
      rows.map(({ person_id }) => person_id),
    )
    return {
      rows: rows.map((row) => ({
        id: row.id,
        state: row.state,
        person: { id: row.person_id, name: row.name, post: row.post },
        on: row.on_day,
        at: row.at_time,
        place: row.place,
        judge: row.judge ?? persons.find(({ id }) => id === row.person_id)?.judge ?? false,
        entries: Number(row.entries ?? 0),
      })),
      persons,
      mayPlan: it.team.includes(actor.id),
    }
  },
})

type Page = z.input<typeof shapes.openQuestioning.output>

const missingOf = (tx: Tx, it: store.Questioning): Page['missing'] =>
  it.state === 'planned' || it.state === 'underway'
    ? rules.standingAgainst(it.state === 'planned' ? rules.opening : rules.gates, tx.actor, it, tx).map(said)
    : []

export const openQuestioning = query(shapes.openQuestioning, {
  clauses: ['5.3'],
  record: questioningRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, tx }): Promise<Page> => {
    const consents = await store.consentsOf(tx, it.id)
    const entries = await store.entriesOf(tx, it.id)
    const files = await store.filesOf(tx, it.id)
    const people = await captionOfEmployees(tx, [
      it.plannedBy,
      it.rights?.by ?? null,
      it.begun?.by ?? null,
      it.signature?.by ?? null,
      ...consents.flatMap(({ recorded_by, withdrawn_by }) => [recorded_by, withdrawn_by]),
      ...entries.map(({ by }) => by),
    ])
    const name = (id: string | null | undefined): Text => people.get(id ?? '') ?? nobody
    const { investigation, begun } = it
    const chains = chainsOf(entries)
    return {
      id: it.id,
      version: it.version,
      state: it.state,
      person: { id: it.person, name: it.name, post: it.post },
      on: it.on,
      at: it.at,
      place: it.place,
      judge: begun ? begun.judge : it.judge,
      entries: chains.length,
      language: it.language,
      investigation: {
        id: investigation.id,
        caption: investigationRecord.caption(investigation),
        page: `/investigations/${investigation.id}`,
      },
      plannedBy: name(it.plannedBy),
      missing: missingOf(tx, it),
      permission:
        begun?.authority && begun.number
          ? { id: begun.authority, number: begun.number, until: it.permission?.until ?? null }
          : it.permission && { id: it.permission.id, number: it.permission.number, until: it.permission.until },
      consents: consents.map((each) => ({
        at: each.given_at.toISOString(),
        by: name(each.recorded_by),
        how: each.how,
        words: each.words,
        withdrawnAt: each.withdrawn_at?.toISOString() ?? null,
        withdrawnBy: each.withdrawn_by ? name(each.withdrawn_by) : null,
        withdrawnWords: each.withdrawn_words,
      })),
      rights: it.rights && { at: it.rights.at.toISOString(), by: name(it.rights.by), words: it.rights.words },
      begunAt: begun?.at.toISOString() ?? null,
      begunBy: begun ? name(begun.by) : null,
      endedAt: it.endedAt?.toISOString() ?? null,
      stopped: it.stopped,
      people: (await store.peopleOf(tx, it.id)).map(({ id, role, name: who, paper }) => ({
        id,
        role,
        name: who,
        paper,
      })),
      said: chains.map(({ now, first, was }) => ({
        id: now.id,
        at: first.at.toISOString(),
        by: name(first.by),
        question: now.question,
        answer: now.answer,
        was: was.map((old, place) => ({
          at: ([now, ...was][place] ?? old).at.toISOString(),
          question: old.question,
          answer: old.answer,
          reason: [now, ...was][place]?.reason ?? '',
        })),
      })),
      files: files.map(({ file_id: id, name: of, bytes, sha256, type, purpose }) => ({
        ...{ id, name: of, bytes: Number(bytes), sha256, type, purpose },
      })),
      signature: it.signature && {
        how: it.signature.how,
        at: it.signature.at.toISOString(),
        by: name(it.signature.by),
        remarks: it.signature.remarks,
      },
      cancelled: it.cancelled,
    }
  },
})

export const takeQuestioningFile = query(shapes.takeQuestioningFile, {
  clauses: ['5.3', '5.16'],
  record: questioningRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const known = (await store.filesOf(tx, subject.id)).some(({ file_id }) => file_id === input.file)
    if (!known) throw unknownRecord()
    tx.note({ file: input.file })
    return readFile(tx, input.file)
  },
})

export const readQuestioningTimeline = query(shapes.readQuestioningTimeline, {
  clauses: ['5.3', '5.16'],
  record: questioningRecord,
  rules: [rules.reads],
  run: async ({ subject: it, tx }) => ({
    rows: await happeningsOf(tx, [it.id], {
      'questioning.recordConsent': { kk: 'Келісім тіркелді', ru: 'Согласие зафиксировано', en: 'Consent recorded' },
      'questioning.withdrawConsent': {
        kk: 'Келісім кері қайтарылды',
        ru: 'Согласие отозвано',
        en: 'Consent withdrawn',
      },
      'questioning.withdraw': {
        kk: 'Судья келісімін код арқылы кері қайтарды',
        ru: 'Судья отозвал согласие по коду',
        en: 'The judge withdrew the consent under the code',
      },
      'questioning.begin': { kk: 'Басталды', ru: 'Начат', en: 'Begun' },
      'questioning.ask': { kk: 'Сұрақ пен жауап жазылды', ru: 'Записаны вопрос и ответ', en: 'A question and answer' },
      'questioning.finish': { kk: 'Аяқталды', ru: 'Завершён', en: 'Ended' },
      'questioning.sign': { kk: 'Хаттама рәсімделді', ru: 'Протокол оформлен', en: 'The protocol was completed' },
    }),
  }),
})
