// What is read of personal files: the register of covers, one file, who may read it, who has looked.
import { query, type Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import { captionOfEmployees, holdersIn } from '../org/index.ts'
import { briefsOf } from '../persons/index.ts'
import * as shapes from './contract.ts'
import { personalFileRecord } from './records.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { closedSentences, documentKindTitles } from './words.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }

interface Line {
  id: string
  number: string
  heldAt: string
  person: string
  personName: Text
  open: boolean
}

const rowsOf = async (tx: Tx, rows: readonly Line[]) => {
  const briefs = await briefsOf(
    tx,
    rows.map(({ person }) => person),
    tx.today,
  )
  return rows.map(({ id, number, heldAt, person, personName, open }) => {
    const post = briefs.get(person)?.post
    return {
      id,
      number,
      heldAt,
      open,
      person: { id: person, name: personName, post: post?.title ?? null, body: post?.body ?? null },
    }
  })
}

export const listFiles = query(shapes.listFiles, {
  clauses: ['5.9'],
  rules: [rules.seesCover],
  run: async ({ input, tx }) => {
    const { rows, ...counted } = await store.listFiles(tx, input, input)
    return { rows: await rowsOf(tx, rows), ...counted }
  },
})

export const openFile = query(shapes.openFile, {
  clauses: ['5.9'],
  record: personalFileRecord,
  personal: true,
  rules: [rules.seesCover],
  run: async ({ subject, tx }) => {
    const { gate } = subject
    const open = gate.authority !== null && tx.actor.powers.has('personalFiles.read')
    const [row] = await rowsOf(tx, [{ ...subject, open }])
    if (!row) throw new Error(`personal file ${subject.id} has no line`)
    const readers = await store.readersOf(tx, subject.id)
    const names = await captionOfEmployees(
      tx,
      readers.map(({ employee }) => employee),
    )
    const shown = gate.authority
    tx.note({ open, authority: shown?.number })
    return {
      ...row,
      version: subject.version,
      closed: gate.because && {
        because: gate.because,
        says: closedSentences[gate.because],
        number: gate.last?.number ?? null,
        on:
          gate.because === 'revoked'
            ? (gate.last?.revokedOn ?? null)
            : gate.because === 'notYet'
              ? (gate.last?.from ?? null)
              : (gate.last?.until ?? null),
      },
      authority: shown && authorityOf(shown),
      standing: gate.standing.map((it) => ({
        ...authorityOf(it),
        readers: readers
          .filter(({ authority }) => authority === it.id)
          .map(({ employee }) => names.get(employee) ?? nobody),
      })),
      documents: open
        ? (await store.documentsOf(tx, subject.id)).map((it) => ({
            id: it.id,
            kind: it.kind,
            kindTitle: documentKindTitles[it.kind],
            title: it.title,
            datedOn: it.dated_on,
            pages: it.pages,
            destroyedOn: it.destroyed_on,
          }))
        : [],
      keptDays: tx.parameter('personal-files.kept').value,
    }
  },
})

const authorityOf = ({
  id,
  number,
  from,
  until,
  issuer,
}: {
  id: string
  number: string
  from: string
  until: string | null
  issuer: Text
}) => ({
  id,
  number,
  from,
  until,
  issuer,
})

export const fileOfPerson = query(shapes.fileOfPerson, {
  clauses: ['5.9'],
  rules: [rules.seesCover],
  run: async ({ input, tx }) => ({ file: (await store.fileOf(tx, input.person)) ?? null }),
})

/** Whoever holds a post whose job description reads personal files. */
export const listReaders = query(shapes.listReaders, {
  clauses: ['5.9'],
  record: personalFileRecord,
  rules: [rules.headAppoints],
  run: async ({ tx }) => {
    const codes = ['deputy-head', 'inspector', 'analyst', 'territorial-head', 'territorial-inspector']
    const holders = await holdersIn(tx, { codes, day: tx.today })
    return { rows: [...new Map(holders.map(({ id, name }) => [id, { id, name }])).values()] }
  },
})

export const listViews = query(shapes.listViews, {
  clauses: ['5.9'],
  record: personalFileRecord,
  rules: [rules.watches],
  run: async ({ input, subject, tx }) => {
    const { rows, ...counted } = await store.viewsOf(tx, subject.id, input)
    const names = await captionOfEmployees(
      tx,
      rows.map(({ by }) => by),
    )
    // Titles of documents are content: they are shown to the reader of an authority in force alone.
    const titles = new Map((await store.documentsOf(tx, subject.id)).map(({ id, title }) => [id, title]))
    return {
      rows: rows.map((it) => ({
        at: it.at.toISOString(),
        by: names.get(it.by) ?? nobody,
        document: titles.get(it.document) ?? '—',
        page: it.page,
        authority: it.authority,
      })),
      ...counted,
    }
  },
})
