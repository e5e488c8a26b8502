// Files are drawn beside the main thread, a thread for each, a few at once; a queue that grows is turned away.
import { Worker } from 'node:worker_threads'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Box } from '../contract.ts'
import type { Mark } from './mark.ts'
import {
  mostPages,
  type Answer,
  type Burnt,
  type Copyable,
  type Fault,
  type Order,
  type Shown,
  type Task,
} from './order.ts'

/** Threads at once; each holds a file and a page or two as pixels. */
const mostThreads = 2
/** Those who wait hold a connection to the database, so few may. */
const longestQueue = 4
/** A page takes some 150 ms; a file that takes this long has met a fault, and its thread is ended. */
const patienceMs = 60_000

let running = 0
const waiting: (() => void)[] = []

const busy = (): Refusal =>
  new Refusal(
    'too-many',
    {
      kk: 'Қазір көшірмелер дайындалып жатыр. Бірнеше секундтан кейін қайталаңыз.',
      ru: 'Сейчас готовятся другие копии. Повторите через несколько секунд.',
      en: 'Other copies are being made. Try again in a few seconds.',
    },
    { retryAfterSeconds: 5 },
  )

const faults: Record<Fault, (pages: number) => Text> = {
  locked: () => ({
    kk: 'Файл парольмен қорғалған. Паролі жоқ файлды тіркеп, қайталаңыз.',
    ru: 'Файл защищён паролем. Приложите файл без пароля и повторите.',
    en: 'The file is locked with a password. Attach it without one and try again.',
  }),
  broken: () => ({
    kk: 'Файлды беттерге бөліп ашу мүмкін болмады: ол бүлінген немесе тым үлкен.',
    ru: 'Не удалось открыть файл по страницам: он повреждён или слишком велик.',
    en: 'The file could not be opened page by page: it is damaged or too large.',
  }),
  pages: (pages) => ({
    kk: `Файл тым ұзын. Беттер саны: ${pages}, ең көбі: ${mostPages}. Файлды бөліп тіркеңіз.`,
    ru: `Файл слишком длинный. Страниц: ${pages}, допускается: ${mostPages}. Приложите его частями.`,
    en: `The file is too long. Pages: ${pages}, at most: ${mostPages}. Attach it in parts.`,
  }),
  'no such page': (pages) => ({
    kk: `Файлда мұндай бет жоқ. Беттер саны: ${pages}.`,
    ru: `В файле нет такой страницы. Всего страниц: ${pages}.`,
    en: `The file has no such page. Pages in all: ${pages}.`,
  }),
}

function ask(order: Order): Promise<Answer> {
  const thread = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: order,
    transferList: [order.bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 },
  })
  return new Promise<Answer>((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error('the drawing thread did not answer')), patienceMs)
    thread.once('message', (answer: Answer) => resolve(answer))
    thread.once('error', (fault: Error) => reject(fault))
    thread.once('exit', (code) => reject(new Error(`the drawing thread ended with ${code}`)))
    thread.once('exit', () => clearTimeout(deadline))
  }).finally(() => void thread.terminate())
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostThreads) {
    if (waiting.length >= longestQueue) throw busy()
    await new Promise<void>((go) => waiting.push(go))
  }
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/** A thread that runs out of memory has met a file that no reader could open either. */
const isExhausted = (fault: unknown): boolean => (fault as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY'

const unfit = (fault: Fault, pages: number): Refusal => new Refusal('wrong-state', faults[fault](pages))

async function carryOut<V>(
  { bytes, type }: { bytes: Buffer; type: Copyable },
  task: Task,
  take: (answer: Answer) => V | undefined,
): Promise<V> {
  const answer = await inTurn(() => ask({ bytes: Uint8Array.from(bytes), type, task })).catch((fault: unknown) => {
    throw isExhausted(fault) ? unfit('broken', 0) : fault
  })
  if ('fault' in answer) throw unfit(answer.fault, answer.pages)
  const taken = take(answer)
  if (taken === undefined) throw new Error(`drawing: ${'failed' in answer ? answer.failed : 'another answer'}`)
  return taken
}

interface Drawn {
  bytes: Buffer
  type: Copyable
}

/** Pictures of some pages. @throws Refusal 'wrong-state' for a file that cannot be drawn, 'too-many' */
export const showPagesOf = (file: Drawn, from: number, count: number): Promise<Shown> =>
  carryOut(file, { do: 'show', from, count }, (it) => ('shown' in it ? it.shown : undefined))

/** Where these words lie on the pages. Throws as showPagesOf does. */
export const findWordsIn = (file: Drawn, words: string): Promise<Box[]> =>
  carryOut(file, { do: 'find', words }, (it) => ('boxes' in it ? it.boxes : undefined))

/** A PDF of pictures with the boxes burnt in. Throws as showPagesOf does. */
export const burnBoxes = (file: Drawn, boxes: readonly Box[]): Promise<Burnt> =>
  carryOut(file, { do: 'burn', boxes }, (it) => ('burnt' in it ? it.burnt : undefined))

/** One page with the marks of its reader. Throws as showPagesOf does. */
export const showMarkedPage = (file: Drawn, page: number, mark: Mark): Promise<Shown> =>
  carryOut(file, { do: 'mark', page, mark }, (it) => ('shown' in it ? it.shown : undefined))

/** A PDF of pictures, each with the marks of its reader. Throws as showPagesOf does. */
export const markedCopy = (file: Drawn, mark: Mark): Promise<Burnt> =>
  carryOut(file, { do: 'mark', page: null, mark }, (it) => ('burnt' in it ? it.burnt : undefined))

/** The number of the mark on a copy; null where it bears none under this key. Throws as showPagesOf does. */
export async function traceMark(file: Drawn, key: Uint8Array): Promise<number | null> {
  const { traced } = await carryOut(file, { do: 'trace', key }, (it) => ('traced' in it ? it : undefined))
  return traced
}
