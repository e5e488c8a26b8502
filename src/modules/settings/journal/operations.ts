// The journal read, proven, verified, and — where the law orders it — relieved of a detail.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays } from '../../../kernel/calendar.ts'
import { instantOf } from '../../../kernel/clock.ts'
import { invalidField } from '../../../kernel/invalid.ts'
import { command, query } from '../../../kernel/operation.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { audit } from '../../../kernel/seal/audit.ts'
import { faults, type Finding } from '../../../kernel/seal/faults.ts'
import { readVerifier } from '../../../kernel/seal/notes.ts'
import {
  eraseDetail as erase,
  readEntries,
  sealOf,
  writeProof,
  type JournalFilters,
} from '../../../kernel/seal/read.ts'
import type { Text } from '../../../kernel/text.ts'
import { captionOfEmployees } from '../../org/index.ts'
import { erasesDetails, nothingToErase, ownEntry, readsJournal, verifiesJournal } from '../rules.ts'
import { eraseDetail, journalChoices, listJournal, openEntry, verifyJournal } from './contract.ts'
import { journalEntry } from './record.ts'
import * as store from './store.ts'
import { flat, rowsOf, titleOf } from './words.ts'

const isId = (it: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(it)

const notAnId: Text = {
  kk: 'Жазбаның толық идентификаторын енгізіңіз.',
  ru: 'Введите полный идентификатор записи.',
  en: 'Enter the whole identifier of the record.',
}

export const readJournal = query(listJournal, {
  clauses: ['5.16'],
  rules: [readsJournal],
  personal: true,
  run: async ({ input: { page, size, record, dayFrom, dayUntil, actor, operation, outcome }, tx }) => {
    if (record && !isId(record)) throw invalidField('record', notAnId)
    const filters: JournalFilters = {
      ...(record ? { recordId: record } : {}),
      ...(actor ? { actor } : {}),
      ...(operation ? { operation } : {}),
      ...(outcome ? { outcome } : {}),
      ...(dayFrom ? { from: instantOf(`${dayFrom}T00:00`) } : {}),
      ...(dayUntil ? { until: instantOf(`${addDays(dayUntil, 1)}T00:00`) } : {}),
    }
    tx.note({ page, ...filters })
    const total = await store.countEntries(tx, filters)
    const start = await store.pageStart(tx, filters, (page - 1) * size)
    const { entries } =
      start === null ? { entries: [] } : await readEntries(tx.db, { filters, before: start + 1, limit: size })
    return { rows: await rowsOf(tx, entries), total: Math.min(total, store.cap), capped: total > store.cap }
  },
})

export const listChoices = query(journalChoices, {
  clauses: ['5.16'],
  rules: [readsJournal],
  run: async ({ tx }) => {
    const { registry } = tx.house
    const people = await captionOfEmployees(tx, await store.actors(tx))
    return {
      operations: [...registry.operations.keys()].sort().map((name) => ({ name, title: titleOf(registry, name) })),
      actors: [...people].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.kk.localeCompare(b.name.kk, 'kk')),
    }
  },
})

export const readEntry = query(openEntry, {
  clauses: ['5.16'],
  record: journalEntry,
  rules: [readsJournal],
  personal: true,
  run: async ({ subject, tx }) => {
    const { entries } = await readEntries(tx.db, { before: subject.seq + 1, limit: 1 })
    const [row] = await rowsOf(tx, entries)
    const [entry] = entries
    if (!row || !entry || row.id !== subject.id) throw new Error(`entry ${subject.seq} is not where its id says`)
    const seal = await sealOf(tx.db, subject.id)
    return {
      ...row,
      details: flat(entry.detail),
      hasDetails: subject.hasDetails,
      erasedAt: subject.erasedAt,
      seal: seal && {
        size: seal.size,
        leaf: seal.leaf.toString('hex'),
        root: seal.root.toString('base64'),
        proof: seal.proof.map((hash) => hash.toString('base64')),
        checkpoint: seal.checkpoint,
        holds: seal.holds,
        file: writeProof(seal),
      },
    }
  },
})

const noKey = (): Refusal =>
  new Refusal('wrong-state', {
    kk: 'Журнал әлі мөрленбеген: дерекқордан тыс бақылау нүктесі жоқ.',
    ru: 'Журнал ещё не опечатан: вне базы данных нет контрольной точки.',
    en: 'The journal is not sealed yet: there is no checkpoint outside the database.',
  })

const whole = (entries: number): Text => ({
  kk: `Журнал бүтін. Тексерілген жазба саны: ${entries}.`,
  ru: `Журнал цел. Проверено записей: ${entries}.`,
  en: `The journal is intact. Entries verified: ${entries}.`,
})

const broken = ({ kind, seq, until }: Finding): Text => {
  const { kk, ru, en } = faults[kind]
  if (seq === null) return faults[kind]
  const place = until === null ? `${seq}` : `${seq}–${until - 1}`
  return { kk: `№ ${place}: ${kk}`, ru: `№ ${place}: ${ru}`, en: `No. ${place}: ${en}` }
}

const faultOf = (it: Finding) => {
  const { kind, seq, until, id, says } = it
  return { kind, seq, until, id, says: broken(it), particulars: says }
}

const shownFaults = 20

export const verify = command(verifyJournal, {
  clauses: ['5.16'],
  rules: [verifiesJournal],
  run: async ({ tx }) => {
    const outside = join(tx.house.dataDir, 'journal')
    const vkey = await readFile(join(outside, 'vkey'), 'utf8').catch(() => null)
    if (vkey === null) throw noKey()
    const report = await audit({ pool: tx.house.pool, verifier: readVerifier(vkey), outside })
    const { ok, entries, sealed, root, milliseconds, findings } = report
    const first = report.first && faultOf(report.first)
    tx.note({ ok, entries, sealed, root, first: first?.particulars ?? null })
    return {
      ok,
      entries,
      sealed,
      root,
      milliseconds,
      first,
      outside: report.outside,
      says: first?.says ?? whole(entries),
      faults: findings.slice(0, shownFaults).map(faultOf),
    }
  },
})

export const eraseEntryDetail = command(eraseDetail, {
  clauses: ['5.16'],
  record: journalEntry,
  rules: [erasesDetails, nothingToErase, ownEntry],
  dangerous: true,
  run: async ({ input: { id, reason, ground }, tx }) => {
    await erase(tx, id)
    tx.about('journal.entry', id)
    tx.note({ reason, ground })
    return {}
  },
})
