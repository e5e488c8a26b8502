// Documents for tests: a reply drafted, offered and signed by the cast, and their PDFs as another program reads them.
import { extractText, getDocumentProxy } from 'unpdf'
import pg from 'pg'
import { castId, type CastName } from '../../src/app/cast.ts'
import { perform } from '../../src/kernel/perform.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import type { Actor } from '../../src/kernel/rules.ts'
import * as operations from '../../src/modules/documents/operations.ts'
import * as queries from '../../src/modules/documents/queries.ts'
import type { TestHouse } from './house.ts'

export const words = {
  addressee: 'Ахметов Асан Үсенұлы',
  address: null,
  subject: 'Істі тіркегені үшін ақы сұрау туралы',
  established: 'Кеңсе журналдары мен бейнежазбалар тексерілді.',
  ground: '«Сыбайлас жемқорлыққа қарсы іс-қимыл туралы» Заңның 15-бабы.',
  outcome: 'Өтініш ішінара қанағаттандырылды.',
}

/** Performs an operation by its name; the result as JSON would give it. */
export const performNamed = async (house: TestHouse, name: string, actor: Actor, input: unknown): Promise<unknown> => {
  const operation = house.registry.operations.get(name)
  if (!operation) throw new Error(`the house has no operation ${name}`)
  return (await perform(house, operation, actor, input)).result
}

/** Documents here are about an employee: a record that all of the staff may see. */
export const draft = async (house: TestHouse, by: CastName = 'inspector', fields = words): Promise<string> => {
  const input = {
    template: 'reply',
    language: 'kk' as const,
    about: { kind: 'employee', id: castId('bailiff') },
    fields,
  }
  return (await perform(house, operations.draftDocument, await house.as(by), input)).result.id
}

export const offered = async (house: TestHouse, by: CastName = 'inspector'): Promise<string> => {
  const id = await draft(house, by)
  await perform(house, operations.offerDocument, await house.as(by), { id })
  return id
}

export const sign = async (house: TestHouse, by: CastName, id: string) =>
  (await perform(house, operations.signDocument, await house.as(by), { id })).result

export const open = async (house: TestHouse, by: CastName, id: string) =>
  perform(house, queries.openDocument, await house.as(by), { id })

export const pdfOf = async (house: TestHouse, by: CastName, input: Parameters<typeof pdfInput>[0]): Promise<Buffer> => {
  const { result } = await perform(house, queries.renderDocument, await house.as(by), pdfInput(input))
  return Buffer.concat(await Array.fromAsync(result.stream as AsyncIterable<Buffer>))
}
const pdfInput = (input: { id: string; draft?: number; fields?: Record<string, string | null> }) => input

/** The text of a PDF, spaces made one. */
export const readText = async (bytes: Buffer): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: true })
  return text.replace(/\s+/g, ' ')
}

/** Runs SQL as the owner of the database, past every rule of the house. */
export const asOwner = async <R extends pg.QueryResultRow>(
  house: TestHouse,
  sql: string,
  values: unknown[] = [],
): Promise<R[]> => {
  const client = new pg.Client({ connectionString: house.urls.ownerUrl })
  await client.connect()
  try {
    await client.query("select set_config('app.operation', 'test', false)")
    return (await client.query<R>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** The refusal that the work ends in; any other end is an error. */
export const refusalOf = async (work: Promise<unknown>): Promise<Refusal> => {
  try {
    await work
  } catch (fault) {
    if (fault instanceof Refusal) return fault
    throw fault
  }
  throw new Error('nothing was refused')
}

export interface Entry extends pg.QueryResultRow {
  outcome: string
  actor: string
  clause: string | null
  reason: string | null
  clauses: string[]
  detail: string | null
}

/** What the journal was told of one operation on one record, oldest first. */
export const journalOf = (house: TestHouse, id: string, operation: string): Promise<Entry[]> =>
  asOwner(
    house,
    `select outcome, actor, clause, reason, clauses, detail from journal_inbox
     where record_id = $1 and operation = $2 order by at, id`,
    [id, operation],
  )
