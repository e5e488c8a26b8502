// A case file, part by part, as its bytes come: nothing of it is held but the page being filled and one batch of rows.
import { dayOf, timeOf } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { kindTitles, stateTitles } from '../evidence/index.ts'
import { investigationRecord, teamOf, words, type Investigation } from '../investigations/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import { briefsOf } from '../persons/index.ts'
import { walkEvents, type Order } from './events-store.ts'
import { Book, type Column } from './pdf/book.ts'
import { outcomes, printed } from './printed.ts'
import * as store from './store.ts'
import { asText, tellAll } from './telling.ts'
import { eventTitles } from './words.ts'

export interface Composing {
  language: Language
  place: number
  sealed: store.Sealed
}

/** Counted while the bytes go by; whole when the last one has gone. */
export interface Tally {
  pages: number
  events: number
}

const dated = (day: string | null): string => (day ? day.split('-').toReversed().join('.') : '')
const timed = (at: Date): string => `${dated(dayOf(at))} ${timeOf(at)}`
const period = (from: string, until: string | null): string => `${dated(from)} – ${until ? dated(until) : '…'}`

type Say = (text: Text | string | null) => string
const sayIn =
  (language: Language): Say =>
  (text) =>
    asText(text)?.[language] ?? ''

interface Telling {
  tx: Tx
  it: Investigation
  book: Book
  language: Language
  say: Say
  tally: Tally
}

const column = (title: string, share: number, size?: number): Column => ({ title, share, ...(size ? { size } : {}) })

function* factsPart({ it, book, language, say }: Telling): Generator<Buffer> {
  const w = printed[language]
  yield* book.section(w.parts.facts)
  yield* book.facts([
    [w.number, it.number],
    [w.kind, words.kindTitles[it.kind][language]],
    [w.clause, words.kindClauses[it.kind]],
    [w.state, words.stateTitles[it.state][language]],
    [w.offence, words.offenceTitles[it.offence][language]],
    [w.allegations, it.allegations],
    [w.committed, dated(it.committedOn)],
    [w.discovered, dated(it.discoveredOn)],
    [w.place, it.place && say(it.place.name)],
    [w.opened, dated(it.openedOn)],
    [w.due, dated(it.dueOn)],
    [w.limitation, dated(it.limitationOn)],
    [w.ended, dated(it.ended?.on ?? null)],
    [w.word, it.ended?.word ?? null],
  ])
}

async function* personsPart({ tx, it, book, language, say }: Telling): AsyncGenerator<Buffer> {
  const w = printed[language]
  yield* book.section(w.parts.persons)
  const ids = it.persons.map(({ id }) => id)
  const briefs = await briefsOf(tx, ids, it.committedOn)
  const persons = it.persons.map(({ id, name }) => {
    const post = briefs.get(id)?.post
    return [say(name), post ? `${say(post.title)}, ${say(post.body)}` : '—']
  })
  yield* book.table([column(w.name, 0.4), column(w.post, 0.6)], persons, w.none)
  const team = await teamOf(tx, it.id)
  const names = await captionOfEmployees(
    tx,
    team.map(({ id }) => id),
  )
  const members = team.map(({ id, role }) => [say(names.get(id) ?? null), w[role]])
  yield* book.table([column(w.name, 0.6), column(w.role, 0.4)], members, w.none)
}

async function* authoritiesPart({ tx, it, book, language, say }: Telling): AsyncGenerator<Buffer> {
  const w = printed[language]
  yield* book.section(w.parts.authorities)
  const rows = (await store.authoritiesNaming(tx, it.id)).map((row) => [
    row.number,
    dated(row.issued_on),
    say(eventTitles[`authority.${row.kind}`] ?? null),
    say(row.issuer),
    period(row.from_on, row.until_on) + (row.revoked_on ? `. ${w.revoked}: ${dated(row.revoked_on)}` : ''),
  ])
  const columns = [
    column(w.no, 0.18),
    column(w.on, 0.12),
    column(w.kind, 0.2),
    column(w.issuer, 0.25),
    column(w.force, 0.25),
  ]
  yield* book.table(columns, rows, w.none)
}

/** More papers than this a case does not have. */
const mostPapers = 5_000

async function* papersPart({ tx, it, book, language, say }: Telling): AsyncGenerator<Buffer> {
  const w = printed[language]
  yield* book.section(w.parts.papers)
  const rows = (await store.papersAbout(tx, it.id, mostPapers)).map((row) => [
    row.number ?? '—',
    dated(row.on),
    row.title,
    say(row.addressee),
    row.sha256 ?? '—',
  ])
  const columns = [
    column(w.no, 0.17),
    column(w.on, 0.11),
    column(w.subject, 0.3),
    column(w.addressee, 0.2),
    column(w.hash, 0.22, 6),
  ]
  yield* book.table(columns, rows, w.none)
}

