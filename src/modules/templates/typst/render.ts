// From a sheet to a PDF/A-2a, beside the main thread. One worker is enough: a letter takes some 20 ms.
import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Letter, Sheet } from './sheet.ts'
import type { Answer, Order } from './worker.ts'

export interface Pdf {
  bytes: Buffer
  /** Hex. */
  sha256: string
  pages: number
}

interface Made {
  bytes: Buffer
  pages: number | null
}

type Wanted = { as: 'pdf'; sheet: Sheet } | { as: 'docx'; sheet: Letter }

interface Waiting {
  resolve: (made: Made) => void
  reject: (error: Error) => void
  deadline: NodeJS.Timeout
}

/** Orders under way before the next is turned away: some five seconds of work. */
const longestQueue = 200
/** A letter takes 20 ms; one that takes this long has met a fault of the compiler, and its thread is replaced. */
const patienceMs = 15_000
/** The compiler holds some 100 MB; a quiet house gives them back. */
const idleMs = 120_000

let worker: Worker | undefined
let idle: NodeJS.Timeout | undefined
let lastTicket = 0
const waiting = new Map<number, Waiting>()

const busy = (): Refusal =>
  new Refusal(
    'too-many',
    {
      kk: 'Құжаттарды дайындау кезегі толып тұр. Бірнеше секундтан кейін қайталаңыз.',
      ru: 'Очередь подготовки документов заполнена. Повторите через несколько секунд.',
      en: 'The queue of documents being prepared is full. Try again in a few seconds.',
    },
    { retryAfterSeconds: 5 },
  )

function settle(ticket: number, close: (order: Waiting) => void): void {
  const order = waiting.get(ticket)
  if (!order) return
  waiting.delete(ticket)
  clearTimeout(order.deadline)
  close(order)
  if (waiting.size > 0) return
  // Neither the thread nor its clock may keep a finished program alive.
  worker?.unref()
  idle = setTimeout(() => void closeRenderer(), idleMs).unref()
}

function take(answer: Answer): void {
  settle(answer.ticket, ({ resolve, reject }) => {
    if ('fault' in answer) return reject(new Error(`typst: ${answer.fault}`))
    resolve({ bytes: Buffer.from(answer.bytes.buffer), pages: answer.pages })
  })
}

function abandon(from: Worker, reason: Error): void {
  if (worker !== from) return
  worker = undefined
  void from.terminate()
  for (const ticket of [...waiting.keys()]) settle(ticket, ({ reject }) => reject(reason))
}

function start(): Worker {
  const made = new Worker(new URL('./worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 },
  })
  made.on('message', take)
  made.on('error', (error: Error) => abandon(made, error))
  made.on('exit', (code) => abandon(made, new Error(`the document thread ended with ${code}`)))
  return made
}

function order(wanted: Wanted): Promise<Made> {
  if (waiting.size >= longestQueue) return Promise.reject(busy())
  clearTimeout(idle)
  const thread = (worker ??= start())
  thread.ref()
  const ticket = ++lastTicket
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => abandon(thread, new Error('the document thread did not answer')), patienceMs)
    waiting.set(ticket, { resolve, reject, deadline })
    thread.postMessage({ ticket, ...wanted } satisfies Order)
  })
}

/** Renders a sheet. Equal sheets give equal bytes. Refuses with 'too-many' when the queue is full. */
export async function renderSheet(sheet: Sheet): Promise<Pdf> {
  const { bytes, pages } = await order({ as: 'pdf', sheet })
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), pages: pages ?? 0 }
}

/** The same letter as a Word document. Refuses with 'too-many' when the queue is full. */
export const renderWord = async (sheet: Letter): Promise<Buffer> => (await order({ as: 'docx', sheet })).bytes

/** Ends the thread; orders under way are refused. The next order starts a new one. */
export async function closeRenderer(): Promise<void> {
  clearTimeout(idle)
  const ending = worker
  worker = undefined
  for (const ticket of [...waiting.keys()])
    settle(ticket, ({ reject }) => reject(new Error('the document thread was closed')))
  clearTimeout(idle)
  await ending?.terminate()
}
