// A PDF of nothing but pictures: a page, an image on it, and no more. No text, no fonts, no metadata, no attachments, no names.

export interface PicturedPage {
  /** Points. */
  width: number
  height: number
  /** Pixels of the picture. */
  columns: number
  rows: number
  jpeg: Uint8Array
}

const fixed = (it: number): string => String(Math.round(it * 100) / 100)

/** Objects 1 and 2 are the catalogue and the tree of pages; then three for each page: the page, its drawing, its picture. */
export function pdfOf(pages: readonly PicturedPage[]): Buffer<ArrayBuffer> {
  const pieces: Buffer[] = []
  const offsets: number[] = []
  let length = 0
  const write = (...parts: (string | Uint8Array)[]): void => {
    for (const part of parts) {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)
      pieces.push(bytes)
      length += bytes.length
    }
  }
  const object = (number: number, ...parts: (string | Uint8Array)[]): void => {
    offsets[number] = length
    write(`${number} 0 obj\n`, ...parts, '\nendobj\n')
  }
  write('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n')
  object(1, '<</Type/Catalog/Pages 2 0 R>>')
  const kids = pages.map((_, at) => `${3 + at * 3} 0 R`).join(' ')
  object(2, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`)
  for (const [at, { width, height, columns, rows, jpeg }] of pages.entries()) {
    const [page, drawing, picture] = [3 + at * 3, 4 + at * 3, 5 + at * 3]
    const box = `0 0 ${fixed(width)} ${fixed(height)}`
    object(
      page,
      `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Resources<</XObject<</P ${picture} 0 R>>>>/Contents ${drawing} 0 R>>`,
    )
    const draw = `q ${fixed(width)} 0 0 ${fixed(height)} 0 0 cm /P Do Q`
    object(drawing, `<</Length ${draw.length}>>stream\n${draw}\nendstream`)
    const told =
      `<</Type/XObject/Subtype/Image/Width ${columns}/Height ${rows}/ColorSpace/DeviceRGB/BitsPerComponent 8` +
      `/Filter/DCTDecode/Length ${jpeg.length}>>stream\n`
    object(picture, told, jpeg, '\nendstream')
  }
  const start = length
  const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  write(`xref\n0 ${rows.length + 1}\n0000000000 65535 f \n`, ...rows)
  write(`trailer\n<</Size ${rows.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.concat(pieces)
}
