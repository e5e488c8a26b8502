// Lists and pages of people.
import { query, type Tx } from '../../../kernel/operation.ts'
import { employeeRecord } from '../records.ts'
import { everyEmployee, houseItself } from '../rules.ts'
import { actorOf } from '../store.ts'
import { postsOn } from '../../structure/index.ts'
import * as contract from './contract.ts'
import * as history from './history-store.ts'
import * as store from './store.ts'

const placed = ({ postId, code, title, unitId, unit, acting, resting }: store.HeldPost) => ({
  postId,
  code,
  title,
  unitId,
  unit,
  acting,
  resting,
})

const rowOf = ({ id, name, email, posts, absentUntil, leftOn }: store.Employee) => ({
  id,
  name,
  email,
  posts: posts.map(placed),
  absentUntil,
  leftOn,
})

export const listEmployees = query(contract.listEmployees, {
  clauses: ['1'],
  rules: [everyEmployee, houseItself],
  run: async ({ input: { page, size, sort, ...filter }, tx }) => {
    const { rows, total } = await store.employees(tx, filter, sort === 'name' ? 'asc' : 'desc', page, size)
    return { rows: rows.map(rowOf), total, capped: false }
  },
})

const powersOf = async (tx: Tx, id: string) => {
  const actor = await actorOf(tx.db, id, { today: tx.today })
  return [...(actor?.powers ?? [])].map((power) => ({
    power,
    title: tx.house.registry.powers[power] ?? { kk: power, ru: power, en: power },
  }))
}

export const openEmployee = query(contract.openEmployee, {
  clauses: ['5.15'],
  personal: true,
  record: employeeRecord,
  rules: [everyEmployee],
  run: async ({ input: { id }, subject, actor, tx }) => {
    const keeper = actor.powers.has('org.people')
    const own = actor.id === id
    const absences = await history.absencesOf(tx, id, tx.today)
    return {
      ...rowOf(subject),
      version: subject.version,
      language: subject.language,
      iin: keeper || own ? subject.iin : null,
      joinedOn: subject.joinedOn,
      leavingCause: keeper || own ? subject.leavingCause : null,
      leavingReason: keeper || own ? subject.leavingReason : null,
      powers: await powersOf(tx, id),
      appointments: await history.appointmentsOf(tx, id, tx.today),
      actings: await history.actingsOf(tx, id, tx.today),
      // Why somebody is away is that person's own affair; that he or she is away concerns all.
      absences: absences.map((it) =>
        keeper || own ? it : { ...it, kind: 'other' as const, title: contract.absenceTitles.other, basis: null },
      ),
    }
  },
})

export const employeeOptions = query(contract.employeeOptions, {
  clauses: ['1'],
  rules: [everyEmployee],
  run: async ({ input, tx }) => ({ options: await store.optionsOf(tx, input) }),
})

export const listPosts = query(contract.listPosts, {
  clauses: ['1'],
  rules: [everyEmployee],
  run: async ({ tx }) => ({ posts: await postsOn(tx, tx.today) }),
})
