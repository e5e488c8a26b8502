// What is read of requests: the register, its sheet, one request with what became of it, the choices of the form.
import type { z } from 'zod'
import { daysLeft } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { readFile } from '../../kernel/files/index.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Cell } from '../../kernel/reply.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { sayQuantity } from '../../kernel/units.ts'
import { documentsAbout } from '../documents/index.ts'
import { bodyKindTitles, findIncoming, happeningsOf, partiesOn } from '../incoming/index.ts'
import { captionOfEmployees, unitsOn } from '../org/index.ts'
import { kindsFor, termFor, usualUntil } from './addressees.ts'
import * as answers from './answers-store.ts'
import * as shapes from './contract.ts'
import { requestKinds } from './contract.ts'
import * as lists from './list-store.ts'
import { requestRecord } from './operations.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { kindClauses, kindTitles, principalTitles, stateTitles } from './words.ts'

export const nobody: Text = { kk: '—', ru: '—', en: '—' }

const unitNames = async (tx: Tx): Promise<ReadonlyMap<string, Text>> =>
  new Map((await unitsOn(tx, tx.today)).map(({ id, name }) => [id, name]))

const termOf = (tx: Tx, it: { sentOn: Day | null; dueOn: Day | null; doneOn: Day | null }) =>
  it.sentOn && it.dueOn
    ? {
        dueOn: it.dueOn,
        left: daysLeft(tx.calendar, tx.today, it.dueOn),
        total: Math.max(1, tx.calendar.workingDaysBetween(it.sentOn, it.dueOn)),
        doneOn: it.doneOn,
      }
    : null

export const rowsOf = async (tx: Tx, rows: readonly lists.ListRow[]) => {
  const units = await unitNames(tx)
  const people = await captionOfEmployees(
    tx,
    rows.map((it) => it.author_id),
  )
  return rows.map((it) => ({
    id: it.id,
    number: it.number,
    kind: it.kind,
    state: it.state,
    addressee: it.addressee_name,
    subject: it.subject,
    author: people.get(it.author_id) ?? nobody,
    unit: units.get(it.unit_id) ?? nobody,
    preparedAt: it.prepared_at.toISOString(),
    sentOn: it.sent_on,
    term: termOf(tx, { sentOn: it.sent_on, dueOn: it.due_on, doneOn: it.completed_on }),
  }))
}

export const listRequests = query(shapes.listRequests, {
  clauses: ['5.6', '5.7', '12'],
  rules: [rules.lists],
  run: async ({ input, tx }) => {
    const bounds = lists.boundsOf(tx, input)
    return {
      rows: await rowsOf(tx, await lists.listRows(tx, bounds, input)),
      ...(await lists.countRows(tx, bounds)),
    }
  },
})

const heads = [
  { title: { kk: 'Нөмірі', ru: 'Номер', en: 'Number' }, width: 20 },
  { title: { kk: 'Түрі', ru: 'Вид', en: 'Kind' }, width: 28 },
  { title: { kk: 'Адресат', ru: 'Адресат', en: 'Addressee' }, width: 40 },
  { title: { kk: 'Тақырыбы', ru: 'Тема', en: 'Subject' }, width: 50 },
  { title: { kk: 'Жіберілген күні', ru: 'Отправлен', en: 'Sent' }, width: 14 },
  { title: { kk: 'Мерзімі', ru: 'Срок', en: 'Due' }, width: 13 },
  { title: { kk: 'Толық жауап күні', ru: 'Полный ответ', en: 'Answered in full' }, width: 16 },
  { title: { kk: 'Күйі', ru: 'Состояние', en: 'State' }, width: 26 },
  { title: { kk: 'Орындаушы', ru: 'Исполнитель', en: 'Author' }, width: 30 },
]

async function* sheetRows(
  { house }: Pick<Tx, 'house'>,
  bounds: lists.Bounds,
  { sort, language, people }: { sort: string; language: Language; people: ReadonlyMap<string, Text> },
): AsyncGenerator<readonly Cell[]> {
  for await (const rows of lists.walkRows(house, bounds, sort))
    for (const row of rows)
      yield [
        row.number,
        kindTitles[row.kind][language],
        row.addressee_name[language],
        row.subject,
        row.sent_on,
        row.due_on,
        row.completed_on,
        stateTitles[row.state][language],
        people.get(row.author_id)?.[language] ?? null,
      ]
}

export const exportRequests = query(shapes.exportRequests, {
  clauses: ['5.6', '5.7', '12'],
  export: true,
  rules: [rules.lists],
  run: async ({ input: { sort, ...asked }, actor, tx }) => {
    tx.note({ asked })
    const authors = await lists.authors(tx)
    return {
      kind: 'sheet' as const,
      file: `requests-${tx.today}`,
      title: shapes.listRequests.title,
      columns: heads,
      rows: sheetRows(tx, lists.boundsOf(tx, asked), {
        sort,
        language: actor.language,
        people: await captionOfEmployees(tx, authors),
      }),
    }
  },
})

