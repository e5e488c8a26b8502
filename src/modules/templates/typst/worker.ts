// Runs beside the main thread: one Typst compiler, one sheet at a time. A compilation blocks its thread for some 20 ms.
// A Word document of the same sheet is made here too.
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles, printable } from './fonts.ts'
import type { Letter, Sheet } from './sheet.ts'

export type Order = { ticket: number; as: 'pdf'; sheet: Sheet } | { ticket: number; as: 'docx'; sheet: Letter }

/** `pages` is null for a Word document: it is Word that breaks it into pages. */
export type Answer =
  { ticket: number; bytes: Uint8Array<ArrayBuffer>; pages: number | null } | { ticket: number; fault: string }

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

interface Made {
  bytes: Uint8Array<ArrayBuffer>
  pages: number | null
}

function compile(sheet: Sheet): Made {
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

async function write(sheet: Letter): Promise<Made> {
  // Most days nobody asks for a Word document, so its library is loaded with the first one.
  const { wordOf } = await import('./word.ts')
  return { bytes: Uint8Array.from(await wordOf(inked(sheet) as Letter)), pages: null }
}

const serve = async (order: Order): Promise<void> => {
  const { ticket } = order
  try {
    const made = order.as === 'pdf' ? compile(order.sheet) : await write(order.sheet)
    parentPort?.postMessage({ ticket, ...made } satisfies Answer, [made.bytes.buffer])
  } catch (error) {
    parentPort?.postMessage({ ticket, fault: String(error) } satisfies Answer)
  }
}

parentPort?.on('message', (order: Order) => void serve(order))
