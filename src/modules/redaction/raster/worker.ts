// A thread for one file and one task: what hostile files do to it ends with it. The file's own words never leave it as text.
import { parentPort, workerData } from 'node:worker_threads'
import type { Canvas } from '@napi-rs/canvas'
import type { Box } from '../contract.ts'
import { openBook, Unfit, type Book } from './drawing.ts'
import { markSheet, numberOn, type Mark } from './mark.ts'
import { mostPages, type Answer, type Burnt, type Order, type Shown } from './order.ts'
import { pdfOf, type PicturedPage } from './paper.ts'

/** Dots an inch: enough to mark words on a screen, and enough to print a copy. */
const screenDpi = 100
const copyDpi = 170
/** An image is drawn at its own pixels, and counts so many an inch. */
const imageDpi = 96

const jpegOf = async (sheet: Canvas, quality: number): Promise<Uint8Array<ArrayBuffer>> =>
  Uint8Array.from(await sheet.encode('jpeg', quality))

async function show(book: Book, from: number, count: number): Promise<Shown> {
  if (from > book.total) throw new Unfit('no such page')
  const pages: Shown['pages'] = []
  let worded = false
  for (let page = from; page < from + count && page <= book.total; page += 1) {
    const leaf = await book.leaf(page)
    worded ||= await leaf.worded()
    const { width, height } = leaf
    pages.push({ page, width, height, picture: await jpegOf(await leaf.draw(screenDpi), 80) })
  }
  return { total: book.total, worded, pages }
}

async function find(book: Book, words: string): Promise<Box[]> {
  const boxes: Box[] = []
  for (let page = 1; page <= book.total; page += 1)
    for (const place of await (await book.leaf(page)).find(words)) boxes.push({ page, ...place })
  return boxes
}

/** Solid ink, whole pixels, outward: not a shade of what lay beneath is left at the edge of a box. */
function cover(sheet: Canvas, boxes: readonly Box[]): void {
  const pen = sheet.getContext('2d')
  pen.fillStyle = '#000'
  for (const { x, y, width, height } of boxes) {
    const [left, top] = [Math.floor(x * sheet.width), Math.floor(y * sheet.height)]
    const [right, bottom] = [Math.ceil((x + width) * sheet.width), Math.ceil((y + height) * sheet.height)]
    pen.fillRect(left, top, right - left, bottom - top)
  }
}

async function burn(book: Book, boxes: readonly Box[]): Promise<Burnt> {
  if (boxes.some(({ page }) => page > book.total)) throw new Unfit('no such page')
  const pages: PicturedPage[] = []
  for (let page = 1; page <= book.total; page += 1) {
    const { width, height, draw } = await book.leaf(page)
    const sheet = await draw(copyDpi)
    cover(
      sheet,
      boxes.filter((it) => it.page === page),
    )
    pages.push({ width, height, columns: sheet.width, rows: sheet.height, jpeg: await jpegOf(sheet, 85) })
  }
  return { pdf: Uint8Array.from(pdfOf(pages)), pages: book.total }
}

async function showMarked(book: Book, page: number, mark: Mark): Promise<Shown> {
  if (page > book.total) throw new Unfit('no such page')
  const { width, height, draw } = await book.leaf(page)
  const sheet = await draw(screenDpi)
  markSheet(sheet, mark)
  return { total: book.total, worded: false, pages: [{ page, width, height, picture: await jpegOf(sheet, 85) }] }
}

async function copyMarked(book: Book, mark: Mark): Promise<Burnt> {
  const pages: PicturedPage[] = []
  for (let page = 1; page <= book.total; page += 1) {
    const { width, height, draw } = await book.leaf(page)
    const sheet = await draw(copyDpi)
    markSheet(sheet, mark)
    pages.push({ width, height, columns: sheet.width, rows: sheet.height, jpeg: await jpegOf(sheet, 85) })
  }
  return { pdf: Uint8Array.from(pdfOf(pages)), pages: book.total }
}

/** A copy is looked at as it was made for paper, for the screen, or of an image; the first pages bear the same as the rest. */
async function trace(book: Book, key: Uint8Array): Promise<number | null> {
  for (let page = 1; page <= Math.min(book.total, 2); page += 1) {
    const tried = new Set<number>()
    for (const dpi of [copyDpi, screenDpi, imageDpi]) {
      const sheet = await (await book.leaf(page)).draw(dpi)
      if (tried.has(sheet.width)) continue
      tried.add(sheet.width)
      const number = numberOn(sheet, key)
      if (number !== null) return number
    }
  }
  return null
}

async function answer({ bytes, type, task }: Order): Promise<Answer> {
  let pages = 0
  try {
    const book = await openBook(bytes, type)
    pages = book.total
    if (pages > mostPages) throw new Unfit('pages')
    if (task.do === 'show') return { shown: await show(book, task.from, task.count) }
    if (task.do === 'trace') return { traced: await trace(book, task.key) }
    if (task.do === 'mark' && task.page !== null) return { shown: await showMarked(book, task.page, task.mark) }
    if (task.do === 'mark') return { burnt: await copyMarked(book, task.mark) }
    if (task.do === 'find') return { boxes: await find(book, task.words) }
    return { burnt: await burn(book, task.boxes) }
  } catch (fault) {
    return fault instanceof Unfit ? { fault: fault.fault, pages } : { failed: String(fault) }
  }
}

parentPort?.postMessage(await answer(workerData as Order))
