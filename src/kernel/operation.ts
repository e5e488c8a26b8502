// An operation is a value: its shape, its clauses, its rules and a few lines of work. perform() walks it.
import type { Transaction } from 'kysely'
import type { z } from 'zod'
import type { Clause } from './clauses.ts'
import type { Day } from './clock.ts'
import type { Shape } from './contract.ts'
import type { Tables } from './database.ts'
import type { House } from './house.ts'
import type { Calendar } from './calendar.ts'
import type { Parameter, ParameterName, ValueOf } from './parameters.ts'
import type { Found, RecordKind } from './record.ts'
import type { Refusal } from './refusal.ts'
import type { Actor, Rules } from './rules.ts'

/** Stands for the one database transaction of one operation. Only perform() makes it. */
export interface Tx {
  readonly db: Transaction<Tables>
  readonly at: Date
  readonly today: Day
  readonly actor: Actor
  readonly house: House
  readonly operation: string
  /** A term or threshold in force today. */
  parameter<N extends ParameterName>(name: N): Parameter<ValueOf<N>>
  readonly calendar: Calendar
  /** Names the subject of a creating operation for the journal and the live screens. */
  about(kind: string, id: string): void
  /** Adds to the erasable details of the journal entry. */
  note(details: Record<string, unknown>): void
  /** News for higher modules; their reactions run as jobs after this commit, queued in it. */
  emit(event: string, payload: Record<string, unknown>): void
  /** `awaited`: somebody waits for it at the screen, so it goes before what follows by itself. */
  enqueue(job: string, payload: object, how?: { runAt?: Date; key?: string; awaited?: boolean }): Promise<void>
  /** Work to do when the commit is certain, such as removing a file; it must bear being lost. */
  afterCommit(work: () => void | Promise<void>): void
}

interface Common<C extends readonly Clause[]> {
  readonly clauses: C
  /** Needs a fresh proof of identity (step-up). */
  readonly dangerous?: boolean
  /** Shows or changes a person's data: a read is journaled too. */
  readonly personal?: boolean
  /** Journal outcome 'exported' in place of 'read'. */
  readonly export?: boolean
  /** Open to a caller without a session. */
  readonly anonymous?: boolean
  /** Not reachable over HTTP: reactions and jobs only. */
  readonly inner?: boolean
  /** Largest accepted body in bytes, where the usual 256 KiB do not do. */
  readonly bodyLimit?: number
}

export interface Run<In, T> {
  input: In
  subject: T
  actor: Actor
  tx: Tx
}

type Clauses = readonly [Clause, ...Clause[]]

interface OnRecord<
  I extends z.ZodType<{ id: string }>,
  O extends z.ZodType,
  T extends Found,
  N extends string,
> extends Common<Clauses> {
  readonly record: RecordKind<T, N>
  readonly rules: Rules<NoInfer<T>>
  readonly step?: NoInfer<N>
  readonly run: (it: Run<z.output<I>, NoInfer<T>>) => Promise<z.input<O> | Refusal>
}

interface OnNothing<I extends z.ZodType, O extends z.ZodType> extends Common<Clauses> {
  readonly record?: undefined
  readonly rules: Rules<void>
  /** A refusal that is returned in place of thrown keeps what was written; perform() throws it after the commit. */
  readonly run: (it: Run<z.output<I>, void>) => Promise<z.input<O> | Refusal>
}

/** What perform(), the screens, OpenAPI and the coverage read of an operation; its own types are gone. */
export interface Operation {
  readonly kind: 'command' | 'query'
  readonly name: string
  readonly shape: Shape
  readonly clauses: Clauses
  readonly record: RecordKind | null
  readonly rules: Rules<unknown>
  readonly step: string | null
  readonly dangerous: boolean
  readonly personal: boolean
  readonly export: boolean
  readonly anonymous: boolean
  readonly inner: boolean
  readonly bodyLimit: number
  readonly run: (it: Run<unknown, unknown>) => Promise<unknown>
}

/** An operation that still knows its input and output, for callers inside the server and for tests. */
export interface Typed<I extends z.ZodType, O extends z.ZodType> extends Operation {
  readonly types?: { input: z.input<I>; output: z.output<O> }
}

const define = (kind: Operation['kind'], of: Shape, it: object): Operation => {
  const given = it as Partial<Operation> & Pick<Operation, 'clauses' | 'rules' | 'run'>
  return {
    kind,
    name: of.name,
    shape: of,
    clauses: given.clauses,
    record: given.record ?? null,
    rules: given.rules,
    step: given.step ?? null,
    dangerous: given.dangerous ?? false,
    personal: given.personal ?? false,
    export: given.export ?? false,
    anonymous: given.anonymous ?? false,
    inner: given.inner ?? false,
    bodyLimit: given.bodyLimit ?? 262_144,
    run: given.run,
  }
}

/** Changes something. With a record, its input carries the id and the kernel loads and locks it. */
export function command<I extends z.ZodType<{ id: string }>, O extends z.ZodType, T extends Found, N extends string>(
  of: Shape<I, O>,
  it: OnRecord<I, O, T, N>,
): Typed<I, O>
export function command<I extends z.ZodType, O extends z.ZodType>(of: Shape<I, O>, it: OnNothing<I, O>): Typed<I, O>
export function command(of: Shape, it: object): Operation {
  return define('command', of, it)
}

/** Only reads. With a record, its input carries the id and the kernel loads it. */
export function query<I extends z.ZodType<{ id: string }>, O extends z.ZodType, T extends Found, N extends string>(
  of: Shape<I, O>,
  it: Omit<OnRecord<I, O, T, N>, 'step'>,
): Typed<I, O>
export function query<I extends z.ZodType, O extends z.ZodType>(of: Shape<I, O>, it: OnNothing<I, O>): Typed<I, O>
export function query(of: Shape, it: object): Operation {
  return define('query', of, it)
}
