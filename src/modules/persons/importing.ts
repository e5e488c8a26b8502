// Persons out of a file: columns of any names by a mapping, good rows go in, each bad one is explained, the same file twice changes nothing.
import { z } from 'zod'
import { iinFacts, parseIin } from '../../kernel/identifiers.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { newId } from '../../kernel/ids.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { columnKey } from '../../kernel/sheets/index.ts'
import type { Text } from '../../kernel/text.ts'
import { partiesOn } from '../incoming/index.ts'
import { courtId } from '../org/index.ts'
import { readSheet, type SheetRow } from '../structure/index.ts'
import * as shapes from './contract.ts'
import { importFields, neededFields, personKindTitles, personKinds, usualPosts, type ImportField } from './contract.ts'
import { keyOfTitle, particularsOf, postOf, reindex, unitsByRegion } from './entering.ts'
import * as lines from './posts-store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { isUsualPost, sexTitles } from './words.ts'

type Mapping = Partial<Record<ImportField, string>>
type Cells = Partial<Record<ImportField, string>>

/** Columns that bear the names of the fields, or the usual words for them. */
const usualColumns: Readonly<Record<ImportField, readonly string[]>> = {
  iin: ['иин', 'жсн'],
  name_kk: ['аты-жөні', 'фио', 'ф.и.о.', 'name', 'тегі, аты, әкесінің аты'],
  name_ru: ['фио (рус)', 'фио на русском'],
  name_en: ['name (en)'],
  born_on: ['туған күні', 'дата рождения'],
  sex: ['жынысы', 'пол'],
  kind: ['түрі', 'категория', 'санаты'],
  body: ['сот', 'суд', 'орган', 'court'],
  post: ['лауазымы', 'должность'],
  post_ru: ['должность (рус)'],
  post_en: ['post (en)'],
  from: ['тағайындалған күні', 'дата назначения'],
  until: ['босатылған күні', 'дата освобождения'],
  basis: ['негіз', 'основание', 'приказ'],
  superior_iin: ['иин руководителя', 'басшының жсн'],
  superior_post: ['должность руководителя', 'басшының лауазымы'],
}

const guess = (columns: readonly string[]): Mapping =>
  Object.fromEntries(
    importFields.flatMap((field) => {
      const names = [field, ...usualColumns[field]]
      const column = columns.find((it) => names.includes(columnKey(it)))
      return column === undefined ? [] : [[field, column]]
    }),
  )

const columnsOf = (rows: readonly SheetRow[]): string[] => Object.keys(rows[0]?.cells ?? {})

export const readColumns = query(shapes.readColumns, {
  clauses: ['5.16'],
  bodyLimit: 4_300_000,
  rules: [rules.keeps],
  run: async ({ input }) => {
    const rows = await readSheet(Buffer.from(input.content, 'base64'), [])
    const columns = columnsOf(rows)
    return {
      columns,
      guessed: guess(columns),
      sample: rows.slice(0, 3).map(({ cells }) => columns.map((column) => (cells[column] ?? '').slice(0, 100))),
      rows: rows.length,
    }
  },
})

const said = (kk: string, ru: string, en: string): Text => ({ kk, ru, en })

interface Fault {
  row: number
  column: string | null
  value: string | null
  says: Text
}

interface Known {
  bodies: ReadonlyMap<string, string>
  byIin: Map<string, string>
  seen: Map<string, number>
  mapping: Mapping
}

/** A day as sheets write it: 2025-07-01 or 01.07.2025. */
const dayIn = (words: string | undefined): string | null | undefined => {
  if (!words) return null
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(words)
  const day = dotted
    ? `${dotted[3]}-${(dotted[2] ?? '').padStart(2, '0')}-${(dotted[1] ?? '').padStart(2, '0')}`
    : words.slice(0, 10)
  return z.iso.date().safeParse(day).success ? day : undefined
}

