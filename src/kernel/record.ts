// A kind of record: how the kernel finds it through the actor's scope, locks it, moves its state and names it.
import type { Lifecycle } from './lifecycle.ts'
import type { Text } from './text.ts'
import type { Tx } from './operation.ts'
import type { Actor } from './rules.ts'

export interface Found {
  id: string
  state?: string
  version?: number
}

export interface RecordKind<T extends Found = Found, N extends string = string> {
  readonly name: string
  /** Table with the columns id, and state and version where there is a lifecycle. */
  readonly table: string
  readonly title: Text
  readonly life: Lifecycle<string, N> | null
  /** The record as the actor may see it, locked if asked; nothing if it does not exist for the actor. */
  readonly find: (tx: Tx, id: string, lock: boolean) => Promise<T | undefined>
  /** Number or name for lists, notices and the journal's screen. */
  readonly caption: (it: T) => string
  /** The same of many at once, in one query and by id, for kinds of which one page names hundreds; whatever is not seen is left out. */
  readonly captions: ((tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>) | null
  /** Whether this actor may do more than read it; whoever may not is shown no button of any room. */
  readonly works: (actor: Actor, it: T) => boolean
  /** Where the staff web shows it. */
  readonly page: ((id: string) => string) | null
}

interface Given<T extends Found, N extends string> {
  name: string
  table: string
  title: Text
  life?: Lifecycle<string, N>
  find: (tx: Tx, id: string, lock: boolean) => Promise<T | undefined>
  caption: (it: T) => string
  captions?: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  works?: (actor: Actor, it: T) => boolean
  page?: (id: string) => string
}

export const record = <T extends Found, N extends string = never>(it: Given<T, N>): RecordKind<T, N> => ({
  ...it,
  life: it.life ?? null,
  captions: it.captions ?? null,
  works: it.works ?? (() => true),
  page: it.page ?? null,
})
