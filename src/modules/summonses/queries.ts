// What is read of summonses: those of an investigation, one of them, an explanation in the person's own words.
import type { z } from 'zod'
import { daysLeft } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { dayOf } from '../../kernel/clock.ts'
import { readFile } from '../../kernel/files/index.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { sayQuantity } from '../../kernel/units.ts'
import { documentsAbout } from '../documents/index.ts'
import { happeningsOf } from '../incoming/index.ts'
import { investigationRecord } from '../investigations/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import * as shapes from './contract.ts'
import { summonsRecord } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }

const termOf = (tx: Tx, from: Day | null | undefined, dueOn: Day | null, doneAt: Date | null) =>
  from && dueOn
    ? {
        dueOn,
        left: daysLeft(tx.calendar, tx.today, dueOn),
        total: Math.max(1, tx.calendar.workingDaysBetween(from, dueOn)),
        doneOn: doneAt && dayOf(doneAt),
      }
    : null

export const listSummonses = query(shapes.listSummonses, {
  clauses: ['5.2'],
  record: investigationRecord,
  rules: [rules.seesCase],
  personal: true,
  run: async ({ subject, tx }) => {
    const rows = await store.rowsOf(tx, subject.id)
    const people = await captionOfEmployees(
      tx,
      rows.map(({ author_id }) => author_id),
    )
    return {
      rows: rows.map((it) => ({
        id: it.id,
        state: it.state,
        number: it.number,
        person: { id: it.person_id, name: it.name, post: it.post },
        author: people.get(it.author_id) ?? nobody,
        preparedAt: it.prepared_at.toISOString(),
        servedOn: it.served_on,
        term: termOf(tx, it.served_on, it.due_on, it.explained_at),
        explanations: Number(it.explanations ?? 0),
      })),
    }
  },
})

type Files = Awaited<ReturnType<typeof store.filesOf>>
const fileOf = ({ file_id: id, name, bytes, sha256, type }: Files[number]) => ({
  id,
  name,
  bytes: Number(bytes),
  sha256,
  type,
})

type Page = z.input<typeof shapes.openSummons.output>

export const openSummons = query(shapes.openSummons, {
  clauses: ['5.2', '12'],
  record: summonsRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, tx }): Promise<Page> => {
    const given = await store.explanationsOf(tx, it.id)
    const files = await store.filesOf(tx, it.id)
    const people = await captionOfEmployees(tx, [
      it.author,
      it.refused?.by ?? null,
      it.reported?.by ?? null,
      it.ended?.by ?? null,
    ])
    const name = (id: string | null): Text => people.get(id ?? '') ?? nobody
    const paper = (await documentsAbout(tx, { kind: 'summons', id: it.id })).find(({ id }) => id === it.document)
    const { value, confidence } = tx.parameter('questioning.term.explanation')
    const { investigation } = it
    return {
      id: it.id,
      version: it.version,
      state: it.state,
      number: it.number,
      person: { id: it.person, name: it.name, post: it.post },
      author: name(it.author),
      preparedAt: it.preparedAt.toISOString(),
      servedOn: it.served?.on ?? null,
      term: termOf(tx, it.served?.on, it.dueOn, it.explainedAt),
      explanations: given.length,
      language: it.language,
      asked: it.asked,
      appear: it.appear,
      investigation: {
        id: investigation.id,
        caption: investigationRecord.caption(investigation),
        page: `/investigations/${investigation.id}`,
      },
      document: paper ? { id: paper.id, state: paper.state } : null,
      obliged: it.obliged,
      doubtful: confidence === 'unverified',
      days: sayQuantity(value, 'working-days'),
      codedAt: it.codedAt?.toISOString() ?? null,
      served: it.served,
      firstDueOn: it.firstDueOn,
      missed: it.missed,
      refused: it.refused && {
        on: it.refused.on,
        by: name(it.refused.by),
        words: it.refused.words,
        witnesses: await store.witnessesOf(tx, it.id),
      },
      reported: it.reported && {
        at: it.reported.at.toISOString(),
        by: name(it.reported.by),
        words: it.reported.words,
      },
      awaitsReport: it.obliged && !it.reported && rules.isUnmet(it, tx.today),
      witnessesNeeded: tx.parameter('investigation.witnesses').value,
      given: given.map(({ id, at, channel }) => ({ id, at: at.toISOString(), channel })),
      files: files.flatMap((file) =>
        file.purpose === 'explanation' ? [] : [{ ...fileOf(file), purpose: file.purpose }],
      ),
      ended: it.ended && { on: it.ended.on, by: name(it.ended.by), word: it.ended.word },
    }
  },
})

/** Each reading of what a person wrote is an entry of its own. */
export const readExplanation = query(shapes.readExplanation, {
  clauses: ['5.2', '5.16'],
  record: summonsRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ input, subject: it, tx }) => {
    const found = (await store.explanationsOf(tx, it.id)).find(({ id }) => id === input.explanation)
    if (!found) throw unknownRecord()
    tx.note({ explanation: found.id })
    const files = await store.filesOf(tx, it.id)
    return {
      at: found.at.toISOString(),
      on: found.given_on,
      channel: found.channel,
      by: found.entered_by
        ? ((await captionOfEmployees(tx, [found.entered_by])).get(found.entered_by) ?? nobody)
        : null,
      text: found.body,
      files: files.filter(({ explanation_id }) => explanation_id === found.id).map(fileOf),
    }
  },
})

export const takeSummonsFile = query(shapes.takeSummonsFile, {
  clauses: ['5.2', '5.16'],
  record: summonsRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const known = (await store.filesOf(tx, subject.id)).some(({ file_id }) => file_id === input.file)
    if (!known) throw unknownRecord()
    tx.note({ file: input.file })
    return readFile(tx, input.file)
  },
})

export const readSummonsTimeline = query(shapes.readSummonsTimeline, {
  clauses: ['5.2', '5.16'],
  record: summonsRecord,
  rules: [rules.reads],
  run: async ({ subject: it, tx }) => ({
    rows: await happeningsOf(tx, [it.id, ...(it.document ? [it.document] : [])], {
      'summonses.prepare': { kk: 'Шақыру дайындалды', ru: 'Вызов подготовлен', en: 'The summons was prepared' },
      'summonses.issueCode': { kk: 'Құпия код басылды', ru: 'Распечатан секретный код', en: 'The code was printed' },
      'summonses.serve': { kk: 'Тапсырылды', ru: 'Вручён', en: 'Served' },
      'summonses.explain': { kk: 'Түсініктеме жазылды', ru: 'Написано объяснение', en: 'An explanation was written' },
      'summonses.refuse': { kk: 'Бас тарту актісі жасалды', ru: 'Составлен акт об отказе', en: 'The act was drawn up' },
      'summonses.inHand': { kk: 'Код бойынша ашылды', ru: 'Открыто по коду', en: 'Opened under the code' },
    }),
  }),
})
