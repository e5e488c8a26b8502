// Rendering a reply to PDF/A: cold start of the thread, then warm p50 and p95 one after another, and letters a second at once.
import { closeRenderer, renderPdf, type Setting } from '../src/modules/templates/index.ts'
import { reply } from '../src/modules/templates/reply.ts'

export interface RenderingFigures {
  letters: number
  coldMs: number
  p50Ms: number
  p95Ms: number
  perSecond: number
  bytes: number
  peakMb: number
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
  await closeRenderer()
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10
  return {
    letters,
    coldMs: Math.round(coldMs),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    perSecond: Math.round(perSecond),
    bytes: bytes.length,
    peakMb: Math.round(peak / 1e6),
  }
}
