// Marks on a drawn page: words that everybody sees across it, and a pattern in its brightness that nobody does.
// The pattern is a tile of 64 squares repeated over the page; each square tells one bit by being, in places that only the key knows,
// a shade lighter or darker. It outlives JPEG, cutting and printing to PDF; not a photograph or another scale.
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { GlobalFonts, type Canvas } from '@napi-rs/canvas'

const square = 16
const chip = 4
const side = 8
const tile = square * side
const chips = square / chip
/** Shades of 255: seen by no eye on paper, and well above what JPEG takes away. */
const depth = 2
const bits = side * side
/** The rest of the 64 bits proves that the number was written with this key. */
const numberBits = 40

const proofOf = (key: Uint8Array, number: number): number =>
  createHmac('sha256', key).update(`mark ${number}`).digest().readUIntBE(0, 3)

const bitsOf = (key: Uint8Array, number: number): boolean[] => {
  const value = (BigInt(number) << 24n) | BigInt(proofOf(key, number))
  return Array.from({ length: bits }, (_, at) => ((value >> BigInt(bits - 1 - at)) & 1n) === 1n)
}

const numberIn = (key: Uint8Array, said: readonly boolean[]): number | null => {
  const value = said.reduce((sum, bit) => (sum << 1n) | (bit ? 1n : 0n), 0n)
  const number = Number(value >> 24n)
  return Number(value & 0xffffffn) === proofOf(key, number) ? number : null
}

/** Signs of the chips of every square: half of them each way, in an order that the key decides. */
function signsOf(key: Uint8Array): Int8Array[] {
  return Array.from({ length: bits }, (_, at) => {
    const random = createHmac('sha256', key).update(`square ${at}`).digest()
    const order = Array.from({ length: chips * chips }, (_unused, place) => place).sort(
      (a, b) => (random[a] ?? 0) - (random[b] ?? 0) || a - b,
    )
    const signs = new Int8Array(chips * chips)
    for (const [rank, place] of order.entries()) signs[place] = rank % 2 ? 1 : -1
    return signs
  })
}

/** What one tile adds to the brightness of each of its pixels. */
function patternOf(key: Uint8Array, number: number): Int8Array {
  const said = bitsOf(key, number)
  const signs = signsOf(key)
  const pattern = new Int8Array(tile * tile)
  for (let y = 0; y < tile; y += 1)
    for (let x = 0; x < tile; x += 1) {
      const at = Math.floor(y / square) * side + Math.floor(x / square)
      const place = Math.floor((y % square) / chip) * chips + Math.floor((x % square) / chip)
      pattern[y * tile + x] = (signs[at]?.[place] ?? 0) * (said[at] ? depth : -depth)
    }
  return pattern
}

let lettered = false
const face = 'Qorgan Mark'
function letters(): void {
  if (lettered) return
  const require = createRequire(import.meta.url)
  GlobalFonts.register(
    readFileSync(require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf')),
    face,
  )
  lettered = true
}

/** The lines again and again across the page, over everything that is drawn on it. */
function write(sheet: Canvas, lines: readonly string[]): void {
  letters()
  const pen = sheet.getContext('2d')
  const size = Math.max(11, Math.round(sheet.width / 42))
  const gap = size * 1.35
  pen.save()
  pen.font = `${size}px "${face}"`
  pen.textAlign = 'center'
  pen.fillStyle = 'rgba(20, 60, 120, 0.2)'
  const width = Math.max(...lines.map((line) => pen.measureText(line).width)) + size * 4
  const height = gap * lines.length + size * 5
  pen.translate(sheet.width / 2, sheet.height / 2)
  pen.rotate(-Math.PI / 7)
  const reach = Math.hypot(sheet.width, sheet.height) / 2 + Math.max(width, height)
  for (let row = -Math.ceil(reach / height); row * height < reach; row += 1)
    for (let column = -Math.ceil(reach / width); column * width < reach; column += 1)
      for (const [at, line] of lines.entries())
        pen.fillText(line, column * width + (row % 2 ? width / 2 : 0), row * height + at * gap)
  pen.restore()
}

export interface Mark {
  key: Uint8Array
  number: number
  /** What everybody sees. */
  lines: readonly string[]
}

export function markSheet(sheet: Canvas, { key, number, lines }: Mark): void {
  write(sheet, lines)
  const pen = sheet.getContext('2d')
  const image = pen.getImageData(0, 0, sheet.width, sheet.height)
  const { data, width, height } = image
  const pattern = patternOf(key, number)
  // White and black both keep room for a shade either way.
  const scaled = Uint8Array.from({ length: 256 }, (_, value) => depth + Math.round((value * (255 - 2 * depth)) / 255))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      const shade = pattern[(y % tile) * tile + (x % tile)] ?? 0
      for (let colour = 0; colour < 3; colour += 1) data[at + colour] = (scaled[data[at + colour] ?? 0] ?? 0) + shade
    }
  pen.putImageData(image, 0, 0)
}

