// A file opened page by page, whatever its type: how large a page is, how it looks, and where its words lie.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, DOMMatrix, ImageData, loadImage, Path2D, type Canvas, type Image } from '@napi-rs/canvas'
import type { PDFPageProxy, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { Box } from '../contract.ts'
import { findIn, type Run } from './matching.ts'
import type { Copyable, Fault } from './order.ts'

export class Unfit extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault)
    this.fault = fault
  }
}

/** Points; an image counts 96 pixels an inch. */
interface Size {
  width: number
  height: number
}

export interface Leaf extends Size {
  /** The page at so many dots an inch, fewer where it is huge. */
  draw(dpi: number): Promise<Canvas>
  find(words: string): Promise<Omit<Box, 'page'>[]>
  /** Whether it has words that can be looked for. */
  worded(): Promise<boolean>
}

export interface Book {
  total: number
  leaf(page: number): Promise<Leaf>
}

/** A page of A4 at 170 dots an inch has 2.8 million pixels; a poster is drawn coarser, so that a thread's memory is bounded. */
const mostPixels = 16_000_000
const mostImagePixels = 80_000_000

const scaleFor = ({ width, height }: Size, dpi: number): number =>
  Math.min(dpi / 72, Math.sqrt(mostPixels / (width * height)))

const sheetFor = (size: Size, scale: number): Canvas => {
  const sheet = createCanvas(Math.max(1, Math.round(size.width * scale)), Math.max(1, Math.round(size.height * scale)))
  const pen = sheet.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, sheet.width, sheet.height)
  return sheet
}

async function openImage(bytes: Uint8Array): Promise<Book> {
  const image: Image = await loadImage(Buffer.from(bytes)).catch(() => {
    throw new Unfit('broken')
  })
  if (image.width * image.height > mostImagePixels) throw new Unfit('broken')
  const size = { width: image.width * 0.75, height: image.height * 0.75 }
  const leaf: Leaf = {
    ...size,
    draw: async (dpi) => {
      // An image is never enlarged: its own pixels are all that it has.
      const sheet = sheetFor(size, Math.min(96 / 72, scaleFor(size, Math.max(dpi, 96))))
      sheet.getContext('2d').drawImage(image, 0, 0, sheet.width, sheet.height)
      return sheet
    },
    find: async () => [],
    worded: async () => false,
  }
  return { total: 1, leaf: async () => leaf }
}

const pdfFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const folderOf = (name: string): string => `${join(pdfFolder, name)}/`

/** The pages are drawn by our own canvas; the library would look for another of the same kind. */
class OwnCanvas {
  create(width: number, height: number) {
    const canvas = createCanvas(width, height)
    return { canvas, context: canvas.getContext('2d') }
  }
  reset(made: { canvas: Canvas }, width: number, height: number): void {
    made.canvas.width = width
    made.canvas.height = height
  }
  destroy(made: { canvas: Canvas | null; context: unknown }): void {
    made.canvas = null
    made.context = null
  }
}

async function openPdf(bytes: Uint8Array): Promise<Book> {
  Object.assign(globalThis, { DOMMatrix, ImageData, Path2D })
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const loading = getDocument({
    data: bytes,
    CanvasFactory: OwnCanvas,
    standardFontDataUrl: folderOf('standard_fonts'),
    cMapUrl: folderOf('cmaps'),
    wasmUrl: folderOf('wasm'),
    iccUrl: folderOf('iccs'),
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: mostImagePixels,
    verbosity: 0,
  })
  const paper = await loading.promise.catch((fault: unknown) => {
    throw new Unfit((fault as { name?: unknown }).name === 'PasswordException' ? 'locked' : 'broken')
  })
  return { total: paper.numPages, leaf: async (page) => leafOf(await paper.getPage(page)) }
}

function leafOf(page: PDFPageProxy): Leaf {
  const { width, height } = page.getViewport({ scale: 1 })
  const items = async (): Promise<TextItem[]> => {
    const { items: all } = await page.getTextContent({ disableNormalization: true })
    return all.filter((it): it is TextItem => 'str' in it)
  }
  return {
    width,
    height,
    draw: async (dpi) => {
      const scale = scaleFor({ width, height }, dpi)
      const sheet = sheetFor({ width, height }, scale)
      const { promise } = page.render({
        canvas: sheet as unknown as HTMLCanvasElement,
        viewport: page.getViewport({ scale }),
        intent: 'print',
        background: '#fff',
      })
      await promise
      return sheet
    },
    find: async (words) => placesOf(page, await items(), words),
    worded: async () => (await items()).some(({ str }) => /[\p{L}\p{N}]/u.test(str)),
  }
}

