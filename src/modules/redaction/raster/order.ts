// What the drawing thread is asked for, and what it answers.
import type { Box } from '../contract.ts'
import type { Mark } from './mark.ts'

export const copyableTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const
export type Copyable = (typeof copyableTypes)[number]

export type Task =
  | { do: 'show'; from: number; count: number }
  | { do: 'find'; words: string }
  | { do: 'burn'; boxes: readonly Box[] }
  /** One page for the screen, or all of them as a copy, with the marks of who reads. */
  | { do: 'mark'; page: number | null; mark: Mark }
  /** The number that a marked copy bears. */
  | { do: 'trace'; key: Uint8Array }

export interface Order {
  bytes: Uint8Array<ArrayBuffer>
  type: Copyable
  task: Task
}

export interface Shown {
  total: number
  worded: boolean
  pages: { page: number; width: number; height: number; picture: Uint8Array<ArrayBuffer> }[]
}

export interface Burnt {
  pdf: Uint8Array<ArrayBuffer>
  pages: number
}

/** Why a file cannot be drawn, where the file itself is to blame. */
export type Fault = 'locked' | 'broken' | 'pages' | 'no such page'

export type Answer =
  | { shown: Shown }
  | { boxes: Box[] }
  | { burnt: Burnt }
  | { traced: number | null }
  | { fault: Fault; pages: number }
  | { failed: string }

/** Beyond this a copy would hold the thread for half a minute; a longer file is copied in parts. */
export const mostPages = 60
