// What is read of appeals: the list and its sheet, one appeal, who may be given it, who wrote it, its files.
import { daysLeft } from '../../kernel/calendar.ts'
import type { z } from 'zod'
import { dayOf } from '../../kernel/clock.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Cell } from '../../kernel/reply.ts'
import type { House } from '../../kernel/house.ts'
import { say, type Language, type Text } from '../../kernel/text.ts'
import { documentsAbout, signingOn } from '../documents/index.ts'
import { channelTitles, kindTitles, resultTitles, stageTitles, stateTitles } from '../submissions/contract.ts'
import {
  answeringUnits,
  courtsInForce,
  explainTerm,
  houseReceives,
  openFile,
  protocolOf,
  sayTerm,
} from '../submissions/index.ts'
import * as shapes from './contract.ts'
import { boundsOf, countRows, listRows, walkRows, type ListRow, type Sort } from './list-store.ts'
import { candidates, namesOf } from './people-store.ts'
import { appealRecord } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }
const same = (words: string): Text => ({ kk: words, ru: words, en: words })

interface Names {
  units: ReadonlyMap<string, Text>
  courts: ReadonlyMap<string, Text>
  people: ReadonlyMap<string, Text>
  questions?: ReadonlyMap<string, Text>
}

const namesIn = async (tx: Tx, rows: readonly ListRow[]): Promise<Names> => ({
  units: await namesOf(
    tx,
    'units',
    rows.map((it) => it.unit_id),
  ),
  courts: await namesOf(
    tx,
    'courts',
    rows.map((it) => it.court_id),
  ),
  people: await namesOf(
    tx,
    'employees',
    rows.map((it) => it.assignee_id),
  ),
})

const courtOf = (names: Names, id: string | null, written: string | null): Text | null =>
  names.courts.get(id ?? '') ?? (written ? same(written) : null)

const shown = (tx: Tx, names: Names) => (it: ListRow) => ({
  id: it.id,
  number: it.number,
  slipNumber: it.slip_number,
  subject: it.subject,
  repeatPlace: it.repeat_place,
  kind: it.kind,
  channel: it.channel,
  state: it.state,
  anonymous: it.anonymous,
  stage: it.done_on ? null : it.work_stage,
  result: it.result,
  unit: names.units.get(it.unit_id) ?? nobody,
  court: courtOf(names, it.court_id, it.court_name),
  assignee: it.assignee_id ? (names.people.get(it.assignee_id) ?? nobody) : null,
  receivedOn: it.received_on,
  term: {
    dueOn: it.due_on,
    left: daysLeft(tx.calendar, tx.today, it.due_on),
    total: it.first_due_on
      ? tx.calendar.workingDaysBetween(it.reopened_on ?? it.received_on, it.due_on)
      : it.term.answer,
    doneOn: it.done_on,
  },
})

/** Nothing of a person stands in a row, so a list is no entry of the journal; the appeal itself is. */
export const listAppeals = query(shapes.listAppeals, {
  clauses: ['6.23', '5.14'],
  rules: [rules.lists],
  run: async ({ input: { page, size, sort, ...asked }, tx }) => {
    const bounds = await boundsOf(tx, asked)
    const rows = await listRows(tx, bounds, { sort, page, size })
    const count = await countRows(tx, bounds)
    return { rows: rows.map(shown(tx, await namesIn(tx, rows))), ...count }
  },
})

const heads: readonly { title: Text; width?: number }[] = [
  { title: { kk: 'Тіркеу нөмірі', ru: 'Регистрационный номер', en: 'Registration number' }, width: 22 },
  { title: { kk: 'Талон нөмірі', ru: 'Номер талона', en: 'Slip number' }, width: 16 },
  { title: { kk: 'Түрі', ru: 'Вид', en: 'Kind' }, width: 14 },
  { title: { kk: 'Мазмұны', ru: 'Содержание', en: 'Subject' }, width: 50 },
  { title: { kk: 'Түскен күні', ru: 'Поступило', en: 'Received' }, width: 13 },
  { title: { kk: 'Мерзімі', ru: 'Срок', en: 'Due' }, width: 13 },
  { title: { kk: 'Аяқталған күні', ru: 'Завершено', en: 'Done' }, width: 15 },
  { title: { kk: 'Күйі', ru: 'Состояние', en: 'State' }, width: 24 },
  { title: { kk: 'Арнасы', ru: 'Канал', en: 'Channel' }, width: 24 },
  { title: { kk: 'Бөлімше', ru: 'Подразделение', en: 'Unit' }, width: 34 },
  { title: { kk: 'Сот', ru: 'Суд', en: 'Court' }, width: 40 },
  { title: { kk: 'Орындаушы', ru: 'Исполнитель', en: 'Assignee' }, width: 34 },
  { title: { kk: 'Жұмыс кезеңі', ru: 'Этап работы', en: 'Stage of work' }, width: 26 },
  { title: { kk: 'Мәселесі', ru: 'Вопрос', en: 'Question' }, width: 34 },
  { title: { kk: 'Нәтижесі', ru: 'Результат', en: 'Result' }, width: 28 },
]

