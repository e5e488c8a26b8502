// The only way in: parse, begin, load, judge, step, run, journal, commit — in one transaction, always in this order.
import { sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import { dayOf } from './clock.ts'
import type { May } from './contract.ts'
import { begin, type Tables } from './database.ts'
import { touch } from './evidence.ts'
import type { House } from './house.ts'
import { parse } from './invalid.ts'
import { changes, journal, outcomeOf, refusalEntry, type Entry } from './journal.ts'
import { take } from './lifecycle.ts'
import { mayBegin, mayOn } from './may.ts'
import type { Operation, Tx, Typed } from './operation.ts'
import type { Parameters } from './parameters.ts'
import type { Found } from './record.ts'
import { Refusal, unknownRecord } from './refusal.ts'
import { judge, type Actor, type Moment } from './rules.ts'

export interface Done<Out> {
  result: Out
  may: May[]
}

interface Told {
  about: { kind: string; id: string } | null
  details: Record<string, unknown>
  events: { event: string; payload: Record<string, unknown> }[]
  after: (() => void | Promise<void>)[]
}

const openTx = (
  house: House,
  db: Transaction<Tables>,
  operation: Operation,
  actor: Actor,
  moment: Moment,
  law: Parameters,
): { tx: Tx; told: Told } => {
  const told: Told = { about: null, details: {}, events: [], after: [] }
  const tx: Tx = {
    db,
    ...moment,
    actor,
    house,
    operation: operation.name,
    calendar: law.calendar,
    parameter: (name) => law.on(name, moment.today),
    about: (kind, id) => void (told.about = { kind, id }),
    note: (details) => void Object.assign(told.details, details),
    emit: (event, payload) => void told.events.push({ event, payload }),
    enqueue: async (job, payload, { runAt, key, awaited = false } = {}) => {
      await sql`select enqueue(${job}, ${JSON.stringify(payload)}::json, ${runAt ?? null}::timestamptz, ${key ?? null}, ${awaited})`.execute(
        db,
      )
    },
    afterCommit: (work) => void told.after.push(work),
  }
  return { tx, told }
}

const load = async (operation: Operation, tx: Tx, input: unknown): Promise<Found | undefined> => {
  if (!operation.record) return undefined
  const found = await operation.record.find(tx, (input as Found).id, operation.kind === 'command')
  if (!found) throw unknownRecord()
  return found
}

const stale = (): Refusal =>
  new Refusal('conflict', {
    kk: 'Бұл жазбаны әріптесіңіз жаңа ғана өзгертті. Бетті жаңартып, қайталап көріңіз.',
    ru: 'Эту запись только что изменил другой сотрудник. Обновите страницу и повторите.',
    en: 'A colleague has just changed this record. Refresh the page and try again.',
  })

/** A form may say which version it showed; then a colleague's change in between is never overwritten unseen. */
const checkVersion = (raw: unknown, subject: Found | undefined): void => {
  const shown = (raw as { version?: unknown } | null)?.version
  if (subject && typeof shown === 'number' && subject.version !== undefined && shown !== subject.version) throw stale()
}

const proveIdentity = (operation: Operation, actor: Actor, moment: Moment, minutes: number): void => {
  if (!operation.dangerous || actor.kind === 'system') return
  const since = actor.session?.steppedUpAt?.getTime() ?? 0
  if (moment.at.getTime() - since <= minutes * 60_000) return
  throw new Refusal('step-up', {
    kk: 'Бұл әрекет үшін жеке басыңызды қайта растаңыз.',
    ru: 'Для этого действия подтвердите личность ещё раз.',
    en: 'Confirm your identity again for this act.',
  })
}

const advance = async (operation: Operation, tx: Tx, subject: Found | undefined): Promise<void> => {
  const { record, step } = operation
  if (!record?.life || !step || !subject) return
  subject.state = take(record.life, step, subject.state ?? '')
  await sql`update ${sql.table(record.table)} set state = ${subject.state} where id = ${subject.id}`.execute(tx.db)
}

const bumped = async (operation: Operation, tx: Tx, subject: Found | undefined): Promise<void> => {
  if (operation.kind !== 'command' || !operation.record || subject?.version === undefined) return
  await sql`update ${sql.table(operation.record.table)} set version = version + 1 where id = ${subject.id}`.execute(
    tx.db,
  )
}

/** The subject as it stands after the work, whether it was changed or has just been made. */
const reload = async (house: House, operation: Operation, tx: Tx, told: Told, subject: Found | undefined) => {
  if (operation.kind === 'query') return { kind: operation.record?.name ?? null, after: subject }
  const kind = told.about?.kind ?? operation.record?.name ?? null
  const id = told.about?.id ?? subject?.id
  const record = kind ? house.registry.records.get(kind) : undefined
  if (!record || !id) return { kind, after: undefined }
  return { kind, after: await record.find(tx, id, false) }
}

const react = async (house: House, tx: Tx, told: Told): Promise<void> => {
  for (const { event, payload } of told.events) {
    for (const reaction of house.registry.reactions.get(event) ?? []) {
      if (reaction.when && !reaction.when(payload)) continue
      await tx.enqueue('react', { operation: reaction.perform.name, input: reaction.input(payload) })
    }
  }
}

/** A refusal that is returned, not thrown, keeps what the operation wrote: the count of failed sign-ins must outlive it. */
const journalKept = async (
  tx: Tx,
  operation: Operation,
  input: unknown,
  told: Told,
  refusal: Refusal,
): Promise<void> => {
  const entry = refusalEntry(operation, tx.actor, tx.at, input, refusal)
  if (!entry) return
  const { kind, id } = told.about ?? { kind: entry.kind, id: entry.recordId }
  await journal(tx.db, { ...entry, kind, recordId: id, details: told.details })
}

const inTransaction = async (
  house: House,
  operation: Operation,
  actor: Actor,
  input: unknown,
  raw: unknown,
): Promise<Done<unknown> & { after: Told['after'] }> => {
  const moment = { at: house.clock.now(), today: dayOf(house.clock.now()) }
  const law = await house.parameters.current()
  return house.database.transaction().execute(async (db) => {
    await begin(db, operation.name, actor, moment.at)
    const { tx, told } = openTx(house, db, operation, actor, moment, law)
    const subject = await load(operation, tx, input)
    const before = subject && structuredClone(subject)
    judge(operation.rules, actor, subject, moment)
    proveIdentity(operation, actor, moment, law.on('session.step-up', moment.today).value)
    checkVersion(raw, subject)
    await advance(operation, tx, subject)
    const result = await operation.run({ input, subject, actor, tx })
    if (result instanceof Refusal) {
      await journalKept(tx, operation, input, told, result)
      return { result, may: [], after: told.after }
    }
    await bumped(operation, tx, subject)
    const { kind, after } = await reload(house, operation, tx, told, subject)
    const outcome = outcomeOf(operation)
    if (outcome) {
      const recordId = told.about?.id ?? after?.id ?? subject?.id ?? null
      const details = operation.kind === 'command' ? { ...changes(before, after), ...told.details } : told.details
      await journal(db, { operation, actor, at: moment.at, outcome, kind, recordId, details })
    }
    await react(house, tx, told)
    const may =
      after && kind
        ? mayOn(house.registry, kind, actor, after, moment)
        : mayBegin(house.registry, operation, actor, moment)
    return { result, may, after: told.after }
  })
}

/** PostgreSQL's word that two transactions met; the operation is run again from the start. */
const metAnother = (fault: unknown): boolean =>
  ['40001', '40P01'].includes(String((fault as { code?: unknown } | null)?.code))

const isDuplicate = (fault: unknown): boolean => (fault as { code?: unknown } | null)?.code === '23505'

const duplicate = (): Refusal =>
  new Refusal('conflict', {
    kk: 'Мұндай жазба бұрыннан бар.',
    ru: 'Такая запись уже есть.',
    en: 'Such a record exists already.',
  })

const attempt = async (house: House, operation: Operation, actor: Actor, input: unknown, raw: unknown) => {
  for (let left = 4; ; left -= 1) {
    try {
      return await inTransaction(house, operation, actor, input, raw)
    } catch (fault) {
      if (isDuplicate(fault)) throw duplicate()
      if (left === 0 || !metAnother(fault)) throw fault
    }
  }
}

/** A refusal is an entry too, in its own transaction, because the refused one was rolled back. */
const journalRefusal = async (house: House, operation: Operation, actor: Actor, input: unknown, refusal: Refusal) => {
  const entry: Entry | null = refusalEntry(operation, actor, house.clock.now(), input, refusal)
  if (!entry) return
  await house.database.transaction().execute(async (db) => {
    await begin(db, operation.name, actor)
    await journal(db, entry)
  })
}

/**
 * Performs one operation for one actor.
 * @throws Refusal with a sentence in three languages; anything else is a fault of the house.
 */
export async function perform<I extends z.ZodType, O extends z.ZodType>(
  house: House,
  operation: Typed<I, O>,
  actor: Actor,
  raw: z.input<I>,
): Promise<Done<z.output<O>>>
export async function perform(house: House, operation: Operation, actor: Actor, raw: unknown): Promise<Done<unknown>>
export async function perform(house: House, operation: Operation, actor: Actor, raw: unknown): Promise<Done<unknown>> {
  const input = parse(operation.shape.input, raw)
  touch(...operation.clauses)
  const done = await attempt(house, operation, actor, input, raw).catch(async (fault: unknown) => {
    if (fault instanceof Refusal) await journalRefusal(house, operation, actor, input, fault)
    throw fault
  })
  for (const work of done.after) await work()
  if (done.result instanceof Refusal) throw done.result
  return { result: done.result, may: done.may }
}
