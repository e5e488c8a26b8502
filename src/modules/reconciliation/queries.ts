// What is read of reconciliations: the list of periods, one of them with its counts, its lines side by side, the sheet.
import type { z } from 'zod'
import { daysLeft } from '../../kernel/calendar.ts'
import { readFile } from '../../kernel/files/index.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Cell } from '../../kernel/reply.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { outcomeTitles, qualificationTitles } from '../criminalCases/contract.ts'
import { documentsAbout } from '../documents/index.ts'
import { happeningsOf } from '../incoming/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import * as shapes from './contract.ts'
import { fields, fieldTitles, type Field } from './mapping.ts'
import { differences, type Line, type Ours } from './matching.ts'
import { reconciliationRecord } from './records.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const countsOf = (figures: readonly store.Figure[], id: string) => {
  const own = figures.filter(({ reconciliation_id }) => reconciliation_id === id)
  const sum = (fits: (it: store.Figure) => boolean): number => own.filter(fits).reduce((all, { n }) => all + n, 0)
  const kind = (name: store.Figure['kind']) => sum((it) => it.kind === name)
  return {
    total: sum(() => true),
    same: kind('same'),
    differs: kind('differs'),
    theirs: kind('theirs'),
    ours: kind('ours'),
    open: sum((it) => it.state === 'open'),
  }
}

const rowOf = (
  it: Awaited<ReturnType<typeof store.list>>[number],
  figures: readonly store.Figure[],
): z.input<typeof shapes.listReconciliations.output>['rows'][number] => ({
  id: it.id,
  state: it.state,
  from: it.from_on,
  until: it.until_on,
  dueOn: it.due_on,
  fileName: it.file_name,
  counts: countsOf(figures, it.id),
  signedOn: it.signed_on,
})

export const listReconciliations = query(shapes.listReconciliations, {
  clauses: ['6.16'],
  rules: [rules.lists],
  run: async ({ input, tx }) => {
    const rows = await store.list(tx, input)
    const figures = await store.figures(
      tx,
      rows.map(({ id }) => id),
    )
    return { rows: rows.map((it) => rowOf(it, figures)), ...(await store.countAll(tx)) }
  },
})

export const openReconciliation = query(shapes.openReconciliation, {
  clauses: ['6.16', '6.17'],
  record: reconciliationRecord,
  rules: [rules.keeps],
  run: async ({ subject: it, tx }) => {
    const figures = await store.figures(tx, [it.id])
    const people = await captionOfEmployees(tx, [it.brought_by])
    const paper = (await documentsAbout(tx, { kind: 'reconciliation', id: it.id })).find(
      ({ id }) => id === it.document_id,
    )
    const decided = new Map<store.Figure['state'], number>()
    for (const { kind, state, n } of figures) if (kind !== 'same') decided.set(state, (decided.get(state) ?? 0) + n)
    return {
      ...rowOf(it, figures),
      version: it.version,
      openedOn: it.opened_on,
      term: {
        dueOn: it.due_on,
        left: daysLeft(tx.calendar, tx.today, it.due_on),
        total: Math.max(1, tx.calendar.workingDaysBetween(it.opened_on, it.due_on)),
      },
      broughtAt: it.brought_at?.toISOString() ?? null,
      broughtBy: (it.brought_by && people.get(it.brought_by)) || null,
      file: it.file_id && it.file_name ? { id: it.file_id, name: it.file_name } : null,
      fault: it.fault,
      document: paper ? { id: paper.id, state: paper.state, number: paper.number } : null,
      decided: [...decided].map(([state, n]) => ({ state, n })),
    }
  },
})

const saidOf = (line: Partial<Line>, field: Field, language: Language): string | null => {
  if (field === 'articles') return line.articleWords ?? null
  if (field === 'qualification') return line.qualification ? qualificationTitles[line.qualification][language] : null
  if (field === 'outcome') return line.outcome ? outcomeTitles[line.outcome][language] : null
  return line[field] ?? null
}
const ourOf = (it: Ours | undefined, field: Field, language: Language): string | null => {
  if (!it) return null
  const said: Readonly<Record<Field, string | null>> = {
    erdr: it.erdr,
    courtCase: it.court_case,
    iin: it.iin,
    name: it.person_name,
    articles: it.articles.join(', '),
    qualification: qualificationTitles[it.qualification][language],
    outcome: outcomeTitles[it.outcome][language],
    registeredOn: it.registered_on,
  }
  return said[field]
}

