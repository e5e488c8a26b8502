// What the house performs while a file passes through: each batch an operation, with its own entries in the journal.
import { z } from 'zod'
import { addDays } from '../../kernel/calendar.ts'
import { instantOf } from '../../kernel/clock.ts'
import { id, shape } from '../../kernel/contract.ts'
import { readBytes } from '../../kernel/files/index.ts'
import { journal } from '../../kernel/journal.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { takeIn } from '../submissions/index.ts'
import * as shapes from './contract.ts'
import type { Ground, Judged, RowFault } from './judging.ts'
import { fields, spelt, type Field } from './mapping.ts'
import { importRecord } from './records.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export interface Opened {
  it: store.Import
  content: Buffer
  ground: Ground
}

const byName = (rows: readonly { id: string; words: readonly (string | null | undefined)[] }[]): Map<string, string> =>
  new Map(rows.flatMap(({ id: key, words }) => words.flatMap((word) => (word ? [[spelt(word), key] as const] : []))))

const all = (text: Text | null): (string | undefined)[] => [text?.kk, text?.ru, text?.en]

const groundOf = async (tx: Tx): Promise<Ground> => {
  const { courts, units } = await store.namesOf(tx)
  return {
    today: tx.today,
    at: tx.at,
    textMax: tx.parameter('appeal.text.max').value,
    pepper: tx.house.pepper,
    courts: byName(courts.map((it) => ({ id: it.id, words: [it.code, ...all(it.name)] }))),
    units: byName(units.map((it) => ({ id: it.id, words: [it.code, ...all(it.name), ...all(it.region)] }))),
  }
}

const sourceTitle = { kk: 'Файлды оқу', ru: 'Чтение файла', en: 'Reading the file' }

export const openSource = query(
  shape('exchange.openSource', z.object({ id }), z.custom<Opened>(Boolean), sourceTitle),
  {
    clauses: ['5.14'],
    record: importRecord,
    rules: [rules.isHouse],
    inner: true,
    run: async ({ subject, tx }) => ({
      it: subject,
      content: await readBytes(tx, subject.fileId),
      ground: await groundOf(tx),
    }),
  },
)

export const listUnregistered = query(
  shape('exchange.unregistered', z.object({ id }), z.object({ ids: z.array(id) }), {
    kk: 'Тіркелмеген өтініштер',
    ru: 'Незарегистрированные обращения',
    en: 'Appeals not registered yet',
  }),
  {
    clauses: ['6.23'],
    record: importRecord,
    rules: [rules.isHouse],
    inner: true,
    run: async ({ subject, tx }) => ({ ids: await store.unregistered(tx, subject.id) }),
  },
)

/** A trial that was interrupted begins anew, for it changed nothing; an import goes on behind its last row. */
export const beginPass = command(shapes.beginPass, {
  clauses: ['5.14'],
  record: importRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ subject, tx }) => {
    if (subject.state === 'importing') return { cursor: subject.cursor }
    await store.clearPass(tx, subject.id)
    return { cursor: 0 }
  },
})

const otherNow: Text = {
  kk: 'Бұл өріс бұрын түскеннен өзгеше. Алғаш түскені өзгертілмеді.',
  ru: 'Это поле отличается от поступившего ранее. Поступившее первым не изменено.',
  en: 'This field differs from what came first. What came first is unchanged.',
}

const isField = (it: string): it is Field => fields.some((field) => field === it)

const differences = (came: Readonly<Record<string, string>>, comes: Readonly<Record<string, string>>): RowFault[] =>
  [...new Set([...Object.keys(came), ...Object.keys(comes)])]
    .filter((field) => isField(field) && came[field] !== comes[field])
    .map((field) => ({ field: field as Field, says: otherNow }))

const known = (judged: Judged, came: Readonly<Record<string, string>>): store.Outcome => {
  // Of a destroyed appeal one hash is left: its number is known, and there is nothing to compare.
  const faults = came['whole'] === undefined ? differences(came, judged.prints) : []
  return { row: judged.row, outcome: faults.length ? 'differing' : 'known', faults }
}

const asFaults = (refusal: Refusal): RowFault[] =>
  (refusal.fields.length ? refusal.fields : [{ path: '', says: refusal.says }]).map(({ path, says }) => ({
    field: isField(path) ? path : null,
    says,
  }))

