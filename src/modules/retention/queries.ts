// What is read of keeping: the term of one appeal, the acts, their records.
import { query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Cell } from '../../kernel/reply.ts'
import type { Text } from '../../kernel/text.ts'
import { appealRecord } from '../appeals/index.ts'
import * as shapes from './contract.ts'
import { actRecord, keepingOf } from './operations.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }

export const openKeeping = query(shapes.openKeeping, {
  clauses: ['5.16'],
  record: appealRecord,
  rules: [rules.looks],
  run: async ({ subject, tx }) => {
    const keeping = keepingOf(tx)
    const { until, destroyed } = await store.keptUntilOf(tx, subject.id, keeping)
    const hold = await store.openHold(tx, subject.id)
    const people = await store.peopleOf(tx, [hold?.by ?? null])
    return {
      keptUntil: until,
      years: keeping.years,
      doubtful: tx.parameter('retention.appeals').confidence === 'unverified',
      hold: hold
        ? {
            since: hold.since.toISOString(),
            by: { id: hold.by, name: people.get(hold.by) ?? nobody },
            reason: hold.reason,
          }
        : null,
      destroyedOn: destroyed,
    }
  },
})

const empty = { records: 0, held: 0, destroyed: 0 }

const shown = (it: store.Act, counts: ReadonlyMap<string, typeof empty>) => ({
  id: it.id,
  state: it.state,
  endsOn: it.endsOn,
  announcedOn: it.announcedOn,
  ...(counts.get(it.id) ?? empty),
})

export const listActs = query(shapes.listActs, {
  clauses: ['5.16'],
  rules: [rules.seesActs],
  run: async ({ input, tx }) => {
    const { rows, total } = await store.pageOfActs(tx, input)
    const counts = await store.countsOf(
      tx,
      rows.map(({ id }) => id),
    )
    return { rows: rows.map((it) => shown(it, counts)), total, capped: false }
  },
})

const signed = (at: Date | null, by: string | null, people: ReadonlyMap<string, Text>) =>
  at && by ? { at: at.toISOString(), by: { id: by, name: people.get(by) ?? nobody } } : null

export const openAct = query(shapes.openAct, {
  clauses: ['5.16'],
  record: actRecord,
  rules: [rules.seesActs],
  run: async ({ subject: it, tx }) => {
    const people = await store.peopleOf(tx, [it.proposedBy, it.decidedBy])
    return {
      ...shown(it, await store.countsOf(tx, [it.id])),
      version: it.version,
      proposed: signed(it.proposedAt, it.proposedBy, people),
      decided: signed(it.decidedAt, it.decidedBy, people),
      reason: it.reason,
    }
  },
})

export const listItems = query(shapes.listItems, {
  clauses: ['5.16'],
  rules: [rules.seesActs],
  run: async ({ input, tx }) => {
    const { rows, total } = await store.pageOfItems(tx, input.act, input)
    return {
      rows: rows.map((it) => ({
        id: it.record_id,
        number: it.number,
        doneOn: it.done_on,
        keptUntil: it.kept_until,
        held: it.held,
        destroyedOn: it.destroyed_on,
      })),
      total,
      capped: false,
    }
  },
})

const heads: readonly { title: Text; width?: number }[] = [
  { title: { kk: 'Тіркеу нөмірі', ru: 'Регистрационный номер', en: 'Registration number' }, width: 24 },
  { title: { kk: 'Аяқталған күні', ru: 'Завершено', en: 'Done' }, width: 15 },
  { title: { kk: 'Сақталатын соңғы күн', ru: 'Хранится по', en: 'Kept until' }, width: 20 },
  { title: { kk: 'Жоюға тыйым салынған', ru: 'Запрет уничтожения', en: 'Held' }, width: 22 },
  { title: { kk: 'Жойылған күні', ru: 'Уничтожено', en: 'Destroyed' }, width: 15 },
]

async function* sheetRows(rows: Awaited<ReturnType<typeof store.pageOfItems>>['rows']): AsyncGenerator<Cell[]> {
  for (const it of rows) yield [it.number, it.done_on, it.kept_until, it.held ? '+' : '', it.destroyed_on]
}

const mostRows = 100_000

export const exportItems = query(shapes.exportItems, {
  clauses: ['5.16'],
  rules: [rules.seesActs],
  export: true,
  run: async ({ input, tx }: { input: { act: string }; tx: Tx }) => {
    const act = await store.findAct(tx, input.act, false)
    if (!act) throw unknownRecord()
    tx.about('destruction', act.id)
    const { rows } = await store.pageOfItems(tx, act.id, { page: 1, size: mostRows })
    return {
      kind: 'sheet' as const,
      file: `destruction-${act.endsOn}`,
      title: actRecord.title,
      columns: heads,
      rows: sheetRows(rows),
    }
  },
})
