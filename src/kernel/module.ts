// One part of the Department's work as a value: its records, operations, reactions and jobs.
import type { Clause } from './clauses.ts'
import type { House } from './house.ts'
import type { Operation, Tx } from './operation.ts'
import type { RecordKind } from './record.ts'
import type { Text } from './text.ts'

/** News that a higher module acts on, as the system actor, in a job of its own. */
export interface Reaction {
  readonly on: string
  readonly perform: Operation
  /** Which of the news it concerns; all of them unless told. */
  readonly when?: (payload: Record<string, unknown>) => boolean
  readonly input: (payload: Record<string, unknown>) => unknown
}

/** Work by the clock or by name, outside any request. `cron` is five fields in Kazakhstan's time. */
export interface Job {
  readonly cron?: string
  readonly run: (house: House, payload: Record<string, unknown>) => Promise<void>
}

/** One thing that lies on somebody's desk. `dueOn`: an ISO day, where there is a term. */
export interface Lying {
  id: string
  number: string
  title: string
  dueOn: string | null
}

/** Open work that a room keeps in one person's name, so that it can be handed over whole when the person leaves. */
export interface Desk {
  /** Kind of the records. */
  readonly kind: string
  readonly lying: (tx: Tx, person: string) => Promise<readonly Lying[]>
  /** From the one on whose desk it lies, to another. */
  readonly pass: (tx: Tx, id: string, to: string, from: string) => Promise<void>
}

export interface Module {
  readonly name: string
  readonly title: Text
  readonly clauses: readonly Clause[]
  readonly powers: Readonly<Record<string, Text>>
  readonly records: readonly RecordKind[]
  readonly operations: readonly Operation[]
  readonly reactions: readonly Reaction[]
  readonly jobs: Readonly<Record<string, Job>>
  readonly desks: readonly Desk[]
  /** What its operations have done, by their names: a title says what one may do, a timeline what was done. */
  readonly told: Readonly<Record<string, Text>>
  /** Papers it can draw up, so that the coverage of the Regulation counts them. */
  readonly templates: readonly { readonly name: string; readonly clauses: readonly Clause[] }[]
}

type Given = Pick<Module, 'name' | 'title' | 'clauses'> &
  Partial<Pick<Module, 'powers' | 'operations' | 'reactions' | 'jobs' | 'desks' | 'told' | 'templates'>> & {
    // A kind of one record type is not a kind of any record to the compiler; the kernel only hands back what it found.
    records?: readonly Omit<RecordKind, 'find' | 'caption' | 'works'>[]
  }

export const module = (it: Given): Module => ({
  powers: {},
  operations: [],
  reactions: [],
  jobs: {},
  desks: [],
  told: {},
  templates: [],
  ...it,
  records: (it.records ?? []) as readonly RecordKind[],
})

/** Everything that is registered, by name. Names must not collide. */
export interface Registry {
  readonly modules: readonly Module[]
  readonly operations: ReadonlyMap<string, Operation>
  readonly records: ReadonlyMap<string, RecordKind>
  readonly reactions: ReadonlyMap<string, readonly Reaction[]>
  readonly powers: Readonly<Record<string, Text>>
  readonly told: Readonly<Record<string, Text>>
  /** Operations whose subject is this kind of record. */
  readonly onRecord: ReadonlyMap<string, readonly Operation[]>
  readonly moduleOf: ReadonlyMap<string, Module>
}

const byName = <T extends { name: string }>(list: readonly T[], what: string): ReadonlyMap<string, T> => {
  const map = new Map<string, T>()
  for (const it of list) {
    if (map.has(it.name)) throw new Error(`two ${what} are called ${it.name}`)
    map.set(it.name, it)
  }
  return map
}

const grouped = <T>(list: readonly T[], key: (it: T) => string | undefined): ReadonlyMap<string, readonly T[]> => {
  const map = new Map<string, T[]>()
  for (const it of list) {
    const at = key(it)
    if (at !== undefined) map.set(at, [...(map.get(at) ?? []), it])
  }
  return map
}

export const registryOf = (modules: readonly Module[]): Registry => {
  const operations = modules.flatMap((it) => it.operations)
  return {
    modules,
    operations: byName(operations, 'operations'),
    records: byName(
      modules.flatMap((it) => it.records),
      'records',
    ),
    reactions: grouped(
      modules.flatMap((it) => it.reactions),
      (it) => it.on,
    ),
    powers: Object.assign({}, ...modules.map((it) => it.powers)) as Record<string, Text>,
    told: Object.assign({}, ...modules.map((it) => it.told)) as Record<string, Text>,
    onRecord: grouped(operations, (it) => it.record?.name),
    moduleOf: new Map(modules.flatMap((it) => it.operations.map((operation) => [operation.name, it] as const))),
  }
}
