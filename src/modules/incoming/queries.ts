// What is read of the incoming register: the list, its sheet, one document, its files, and the choices of the forms.
import type { z } from 'zod'
import { readFile } from '../../kernel/files/index.ts'
import { daysLeft } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Cell } from '../../kernel/reply.ts'
import { search } from '../../kernel/search/index.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { captionOfEmployees, unitsOn } from '../org/index.ts'
import { partiesOn } from './bodies-store.ts'
import * as shapes from './contract.ts'
import * as lists from './list-store.ts'
import { incomingRecord } from './operations.ts'
import { candidates } from './people-store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { happeningsOf } from './timeline.ts'
import { bodyKindTitles, fieldTitles, stateTitles, wayTitles } from './words.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }

const unitNames = async (tx: Tx): Promise<ReadonlyMap<string, Text>> =>
  new Map((await unitsOn(tx, tx.today)).map(({ id, name }) => [id, name]))

const termOf = (tx: Tx, it: { registeredOn: Day; dueOn: Day | null; doneOn: Day | null }) =>
  it.dueOn
    ? {
        dueOn: it.dueOn,
        left: daysLeft(tx.calendar, tx.today, it.dueOn),
        total: Math.max(1, tx.calendar.workingDaysBetween(it.registeredOn, it.dueOn)),
        doneOn: it.doneOn,
      }
    : null

export const listIncoming = query(shapes.listIncoming, {
  clauses: ['5.14'],
  rules: [rules.lists],
  run: async ({ input, tx }) => {
    const bounds = lists.boundsOf(tx, input)
    const rows = await lists.listRows(tx, bounds, input)
    const units = await unitNames(tx)
    const people = await captionOfEmployees(
      tx,
      rows.map((it) => it.holder_id),
    )
    return {
      rows: rows.map((it) => ({
        id: it.id,
        number: it.number,
        state: it.state,
        receivedOn: it.received_on,
        sender: it.sender_name,
        senderNumber: it.sender_number,
        senderOn: it.sender_on,
        subject: it.subject,
        unit: units.get(it.unit_id) ?? nobody,
        holder: it.holder_id ? (people.get(it.holder_id) ?? nobody) : null,
        officialUse: it.official_use,
        term: termOf(tx, { registeredOn: it.received_on, dueOn: it.due_on, doneOn: it.done_on }),
      })),
      ...(await lists.countRows(tx, bounds)),
    }
  },
})

const heads = [
  { title: { kk: 'Нөмірі', ru: 'Номер', en: 'Number' }, width: 20 },
  { title: { kk: 'Түскен күні', ru: 'Поступил', en: 'Received' }, width: 13 },
  { title: { kk: 'Жіберуші', ru: 'Отправитель', en: 'Sender' }, width: 40 },
  { title: { kk: 'Жіберушінің нөмірі', ru: 'Номер отправителя', en: 'Sender’s number' }, width: 20 },
  { title: { kk: 'Жіберушінің күні', ru: 'Дата отправителя', en: 'Sender’s date' }, width: 16 },
  { title: { kk: 'Мазмұны', ru: 'Содержание', en: 'Subject' }, width: 50 },
  { title: { kk: 'Түскен жолы', ru: 'Способ', en: 'Way' }, width: 18 },
  { title: { kk: 'Орындаушы', ru: 'Исполнитель', en: 'Holder' }, width: 30 },
  { title: { kk: 'Мерзімі', ru: 'Срок', en: 'Due' }, width: 13 },
  { title: { kk: 'Күйі', ru: 'Состояние', en: 'State' }, width: 16 },
]

async function* sheetRows(
  { house }: Pick<Tx, 'house'>,
  bounds: lists.Bounds,
  it: { sort: string; language: Language; people: ReadonlyMap<string, Text> },
): AsyncGenerator<readonly Cell[]> {
  for await (const rows of lists.walkRows(house, bounds, it.sort))
    for (const row of rows)
      yield [
        row.number,
        row.received_on,
        row.sender_name[it.language],
        row.sender_number,
        row.sender_on,
        row.subject,
        wayTitles[row.way][it.language],
        it.people.get(row.holder_id ?? '')?.[it.language] ?? null,
        row.due_on,
        stateTitles[row.state][it.language],
      ]
}

export const exportIncoming = query(shapes.exportIncoming, {
  clauses: ['5.14'],
  export: true,
  rules: [rules.lists],
  run: async ({ input: { sort, ...asked }, actor, tx }) => {
    tx.note({ asked })
    const people = new Map((await candidates(tx, 'all')).map(({ id, name }) => [id, name]))
    return {
      kind: 'sheet' as const,
      file: `incoming-${tx.today}`,
      title: shapes.listIncoming.title,
      columns: heads,
      rows: sheetRows(tx, lists.boundsOf(tx, asked), { sort, language: actor.language, people }),
    }
  },
})

const answeredBy = async (tx: Tx, answers: store.IncomingDocument['answers']) => {
  if (!answers) return null
  const kind = tx.house.registry.records.get(answers.kind)
  const found = await kind?.find(tx, answers.id, false)
  return kind && found ? { ...answers, caption: kind.caption(found), page: kind.page?.(answers.id) ?? null } : null
}

const correctionsOf = async (tx: Tx, id: string) => {
  const rows = await store.correctionsOf(tx, id)
  const people = await captionOfEmployees(
    tx,
    rows.map(({ by }) => by),
  )
  return rows.map(({ at, by, reason, before, after }) => ({
    at: at.toISOString(),
    by: people.get(by) ?? nobody,
    reason,
    changes: Object.keys(fieldTitles)
      .filter((field) => field in after)
      .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null })),
  }))
}

