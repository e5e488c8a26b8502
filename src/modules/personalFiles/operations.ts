// What is done with personal files: registered, documents brought in, pages shown with their reader's marks, copies, readers.
import { createHash, createHmac } from 'node:crypto'
import { Readable } from 'node:stream'
import { attachFile, readBytes } from '../../kernel/files/index.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { newId } from '../../kernel/ids.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { dotted } from '../../kernel/calendar.ts'
import { dayOf, timeOf } from '../../kernel/clock.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { House } from '../../kernel/house.ts'
import { authoritiesFor, setAuthorityReaders } from '../authorities/index.ts'
import { actorOf, captionOfEmployees } from '../org/index.ts'
import { personOf } from '../persons/index.ts'
import { copyableTypes, markedCopy, showMarkedPage, showPagesOf, traceMark, type Copyable } from '../redaction/index.ts'
import { tell } from '../work/index.ts'
import * as shapes from './contract.ts'
import { indexed } from './indexing.ts'
import { personalFileRecord, type PersonalFile } from './records.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const unknownPerson: Text = {
  kk: 'Тізілімде мұндай адам жоқ.',
  ru: 'В реестре нет такого лица.',
  en: 'The register has no such person.',
}
const hasOne: Text = {
  kk: 'Бұл адамның жеке ісі тіркелген.',
  ru: 'Личное дело этого лица уже зарегистрировано.',
  en: 'The personal file of this person is registered already.',
}

export const beginFile = command(shapes.beginFile, {
  clauses: ['5.9'],
  rules: [rules.registers],
  run: async ({ input, tx }) => {
    if (!(await personOf(tx, input.person))) throw invalidField('person', unknownPerson)
    const id = newId()
    if (!(await store.insertFile(tx, { id, ...input }))) throw invalidField('person', hasOne)
    await indexed(tx, id)
    tx.about('personalFile', id)
    return { id }
  },
})

const wrongType: Text = {
  kk: 'PDF, PNG немесе JPEG файлын таңдаңыз.',
  ru: 'Выберите файл PDF, PNG или JPEG.',
  en: 'Choose a PDF, PNG or JPEG file.',
}

const isCopyable = (type: string): type is Copyable => copyableTypes.some((it) => it === type)

export const addDocument = command(shapes.addDocument, {
  clauses: ['5.9', '5.16'],
  record: personalFileRecord,
  personal: true,
  rules: [rules.reads, ...rules.gate],
  run: async ({ input, subject, tx }) => {
    const { authority } = subject.gate
    if (!authority) throw unknownRecord()
    const document = newId()
    const row = {
      id: document,
      personal_file_id: subject.id,
      kind: input.kind,
      title: input.title,
      dated_on: input.datedOn,
      file_id: input.file,
      authority_id: authority.id,
    }
    // The file is seen through its document, so the document stands first; its pages are counted by drawing it.
    const bytes = await readBytes(tx, input.file)
    const type = typeOf(bytes)
    if (!type) throw invalidField('file', wrongType)
    const { total } = await showPagesOf({ bytes, type }, 1, 1)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await store.insertDocument(tx, { ...row, pages: total, type, sha256 })
    await attachFile(tx, input.file, 'personalFileDocument', document)
    tx.note({ document, authority: authority.number, pages: total, sha256 })
    return { document, pages: total }
  },
})

/** By the first bytes: what a name says is nothing to go by. */
const typeOf = (bytes: Buffer): Copyable | null => {
  const head = bytes.subarray(0, 8).toString('latin1')
  const type = head.startsWith('%PDF')
    ? 'application/pdf'
    : head.startsWith('\u0089PNG')
      ? 'image/png'
      : head.startsWith('\u00ff\u00d8')
        ? 'image/jpeg'
        : ''
  return isCopyable(type) ? type : null
}

const destroyed = (): Refusal =>
  new Refusal(
    'wrong-state',
    {
      kk: 'Сақтау мерзімі өткендіктен бұл құжаттың сканы жойылған.',
      ru: 'Скан этого документа уничтожен: срок его хранения истёк.',
      en: 'The scan of this document was destroyed when its term had passed.',
    },
    { clause: '5.9' },
  )

/** The document with its bytes, out of this very file. */
const scanOf = async (tx: Tx, subject: PersonalFile, id: string) => {
  const it = await store.findDocument(tx, id)
  if (!it || it.personal_file_id !== subject.id) throw unknownRecord()
  if (it.destroyed_on) throw destroyed()
  if (!isCopyable(it.type)) throw unknownRecord()
  return { it, file: { bytes: await readBytes(tx, it.file_id), type: it.type } }
}

/** Known to the house alone: whoever has a copy can neither read the mark on it nor make one. */
const keyOf = ({ pepper }: Pick<House, 'pepper'>): Buffer =>
  createHmac('sha256', pepper).update('personal file mark\n').digest()

/** One showing, counted and marked: who, when, under which authority. */
const marked = async (tx: Tx, subject: PersonalFile, document: string, page: number | null) => {
  const { authority } = subject.gate
  if (!authority) throw unknownRecord()
  const number = await store.insertView(tx, { file: subject.id, document, page, authority })
  const lines = [tx.actor.name.kk, `${dotted(dayOf(tx.at))} ${timeOf(tx.at)} · № ${authority.number}`]
  tx.note({ document, page, mark: number, authority: authority.number })
  return { key: keyOf(tx.house), number, lines }
}

