// What is read of authorities: the register, one with what became of it, its scan, the choices of the forms.
import type { z } from 'zod'
import { daysLeft } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { readFile } from '../../kernel/files/index.ts'
import { query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import { happeningsOf } from '../incoming/index.ts'
import { captionOfEmployees } from '../org/index.ts'
import * as shapes from './contract.ts'
import { purposes } from './contract.ts'
import * as lists from './list-store.ts'
import { authorityRecord } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { lookUp } from './subjects.ts'
import { isInForce } from './validity.ts'

const nobody: Text = { kk: '—', ru: '—', en: '—' }

const clock = (tx: Tx, from: Day, dueOn: Day, doneOn: Day | null = null) => ({
  dueOn,
  left: daysLeft(tx.calendar, tx.today, dueOn),
  total: Math.max(1, tx.calendar.workingDaysBetween(from, dueOn)),
  doneOn,
})

const dayIn = (at: Date): Day => new Date(at.getTime() + 5 * 3_600_000).toISOString().slice(0, 10)

export const listAuthorities = query(shapes.listAuthorities, {
  clauses: ['5.14', '7.2'],
  rules: [rules.lists],
  run: async ({ input, tx }) => {
    const rows = await lists.listRows(tx, input, input)
    const people = await captionOfEmployees(
      tx,
      rows.flatMap((it) => [it.author_id, it.issuer_id]),
    )
    return {
      rows: rows.map((it) => ({
        id: it.id,
        state: it.state,
        way: it.way,
        kind: it.kind,
        purpose: it.purpose,
        issuer: it.issuer_post,
        issuerName: it.issuer_id ? (people.get(it.issuer_id) ?? nobody) : null,
        number: it.number,
        issuedOn: it.issued_on,
        from: it.from_on,
        until: it.until_on,
        inForce: it.in_force,
        ahead: it.state === 'granted' && it.from_on > tx.today,
        names: it.names,
        author: people.get(it.author_id) ?? nobody,
        enteredAt: it.entered_at.toISOString(),
        term: it.state === 'asked' && it.asked_at && it.due_on ? clock(tx, dayIn(it.asked_at), it.due_on) : null,
      })),
      ...(await lists.countRows(tx, input)),
    }
  },
})

type Page = z.input<typeof shapes.openAuthority.output>

/** What it names, as it was called on that day; with a way to it where the reader sees it today. */
const subjectsOf = async (tx: Tx, it: store.Authority): Promise<Page['subjects']> => {
  const shown: Page['subjects'] = []
  for (const { kind, id, label } of it.subjects) {
    const today = await lookUp(tx, { kind, id })
    const kindTitle = tx.house.registry.records.get(kind)?.title ?? null
    shown.push({ kind, id, label, kindTitle, page: today?.page ?? null })
  }
  return shown
}

const scanOf = ({ file_id: id, name, bytes, sha256, type }: Awaited<ReturnType<typeof store.filesOf>>[number]) => ({
  id,
  name,
  bytes: Number(bytes),
  sha256,
  type,
})

export const openAuthority = query(shapes.openAuthority, {
  clauses: ['5.14', '5.3', '5.9', '5.10', '6.21', '6.22'],
  record: authorityRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ subject: it, actor, tx }): Promise<Page> => {
    const { decided, revoked } = it
    const people = await captionOfEmployees(tx, [
      it.author,
      it.askedBy,
      it.issuerId,
      decided?.by ?? null,
      revoked?.by ?? null,
      revoked?.signer ?? null,
    ])
    const name = (id: string | null): Text => people.get(id ?? '') ?? nobody
    const files = await store.filesOf(tx, it.id)
    const force = it.number !== null && it.until !== null
    return {
      id: it.id,
      version: it.version,
      state: it.state,
      way: it.way,
      kind: it.kind,
      purpose: it.purpose,
      clause: purposes[it.purpose].clause,
      issuer: it.issuer,
      issuerName: it.issuerId ? name(it.issuerId) : null,
      number: it.number,
      issuedOn: it.issuedOn,
      from: it.from,
      until: it.until,
      inForce: isInForce(it, tx.today),
      ahead: it.state === 'granted' && it.from > tx.today,
      names: it.subjects.map(({ label }) => label),
      author: name(it.author),
      enteredAt: it.enteredAt.toISOString(),
      term: it.askedAt && it.dueOn ? clock(tx, dayIn(it.askedAt), it.dueOn, decided ? dayIn(decided.at) : null) : null,
      ground: it.ground,
      scope: it.scope,
      wished: it.wished,
      subjects: await subjectsOf(tx, it),
      askedBy: it.askedBy ? name(it.askedBy) : null,
      decision: decided ? { by: name(decided.by), at: decided.at.toISOString(), word: decided.word } : null,
      revocation:
        revoked && it.revokedOn
          ? {
              on: it.revokedOn,
              by: name(revoked.by),
              word: revoked.word,
              number: revoked.number,
              signer: revoked.signer ? name(revoked.signer) : null,
            }
          : null,
      files: files.filter(({ part }) => part === 'paper').map(scanOf),
      revocationFiles: files.filter(({ part }) => part === 'revocation').map(scanOf),
      scanSeen: it.scanReaders.includes(actor.id),
      force: force && it.until ? clock(tx, it.from, it.until, it.revokedOn) : null,
      doubtful: tx.parameter('authorities.term.decision').confidence === 'unverified',
      sealed: it.sealed,
    }
  },
})