type Page = z.input<typeof shapes.openIncoming.output>

export const openIncoming = query(shapes.openIncoming, {
  clauses: ['5.14', '5.16'],
  record: incomingRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, tx }): Promise<Page> => {
    const people = await captionOfEmployees(tx, [
      it.registeredBy,
      it.holder,
      it.addressedTo,
      it.handed?.by ?? null,
      it.done?.by ?? null,
      ...it.readers,
    ])
    const name = (id: string): Text => people.get(id) ?? nobody
    return {
      id: it.id,
      version: it.version,
      number: it.number,
      state: it.state,
      receivedOn: it.receivedOn,
      sender: it.senderName,
      senderKind: it.senderKind,
      senderParty: it.senderId ? `${it.senderKind}:${it.senderId}` : null,
      senderNumber: it.senderNumber,
      senderOn: it.senderOn,
      subject: it.subject,
      pages: it.pages,
      enclosures: it.enclosures,
      way: it.way,
      language: it.language,
      registeredAt: it.registeredAt.toISOString(),
      registeredBy: name(it.registeredBy),
      unit: (await unitNames(tx)).get(it.unit) ?? nobody,
      addressedTo: it.addressedTo ? name(it.addressedTo) : null,
      holder: it.holder ? name(it.holder) : null,
      officialUse: it.officialUse,
      mark: it.officialUse
        ? { ground: it.markGround, readers: it.readers.map((id) => ({ id, name: name(id) })) }
        : null,
      answers: await answeredBy(tx, it.answers),
      handed: it.handed ? { at: it.handed.at.toISOString(), by: name(it.handed.by), note: it.handed.note } : null,
      done: it.done ? { on: it.done.on, by: name(it.done.by), word: it.done.word } : null,
      term: termOf(tx, { registeredOn: it.receivedOn, dueOn: it.dueOn, doneOn: it.done?.on ?? null }),
      files: (await store.filesOf(tx, it.id)).map(({ file_id: id, bytes, ...file }) => ({
        id,
        name: file.name,
        bytes: Number(bytes),
        sha256: file.sha256,
        type: file.type,
      })),
      corrections: await correctionsOf(tx, it.id),
    }
  },
})

export const readIncomingTimeline = query(shapes.readIncomingTimeline, {
  clauses: ['5.14', '5.16'],
  record: incomingRecord,
  rules: [rules.reads],
  run: async ({ subject, tx }) => ({
    rows: await happeningsOf(tx, [subject.id], {
      'incoming.register': { kk: 'Тіркелді', ru: 'Зарегистрирован', en: 'Registered' },
      'incoming.handOn': { kk: 'Орындауға тапсырылды', ru: 'Передан на исполнение', en: 'Handed on' },
      'incoming.finish': { kk: 'Орындалды', ru: 'Исполнен', en: 'Done' },
      'incoming.correct': { kk: 'Түзету енгізілді', ru: 'Внесено исправление', en: 'Corrected' },
      'incoming.file': { kk: 'Файл алынды', ru: 'Получен файл', en: 'A file was taken' },
    }),
  }),
})

export const takeIncomingFile = query(shapes.takeIncomingFile, {
  clauses: ['5.14', '5.16'],
  record: incomingRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const known = (await store.filesOf(tx, subject.id)).some(({ file_id }) => file_id === input.file)
    if (!known) throw unknownRecord()
    tx.note({ file: input.file })
    return readFile(tx, input.file)
  },
})

export const incomingChoices = query(shapes.incomingChoices, {
  clauses: ['5.14'],
  rules: [rules.lists],
  run: async ({ tx }) => ({
    senders: (await partiesOn(tx, tx.today)).map(({ kind, id, name, group, region }) => ({
      value: `${kind}:${id}`,
      kind,
      name,
      group: region ?? (kind === 'body' ? bodyKindTitles[group as keyof typeof bodyKindTitles] : null),
    })),
    units: (await unitsOn(tx, tx.today)).filter(({ kind }) => kind !== 'body').map(({ id, name }) => ({ id, name })),
    people: (await candidates(tx, 'all')).map(({ id, name, unit }) => ({ id, name, unit })),
  }),
})

export const listHolders = query(shapes.listHolders, {
  clauses: ['5.14'],
  record: incomingRecord,
  rules: [rules.handsOn],
  run: async ({ input, actor, tx }) => {
    const words = (input.words ?? '').toLowerCase()
    const found = await candidates(tx, actor.reach)
    return {
      rows: found.filter(({ name }) => [name.kk, name.ru, name.en].some((it) => it.toLowerCase().includes(words))),
    }
  },
})

export const findAnswered = query(shapes.findAnswered, {
  clauses: ['5.14', '5.16'],
  rules: [rules.lists],
  // What is typed may be a person's name.
  personal: true,
  run: async ({ input, tx }) => {
    const { registry } = tx.house
    const kinds = input.kinds ?? [...registry.records.keys()]
    tx.note({ q: input.words })
    const { hits } = await search(tx, { q: input.words, kinds, limit: 20 })
    return {
      rows: hits.map(({ kind, id, number, title }) => ({
        value: `${kind}:${id}`,
        caption: number ?? title,
        kindTitle: registry.records.get(kind)?.title ?? nobody,
        title,
      })),
    }
  },
})