/** Brightness of a pixel against those around it that are of its own kind, paper or ink, summed over all tiles. */
function folded(sheet: Canvas): Float64Array {
  const { data, width, height } = sheet.getContext('2d').getImageData(0, 0, sheet.width, sheet.height)
  const grey = new Float32Array(width * height)
  for (let at = 0; at < grey.length; at += 1)
    grey[at] = ((data[at * 4] ?? 0) * 299 + (data[at * 4 + 1] ?? 0) * 587 + (data[at * 4 + 2] ?? 0) * 114) / 1000
  const fold = new Float64Array(tile * tile)
  const reach = square / 2
  for (let y = reach; y < height - reach; y += 1)
    for (let x = reach; x < width - reach; x += 1) {
      const own = grey[y * width + x] ?? 0
      let [total, alike] = [0, 0]
      for (let down = -reach; down <= reach; down += 2)
        for (let right = -reach; right <= reach; right += 2) {
          const other = grey[(y + down) * width + x + right] ?? 0
          if (other - own > depth * 5 || own - other > depth * 5) continue
          total += other
          alike += 1
        }
      // Too few of its kind: an edge of a letter, which would drown the pattern.
      if (alike < 20) continue
      const differs = own - total / alike
      const place = (y % tile) * tile + (x % tile)
      fold[place] = (fold[place] ?? 0) + Math.max(-depth * 1.5, Math.min(depth * 1.5, differs))
    }
  return fold
}

/** Sums of chips that begin at each pixel of the tile, which runs on at its edges. */
function chipSums(fold: Float64Array): Float64Array {
  const rows = new Float64Array(tile * tile)
  const sums = new Float64Array(tile * tile)
  for (let y = 0; y < tile; y += 1)
    for (let x = 0; x < tile; x += 1)
      for (let step = 0; step < chip; step += 1)
        rows[y * tile + x] = (rows[y * tile + x] ?? 0) + (fold[y * tile + ((x + step) % tile)] ?? 0)
  for (let y = 0; y < tile; y += 1)
    for (let x = 0; x < tile; x += 1)
      for (let step = 0; step < chip; step += 1)
        sums[y * tile + x] = (sums[y * tile + x] ?? 0) + (rows[((y + step) % tile) * tile + x] ?? 0)
  return sums
}

/** The number that a page bears under this key, wherever it was cut; null where it bears none. */
export function numberOn(sheet: Canvas, key: Uint8Array): number | null {
  const sums = chipSums(folded(sheet))
  const signs = signsOf(key)
  const shifts: { said: boolean[]; score: number }[] = []
  for (let down = 0; down < tile; down += 1)
    for (let right = 0; right < tile; right += 1) {
      const said: boolean[] = []
      let score = 0
      for (let at = 0; at < bits; at += 1) {
        const [top, left] = [Math.floor(at / side) * square + down, (at % side) * square + right]
        let likeness = 0
        for (let place = 0; place < chips * chips; place += 1) {
          const [y, x] = [top + Math.floor(place / chips) * chip, left + (place % chips) * chip]
          likeness += (signs[at]?.[place] ?? 0) * (sums[(y % tile) * tile + (x % tile)] ?? 0)
        }
        said.push(likeness > 0)
        score += Math.abs(likeness)
      }
      shifts.push({ said, score })
    }
  shifts.sort((a, b) => b.score - a.score)
  for (const { said } of shifts.slice(0, 24)) {
    const number = numberIn(key, said)
    if (number !== null) return number
  }
  return null
}
