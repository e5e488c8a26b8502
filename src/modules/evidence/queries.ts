// What is read of evidence: the lists, one with its chain, the inventory, the choices of the forms.
import qr from 'qrcode'
import { query, type Tx } from '../../kernel/operation.ts'
import type { Cell } from '../../kernel/reply.ts'
import type { Text } from '../../kernel/text.ts'
import { investigationRecord } from '../investigations/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import { requestRecord, requestsAbout } from '../requests/index.ts'
import * as shapes from './contract.ts'
import { pageOf } from './list-store.ts'
import { evidenceRecord, holdOn, type Evidence } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { kindTitles, stateTitles } from './words.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }
const asText = (words: string): Text => ({ kk: words, ru: words, en: words })

type Names = ReadonlyMap<string, Text>
type Row = Awaited<ReturnType<typeof pageOf>>['rows'][number]

const holderOf = (names: Names, id: string | null, outside: string | null): Text | null => {
  if (id) return names.get(id) ?? nobody
  return outside === null ? null : asText(outside)
}

const shown = (it: Row, names: Names) => ({
  id: it.id,
  number: it.number,
  place: it.place,
  kind: it.kind,
  state: it.state,
  what: it.what,
  fromWhom: it.from_whom,
  receivedOn: it.received_on,
  keptAt: it.kept_at,
  holder: holderOf(names, it.holder_id, it.outside),
  offered: it.offered_to !== null,
  files: it.files,
  damaged: it.damaged,
  investigation: { id: it.case_id, number: it.case_number ?? '' },
})

export const listEvidence = query(shapes.listEvidence, {
  clauses: ['6.21', '5.14', '5.15'],
  rules: [rules.lists],
  run: async ({ input, tx }) => {
    const { rows, ...count } = await pageOf(tx, input, input)
    const names = await captionOfEmployees(
      tx,
      rows.map((it) => it.holder_id),
    )
    return { ...count, rows: rows.map((it) => shown(it, names)) }
  },
})

type Page = Awaited<ReturnType<typeof actsFor>>

const partyOf = (names: Names, id: string | null, outside: string | null) => {
  const name = holderOf(names, id, outside)
  return name && { name, outside: outside !== null }
}

const actsFor = (acts: Awaited<ReturnType<typeof store.actsOf>>, names: Names) =>
  acts.map((it) => ({
    place: it.place,
    act: it.act,
    happenedOn: it.happened_on,
    at: it.at.toISOString(),
    by: names.get(it.by ?? '') ?? nobody,
    giver: partyOf(names, it.giver_id, it.giver_outside),
    taker: partyOf(names, it.taker_id, it.taker_outside),
    words: it.words,
    seal: it.seal,
  }))

const requestOf = async (tx: Tx, id: string | null) => {
  const found = id ? await requestRecord.find(tx, id, false) : undefined
  return found ? { id: found.id, caption: requestRecord.caption(found) } : null
}

const filesFor = (files: readonly store.KeptFile[]) =>
  files.map((it) => ({
    id: it.id,
    name: it.name,
    bytes: Number(it.bytes),
    sha256: it.sha256,
    type: it.type,
    checkedAt: it.checked_at?.toISOString() ?? null,
    damaged: it.damaged,
  }))

const peopleIn = (it: Evidence, acts: Awaited<ReturnType<typeof store.actsOf>>): (string | null)[] => [
  it.holder,
  it.receivedBy,
  it.offeredTo,
  it.unsealedBy,
  it.doomed?.by ?? null,
  ...it.investigation.team,
  ...acts.flatMap(({ by, giver_id, taker_id }) => [by, giver_id, taker_id]),
]

export const readEvidence = query(shapes.readEvidence, {
  clauses: ['6.21', '5.15', '5.16'],
  record: evidenceRecord,
  rules: [rules.worksOnIt],
  personal: true,
  run: async ({ subject: it, actor, tx }) => {
    const acts = await store.actsOf(tx, it.id)
    const files = await store.filesOf(tx, it.id)
    const names = await captionOfEmployees(tx, peopleIn(it, acts))
    const name = (id: string) => names.get(id) ?? nobody
    const chain: Page = actsFor(acts, names)
    return {
      id: it.id,
      version: it.version,
      mine: it.holder === actor.id,
      number: it.number,
      place: it.place,
      kind: it.kind,
      state: it.state,
      what: it.what,
      marks: it.marks,
      fromWhom: it.fromWhom,
      ground: it.ground,
      request: await requestOf(tx, it.request),
      paper: it.paper,
      receivedOn: it.receivedOn,
      receivedAt: it.receivedAt.toISOString(),
      receivedBy: name(it.receivedBy),
      keptAt: it.keptAt,
      seal: it.seal,
      holder: holderOf(names, it.holder, it.outside),
      backOn: it.backOn,
      offered: it.offeredTo !== null,
      offeredTo: it.offeredTo ? { id: it.offeredTo, name: name(it.offeredTo) } : null,
      unsealedBy: it.unsealedBy ? name(it.unsealedBy) : null,
      files: files.length,
      damaged: files.some(({ damaged }) => damaged !== null),
      keptFiles: filesFor(files),
      acts: chain,
      team: it.investigation.team.filter((id) => id !== it.holder).map((id) => ({ id, name: name(id) })),
      keptUntil: it.keptUntil,
      hold: it.hold && { since: it.hold.since.toISOString(), reason: it.hold.reason },
      doomed: it.doomed && { at: it.doomed.at.toISOString(), by: name(it.doomed.by), reason: it.doomed.reason },
      endedOn: it.endedOn,
      investigation: { id: it.investigation.id, number: it.investigation.number ?? '' },
    }
  },
})

