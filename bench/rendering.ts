// Rendering papers: cold start of the thread, then replies to PDF/A warm, one after another and at once, the same as Word
// documents, and a request of two pages with a check code and an official-use mark.
import { closeRenderer, renderDocx, renderPdf, type Setting } from '../src/modules/templates/index.ts'
import { request } from '../src/modules/templates/asking.ts'
import { reply } from '../src/modules/templates/reply.ts'

export interface RenderingFigures {
  letters: number
  coldMs: number
  p50Ms: number
  p95Ms: number
  perSecond: number
  bytes: number
  peakMb: number
  /** A reply as a Word document. */
  docxP95Ms: number
  /** A request of two pages, marked and with its code. */
  twoPagesP95Ms: number
}

const setting: Setting = {
  at: new Date('2026-11-23T04:00:00Z'),
  unit: { kk: 'Ішкі қауіпсіздік бөлімі', ru: 'Отдел внутренней безопасности', en: 'Internal Security Department' },
  number: '6001-26-7-7/12',
  on: '2026-11-23',
  signatory: {
    post: { kk: 'Меңгеруші', ru: 'Заведующий', en: 'Head of the Department' },
    name: { kk: 'М. Ержанов', ru: 'М. Ержанов', en: 'M. Yerzhanov' },
  },
  executor: { name: { kk: 'А. Серікова', ru: 'А. Серикова', en: 'A. Serikova' }, contact: null },
  answers: { number: '6001-26-7-6/1184', on: '2026-11-09' },
  complaintMonths: 3,
  draft: false,
  check: null,
  mark: null,
}

/** A reply of about a page and a half, no two alike, so that nothing is answered from memory. */
const words = (n: number) => ({
  addressee: `Ахметов Асан Үсенұлы, ${n}`,
  address: 'Алматы облысы, Талғар қаласы, Тәуелсіздік көшесі, 12-үй',
  subject: `Кеңсе қызметкерінің істі тіркегені үшін ақы сұрауы туралы, ${n}`,
  established: `Кеңсе журналдары мен бейнебақылау жазбалары тексерілді, ${n}-қадам. `
    .repeat(30)
    .replaceAll('. ', '.\n'),
  ground: '«Сыбайлас жемқорлыққа қарсы іс-қимыл туралы» Қазақстан Республикасы Заңының 15-бабы.',
  outcome: `Өтінішіңіз ішінара қанағаттандырылды, материалдар құзыретті органға жіберілді. Шығыс белгісі: ${n}.`,
})

const render = (n: number) => renderPdf(reply, words(n), 'kk', setting)

const marked: Setting = {
  ...setting,
  check: 'https://qorgan.example/check/8F3K-2M9Q-7TXW-44LD',
  mark: {
    title: { kk: 'Қызмет бабында пайдалану үшін', ru: 'Для служебного пользования', en: 'For official use only' },
    ground: 'Қызметтік ақпарат тізбесінің 4-тармағы',
    copy: '2',
    until: '2031-11-23',
  },
}

const twoPages = (n: number) => {
  const fields = {
    addressee: `Талғар аудандық соты, ${n}`,
    address: null,
    subject: `Істерді бөлу журналдары туралы, ${n}`,
    asked: Array.from({ length: 45 }, (_, i) => `${i + 1}-құжаттың көшірмесі, ${n}`).join('\n'),
    ground: 'Ереженің 5-тармағының 6) тармақшасы.',
    until: '2026-12-07',
  }
  return renderPdf(request, fields, 'kk', marked)
}

const rounded = (it: number): number => Math.round(it * 10) / 10

/** The time within which 95 of 100 are made, one after another. */
async function p95(times: number, make: (n: number) => Promise<unknown>): Promise<number> {
  await make(-1)
  const taken: number[] = []
  for (let n = 0; n < times; n += 1) {
    const from = performance.now()
    await make(n)
    taken.push(performance.now() - from)
  }
  taken.sort((a, b) => a - b)
  return rounded(taken[Math.floor(times * 0.95)] ?? 0)
}

/** Milliseconds; memory of the whole process in megabytes. */
export async function benchRendering(letters = 300): Promise<RenderingFigures> {
  const begun = performance.now()
  const { bytes } = await render(-1)
  const coldMs = performance.now() - begun
  const times: number[] = []
  let peak = 0
  for (let n = 0; n < letters; n += 1) {
    const from = performance.now()
    await render(n)
    times.push(performance.now() - from)
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  times.sort((a, b) => a - b)
  const together = performance.now()
  await Promise.all(Array.from({ length: 100 }, (_, n) => render(letters + n)))
  const perSecond = 100_000 / (performance.now() - together)
  const docxP95Ms = await p95(letters, (n) => renderDocx(reply, words(n), 'kk', setting))
  const twoPagesP95Ms = await p95(letters, twoPages)
  await closeRenderer()
  const at = (share: number): number => rounded(times[Math.floor(times.length * share)] ?? 0)
  return {
    letters,
    coldMs: Math.round(coldMs),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    perSecond: Math.round(perSecond),
    bytes: bytes.length,
    peakMb: Math.round(peak / 1e6),
    docxP95Ms,
    twoPagesP95Ms,
  }
}