const told: Readonly<Record<string, Text>> = {
  'authorities.ask': { kk: 'Сұралды', ru: 'Запрошено', en: 'Asked' },
  'authorities.prepare': { kk: 'Сұрау дайындалды', ru: 'Подготовлен запрос', en: 'The question was prepared' },
  'authorities.send': { kk: 'Басшылыққа жіберілді', ru: 'Направлено руководству', en: 'Sent to the principal' },
  'authorities.withdraw': { kk: 'Қайтарып алынды', ru: 'Отозвано', en: 'Withdrawn' },
  'authorities.decide': { kk: 'Шешім қабылданды', ru: 'Принято решение', en: 'Decided' },
  'authorities.issue': { kk: 'Берілді', ru: 'Выдано', en: 'Issued' },
  'authorities.register': { kk: 'Қағаз құжат тіркелді', ru: 'Зарегистрирована бумага', en: 'The paper was registered' },
  'authorities.confirm': { kk: 'Сканмен расталды', ru: 'Подтверждено по скану', en: 'Confirmed against the scan' },
  'authorities.reject': { kk: 'Расталмады', ru: 'Не подтверждено', en: 'Not confirmed' },
  'authorities.revoke': { kk: 'Күші жойылды', ru: 'Отменено', en: 'Revoked' },
  'authorities.revokeByPaper': { kk: 'Қағазбен күші жойылды', ru: 'Отменено бумагой', en: 'Revoked by a paper' },
  'authorities.sign': { kk: 'ЭЦҚ қойылды', ru: 'Подписано ЭЦП', en: 'Signed electronically' },
  'authorities.file': { kk: 'Скан ашылды', ru: 'Открыт скан', en: 'The scan was opened' },
}

export const readAuthorityTimeline = query(shapes.readAuthorityTimeline, {
  clauses: ['5.16', '5.14'],
  record: authorityRecord,
  rules: [rules.reads],
  run: async ({ subject, tx }) => ({ rows: await happeningsOf(tx, [subject.id], told) }),
})

export const takeAuthorityFile = query(shapes.takeAuthorityFile, {
  clauses: ['5.16'],
  record: authorityRecord,
  rules: [rules.reads],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const known = (await store.filesOf(tx, subject.id)).some(({ file_id }) => file_id === input.file)
    if (!known) throw unknownRecord()
    tx.note({ file: input.file })
    return readFile(tx, input.file)
  },
})