/** Widths of letters in thousandths of their size, by font and letter, as the page itself sets them. */
async function widthsOn(page: PDFPageProxy): Promise<Map<string, Map<string, number>>> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { fnArray, argsArray } = await page.getOperatorList({ intent: 'print' })
  const fonts = new Map<string, Map<string, number>>()
  let widths = new Map<string, number>()
  for (const [at, fn] of fnArray.entries()) {
    const args = argsArray[at] as unknown[] | null
    if (fn === OPS.setFont) {
      const name = String(args?.[0])
      widths = fonts.get(name) ?? new Map<string, number>()
      fonts.set(name, widths)
    } else if (fn === OPS.showText)
      for (const glyph of (args?.[0] ?? []) as ({ unicode: string; width: number } | number)[])
        if (typeof glyph === 'object' && glyph !== null) {
          const signs = [...glyph.unicode]
          for (const sign of signs) widths.set(sign, glyph.width / signs.length)
        }
  }
  return fonts
}

/** How far from the run's beginning each of its code units begins, in shares of its width; one more for its end. */
function advancesOf(it: TextItem, widths: ReadonlyMap<string, number> | undefined): number[] {
  const size = Math.hypot(it.transform[0] as number, it.transform[1] as number) || 1
  const known = [...(widths?.values() ?? [])].filter((width) => width > 0)
  const usual = known.length > 0 ? known.reduce((sum, width) => sum + width, 0) / known.length : 500
  const signs = [...it.str]
  const own = signs.map((sign) => ((widths?.get(sign) ?? usual) * size) / 1000)
  const spaces = signs.filter((sign) => /\s/u.test(sign)).length
  const rest = it.width - own.reduce((sum, width) => sum + width, 0)
  // A justified line is stretched at its spaces; a spaced-out word at every letter.
  const share = spaces > 0 && Math.abs(rest) < it.width / 2 ? rest / spaces : 0
  const even = share === 0 && signs.length > 0 ? rest / signs.length : 0
  const advances: number[] = []
  let at = 0
  for (const [place, sign] of signs.entries()) {
    for (let unit = 0; unit < sign.length; unit += 1) advances.push(at)
    at += (own[place] ?? 0) + even + (/\s/u.test(sign) ? share : 0)
  }
  advances.push(at)
  return advances.map((far) => far / (at || 1))
}

/** Boxes end on such a grid, in shares of the page's width, so that the width of a box does not tell the word beneath it. */
const grid = 1 / 120

async function placesOf(page: PDFPageProxy, items: readonly TextItem[], words: string): Promise<Omit<Box, 'page'>[]> {
  const runs: Run[] = items.map(({ str, hasEOL }) => ({ text: str, breaks: hasEOL }))
  const found = findIn(runs, words)
  if (found.length === 0) return []
  const fonts = await widthsOn(page)
  const viewport = page.getViewport({ scale: 1 })
  return found.flatMap(({ run, from, to }) => {
    const it = items[run]
    if (!it) return []
    const [a, b, c, d, e, f] = it.transform as [number, number, number, number, number, number]
    const [along, up] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1]
    const advances = advancesOf(it, fonts.get(it.fontName))
    const [start, end] = [(advances[from] ?? 0) * it.width, (advances[to] ?? 1) * it.width]
    // Below the line as far as the tails of letters go, above it over the marks of capitals.
    const [low, high] = [-0.27 * up, 0.98 * up]
    const corners = [
      [start, low],
      [start, high],
      [end, low],
      [end, high],
    ].map(([x = 0, y = 0]) =>
      viewport.convertToViewportPoint(e + (a / along) * x + (c / up) * y, f + (b / along) * x + (d / up) * y),
    ) as [number, number][]
    const xs = corners.map(([x]) => x / viewport.width)
    const ys = corners.map(([, y]) => y / viewport.height)
    const left = Math.max(0, Math.floor(Math.min(...xs) / grid - 0.15) * grid)
    const right = Math.min(1, Math.ceil(Math.max(...xs) / grid + 0.15) * grid)
    const [top, bottom] = [Math.max(0, Math.min(...ys)), Math.min(1, Math.max(...ys))]
    return [{ x: left, y: top, width: right - left, height: bottom - top }]
  })
}

/** @throws Unfit where the file itself is to blame */
export const openBook = (bytes: Uint8Array, type: Copyable): Promise<Book> =>
  type === 'application/pdf' ? openPdf(bytes) : openImage(bytes)
