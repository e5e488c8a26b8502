// An address as a QR code: the dark modules as one SVG path, which is data for the page and never markup.
import { create } from 'qrcode'
import type { Qr } from './typst/sheet.ts'

export function qrPath(address: string): Qr {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const rows = Array.from({ length: modules.size }, (_, y) => {
    const dark = Array.from({ length: modules.size }, (_cell, x) => modules.get(y, x) === 1)
    // A run of dark modules is one rectangle, so that no hairline shows between neighbours.
    return dark
      .map((it, x) =>
        it && !dark[x - 1]
          ? `M${x} ${y}h${dark.indexOf(false, x) === -1 ? dark.length - x : dark.indexOf(false, x) - x}v1H${x}z`
          : '',
      )
      .join('')
  })
  return { side: modules.size, path: rows.join('') }
}