async function* evidencePart({ tx, it, book, language, say }: Telling): AsyncGenerator<Buffer> {
  const w = printed[language]
  yield* book.section(w.parts.evidence)
  const rows = async function* () {
    for await (const items of store.walkEvidence(tx, it.id))
      for (const item of items)
        yield [
          item.number,
          kindTitles[item.kind][language],
          `${item.what}. ${item.from_whom}, ${dated(item.received_on)}`,
          `${stateTitles[item.state][language]}. ${[say(item.holder), item.kept_at].filter(Boolean).join(', ')}`,
          item.seal,
        ]
  }
  const columns = [
    column(w.no, 0.19),
    column(w.kind, 0.13),
    column(w.what, 0.32),
    column(w.holder, 0.24),
    column(w.seal, 0.12),
  ]
  yield* book.table(columns, rows(), w.none)
}

async function* filesPart({ tx, it, book, language, say }: Telling): AsyncGenerator<Buffer> {
  const w = printed[language]
  yield* book.section(w.parts.files)
  yield* book.paragraph(w.hashes)
  const rows = async function* () {
    for await (const files of store.walkFiles(tx, it.id))
      for (const file of files) yield [file.name, String(file.bytes), say(file.words).slice(0, 200), file.sha256]
  }
  const columns = [column(w.file, 0.26), column(w.size, 0.12), column(w.belongs, 0.28), column(w.hash, 0.34, 6)]
  yield* book.table(columns, rows(), w.none)
}

async function* eventsPart(
  { tx, it, book, language, say, tally }: Telling,
  title: string,
  order: Order,
): AsyncGenerator<Buffer> {
  const w = printed[language]
  yield* book.section(title)
  const rows = async function* () {
    for await (const batch of walkEvents(tx, it.id, order))
      for (const event of await tellAll(tx, batch)) {
        if (order === 'at') tally.events += 1
        const { title: name, words: told, by } = event.told
        const said = told ? `${say(name)}: ${say(told)}` : say(name)
        yield order === 'at'
          ? [timed(event.at), dated(event.happened_on), said, say(by)]
          : [dated(event.happened_on), timed(event.at), said, say(by)]
      }
  }
  const [first, second] = order === 'at' ? [w.entered, w.happened] : [w.happened, w.entered]
  const columns = [column(first, 0.15), column(second, 0.15), column(w.event, 0.5), column(w.by, 0.2)]
  yield* book.table(columns, rows(), w.none)
}

async function* journalPart({ tx, it, book, language, say }: Telling, sealed: store.Sealed): AsyncGenerator<Buffer> {
  const w = printed[language]
  yield* book.section(w.parts.journal)
  yield* book.paragraph(w.sealed)
  yield* book.facts([
    [w.entries, String(sealed.size)],
    [w.root, sealed.root],
  ])
  const titleOf = (name: string): string => tx.house.registry.operations.get(name)?.shape.title[language] ?? name
  const rows = async function* () {
    for await (const entries of store.walkJournal(tx, it.id, sealed.size))
      for (const entry of entries)
        yield [
          String(entry.seq),
          timed(entry.at),
          `${titleOf(entry.operation)}${entry.clause ? ` (${entry.clause})` : ''}`,
          outcomes[language][entry.outcome] ?? entry.outcome,
          say(entry.actor) || '—',
          entry.leaf,
        ]
  }
  const columns = [
    column(w.no, 0.08),
    column(w.entered, 0.13),
    column(w.act, 0.27),
    column(w.outcome, 0.12),
    column(w.by, 0.18),
    column(w.leaf, 0.22, 6),
  ]
  yield* book.table(columns, rows(), w.none)
}

export async function* compose(
  tx: Tx,
  it: Investigation,
  { language, place, sealed }: Composing,
  tally: Tally,
): AsyncGenerator<Buffer> {
  const w = printed[language]
  const number = investigationRecord.caption(it)
  const maker = tx.actor.name[language]
  const book = new Book({
    language,
    title: `${w.title} ${number}`,
    author: maker,
    head: `${w.title} · ${number}`,
    foot: `${w.made}: ${timed(tx.at)} · ${maker}`,
    at: tx.at,
  })
  const telling: Telling = { tx, it, book, language, say: sayIn(language), tally }
  yield book.begin()
  yield* factsPart(telling)
  yield* personsPart(telling)
  yield* authoritiesPart(telling)
  yield* papersPart(telling)
  yield* evidencePart(telling)
  yield* filesPart(telling)
  yield* eventsPart(telling, w.parts.happened, 'happenedOn')
  yield* eventsPart(telling, w.parts.entered, 'at')
  yield* journalPart(telling, sealed)
  yield* book.end((pages) => {
    tally.pages = pages
    return {
      over: [w.over],
      title: w.title,
      lines: [
        `${w.number}: ${number}`,
        it.persons.map(({ name }) => name[language]).join(', '),
        `${w.issue}: ${place}`,
        `${w.made}: ${timed(tx.at)}`,
        `${w.maker}: ${maker}`,
        `${w.pages}: ${pages}`,
      ],
      contents: w.contents,
      under: [`${w.entries}: ${sealed.size}. ${w.root}: ${sealed.root}`],
    }
  })
}
