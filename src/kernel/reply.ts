// Replies that are no JSON: a sheet that is written row by row, and a file that is streamed.
import type { Readable } from 'node:stream'
import { z } from 'zod'
import type { Text } from './text.ts'

export type Cell = string | number | Date | null

export interface Sheet {
  readonly kind: 'sheet'
  /** Without ending: 'appeals-2026-11-23'. */
  readonly file: string
  readonly title: Text
  readonly columns: readonly { title: Text; width?: number }[]
  /** Pulled after the operation's commit, a page at a time, so that memory stays flat. */
  readonly rows: AsyncIterable<readonly Cell[]>
}

export interface FileReply {
  readonly kind: 'file'
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly stream: Readable
}

const isReply =
  (kind: string) =>
  (it: unknown): boolean =>
    (it as { kind?: unknown } | null)?.kind === kind

/** Output shape of a query whose result is an XLSX sheet. Such a query is marked `export: true`. */
export const sheet = z.custom<Sheet>(isReply('sheet'))
/** Output shape of a query whose result is a file. */
export const file = z.custom<FileReply>(isReply('file'))

export const isSheet = (it: unknown): it is Sheet => isReply('sheet')(it)
export const isFile = (it: unknown): it is FileReply => isReply('file')(it)
