// A chief lets a colleague read an appeal, one or many at once, until a day or until it is taken back (clauses 5.15, 5.16).
import type { Day } from '../../kernel/clock.ts'
import { invalidField } from '../../kernel/invalid.ts'
import type { Job, Reaction } from '../../kernel/module.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { perform } from '../../kernel/perform.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import { systemActor } from '../../kernel/system.ts'
import { appealRecord, reindex } from '../appeals/index.ts'
import { tell } from '../work/index.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const cannotBeGiven = {
  kk: 'Бұл қызметкерге оқуға рұқсат берілмейді. Тізімнен таңдаңыз.',
  ru: 'Этому работнику открыть нельзя. Выберите из списка.',
  en: 'This employee cannot be let to read. Choose from the list.',
}
const hasIt = {
  kk: 'Бұл қызметкер өтінішті онсыз да көреді.',
  ru: 'Этот работник и так видит обращение.',
  en: 'This employee sees the appeal anyway.',
}
const hasPassed = {
  kk: 'Бұл күн өтіп кеткен. Бүгінгі немесе кейінгі күнді таңдаңыз.',
  ru: 'Этот день уже прошёл. Выберите сегодняшний или более поздний.',
  en: 'This day has passed. Choose today or a later one.',
}
const readsNothing = (): Refusal =>
  new Refusal('conflict', {
    kk: 'Бұл қызметкерге оқу рұқсаты берілмеген.',
    ru: 'Этому работнику доступ не открыт.',
    en: 'This employee has not been let to read it.',
  })

interface Grant {
  to: string
  reason: string
  until: Day | null
}

/** @throws Refusal 'invalid' beside the field that is wrong */
async function checkGrant(tx: Tx, appeals: readonly string[], { to, until }: Grant): Promise<void> {
  if (until && until < tx.today) throw invalidField('until', hasPassed)
  if (to === tx.actor.id) throw invalidField('to', hasIt)
  const [person] = await store.colleagues(tx, { only: to, appeals })
  if (!person) throw invalidField('to', cannotBeGiven)
}

const bell = (tx: Tx, id: string, number: string, to: string): Promise<void> =>
  tell(tx, { to: [to], news: 'shared', kind: 'appeal', recordId: id, number })

export const grantReading = command(shapes.grantReading, {
  clauses: ['5.16', '5.15'],
  record: appealRecord,
  rules: [rules.leads],
  run: async ({ input, subject: it, tx }) => {
    await checkGrant(tx, [it.id], input)
    const has = (await store.openGrants(tx, [it.id])).some(({ employee_id }) => employee_id === input.to)
    if (has || it.assignee === input.to) throw invalidField('to', hasIt)
    await store.addGrant(tx, it.id, input)
    await store.keepReaders(tx, it.id)
    await reindex(tx, it.id)
    await bell(tx, it.id, it.number ?? it.slipNumber, input.to)
    tx.note({ to: input.to, reason: input.reason, until: input.until })
    return {}
  },
})

export const revokeReading = command(shapes.revokeReading, {
  clauses: ['5.16', '5.15'],
  record: appealRecord,
  rules: [rules.leads],
  run: async ({ input, subject: it, tx }) => {
    const ended = await store.endGrants(tx, [it.id], input)
    if (!ended.length) throw readsNothing()
    await store.keepReaders(tx, it.id)
    await reindex(tx, it.id)
    tx.note({ to: input.to, reason: input.reason })
    return {}
  },
})

/** All of them or none: one that the chief may not lead is unknown, and then nothing is given. */
async function theirs(tx: Tx, ids: readonly string[]) {
  const asked = [...new Set(ids)]
  const found = await store.lockAppeals(tx, asked)
  if (found.length < asked.length) throw unknownRecord()
  return found
}

/** One act; each record then has an entry and a bell of its own. Whoever reads one of them already keeps what he has. */
export const grantMany = command(shapes.grantMany, {
  clauses: ['5.16', '5.15'],
  rules: [rules.leadsAny],
  run: async ({ input, actor, tx }) => {
    const found = await theirs(tx, input.appeals)
    const ids = found.map(({ id }) => id)
    await checkGrant(tx, ids, input)
    const open = new Set(
      (await store.openGrants(tx, ids)).flatMap((it) => (it.employee_id === input.to ? [it.appeal_id] : [])),
    )
    const fresh = found.filter(({ id, assignee_id }) => assignee_id !== input.to && !open.has(id))
    for (const { id } of fresh) {
      await store.addGrant(tx, id, input)
      tx.emit('handling.changed', { id, to: input.to, what: 'granted', by: actor.id })
    }
    tx.note({ to: input.to, reason: input.reason, until: input.until, appeals: fresh.map(({ id }) => id) })
    return { granted: fresh.length }
  },
})

export const revokeMany = command(shapes.revokeMany, {
  clauses: ['5.16', '5.15'],
  rules: [rules.leadsAny],
  run: async ({ input, actor, tx }) => {
    const found = await theirs(tx, input.appeals)
    const ended = await store.endGrants(
      tx,
      found.map(({ id }) => id),
      input,
    )
    for (const id of ended) tx.emit('handling.changed', { id, to: input.to, what: 'revoked', by: actor.id })
    tx.note({ to: input.to, reason: input.reason, appeals: ended })
    return { revoked: ended.length }
  },
})

/** What a bulk act or the clock has changed, on one record: its entry, its place in the search, the bell. */
export const settleReaders = command(shapes.settleReaders, {
  clauses: ['5.16'],
  record: appealRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ input, subject: it, tx }) => {
    await store.keepReaders(tx, it.id)
    await reindex(tx, it.id)
    if (input.what === 'granted') await bell(tx, it.id, it.number ?? it.slipNumber, input.to)
    tx.note({ to: input.to, what: input.what, by: input.by })
    return {}
  },
})

/** The policy stops at the day itself; the night tidies up and says so in the journal. */
export const expireReadings = command(shapes.expireReadings, {
  clauses: ['5.16'],
  rules: [rules.houseItself],
  inner: true,
  run: async ({ tx }) => {
    const ended = await store.endExpired(tx)
    for (const { appeal_id: id, employee_id: to } of ended)
      tx.emit('handling.changed', { id, to, what: 'expired', by: null })
    return { ended: ended.length }
  },
})

export const reactions: readonly Reaction[] = [
  {
    on: 'handling.changed',
    perform: settleReaders,
    input: ({ id, to, what, by }) => ({ id, to, what, by }),
  },
]

export const nightly: Job = {
  cron: '10 0 * * *',
  run: async (house) => {
    await perform(house, expireReadings, systemActor, {})
  },
}