const bySaying = <K extends string>(titles: Readonly<Record<K, Text>>, words: string | undefined): K | undefined => {
  const asked = keyOfTitle(words ?? '')
  const found = Object.entries<Text>(titles).find(
    ([code, title]) => code === asked || [title.kk, title.ru, title.en].some((it) => keyOfTitle(it) === asked),
  )
  return found?.[0] as K | undefined
}

/** Courts and bodies by code and by name in each language. */
const bodiesBySaying = async (tx: Tx): Promise<ReadonlyMap<string, string>> => {
  const parties = (await partiesOn(tx, tx.today)).filter(({ kind }) => kind !== 'unit')
  return new Map(
    parties.flatMap(({ kind, id, name }) =>
      [name.kk, name.ru, name.en].map((it) => [keyOfTitle(it), `${kind}:${id}`] as const),
    ),
  )
}

const bodyIn = (words: string, { bodies }: Known): string | undefined =>
  bodies.get(keyOfTitle(words)) ?? (/^[A-Z0-9-]{1,20}$/.test(words) ? `court:${courtId(words)}` : undefined)

const wrongDay = said(
  'Күнді 2025-07-01 түрінде жазыңыз.',
  'Запишите дату в виде 2025-07-01.',
  'Write the day as 2025-07-01.',
)
const kinds = personKinds.join(', ')

/** What the row says, or the faults of its cells. */
const read = ({ row, cells: all }: SheetRow, known: Known) => {
  const cells: Cells = Object.fromEntries(
    Object.entries(known.mapping).map(([field, column]) => [field, (all[columnKey(column)] ?? '').trim()]),
  )
  const faults: Fault[] = []
  const against = (field: ImportField, says: Text) =>
    void faults.push({ row, column: known.mapping[field] ?? field, value: (cells[field] ?? '').slice(0, 100), says })
  const iin = parseIin(cells.iin ?? '')
  if (iin.fault) against('iin', iin.fault)
  const before = iin.value ? known.seen.get(`${iin.value} ${cells.from} ${cells.post}`) : undefined
  if (before !== undefined)
    against(
      'iin',
      said(`Мұндай жол бар: ${before}.`, `Такая строка уже есть: ${before}.`, `The same row stands above: ${before}.`),
    )
  if (!cells.name_kk) against('name_kk', said('Аты-жөнін жазыңыз.', 'Укажите имя.', 'Give the name.'))
  const kind = bySaying(personKindTitles, cells.kind)
  if (!kind) against('kind', said(`Мыналардың бірі: ${kinds}.`, `Одно из: ${kinds}.`, `One of: ${kinds}.`))
  const sex = cells.sex ? bySaying(sexTitles, cells.sex) : null
  if (sex === undefined) against('sex', said('Ер немесе әйел.', 'Мужской или женский.', 'Male or female.'))
  const days = { born_on: dayIn(cells.born_on), from: dayIn(cells.from), until: dayIn(cells.until) }
  for (const field of ['born_on', 'from', 'until'] as const)
    if (days[field] === undefined || (field === 'from' && days.from === null)) against(field, wrongDay)
  if (days.from && days.until && days.until < days.from)
    against(
      'until',
      said('Соңғы күн бірінші күннен бұрын.', 'Последний день раньше первого.', 'The last day is before the first.'),
    )
  const body = bodyIn(cells.body ?? '', known)
  if (!body)
    against(
      'body',
      said('Мұндай сот немесе орган табылмады.', 'Такой суд или орган не найден.', 'No such court or body was found.'),
    )
  const superior = cells.superior_iin ? parseIin(cells.superior_iin) : null
  if (superior?.fault) against('superior_iin', superior.fault)
  if (faults.length || !iin.value || !kind || !body || !days.from) return { faults, line: null }
  known.seen.set(`${iin.value} ${cells.from} ${cells.post}`, row)
  return {
    faults,
    line: {
      iin: iin.value,
      name: { nameKk: cells.name_kk ?? '', nameRu: cells.name_ru || null, nameEn: cells.name_en || null },
      bornOn: days.born_on ?? iinFacts(iin.value).bornOn,
      sex: sex ?? iinFacts(iin.value).sex,
      kind,
      body,
      title: titleIn(cells),
      from: days.from,
      until: days.until ?? null,
      basis: cells.basis || null,
      superiorIin: superior?.value ?? null,
      superiorPost: cells.superior_post || null,
    },
  }
}
type Line = NonNullable<ReturnType<typeof read>['line']>