const aboutOf = async (tx: Tx, about: store.Ask['about']) => {
  if (!about) return null
  const kind = tx.house.registry.records.get(about.kind)
  const found = await kind?.find(tx, about.id, false)
  return kind && found
    ? { ...about, caption: kind.caption(found), kindTitle: kind.title, page: kind.page?.(about.id) ?? null }
    : null
}

const fileOf = ({ file_id: id, name, bytes, sha256, type }: Awaited<ReturnType<typeof answers.filesOf>>[number]) => ({
  id,
  name,
  bytes: Number(bytes),
  sha256,
  type,
})

type Page = z.input<typeof shapes.openRequest.output>

/** An incoming document for official use is named only to those who may see it. */
const incomingOf = async (tx: Tx, id: string | null) => {
  const found = id ? await findIncoming(tx, id, false) : null
  return found ? { id: found.id, number: found.number } : null
}

async function outcomeOf(tx: Tx, it: store.Ask): Promise<Pick<Page, 'answers' | 'extensions' | 'reports' | 'files'>> {
  const came = await answers.answersOf(tx, it.id)
  const files = await answers.filesOf(tx, it.id)
  const extensions = await answers.extensionsOf(tx, it.id)
  const reports = await answers.reportsOf(tx, it.id)
  const words = await answers.acknowledgementsOf(
    tx,
    reports.map(({ id }) => id),
  )
  const people = await captionOfEmployees(
    tx,
    [...came, ...extensions, ...reports, ...words].map(({ by }) => by),
  )
  const name = (id: string | null): Text => people.get(id ?? '') ?? nobody
  const shown: Page['answers'] = []
  for (const { id, at, by, received_on: receivedOn, incoming_id, word, complete, missing } of came)
    shown.push({
      id,
      at: at.toISOString(),
      by: by ? name(by) : null,
      receivedOn,
      incoming: await incomingOf(tx, incoming_id),
      word,
      complete,
      missing,
      files: files.filter((file) => file.answer_id === id).map(fileOf),
    })
  return {
    answers: shown,
    extensions: extensions.map(({ at, by, plea, from_on, until_on }) => ({
      at: at.toISOString(),
      by: name(by),
      plea,
      from: from_on,
      until: until_on,
    })),
    reports: reports.map((report) => ({
      ...reportOf(report, name),
      acknowledgements: words.filter(({ report_id }) => report_id === report.id).map((word) => wordOf(word, name)),
    })),
    files: files.filter((file) => file.answer_id === null).map(fileOf),
  }
}

type Naming = (id: string | null) => Text

export const reportOf = (
  it: { id: string; at: Date; by: string; due_on: Day; clause: string; done: string; missing: string | null },
  name: Naming,
) => ({
  id: it.id,
  at: it.at.toISOString(),
  by: name(it.by),
  dueOn: it.due_on,
  clause: it.clause,
  done: it.done,
  missing: it.missing,
})

export const wordOf = (
  { post, at, by, instruction, until_on }: Awaited<ReturnType<typeof answers.acknowledgementsOf>>[number],
  name: Naming,
) => ({ post, at: at.toISOString(), by: name(by), instruction, until: until_on })

const isRunning = (it: store.Ask): boolean => ['sent', 'arrived', 'partly', 'reported'].includes(it.state)

export const openRequest = query(shapes.openRequest, {
  clauses: ['5.6', '5.7', '12', '5.1'],
  record: requestRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, actor, tx }): Promise<Page> => {
    const post = rules.principalPost(actor)
    const outcome = await outcomeOf(tx, it)
    const people = await captionOfEmployees(tx, [it.author, it.closed?.by ?? null])
    const paper = (await documentsAbout(tx, { kind: 'request', id: it.id })).find(({ id }) => id === it.document)
    const parameter = termFor(tx, it.kind)
    return {
      id: it.id,
      version: it.version,
      number: it.number,
      kind: it.kind,
      clause: kindClauses[it.kind],
      state: it.state,
      language: it.language,
      addressee: it.addresseeName,
      personPost: it.personPost,
      obliged: it.obliged,
      subject: it.subject,
      ground: it.ground,
      asked: it.asked,
      author: people.get(it.author) ?? nobody,
      unit: (await unitNames(tx)).get(it.unit) ?? nobody,
      preparedAt: it.preparedAt.toISOString(),
      signedOn: it.signedOn,
      sentOn: it.sentOn,
      until: it.until,
      firstDueOn: it.firstDueOn,
      completedOn: it.completedOn,
      term: termOf(tx, { sentOn: it.sentOn, dueOn: it.dueOn, doneOn: it.completedOn }),
      overdue: isRunning(it) && it.dueOn !== null && it.dueOn < tx.today,
      doubtful: parameter.confidence === 'unverified',
      about: await aboutOf(tx, it.about),
      document: paper ? { id: paper.id, state: paper.state, number: paper.number } : null,
      ...outcome,
      waits:
        (post && outcome.reports.find((each) => !each.acknowledgements.some((word) => word.post === post))?.id) ?? null,
      closed: it.closed
        ? { on: it.closed.on, by: people.get(it.closed.by ?? '') ?? nobody, word: it.closed.word }
        : null,
    }
  },
})