const cells = (it: ListRow, names: Names, language: Language): Cell[] => [
  it.number,
  it.slip_number,
  say(kindTitles[it.kind], language),
  it.subject,
  it.received_on,
  it.due_on,
  it.done_on,
  say(stateTitles[it.state], language),
  say(channelTitles[it.channel], language),
  say(names.units.get(it.unit_id) ?? nobody, language),
  say(courtOf(names, it.court_id, it.court_name) ?? same(''), language),
  say(names.people.get(it.assignee_id ?? '') ?? same(''), language),
  it.work_stage && !it.done_on ? say(stageTitles[it.work_stage], language) : null,
  say(names.questions?.get(it.question ?? '') ?? same(''), language),
  it.result ? say(resultTitles[it.result], language) : null,
]

interface Walk {
  house: House
  bounds: Awaited<ReturnType<typeof boundsOf>>
  names: Names
  sort: Sort
  language: Language
}

async function* sheetRows({ house, bounds, names, sort, language }: Walk): AsyncGenerator<readonly Cell[]> {
  for await (const rows of walkRows(house, bounds, sort)) for (const it of rows) yield cells(it, names, language)
}

const isSort = (it: string | undefined): it is Sort =>
  ['receivedOn', '-receivedOn', 'dueOn', '-dueOn'].includes(it ?? '')

/** The directories are small; read once, they spare a query a batch. */
const allNames = async (tx: Tx): Promise<Names> => ({
  units: new Map((await answeringUnits(tx)).map(({ id, name }) => [id, name])),
  courts: new Map((await courtsInForce(tx)).map(({ id, name }) => [id, name])),
  people: new Map((await candidates(tx, 'all')).map(({ id, name }) => [id, name])),
  questions: new Map((await store.listQuestions(tx)).map(({ code, title }) => [code, title])),
})

export const exportAppeals = query(shapes.exportAppeals, {
  clauses: ['6.23', '5.14'],
  rules: [rules.lists],
  export: true,
  run: async ({ input: { sort, ...asked }, actor, tx }) => {
    const bounds = await boundsOf(tx, asked)
    const { house } = tx
    tx.note({ asked })
    const walk = {
      house,
      bounds,
      names: await allNames(tx),
      sort: isSort(sort) ? sort : '-receivedOn',
      language: actor.language,
    } as const
    return {
      kind: 'sheet' as const,
      file: `appeals-${tx.today}`,
      title: shapes.listAppeals.title,
      columns: heads,
      rows: sheetRows(walk),
    }
  },
})

type Page = z.input<typeof shapes.openAppeal.output>

const fileOf = ({ file_id: id, name, bytes, sha256, type }: Awaited<ReturnType<typeof store.readFiles>>[number]) => ({
  id,
  name,
  bytes: Number(bytes),
  sha256,
  type,
})

const conversation = async (tx: Tx, id: string): Promise<Pick<Page, 'messages' | 'notes' | 'files'>> => {
  const messages = await store.readMessages(tx, id)
  const notes = await store.readNotes(tx, id)
  const files = await store.readFiles(tx, id)
  const people = await namesOf(
    tx,
    'employees',
    [...messages, ...notes].map(({ by }) => by),
  )
  return {
    messages: messages.map((it) => ({
      id: it.id,
      at: it.at.toISOString(),
      from: it.side,
      by: it.by ? (people.get(it.by) ?? nobody) : null,
      text: it.body,
      files: files.filter((file) => file.message_id === it.id).map(fileOf),
    })),
    notes: notes.map((it) => ({ id: it.id, at: it.at.toISOString(), by: people.get(it.by) ?? nobody, text: it.body })),
    files: files.filter((file) => !file.message_id).map(fileOf),
  }
}