export const viewPage = query(shapes.viewPage, {
  clauses: ['5.9', '5.16'],
  record: personalFileRecord,
  personal: true,
  rules: [rules.reads, ...rules.gate],
  run: async ({ input, subject, tx }) => {
    const { it, file } = await scanOf(tx, subject, input.document)
    if (input.page > it.pages) throw unknownRecord()
    const mark = await marked(tx, subject, it.id, input.page)
    const { total, pages } = await showMarkedPage(file, input.page, mark)
    const [shown] = pages
    if (!shown) throw unknownRecord()
    return {
      total,
      width: shown.width,
      height: shown.height,
      picture: Buffer.from(shown.picture).toString('base64'),
      mark: mark.lines.join(', '),
    }
  },
})

export const takeCopy = query(shapes.takeCopy, {
  clauses: ['5.9', '5.16'],
  record: personalFileRecord,
  export: true,
  personal: true,
  rules: [rules.reads, ...rules.gate],
  run: async ({ input, subject, tx }) => {
    const { it, file } = await scanOf(tx, subject, input.document)
    const mark = await marked(tx, subject, it.id, null)
    const pdf = Buffer.from((await markedCopy(file, mark)).pdf)
    tx.note({ sha256: createHash('sha256').update(pdf).digest('hex') })
    return {
      kind: 'file' as const,
      name: `${it.title.slice(0, 100)}.pdf`,
      type: 'application/pdf',
      bytes: pdf.length,
      stream: Readable.from([pdf]),
    }
  },
})

const noAuthority: Text = {
  kk: 'Мұндай рұқсат бүгін күшінде емес немесе бұл жеке істі атамайды.',
  ru: 'Такое разрешение сегодня не действует или не называет это личное дело.',
  en: 'This permission is not in force today or does not name this file.',
}
const notReader: Text = {
  kk: 'Бұл қызметкердің жеке істерді оқуға өкілеттігі жоқ.',
  ru: 'У этого работника нет полномочия читать личные дела.',
  en: 'This employee has no power to read personal files.',
}

export const appointReader = command(shapes.appointReader, {
  clauses: ['5.9', '5.14'],
  record: personalFileRecord,
  rules: [rules.headAppoints],
  run: async ({ input, subject, tx }) => {
    const about = { kind: 'personalFile', id: subject.id }
    const standing = await authoritiesFor(tx, { purpose: 'personalFile', subjects: [about], on: tx.today })
    if (!standing.some(({ id }) => id === input.authority)) throw invalidField('authority', noAuthority)
    const reader = await actorOf(tx.db, input.reader, { today: tx.today })
    if (!reader?.powers.has('personalFiles.read')) throw invalidField('reader', notReader)
    await store.insertReader(tx, { file: subject.id, authority: input.authority, reader: input.reader })
    const readers = await store.readersOf(tx, subject.id)
    await setAuthorityReaders(tx, about, [...new Set(readers.map(({ employee }) => employee))])
    await tell(tx, { ...on(subject), to: [input.reader], news: 'shared' })
    return {}
  },
})

const on = (it: PersonalFile) => ({ kind: 'personalFile', recordId: it.id, number: it.number })

/** The readers whom the head appointed hear that it is over; their open screens ask again and find it closed. */
export const noteEnd = command(shapes.noteEnd, {
  clauses: ['5.9'],
  record: personalFileRecord,
  rules: [rules.houseItself],
  inner: true,
  run: async ({ input, subject, tx }) => {
    const readers = await store.readersOf(tx, subject.id)
    await tell(tx, { ...on(subject), to: readers.map(({ employee }) => employee), news: input.how })
    return {}
  },
})

export const findExpired = command(shapes.findExpired, {
  clauses: ['5.9'],
  rules: [rules.houseItself],
  inner: true,
  run: async ({ tx }) => ({ ids: await store.expiredFiles(tx, tx.parameter('personal-files.kept').value) }),
})

export const destroyScans = command(shapes.destroyScans, {
  clauses: ['5.9'],
  record: personalFileRecord,
  rules: [rules.houseItself],
  inner: true,
  run: async ({ subject, tx }) => {
    const destroyedCount = await store.destroyScans(tx, subject.id, tx.parameter('personal-files.kept').value)
    tx.note({ destroyed: destroyedCount })
    return { destroyed: destroyedCount }
  },
})

export const traceCopy = query(shapes.traceCopy, {
  clauses: ['5.9', '5.16'],
  bodyLimit: 14_100_000,
  personal: true,
  rules: [rules.traces],
  run: async ({ input, tx }) => {
    const bytes = Buffer.from(input.content, 'base64')
    const type = typeOf(bytes)
    if (!type) throw invalidField('content', wrongType)
    tx.note({ sha256: createHash('sha256').update(bytes).digest('hex') })
    const number = await traceMark({ bytes, type }, keyOf(tx.house))
    const view = number === null ? undefined : await store.viewNumbered(tx, number)
    if (!view) return { found: null }
    tx.about('personalFile', view.file)
    tx.note({ mark: view.number })
    const names = await captionOfEmployees(tx, [view.by])
    return {
      found: {
        at: view.at.toISOString(),
        by: names.get(view.by) ?? tx.actor.name,
        document: (await store.findDocument(tx, view.document))?.title ?? '',
        page: view.page,
        authority: view.authority,
        file: { id: view.file, number: view.fileNumber },
        number: view.number,
      },
    }
  },
})