export const readRequestTimeline = query(shapes.readRequestTimeline, {
  clauses: ['5.6', '5.16'],
  record: requestRecord,
  rules: [rules.reads],
  run: async ({ subject: it, tx }) => ({
    rows: await happeningsOf(tx, [it.id, ...(it.document ? [it.document] : [])], told, echoes),
  }),
})

/** The request only follows its paper here; the paper's own step is told. */
const echoes = new Set(['requests.noteOffered', 'requests.noteReturned', 'requests.noteSigned', 'requests.noteSent'])

const told: Readonly<Record<string, Text>> = {
  'documents.save': { kk: 'Жоба сақталды', ru: 'Проект сохранён', en: 'The draft was saved' },
  'documents.offer': { kk: 'Қол қоюға ұсынылды', ru: 'Представлен на подпись', en: 'Offered for signature' },
  'documents.return': { kk: 'Ескертумен қайтарылды', ru: 'Возвращён с замечанием', en: 'Returned with a remark' },
  'documents.sign': { kk: 'Қол қойылды', ru: 'Подписан', en: 'Signed' },
  'documents.send': { kk: 'Жіберілді, мерзім басталды', ru: 'Отправлен, срок пошёл', en: 'Sent, the term runs' },
  'requests.prepare': { kk: 'Жобасы дайындалды', ru: 'Подготовлен проект', en: 'The draft was prepared' },
  'requests.complete': { kk: 'Толық жауап тіркелді', ru: 'Отмечен полный ответ', en: 'A full answer was recorded' },
  'requests.answerPartly': {
    kk: 'Ішінара жауап тіркелді',
    ru: 'Отмечен неполный ответ',
    en: 'An answer in part was recorded',
  },
  'requests.extend': { kk: 'Мерзімі ұзартылды', ru: 'Срок продлён', en: 'The term was extended' },
  'requests.report': {
    kk: 'Орындалмағаны басшылыққа баяндалды',
    ru: 'О неисполнении доложено руководству',
    en: 'Non-compliance was reported to the principals',
  },
  'compliance.acknowledge': { kk: 'Басшылық танысты', ru: 'Руководство ознакомлено', en: 'The principals took note' },
  'compliance.decide': { kk: 'Басшылық шешім айтты', ru: 'Руководство приняло решение', en: 'The principal decided' },
  'requests.close': { kk: 'Аяқталды', ru: 'Завершён', en: 'Closed' },
  'requests.withdraw': { kk: 'Жобадан бас тартылды', ru: 'Проект отозван', en: 'Withdrawn' },
}

export const takeRequestFile = query(shapes.takeRequestFile, {
  clauses: ['5.6', '5.16'],
  record: requestRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const known = (await answers.filesOf(tx, subject.id)).some(({ file_id }) => file_id === input.file)
    if (!known) throw unknownRecord()
    tx.note({ file: input.file })
    return readFile(tx, input.file)
  },
})

export const requestChoices = query(shapes.requestChoices, {
  clauses: ['5.6', '5.7', '12', '5.1'],
  rules: [rules.lists],
  run: async ({ input, tx }) => {
    const [kind = '', id = ''] = input.about?.split(':') ?? []
    const about = input.about ? await aboutOf(tx, { kind, id }) : null
    const parties = (await partiesOn(tx, tx.today)).map((party) => ({
      value: `${party.kind}:${party.id}`,
      name: party.name,
      group:
        party.region ?? (party.kind === 'body' ? bodyKindTitles[party.group as keyof typeof bodyKindTitles] : null),
      kinds: kindsFor(party),
    }))
    const principals = shapes.principalPosts.map((post) => ({
      value: `principal:${post}`,
      name: principalTitles[post],
      group: null,
      kinds: ['proposal' as const],
    }))
    return {
      addressees: [...parties.filter(({ kinds }) => kinds.length), ...principals],
      units: (await unitsOn(tx, tx.today))
        .filter(({ kind: unitKind }) => unitKind !== 'body')
        .map(({ id: unit, name }) => ({ id: unit, name })),
      terms: requestKinds.map((each) => {
        const { value, confidence } = termFor(tx, each)
        const days = sayQuantity(value, 'working-days')
        return { kind: each, until: usualUntil(tx, each), days, doubtful: confidence === 'unverified' }
      }),
      about,
    }
  },
})

export interface RequestAbout {
  id: string
  caption: string
  kind: Text
  state: Text
  addressee: Text
  dueOn: Day | null
  completedOn: Day | null
}

/** For a higher room: the requests about its record that the actor sees, newest first. */
export async function requestsAbout(tx: Tx, about: { kind: string; id: string }): Promise<RequestAbout[]> {
  return (await store.rowsAbout(tx, about)).map((it) => ({
    id: it.id,
    caption: it.number ?? it.subject,
    kind: kindTitles[it.kind],
    state: stateTitles[it.state],
    addressee: it.addressee_name,
    dueOn: it.due_on,
    completedOn: it.completed_on,
  }))
}
