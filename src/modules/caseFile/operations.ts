// The case as a whole: made into a file in one click, its timeline with both times, its links.
import { attachFile, keepFile, readFile } from '../../kernel/files/index.ts'
import { newId } from '../../kernel/ids.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import { investigationRecord } from '../investigations/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import { compose, type Tally } from './composing.ts'
import * as shapes from './contract.ts'
import { pageOfEvents } from './events-store.ts'
import { chartOf } from './links.ts'
import { caseFileRecord } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { nobody, tellAll } from './telling.ts'

const pdf = 'application/pdf'

async function shown(tx: Tx, rows: readonly store.Made[]) {
  const names = await captionOfEmployees(
    tx,
    rows.map(({ made_by }) => made_by),
  )
  return rows.map((it) => ({
    id: it.id,
    place: it.place,
    madeAt: it.made_at.toISOString(),
    madeBy: names.get(it.made_by) ?? nobody,
    language: it.language,
    pages: it.pages,
    events: it.events,
    journalSize: it.journal_size,
    file: { id: it.file_id, name: it.name, bytes: it.bytes, sha256: it.sha256, type: pdf },
  }))
}

/** The bytes go to the disk as they are made, sealed and hashed on the way; a case of a thousand pages is never in memory. */
export const makeCaseFile = command(shapes.makeCaseFile, {
  clauses: ['6.21', '5.14', '5.16'],
  record: investigationRecord,
  rules: [rules.makes],
  personal: true,
  run: async ({ input: { language }, subject, actor, tx }) => {
    const place = await store.nextPlace(tx, subject.id)
    const sealed = await store.sealedJournal(tx)
    const tally: Tally = { pages: 0, events: 0 }
    const name = `${investigationRecord.caption(subject).replaceAll(/[^\p{L}\p{N}-]+/gu, '-')}-${place}.pdf`
    const file = await keepFile(tx, compose(tx, subject, { language, place, sealed }, tally), { name, type: pdf })
    const id = newId()
    const row = {
      id,
      investigation_id: subject.id,
      place,
      made_at: tx.at,
      made_by: actor.id,
      language,
      ...tally,
      journal_size: sealed.size,
      file_id: file.id,
      name: file.name,
      bytes: file.bytes,
      sha256: file.sha256,
    }
    await store.insertMade(tx, row)
    await attachFile(tx, file.id, 'caseFile', id)
    tx.note({ caseFile: id, ...tally, sha256: file.sha256 })
    const [made] = await shown(tx, [row])
    if (!made) throw new Error('nothing was made')
    return made
  },
})

export const listCaseFiles = query(shapes.listCaseFiles, {
  clauses: ['5.14', '5.15'],
  record: investigationRecord,
  rules: [rules.worksOnCase],
  run: async ({ subject, tx }) => ({ rows: await shown(tx, await store.madeFor(tx, subject.id)) }),
})

export const takeCaseFile = query(shapes.takeCaseFile, {
  clauses: ['5.15', '5.16'],
  record: caseFileRecord,
  rules: [rules.worksOnIt],
  personal: true,
  export: true,
  run: async ({ input, subject, tx }) => {
    if (input.file !== subject.file_id) throw unknownRecord()
    tx.note({ file: input.file, sha256: subject.sha256 })
    return readFile(tx, input.file)
  },
})

export const readCaseTimeline = query(shapes.readCaseTimeline, {
  clauses: ['5.14', '5.15', '5.16'],
  record: investigationRecord,
  rules: [rules.worksOnCase],
  personal: true,
  run: async ({ input: { source, words, sort, page, size }, subject, tx }) => {
    const down = sort.startsWith('-')
    const order = sort.endsWith('at') ? 'at' : 'happenedOn'
    const { rows, total } = await pageOfEvents(tx, subject.id, { source, words }, { order, down, page, size })
    const told = await tellAll(tx, rows)
    return {
      rows: told.map((it) => ({
        key: it.key,
        source: it.source,
        happenedOn: it.happened_on,
        at: it.at.toISOString(),
        ...it.told,
      })),
      total,
      capped: false,
    }
  },
})

export const readLinks = query(shapes.readLinks, {
  clauses: ['5.14', '5.15', '5.16'],
  record: investigationRecord,
  rules: [rules.worksOnCase],
  personal: true,
  run: async ({ subject, tx }) => chartOf(tx, subject),
})
