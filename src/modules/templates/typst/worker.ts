// Runs beside the main thread: one Typst compiler, one sheet at a time. A compilation blocks its thread for some 20 ms.
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles, printable } from './fonts.ts'
import type { Sheet } from './sheet.ts'

export interface Order {
  ticket: number
  sheet: Sheet
}

export type Answer =
  { ticket: number; bytes: Uint8Array<ArrayBuffer>; pages: number } | { ticket: number; fault: string }

const folder = fileURLToPath(new URL('.', import.meta.url))
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fontFiles() }] })

/** Every string of the sheet made printable, whatever its place. */
const inked = (it: unknown): unknown => {
  if (typeof it === 'string') return printable(it)
  if (Array.isArray(it)) return it.map(inked)
  if (it !== null && typeof it === 'object')
    return Object.fromEntries(Object.entries(it).map(([key, value]) => [key, inked(value)]))
  return it
}

function compile(sheet: Sheet): { bytes: Uint8Array<ArrayBuffer>; pages: number } {
  const made = compiler.compile({
    mainFilePath: `${folder}${sheet.layout}.typ`,
    inputs: { sheet: JSON.stringify(inked(sheet)) },
  })
  const result = made.result
  if (!result) throw new Error(JSON.stringify(made.takeError()?.shortDiagnostics ?? 'no page'))
  const bytes = Uint8Array.from(compiler.pdf(result, { pdfStandard: 'a-2a' }))
  // The compiler remembers every layout it ever made; without this the memory grows with each letter.
  compiler.evictCache(2)
  return { bytes, pages: result.numOfPages }
}

parentPort?.on('message', ({ ticket, sheet }: Order) => {
  try {
    const { bytes, pages } = compile(sheet)
    parentPort?.postMessage({ ticket, bytes, pages } satisfies Answer, [bytes.buffer])
  } catch (error) {
    parentPort?.postMessage({ ticket, fault: String(error) } satisfies Answer)
  }
})
