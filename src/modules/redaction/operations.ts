// Redaction: the pages of a file that one may read, words found on them, the copy made, the copies of a record, a copy given out.
import { attachFile, keepFile, readFile } from '../../kernel/files/index.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, query } from '../../kernel/operation.ts'
import { record } from '../../kernel/record.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/text.ts'
import { captionOfEmployees } from '../org/index.ts'
import * as shapes from './contract.ts'
import { burnBoxes, findWordsIn, showPagesOf } from './raster/render.ts'
import * as rules from './rules.ts'
import { readSource, recordInSight } from './source.ts'
import * as store from './store.ts'

export const copyRecord = record({
  name: 'redaction',
  table: 'redactions',
  title: { kk: 'Редакцияланған көшірме', ru: 'Копия с изъятиями', en: 'Redacted copy' },
  find: store.findCopy,
  caption: ({ name }) => name,
})

export const showPages = query(shapes.showPages, {
  clauses: ['5.16'],
  rules: [rules.redacts],
  personal: true,
  run: async ({ input, tx }) => {
    const source = await readSource(tx, input)
    tx.about(source.record.kind, source.record.id)
    tx.note({ file: input.file, from: input.from })
    const { total, worded, pages } = await showPagesOf(source, input.from, shapes.pagesAtOnce)
    return {
      name: source.name,
      record: { caption: source.record.caption, page: source.record.page },
      total,
      worded,
      pages: pages.map(({ picture, ...page }) => ({ ...page, picture: Buffer.from(picture).toString('base64') })),
    }
  },
})

export const findWords = query(shapes.findWords, {
  clauses: ['5.16'],
  rules: [rules.redacts],
  personal: true,
  run: async ({ input, tx }) => {
    const source = await readSource(tx, input)
    tx.about(source.record.kind, source.record.id)
    // The words are what must not be known: the journal keeps the file, not what was looked for in it.
    tx.note({ file: input.file })
    const boxes = await findWordsIn(source, input.words)
    if (boxes.length > shapes.mostBoxes) throw tooManyFound(boxes.length)
    return { boxes }
  },
})

const tooManyFound = (count: number) =>
  invalidField('words', {
    kk: `Бұл сөз тым көп кездеседі: ${count}. Толығырақ жазыңыз.`,
    ru: `Это слово встречается слишком часто: ${count}. Уточните запрос.`,
    en: `This word occurs too often: ${count}. Be more precise.`,
  })

const suffix: Record<Language, string> = { kk: 'редакцияланған', ru: 'с изъятиями', en: 'redacted' }

/** 'Жауап – редакцияланған.pdf': the copy is a PDF whatever it was made of. */
const copyName = (name: string, language: Language): string =>
  `${name.replace(/\.[a-z0-9]{1,5}$/i, '')} – ${suffix[language]}.pdf`

const shownCopy = ({ id, copy, name, pages, sha256 }: store.Redaction) => ({ id, file: copy, name, pages, sha256 })

export const makeCopy = command(shapes.makeCopy, {
  clauses: ['5.16'],
  rules: [rules.redacts],
  personal: true,
  run: async ({ input, tx }) => {
    const source = await readSource(tx, input)
    const { record: of } = source
    const known = await store.findByKey(tx, input.key)
    if (known) {
      if (known.record.id !== of.id || known.source !== input.file) throw unknownRecord()
      tx.about('redaction', known.id)
      return shownCopy(known)
    }
    const { pdf, pages } = await burnBoxes(source, input.boxes)
    const name = copyName(source.name, input.language)
    const kept = await keepFile(tx, Buffer.from(pdf), { name, type: 'application/pdf' })
    await attachFile(tx, kept.id, of.kind, of.id)
    const id = await store.insertCopy(tx, {
      key: input.key,
      record: of,
      source: { file: input.file, sha256: source.sha256 },
      copy: { file: kept.id, sha256: kept.sha256, name: kept.name, pages },
      boxes: input.boxes,
      reason: input.reason,
    })
    tx.about('redaction', id)
    tx.note({
      of: { kind: of.kind, id: of.id },
      source: { file: input.file, sha256: source.sha256 },
      copy: { file: kept.id, sha256: kept.sha256 },
      pages,
      boxes: input.boxes.length,
      reason: input.reason,
    })
    return { id, file: kept.id, name: kept.name, pages, sha256: kept.sha256 }
  },
})

export const listCopies = query(shapes.listCopies, {
  clauses: ['5.16'],
  rules: [rules.seesRecord],
  run: async ({ input, tx }) => {
    await recordInSight(tx, input.kind, input.id)
    const copies = await store.copiesOf(tx, input)
    const names = await captionOfEmployees(
      tx,
      copies.map(({ madeBy }) => madeBy),
    )
    return {
      copies: copies.map((it) => ({
        ...shownCopy(it),
        source: it.source,
        reason: it.reason,
        by: names.get(it.madeBy) ?? { kk: '', ru: '', en: '' },
        at: it.madeAt.toISOString(),
      })),
    }
  },
})

export const takeCopy = query(shapes.takeCopy, {
  clauses: ['5.16'],
  record: copyRecord,
  rules: [rules.seesCopy],
  personal: true,
  run: async ({ input, subject, tx }) => {
    if (subject.copy !== input.file) throw unknownRecord()
    return readFile(tx, subject.copy)
  },
})