const clockOf = (tx: Tx, it: store.Appeal): Page['clock'] => {
  const { act, clause } = tx.parameter('appeal.answer')
  return {
    ...sayTerm(it.term),
    act,
    clause,
    internalDueOn: it.internalDueOn,
    firstDueOn: it.firstDueOn,
    doubtful: it.term.doubtful,
    days: explainTerm(it.reopenedOn ?? it.receivedOn, it.dueOn, it.term, tx.calendar),
  }
}

export const openAppeal = query(shapes.openAppeal, {
  clauses: ['6.23', '5.14', '15'],
  record: appealRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, tx }) => {
    const content = await store.readContent(tx, it.id)
    const about = { kind: 'appeal', id: it.id }
    const documents = await documentsAbout(tx, about)
    const names: Names = {
      units: await namesOf(tx, 'units', [it.unit]),
      courts: await namesOf(tx, 'courts', [it.court]),
      people: await namesOf(tx, 'employees', [it.assignee, it.receivedBy]),
    }
    const { ending } = it
    return {
      id: it.id,
      version: it.version,
      number: it.number,
      slipNumber: it.slipNumber,
      subject: it.subject,
      repeatPlace: content.repeat_place,
      kind: it.kind,
      channel: it.channel,
      state: it.state,
      anonymous: it.anonymous,
      language: it.language,
      unit: names.units.get(it.unit) ?? nobody,
      unitId: it.unit,
      court: courtOf(names, it.court, content.court_name),
      courtId: it.court,
      courtName: content.court_name,
      assignee: it.assignee ? (names.people.get(it.assignee) ?? nobody) : null,
      assigneeId: it.assignee,
      receivedOn: it.receivedOn,
      receivedAt: it.receivedAt.toISOString(),
      receiver: names.people.get(it.receivedBy ?? '') ?? houseReceives,
      registeredOn: it.registeredOn,
      signer: (await signingOn(tx)).signer?.name ?? null,
      stage: it.stage,
      result: it.result,
      resultGround: content.result_ground,
      burdensome: it.burdensome,
      heardFrom: it.heardFrom,
      question: (await store.listQuestions(tx)).find(({ code }) => code === it.question) ?? null,
      replies: it.reply !== null,
      openPaths: [...it.openPaths],
      text: content.body,
      person: content.person,
      personPost: content.person_post,
      eventOn: content.event_on,
      collective: content.collective,
      signatories: content.signatories,
      protocol: (await protocolOf(tx, it.id)) ?? null,
      term: {
        dueOn: it.dueOn,
        left: daysLeft(tx.calendar, tx.today, it.dueOn),
        total: it.firstDueOn
          ? tx.calendar.workingDaysBetween(it.reopenedOn ?? it.receivedOn, it.dueOn)
          : it.term.answer,
        doneOn: it.doneOn,
      },
      clock: clockOf(tx, it),
      ...(await conversation(tx, it.id)),
      documents,
      ending: ending && {
        on: it.doneOn ?? dayOf(tx.at),
        reason: ending.reason,
        body: ending.body,
      },
    }
  },
})

export const listAssignees = query(shapes.listAssignees, {
  clauses: ['6.23', '9.5'],
  record: appealRecord,
  rules: [rules.leads],
  run: async ({ input, actor, tx }) => {
    const words = (input.words ?? '').toLowerCase()
    const found = (await candidates(tx, actor.reach, null, input.id)).filter(({ name }) =>
      [name.kk, name.ru, name.en].some((it) => it.toLowerCase().includes(words)),
    )
    const open = await store.openCounts(
      tx,
      found.map(({ id }) => id),
    )
    return {
      rows: found.map(({ id, name, unitName, absent }) => ({
        id,
        name,
        unit: unitName,
        open: open.get(id) ?? 0,
        absent,
      })),
    }
  },
})

export const takeAppealFile = query(shapes.takeAppealFile, {
  clauses: ['6.23', '5.16'],
  record: appealRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const known = (await store.readFiles(tx, subject.id)).some((file) => file.file_id === input.file)
    if (!known) throw unknownRecord()
    tx.note({ file: input.file })
    return openFile(tx, input.file)
  },
})

export const appealChoices = query(shapes.appealChoices, {
  clauses: ['6.23'],
  rules: [rules.lists],
  run: async ({ actor, tx }) => {
    const all = await answeringUnits(tx)
    const { reach } = actor
    return {
      units: reach === 'all' ? [...all] : all.filter(({ id }) => reach.includes(id)),
      questions: await store.listQuestions(tx),
      assignees: (await candidates(tx, reach)).map(({ id, name }) => ({ id, name })),
    }
  },
})