/** A usual post by its code or title; another one in as many languages as the file has. */
const titleIn = (cells: Cells) => {
  const post = bySaying(usualPosts, cells.post)
  const kk = cells.post ?? ''
  return { post, titleKk: kk, titleRu: cells.post_ru || kk, titleEn: cells.post_en || kk }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const personIn = async (tx: Tx, line: Line, basis: string, known: Known): Promise<{ id: string; did: Did } | null> => {
  const it = particularsOf({
    ...line.name,
    iin: line.iin,
    bornOn: line.bornOn ?? undefined,
    sex: line.sex ?? undefined,
  })
  const id = known.byIin.get(line.iin)
  const row = id ? await store.findRow(tx, id, true) : undefined
  if (!row) {
    const fresh = newId()
    // Somebody whom this importer may not see: the row is not taken, and nothing of that person is told.
    if (!(await store.insertPerson(tx, fresh, it, basis))) return null
    await store.putName(tx, fresh, it.name, basis, null)
    known.byIin.set(line.iin, fresh)
    return { id: fresh, did: 'added' }
  }
  // What the file does not say stays.
  const name = line.name.nameRu || line.name.nameEn || line.name.nameKk !== row.name.kk ? it.name : row.name
  const after = { name, bornOn: it.bornOn ?? row.bornOn, sex: it.sex ?? row.sex }
  if (same(after, { name: row.name, bornOn: row.bornOn, sex: row.sex })) return { id: row.id, did: 'unchanged' }
  await store.changePerson(tx, row.id, after, basis)
  if (!same(name, row.name)) await store.putName(tx, row.id, name, basis, null)
  return { id: row.id, did: 'changed' }
}

type Did = 'added' | 'changed' | 'unchanged'

/** The post of the row, found by body, title and first day; its end is taken over. */
const postIn = async (
  tx: Tx,
  person: string,
  post: store.NewPost,
  basis: string,
): Promise<{ id: string; did: Did }> => {
  const { until } = post
  const found = (await lines.postsEver(tx, person)).find(
    (it) => it.struck === null && it.bodyId === post.bodyId && it.titleKey === post.titleKey && it.from === post.from,
  )
  if (!found) return { id: await store.insertPost(tx, person, post, basis), did: 'added' }
  if (until === null || found.until === until) return { id: found.id, did: 'unchanged' }
  await store.changePost(tx, found.id, { until_on: until, end_basis: basis })
  return { id: found.id, did: 'changed' }
}

const superiorLine = (line: Line, known: Known): Omit<store.SuperiorLine, 'from'> | null => {
  const superior = line.superiorIin ? known.byIin.get(line.superiorIin) : undefined
  if (superior) return { superior, title: null, titleKey: null }
  if (!line.superiorPost) return null
  const usual = bySaying(usualPosts, line.superiorPost)
  const title =
    usual && isUsualPost(usual) ? usualPosts[usual] : said(line.superiorPost, line.superiorPost, line.superiorPost)
  return { superior: null, title, titleKey: usual ?? keyOfTitle(line.superiorPost) }
}

/** Read after all persons are in, so that a superior may stand below the subordinate. */
const superiorIn = async (
  tx: Tx,
  person: string,
  post: string,
  line: Line,
  basis: string,
  known: Known,
): Promise<Did> => {
  const it = superiorLine(line, known)
  if (!it || it.superior === person) return 'unchanged'
  const [last] = (await lines.superiorsOf(tx, person)).filter((row) => row.post === post)
  if (last) return 'unchanged'
  await store.putSuperior(tx, person, post, { ...it, from: line.from }, basis)
  return 'added'
}

const notTaken = said(
  'Бұл ЖСН-мен жол қабылданбады: өзгертуге құқығыңыз жоқ.',
  'Строка с этим ИИН не принята: у вас нет права её менять.',
  'The row with this IIN was not taken: you may not change it.',
)
const noSuperior = said(
  'Басшы тізілімде табылмады, жолдың қалғаны енгізілді.',
  'Руководитель в реестре не найден, остальное внесено.',
  'The superior was not found in the register; the rest was entered.',
)

const worst = (...dids: readonly Did[]): Did =>
  dids[0] === 'added' ? 'added' : dids.some((it) => it !== 'unchanged') ? 'changed' : 'unchanged'

/** One row; a fault of its body or days is the row's, not the file's. */
const enter = async (tx: Tx, line: Line, basis: string, known: Known) => {
  const { title, kind, body, from, until } = line
  // What the body and the days refuse must be known before anything of the row is written.
  const wanted = await postOf(tx, { ...title, kind, body, bodyName: null, from, until: until ?? undefined })
  const person = await personIn(tx, line, basis, known)
  if (!person) return null
  const post = await postIn(tx, person.id, wanted, basis)
  return { person, post }
}

const missingColumns = (mapping: Mapping): Text => {
  const list = neededFields.filter((field) => !mapping[field]).join(', ')
  return said(`Мына бағандарды көрсетіңіз: ${list}.`, `Укажите столбцы: ${list}.`, `Name the columns: ${list}.`)
}

interface Entered {
  line: Line
  row: number
  basis: string
  person: { id: string; did: Did }
  post: { id: string; did: Did }
}

export const importPersons = command(shapes.importPersons, {
  clauses: ['5.16'],
  bodyLimit: 4_300_000,
  personal: true,
  rules: [rules.keeps],
  run: async ({ input, tx }) => {
    const rows = await readSheet(Buffer.from(input.content, 'base64'), [])
    const mapping = { ...guess(columnsOf(rows)), ...input.mapping }
    if (neededFields.some((field) => !mapping[field])) throw invalidField('mapping', missingColumns(mapping))
    const iins = rows.flatMap(({ cells }) =>
      [mapping.iin, mapping.superior_iin].map((it) => parseIin(cells[columnKey(it ?? '')] ?? '').value ?? ''),
    )
    const byIin = await lines.byIins(tx, [...new Set(iins.filter(Boolean))])
    const known: Known = { bodies: await bodiesBySaying(tx), byIin, seen: new Map(), mapping }
    const faults: Fault[] = []
    const entered: Entered[] = []
    for (const sheetRow of rows) {
      const { row } = sheetRow
      const { faults: found, line } = read(sheetRow, known)
      faults.push(...found)
      if (!line) continue
      const basis = line.basis ?? input.name
      try {
        const done = await enter(tx, line, basis, known)
        if (done) entered.push({ line, row, basis, ...done })
        else faults.push({ row, column: mapping.iin ?? null, value: line.iin, says: notTaken })
      } catch (fault) {
        if (!(fault instanceof Refusal) || fault.reason !== 'invalid') throw fault
        const [first] = fault.fields
        const column = importFields.find((it) => it === first?.path) ?? null
        faults.push({
          row,
          column: column && (mapping[column] ?? column),
          value: null,
          says: first?.says ?? fault.says,
        })
      }
    }
    const report = { added: 0, changed: 0, unchanged: 0 }
    const unitOf = await unitsByRegion(tx)
    for (const { line, row, basis, person, post } of entered) {
      const superior = await superiorIn(tx, person.id, post.id, line, basis, known)
      if (line.superiorIin && !known.byIin.has(line.superiorIin))
        faults.push({ row, column: mapping.superior_iin ?? null, value: line.superiorIin, says: noSuperior })
      const did = worst(person.did, post.did, superior)
      report[did] += 1
      if (did !== 'unchanged') await reindex(tx, person.id, unitOf)
    }
    faults.sort((a, b) => a.row - b.row)
    tx.note({ file: input.name, ...report, faults: faults.length })
    return { ...report, faults }
  },
})
