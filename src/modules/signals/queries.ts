// What is read of signals: the list, one with its links, its files, and those of an appeal.
import { readFile } from '../../kernel/files/index.ts'
import { query } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { appealRecord } from '../appeals/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import { answeringUnits, courtsInForce } from '../submissions/index.ts'
import * as shapes from './contract.ts'
import { signalRecord } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }

export const listSignals = query(shapes.listSignals, {
  clauses: ['6.23'],
  rules: [rules.notes],
  run: async ({ input: { page, size, sort, ...asked }, tx }) => {
    const { rows, ...count } = await store.listRows(tx, asked, sort, page, size)
    const units = new Map((await answeringUnits(tx)).map(({ id, name }) => [id, name]))
    const courts = await store.courtNames(
      tx,
      rows.map(({ court_id: court }) => court),
    )
    return {
      rows: rows.map((it) => ({
        ...{ id: it.id, mark: it.mark, source: it.source, seenOn: it.seen_on, gist: it.gist, links: it.links },
        unit: units.get(it.unit_id) ?? nobody,
        court: courts.get(it.court_id ?? '') ?? null,
      })),
      ...count,
    }
  },
})

export const openSignal = query(shapes.openSignal, {
  clauses: ['6.23', '5.16'],
  record: signalRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject, tx }) => {
    const it = await store.readSignal(tx, subject.id)
    const links = await store.linksOf(tx, subject.id)
    const people = [it.noted_by, ...links.flatMap(({ by, undone_by }) => [by, undone_by])]
    const names = await captionOfEmployees(tx, people)
    const nameOf = (id: string | null): Text => names.get(id ?? '') ?? nobody
    const units = new Map((await answeringUnits(tx)).map(({ id, name }) => [id, name]))
    const courts = await store.courtNames(tx, [it.court_id])
    return {
      ...{ id: it.id, version: it.version, mark: it.mark, source: it.source, seenOn: it.seen_on, gist: it.gist },
      ...{ link: it.link, author: it.author, notedAt: it.noted_at.toISOString(), notedBy: nameOf(it.noted_by) },
      unit: units.get(it.unit_id) ?? nobody,
      court: courts.get(it.court_id ?? '') ?? null,
      links: links.filter(({ undone_at: undone }) => undone === null).length,
      files: (await store.filesOf(tx, subject.id)).map((file) => ({ ...file, bytes: Number(file.bytes) })),
      appeals: links.map((link) => ({
        ...{ link: link.id, appeal: link.appeal_id, number: link.number, subject: link.subject, reason: link.reason },
        ...{ at: link.at.toISOString(), by: nameOf(link.by) },
        undone:
          link.undone_at && link.undone_reason
            ? { at: link.undone_at.toISOString(), by: nameOf(link.undone_by), reason: link.undone_reason }
            : null,
      })),
    }
  },
})

export const findAppeals = query(shapes.findAppeals, {
  clauses: ['6.23'],
  rules: [rules.notes],
  run: async ({ input, tx }) => ({ rows: await store.appealsLike(tx, input.words) }),
})

export const takeSignalFile = query(shapes.takeSignalFile, {
  clauses: ['6.23', '5.16'],
  record: signalRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const known = (await store.filesOf(tx, subject.id)).some(({ id }) => id === input.file)
    if (!known) throw unknownRecord()
    tx.note({ file: input.file })
    return readFile(tx, input.file)
  },
})

export const signalsOfAppeal = query(shapes.signalsOfAppeal, {
  clauses: ['6.23'],
  record: appealRecord,
  rules: [rules.reads],
  run: async ({ subject, tx }) => ({ rows: await store.ofAppeal(tx, subject.id) }),
})

export const signalPlaces = query(shapes.signalPlaces, {
  clauses: ['6.23'],
  rules: [rules.notes],
  run: async ({ actor, tx }) => {
    const { reach } = actor
    const units = (await answeringUnits(tx)).filter(({ id }) => reach === 'all' || reach.includes(id))
    return {
      courts: (await courtsInForce(tx)).map(({ id, name }) => ({ id, name })),
      units: units.map(({ id, name }) => ({ id, name })),
    }
  },
})
