// What is measured apart from the running house: the journal in a database of its own, and the rendering of letters.
import { migrate } from '../src/kernel/migrate.ts'
import { benchJournal } from './journal.ts'
import { benchRendering } from './rendering.ts'
import type { Figure } from './figures.ts'
import { askOwner } from './opening.ts'

const database = 'bench_journal'
const roles = { app: 'bench_app', portal: 'bench_portal' }

export const measureJournal = async (ownerUrl: string, entries: number): Promise<Figure[]> => {
  const own = new URL(ownerUrl)
  own.pathname = `/${database}`
  await askOwner(ownerUrl, `create database ${database}`)
  try {
    await migrate({ ownerUrl: own.href, roles, passwords: { app: 'bench', portal: 'bench' } })
    const it = await benchJournal({ owner: own.href, entries })
    const count = it.entries.toLocaleString('en')
    return [
      {
        section: 'journal',
        what: 'appending from the inbox to a signed checkpoint, inbox full',
        values: { 'entries per s': it.appendPerSecond },
        anchors: [{ value: 'entries per s', least: 1_500 }],
      },
      {
        section: 'journal',
        what: '32 writers, one transaction an entry, until the last is sealed',
        values: { 'entries per s': it.writtenAndSealedPerSecond },
        anchors: [],
      },
      {
        section: 'journal',
        what: `verifying the database, ${count} entries`,
        values: { s: it.verifySeconds, 's per million': it.verifySecondsPerMillion },
        anchors: [{ value: 's per million', most: 10 }],
      },
      {
        section: 'journal',
        what: `verifying the export with one file, ${count} entries`,
        values: { s: it.verifyExportSeconds, 's per million': it.verifyExportSecondsPerMillion },
        anchors: [{ value: 's per million', most: 10 }],
      },
    ]
  } finally {
    await askOwner(ownerUrl, `drop database ${database} with (force)`)
  }
}

export const measureRendering = async (letters: number): Promise<Figure[]> => {
  const { coldMs, p50Ms, p95Ms, perSecond, bytes, docxP95Ms, twoPagesP95Ms } = await benchRendering(letters)
  const values = { 'first ms': coldMs, 'p50 ms': p50Ms, 'p95 ms': p95Ms, 'per s at once': perSecond, kB: bytes / 1000 }
  const anchors = [{ value: 'p95 ms', most: 150 }]
  return [
    { section: 'rendering', what: 'signed reply as PDF/A, page and a half', values, anchors },
    { section: 'rendering', what: 'the same as a Word document', values: { 'p95 ms': docxP95Ms }, anchors },
    {
      section: 'rendering',
      what: 'request of two pages with check code and mark',
      values: { 'p95 ms': twoPagesP95Ms },
      anchors,
    },
  ]
}