const heads: readonly { title: Text; width?: number }[] = [
  { title: { kk: 'Нөмірі', ru: 'Номер', en: 'Number' }, width: 20 },
  { title: { kk: 'Түрі', ru: 'Вид', en: 'Kind' }, width: 18 },
  { title: { kk: 'Атауы', ru: 'Наименование', en: 'What' }, width: 50 },
  { title: { kk: 'Кімнен алынды', ru: 'От кого', en: 'From whom' }, width: 30 },
  { title: { kk: 'Алынған күні', ru: 'Получено', en: 'Received on' }, width: 14 },
  { title: { kk: 'Күйі', ru: 'Состояние', en: 'State' }, width: 18 },
  { title: { kk: 'Қазір кімде', ru: 'У кого находится', en: 'Held by' }, width: 30 },
  { title: { kk: 'Сақталатын орны', ru: 'Место хранения', en: 'Kept at' }, width: 24 },
  { title: { kk: 'Файлдар саны', ru: 'Файлов', en: 'Files' }, width: 12 },
]
const mostRows = 10_000

async function* sheetRows(rows: readonly Row[], names: Names, language: keyof Text): AsyncGenerator<Cell[]> {
  for (const it of rows)
    yield [
      it.number,
      kindTitles[it.kind][language],
      it.what,
      it.from_whom,
      it.received_on,
      stateTitles[it.state][language],
      holderOf(names, it.holder_id, it.outside)?.[language] ?? '',
      it.kept_at,
      it.files,
    ]
}

export const exportEvidence = query(shapes.exportEvidence, {
  clauses: ['5.14', '5.16'],
  record: investigationRecord,
  rules: [rules.worksOnCase],
  export: true,
  personal: true,
  run: async ({ subject, actor, tx }) => {
    const { rows } = await pageOf(
      tx,
      { investigation: subject.id, words: null },
      { page: 1, size: mostRows, sort: 'place' },
    )
    const names = await captionOfEmployees(
      tx,
      rows.map((it) => it.holder_id),
    )
    return {
      kind: 'sheet' as const,
      file: `evidence-${tx.today}`,
      title: evidenceRecord.title,
      columns: heads,
      rows: sheetRows(rows, names, actor.language),
    }
  },
})

export const evidenceChoices = query(shapes.evidenceChoices, {
  clauses: ['5.6', '5.15'],
  record: investigationRecord,
  rules: [rules.worksOnCase],
  run: async ({ subject, tx }) => {
    const about = [{ kind: 'investigation', id: subject.id }, ...(subject.about ? [subject.about] : [])]
    const found = []
    for (const it of about) found.push(...(await requestsAbout(tx, it)))
    const hold = await holdOn(tx, subject.id)
    return {
      investigation: { id: subject.id, number: subject.number ?? '' },
      requests: found.map(({ id, kind, caption, addressee }) => ({
        id,
        name: {
          kk: `${kind.kk}: ${caption}, ${addressee.kk}`,
          ru: `${kind.ru}: ${caption}, ${addressee.ru}`,
          en: `${kind.en}: ${caption}, ${addressee.en}`,
        },
      })),
      hold: hold && { since: hold.since.toISOString(), reason: hold.reason },
    }
  },
})

export const readLabel = query(shapes.readLabel, {
  clauses: ['5.14', '5.16'],
  record: evidenceRecord,
  rules: [rules.worksOnIt],
  run: async ({ subject: { number, what, marks, seal, receivedOn } }) => ({
    number,
    what,
    marks,
    seal,
    receivedOn,
    // The number alone: a label outside the house says nothing of the case.
    qr: await qr.toDataURL(number, { margin: 1, width: 320 }),
  }),
})