async function shown(tx: Tx, rows: readonly store.ListRow[]): Promise<z.input<typeof shapes.shownRow>[]> {
  const cases = await store.casesOf(
    tx,
    rows.flatMap(({ case_id }) => case_id ?? []),
  )
  const people = await captionOfEmployees(
    tx,
    rows.map(({ decided_by }) => decided_by),
  )
  const { language } = tx.actor
  return rows.map((row) => {
    const own = cases.get(row.case_id ?? '')
    const line = row.said as Line
    // While it is open, against the case as it stands now; afterwards as it was when it was decided.
    const differing = own && row.place !== null && row.state === 'open' ? differences(line, own) : row.differs
    return {
      id: row.id,
      version: row.version,
      state: row.state,
      kind: row.kind,
      place: row.place,
      matched: row.matched,
      name: row.said.name ?? own?.person_name ?? '—',
      erdr: row.said.erdr ?? own?.erdr ?? null,
      case: own ? row.case_id : null,
      pairs: fields.map((field) => ({
        field,
        theirs: saidOf(row.said, field, language),
        ours: ourOf(own, field, language),
        differs: differing.includes(field),
      })),
      decidedAt: row.decided_at?.toISOString() ?? null,
      decidedBy: (row.decided_by && people.get(row.decided_by)) || null,
      reason: row.reason,
    }
  })
}

export const listRows = query(shapes.listRows, {
  clauses: ['6.16', '5.16'],
  record: reconciliationRecord,
  rules: [rules.keeps],
  personal: true,
  run: async ({ input: { page, size, ...wish }, tx }) => ({
    rows: await shown(tx, await store.rowsOf(tx, wish, { page, size })),
    ...(await store.countRows(tx, wish)),
  }),
})

const heads: readonly { title: Text; width?: number }[] = [
  { title: { kk: 'Жол', ru: 'Строка', en: 'Line' }, width: 8 },
  { title: { kk: 'Айырма', ru: 'Расхождение', en: 'Difference' }, width: 22 },
  { title: { kk: 'Шешім', ru: 'Решение', en: 'Decision' }, width: 24 },
  { title: { kk: 'Себебі', ru: 'Причина', en: 'Reason' }, width: 40 },
  ...fields.flatMap((field) => [
    { title: fieldTitles[field], width: 26 },
    {
      title: {
        kk: `${fieldTitles[field].kk}: бізде`,
        ru: `${fieldTitles[field].ru}: у нас`,
        en: `${fieldTitles[field].en}: with us`,
      },
      width: 26,
    },
  ]),
]

async function* sheetRows(tx: Tx, id: string, language: Language): AsyncGenerator<readonly Cell[]> {
  for (const row of await differing(tx, id))
    yield [
      row.place,
      shapes.rowKindTitles[row.kind][language],
      shapes.rowStateTitles[row.state][language],
      row.reason,
      ...row.pairs.flatMap(({ theirs, ours }) => [theirs, ours]),
    ]
}

/** The lines that are not the same, at most as many as a list may have. */
const differing = async (tx: Tx, id: string) =>
  (await shown(tx, await store.rowsOf(tx, { id }, { page: 1, size: 100_000 }))).filter(({ kind }) => kind !== 'same')

export const exportRows = query(shapes.exportRows, {
  clauses: ['6.16', '5.16'],
  record: reconciliationRecord,
  rules: [rules.keeps],
  export: true,
  run: async ({ input, subject, actor, tx }) => {
    const rows = await Array.fromAsync(sheetRows(tx, subject.id, input.language ?? actor.language))
    return {
      kind: 'sheet' as const,
      file: `reconciliation-${subject.until_on}`,
      title: shapes.listRows.title,
      columns: heads,
      rows: (async function* () {
        yield* rows
      })(),
    }
  },
})

export const takeListFile = query(shapes.takeListFile, {
  clauses: ['6.16', '5.16'],
  record: reconciliationRecord,
  rules: [rules.keeps],
  personal: true,
  run: async ({ input, subject, tx }) => {
    // The list itself names everybody in it: whoever is shut out of one of its lines does not read it.
    const whole = (await store.wholeFigures(tx, subject.id)).reduce((all, { n }) => all + n, 0)
    const seen = (await store.figures(tx, [subject.id])).reduce((all, { n }) => all + n, 0)
    if (subject.file_id !== input.file || whole !== seen) throw unknownRecord()
    return readFile(tx, input.file)
  },
})

export const readTimeline = query(shapes.readTimeline, {
  clauses: ['6.16'],
  record: reconciliationRecord,
  rules: [rules.keeps],
  run: async ({ subject, tx }) => ({
    rows: await happeningsOf(tx, [subject.id, ...(subject.document_id ? [subject.document_id] : [])], {}),
  }),
})

export const listProfiles = query(shapes.listProfiles, {
  clauses: ['6.16'],
  rules: [rules.lists],
  run: async ({ tx }) => {
    const rows = await store.profiles(tx)
    const people = await captionOfEmployees(
      tx,
      rows.map(({ changed_by }) => changed_by),
    )
    return {
      rows: rows.map(({ id, version, title, mapping, changed_at, changed_by }) => ({
        id,
        version,
        title,
        mapping,
        changedAt: changed_at.toISOString(),
        changedBy: (changed_by && people.get(changed_by)) || null,
      })),
    }
  },
})
