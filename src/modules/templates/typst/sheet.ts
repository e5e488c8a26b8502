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

export interface Letter extends Page {
  layout: 'letter'
  /** Number, date, and what the letter answers: lines on the left, under the letterhead. */
  marks: readonly string[]
  addressee: readonly string[]
  subject: string
  parts: readonly Part[]
  signatory: { post: string; name: string } | null
  /** How and when it was signed, in small under the signature. */
  signed: string | null
  executor: readonly string[]
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
