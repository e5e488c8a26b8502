// What a Typst page is given: finished strings in finished order. The pages know nothing of the law or of the records.
import type { Language } from '../../../kernel/text.ts'

interface Page {
  /** Language of the text, as the PDF declares it to readers and screen readers. */
  language: Language
  title: string
  author: string
  letterhead: { kk: readonly string[]; ru: readonly string[] }
  /** Moment of making, UTC: year, month, day, hour, minute, second. Goes into the PDF, so that equal input gives equal bytes. */
  made: readonly [number, number, number, number, number, number]
}

export interface Part {
  heading: string | null
  paragraphs: readonly string[]
}

/** The official-use mark at the top right of every page. */
export interface Mark {
  title: string
  lines: readonly string[]
}

/** The check of genuineness at the foot. */
export interface Check {
  says: string
  address: string
  qr: Qr
}

/** A QR code: its side in modules, and the dark ones as the path of an SVG picture. */
export interface Qr {
  side: number
  path: string
}

export interface Letter extends Page {
  layout: 'letter'
  mark: Mark | null
  /** Number, date, and what the letter answers: lines on the left, under the letterhead. */
  marks: readonly string[]
  addressee: readonly string[]
  /** Lines of the approval of an internal paper, in the addressee's place: the word, the post, the name, the day. */
  approval: readonly string[]
  /** Name of the paper over its subject: "Act". */
  called: string | null
  subject: string
  parts: readonly Part[]
  signatory: { post: string; name: string } | null
  /** Those who drew up an internal paper, each with a line for the hand. */
  signers: { caption: string | null; names: readonly string[] }
  /** How and when it was signed, in small under the signature. */
  signed: string | null
  executor: readonly string[]
  check: Check | null
  /** Left side of the footer on every page: number of the document. */
  running: string
  /** The word "page" of the footer. */
  page: string
  watermark: string | null
}

export interface Slip extends Page {
  layout: 'slip'
  rows: readonly { label: string; value: string }[]
  code: { label: string; value: string } | null
  notes: readonly string[]
}

/** A report in tables on its side; the first column of each holds words, the others figures. */
export interface Report extends Page {
  layout: 'report'
  marks: readonly string[]
  tables: readonly { title: string; head: readonly string[]; rows: readonly (readonly string[])[] }[]
  notes: readonly string[]
  page: string
}

export type Sheet = Letter | Slip | Report

export const madeAt = (at: Date): Page['made'] => [
  at.getUTCFullYear(),
  at.getUTCMonth() + 1,
  at.getUTCDate(),
  at.getUTCHours(),
  at.getUTCMinutes(),
  at.getUTCSeconds(),
]

/** Paragraphs of a person's text: every line that has a word. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
