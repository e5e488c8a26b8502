// What higher rooms add to a record's page: `modules/NAME/screens/on-KIND.tsx` has a RecordPart as its default export.
import { createContext, use, useContext } from 'react'
import type { ComponentType } from 'react'
import type { Text } from '../kernel/text.ts'
import type { StoredFile } from './call.ts'
import type { Act } from './may.tsx'

/** `T` is what the record's own page was given: the output of its `*.one` operation. */
export interface RecordPart<T = unknown> {
  /** The heart of the page: it stands before what other rooms add. */
  first?: boolean
  /** A hook that gives more rows of the MayBar; an operation that `may` does not offer gets no button. */
  useActs?: (it: T) => readonly Act[]
  /** Stands above the buttons: what has become of the record. */
  banner?: ComponentType<{ it: T }>
  /** `place` says where in the course of the work the tab stands among those of other rooms. */
  tabs?: readonly { key: string; title: Text; place?: number; body: ComponentType<{ it: T }> }[]
  /** A card in the right column. */
  side?: ComponentType<{ it: T }>
  /** Also for those who only read the record; the part itself shows them what the server gives. */
  readers?: boolean
  /** Stands beside each file in the record's lists of files. */
  beside?: ComponentType<{ id: string; file: StoredFile }>
}

type Parts = (kind: string) => Promise<readonly RecordPart[]>

const none: readonly RecordPart[] = []
const nothing = Promise.resolve(none)

/** The shell gives the parts of a kind of record; the promise of a kind is always the same one. */
export const PartsContext = createContext<Parts>(() => nothing)

/** Parts that other rooms add to this kind of record. Suspends until they are there; always in the same order. */
export const useParts = <T>(kind: string): readonly RecordPart<T>[] =>
  use(useContext(PartsContext)(kind)) as readonly RecordPart<T>[]
