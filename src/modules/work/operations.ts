// What is due, the bell and the search, as values.
import { daysLeft } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { permit, type Actor } from '../../kernel/rules.ts'
import { search } from '../../kernel/search/index.ts'
import { captionOfEmployees, unitsOn } from '../org/index.ts'
import {
  findRecords,
  listDuties,
  listNotices,
  readFigures,
  readNotices,
  readRegions,
  remind,
  type Duty,
} from './contract.ts'
import { climbAll } from './ladder.ts'
import * as store from './store.ts'
import { sayNews } from './words.ts'

const employee = permit<unknown>(
  '5.15',
  { kk: 'қызметкер', ru: 'сотрудник', en: 'an employee' },
  ({ kind }) => kind === 'employee',
)
const house = permit<unknown>(
  '5.14',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)

/** Chiefs and registrars see the work of their reach; everybody else sees what is on his or her own desk. */
const whose = (actor: Actor): 'reach' | 'own' => (actor.reach === 'all' || actor.reach.length ? 'reach' : 'own')

const own = (actor: Actor): store.DutyFilter => (whose(actor) === 'own' ? { holder: actor.id } : {})

/** Three working days and less count as soon, as on the clock. */
const soonUntil = (tx: Tx): Day => tx.calendar.addWorkingDays(tx.today, 4)

const window = (tx: Tx, due: 'late' | 'soon' | 'later' | undefined): store.DutyFilter => {
  if (due === 'late') return { before: tx.today }
  if (due === 'soon') return { from: tx.today, before: soonUntil(tx) }
  return due === 'later' ? { from: soonUntil(tx) } : {}
}

const nowhere = { kk: '—', ru: '—', en: '—' }

const shown = async (tx: Tx, rows: readonly store.DutyRow[]): Promise<Duty[]> => {
  const people = await captionOfEmployees(
    tx,
    rows.map(({ holder_id }) => holder_id),
  )
  const units = new Map((await unitsOn(tx, tx.today)).map(({ id, name }) => [id, name]))
  return rows.map((it) => ({
    id: it.id,
    kind: it.record_kind,
    recordId: it.record_id,
    stage: it.stage,
    number: it.number,
    title: it.title,
    clause: it.clause,
    holder: it.holder_id ? { id: it.holder_id, name: people.get(it.holder_id) ?? nowhere } : null,
    unit: { id: it.unit_id, name: units.get(it.unit_id) ?? nowhere },
    openedOn: it.opened_on,
    term: { dueOn: it.due_on, left: daysLeft(tx.calendar, tx.today, it.due_on), total: it.total },
    page: pageOf(tx, it.record_kind, it.record_id),
  }))
}

const pageOf = ({ house: { registry } }: Tx, kind: string, id: string): string | null =>
  registry.records.get(kind)?.page?.(id) ?? null

const mine = query(listDuties, {
  clauses: ['5.14'],
  rules: [employee],
  run: async ({ input, actor, tx }) => {
    const { due, stage, unit, unassigned, page, size, sort } = input
    const filter = { ...own(actor), ...window(tx, due), stage, unit, unassigned }
    const rows = await store.duties(tx, filter, sort === 'dueOn' ? 'asc' : 'desc', page, size)
    const total = await store.countDuties(tx, filter)
    return { rows: await shown(tx, rows), total: Math.min(total, store.cap), capped: total > store.cap }
  },
})

const figures = query(readFigures, {
  clauses: ['5.14', '10'],
  rules: [employee],
  run: async ({ actor, tx }) => {
    const count = (filter: store.DutyFilter) => store.countDuties(tx, { ...own(actor), ...filter })
    const late = await count(window(tx, 'late'))
    const soon = await count(window(tx, 'soon'))
    const toSign = await count({ stage: 'sign' })
    const unassigned = await count({ unassigned: true })
    const open = await count({})
    return { late, soon, toSign, unassigned, open, whose: whose(actor), capped: open > store.cap }
  },
})

const regions = query(readRegions, {
  clauses: ['5.12', '6.18'],
  rules: [employee],
  run: async ({ tx }) => {
    const counted = new Map((await store.byUnit(tx)).map((it) => [it.unit_id, it]))
    const units = await unitsOn(tx, tx.today)
    return {
      regions: units.flatMap(({ id, kind, region }) =>
        kind === 'territorial' && region
          ? [
              {
                kato: region.code,
                unitId: id,
                name: region.name,
                open: counted.get(id)?.open ?? 0,
                late: counted.get(id)?.late ?? 0,
              },
            ]
          : [],
      ),
    }
  },
})

const bell = query(listNotices, {
  clauses: ['5.14'],
  rules: [employee],
  run: async ({ input, tx }) => {
    const rows = await store.notices(tx, input.page, input.size)
    const { all, unread } = await store.countNotices(tx)
    return {
      rows: rows.map((it) => ({
        id: it.id,
        news: it.news,
        says: sayNews(it.news, { number: it.number, left: it.days_left, words: it.words }),
        kind: it.record_kind,
        recordId: it.record_id,
        number: it.number,
        at: it.at.toISOString(),
        read: it.read_at !== null,
        page: pageOf(tx, it.record_kind, it.record_id),
      })),
      total: Math.min(all, store.cap),
      capped: all > store.cap,
      unread,
    }
  },
})

const markNotices = command(readNotices, {
  clauses: ['5.14'],
  rules: [employee],
  run: async ({ input, tx }) => {
    await store.markRead(tx, input.ids ?? null)
    return { unread: (await store.countNotices(tx)).unread }
  },
})

export const remindOfTerms = command(remind, {
  clauses: ['6.23', '5.14', '6.18', '10'],
  rules: [house],
  inner: true,
  run: ({ tx }) => climbAll(tx),
})

const find = query(findRecords, {
  clauses: ['5.14', '5.16'],
  rules: [employee],
  // What is asked for is a person's name or number more often than not.
  personal: true,
  run: async ({ input, tx }) => {
    const { registry } = tx.house
    const kinds = input.kinds ?? [...registry.records.keys()]
    tx.note({ q: input.q })
    const { hits, total } = await search(tx, {
      q: input.q,
      kinds,
      limit: input.size,
      offset: (input.page - 1) * input.size,
    })
    return {
      rows: hits.map(({ kind, id, number, title, at, exact }) => ({
        kind,
        kindTitle: registry.records.get(kind)?.title ?? nowhere,
        id,
        number,
        title,
        at: at.toISOString(),
        exact,
        page: pageOf(tx, kind, id),
      })),
      total: Math.min(total, store.cap),
      capped: total > store.cap,
    }
  },
})

export const operations = [mine, figures, regions, bell, markNotices, remindOfTerms, find]
