// What the house does itself: opens the reconciliation by the clock, reads the list, hears that the act was signed.
import { z } from 'zod'
import { dotted } from '../../kernel/calendar.ts'
import { id, shape } from '../../kernel/contract.ts'
import { readBytes } from '../../kernel/files/index.ts'
import type { House } from '../../kernel/house.ts'
import { mayTake } from '../../kernel/lifecycle.ts'
import type { Reaction } from '../../kernel/module.ts'
import { command, query } from '../../kernel/operation.ts'
import { perform } from '../../kernel/perform.ts'
import { openSheet, SheetFault, type SheetFile } from '../../kernel/sheets/index.ts'
import { systemActor } from '../../kernel/system.ts'
import { documentRecord } from '../documents/index.ts'
import { bytesOf } from '../exchange/index.ts'
import { headOn, unitsOn } from '../org/index.ts'
import { openDuty, tell } from '../work/index.ts'
import * as shapes from './contract.ts'
import { reconciliationLife } from './lifecycle.ts'
import { fieldTitles, neededFields, type Mapping } from './mapping.ts'
import { columnOf, compare, lineOf, type Line } from './matching.ts'
import { periodBefore } from './periods.ts'
import { captionOf, reconciliationRecord } from './records.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** A month to ask for the list and to decide the differences: the house's own measure. */
const workingDays = 20

export const watchQuarters = command(shapes.watchQuarters, {
  clauses: ['6.16', '6.17'],
  rules: [rules.isHouse],
  inner: true,
  run: async ({ tx }) => {
    const { value: months } = tx.parameter('criminal-cases.reconciliation')
    const period = periodBefore(tx.today, months)
    const dueOn = tx.calendar.addWorkingDays(tx.today, workingDays)
    const opened = await store.begin(tx, { ...period, dueOn })
    if (!opened) return { opened: 0 }
    const head = (await headOn(tx, tx.today))?.id ?? null
    const department = (await unitsOn(tx, tx.today)).find(({ kind }) => kind === 'department')
    if (!department) throw new Error('the Department is not among the units')
    const number = `${dotted(period.from)} – ${dotted(period.until)}`
    const place = { kind: 'reconciliation', recordId: opened, number }
    await openDuty(tx, {
      ...place,
      stage: 'reconcile',
      title: reconciliationRecord.title.kk,
      clause: '6.16',
      holder: head,
      unit: department.id,
      openedOn: tx.today,
      dueOn,
    })
    await tell(tx, { ...place, to: [head], news: 'assigned' })
    tx.about('reconciliation', opened)
    return { opened: 1 }
  },
})

interface Opened {
  state: string
  mapping: Mapping
  content: Buffer
}
const sourceTitle = { kk: 'Тізімді оқу', ru: 'Чтение списка', en: 'Reading the list' }

const openSource = query(
  shape(
    'reconciliation.source',
    z.object({ id }),
    z.custom<Opened | null>(() => true),
    sourceTitle,
  ),
  {
    clauses: ['6.16'],
    record: reconciliationRecord,
    rules: [rules.isHouse],
    inner: true,
    run: async ({ subject, tx }) => {
      const profile = subject.profile_id ? await store.findProfile(tx, subject.profile_id) : null
      if (!profile || !subject.file_id) return null
      return { state: subject.state, mapping: profile.mapping, content: await readBytes(tx, subject.file_id) }
    },
  },
)

export const compareList = command(shapes.compareList, {
  clauses: ['6.16', '6.17'],
  record: reconciliationRecord,
  rules: [rules.isHouse],
  step: 'compare',
  inner: true,
  run: async ({ input: { lines }, subject, tx }) => {
    const names = lines.flatMap(({ nameKey }) => nameKey ?? [])
    const period = { from: subject.from_on, until: subject.until_on }
    const compared = compare(lines, await store.ours(tx, period, lines, names))
    await store.putRows(tx, subject.id, compared)
    await store.change(tx, subject.id, { compared_at: tx.at })
    await tell(tx, {
      to: [subject.brought_by],
      news: 'came',
      kind: 'reconciliation',
      recordId: subject.id,
      number: captionOf(subject),
    })
    tx.note({ lines: lines.length })
    return {}
  },
})

const failList = command(shapes.failList, {
  clauses: ['6.16'],
  record: reconciliationRecord,
  rules: [rules.isHouse],
  step: 'fail',
  inner: true,
  run: async ({ input, subject, tx }) => {
    await store.change(tx, subject.id, { fault: input.says })
    return {}
  },
})

const checkColumns = ({ columns }: SheetFile, mapping: Mapping): void => {
  if (!columns) return
  for (const field of neededFields) {
    if (columnOf(mapping, columns, field)) continue
    const wanted = (mapping.columns[field] ?? []).join(', ')
    const there = columns.filter(Boolean).slice(0, 30).join(', ')
    const { kk, ru, en } = fieldTitles[field]
    throw new SheetFault({
      kk: `«${kk}» өрісінің бағаны табылмады. Профиль күткен атаулар: ${wanted}. Файлдағы бағандар: ${there}.`,
      ru: `Не найден столбец поля «${ru}». Профиль ожидает: ${wanted}. В файле есть: ${there}.`,
      en: `There is no column for “${en}”. The profile expects: ${wanted}. The file has: ${there}.`,
    })
  }
}

/** Every line of the file that says something, by the profile. @throws SheetFault */
async function readLines(content: Buffer, mapping: Mapping): Promise<Line[]> {
  const sheet = await openSheet(bytesOf(content), mapping)
  checkColumns(sheet, mapping)
  const lines: Line[] = []
  for await (const row of sheet.rows) {
    const line = lineOf(row, mapping)
    if (line) lines.push(line)
  }
  return lines
}

/** Reads the list outside any transaction and compares it in one; a repeated job finds it compared and does nothing. */
export async function readList(house: House, payload: Record<string, unknown>): Promise<void> {
  const record = typeof payload['id'] === 'string' ? payload['id'] : ''
  const { result } = await perform(house, openSource, systemActor, { id: record })
  if (!result || !mayTake(reconciliationLife, 'compare', result.state)) return
  try {
    const lines = await readLines(result.content, result.mapping)
    await perform(house, compareList, systemActor, { id: record, lines })
  } catch (fault) {
    if (!(fault instanceof SheetFault)) throw fault
    await perform(house, failList, systemActor, { id: record, says: fault.says })
  }
}

const noteSigned = command(shapes.noteSigned, {
  clauses: ['15', '6.17'],
  record: reconciliationRecord,
  rules: [rules.isHouse],
  step: 'sign',
  inner: true,
  run: async ({ input, subject, tx }) => {
    const document = await documentRecord.find(tx, input.document, false)
    await store.change(tx, subject.id, {
      signed_on: document?.signed?.on ?? tx.today,
      act_number: document?.number ?? null,
    })
    await tell(tx, {
      to: [subject.brought_by],
      news: 'signed',
      kind: 'reconciliation',
      recordId: subject.id,
      number: captionOf(subject),
    })
    return {}
  },
})

interface About {
  kind: string
  id: string
}
export const reactions: readonly Reaction[] = [
  {
    on: 'documents.signed',
    perform: noteSigned,
    when: ({ about, template }) => (about as About | null)?.kind === 'reconciliation' && template === 'act',
    input: ({ documentId, about }) => ({ id: (about as About).id, document: documentId }),
  },
]
export const inner = [openSource, watchQuarters, compareList, failList, noteSigned] as const