/** Takes one appeal in: slip, clock, search and news as for any other; an entry of the journal of its own. */
const take = async (tx: Tx, it: store.Import, judged: Judged): Promise<store.Outcome> => {
  const { row, number, taking } = judged
  if (!taking || number === null) return { row, outcome: 'bad', faults: judged.faults }
  const details: Record<string, unknown> = { outside: number, import: it.id, row }
  // The batch is about the import; each appeal gets its entry below.
  const alone: Tx = { ...tx, about: () => {}, note: (more) => void Object.assign(details, more) }
  try {
    const slip = await takeIn(alone, taking.brought, {
      channel: 'system',
      key: `outside ${it.system} ${number}`,
      receivedAt: new Date(taking.receivedAt),
      subject: taking.subject,
      unit: taking.unit ?? undefined,
      outside: { system: it.system, number },
    })
    if (!slip) {
      const came = (await store.originsOf(tx, it.system, [number])).get(number)
      if (!came) throw new Error('an appeal was neither stored nor found')
      return known(judged, came)
    }
    await store.keepOrigin(tx, it, judged, slip.id)
    const entry = { operation: passRows, actor: tx.actor, at: tx.at, kind: 'appeal', recordId: slip.id } as const
    await journal(tx.db, { ...entry, outcome: 'done', details })
    return { row, outcome: 'fresh', faults: [] }
  } catch (fault) {
    // Such a refusal comes before anything is written.
    if (fault instanceof Refusal && fault.reason === 'invalid') return { row, outcome: 'bad', faults: asFaults(fault) }
    throw fault
  }
}

const outcomeOf = async (
  tx: Tx,
  it: store.Import,
  judged: Judged,
  came: Readonly<Record<string, string>> | undefined,
): Promise<store.Outcome> => {
  const { row, faults, taking, earlier } = judged
  if (!taking) return { row, outcome: 'bad', faults }
  if (came) return known(judged, came)
  if (it.state === 'importing') return take(tx, it, judged)
  return earlier ? known(judged, earlier) : { row, outcome: 'fresh', faults: [] }
}

export const passRows = command(shapes.passRows, {
  clauses: ['6.23', '5.14'],
  record: importRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ input: { after, upTo, rows }, subject, tx }) => {
    // Another attempt of the same job has been here.
    if (subject.cursor !== after || !['trying', 'importing'].includes(subject.state)) return { cursor: subject.cursor }
    const numbers = rows.flatMap(({ number }) => (number === null ? [] : [number]))
    const origins = await store.originsOf(tx, subject.system, numbers)
    const outcomes: store.Outcome[] = []
    for (const judged of rows) outcomes.push(await outcomeOf(tx, subject, judged, origins.get(judged.number ?? '')))
    await store.keepOutcomes(tx, subject, upTo, outcomes)
    tx.note({ rows: rows.length, upTo })
    return { cursor: upTo }
  },
})

export const settleTrial = command(shapes.settleTrial, {
  clauses: ['5.14'],
  record: importRecord,
  rules: [rules.isHouse],
  step: 'settle',
  inner: true,
  run: async ({ subject: { id: one, fresh, known: same, differing, bad }, tx }) => {
    await store.changeImport(tx, one, { total: fresh + same + differing + bad })
    return {}
  },
})

export const finishImport = command(shapes.finishImport, {
  clauses: ['6.23'],
  record: importRecord,
  rules: [rules.isHouse],
  step: 'finish',
  inner: true,
  run: async ({ subject, tx }) => {
    await store.changeImport(tx, subject.id, { ended_at: tx.at })
    return {}
  },
})

export const listLeft = query(shapes.listLeft, {
  clauses: ['5.16'],
  rules: [rules.isHouse],
  inner: true,
  run: async ({ tx }) => {
    const last = addDays(tx.today, -tx.parameter('retention.imports').value)
    return { ids: await store.leftLying(tx, instantOf(`${last}T00:00`)) }
  },
})

export const lapseImport = command(shapes.lapseImport, {
  clauses: ['5.16'],
  record: importRecord,
  rules: [rules.isHouse],
  step: 'lapse',
  inner: true,
  run: async ({ subject, tx }) => {
    await store.changeImport(tx, subject.id, { ended_at: tx.at })
    return {}
  },
})

export const failImport = command(shapes.failImport, {
  clauses: ['5.14'],
  record: importRecord,
  rules: [rules.isHouse],
  step: 'fail',
  inner: true,
  run: async ({ input: { says }, subject, tx }) => {
    await store.changeImport(tx, subject.id, { ended_at: tx.at, fault: says })
    return {}
  },
})
