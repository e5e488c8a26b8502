// Evidence comes in: numbered within its investigation, sealed, its files hashed, with a working copy of each.
import { attachFile, copyFile } from '../../kernel/files/index.ts'
import { newId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import { gates, investigationRecord } from '../investigations/index.ts'
import { requestRecord } from '../requests/index.ts'
import { addHold, liftHold } from '../retention/index.ts'
import * as shapes from './contract.ts'
import { holdOn } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

const says = {
  ahead: {
    kk: 'Бұл күн бүгіннен кеш бола алмайды.',
    ru: 'Этот день не может быть позже сегодняшнего.',
    en: 'This day cannot be after today.',
  },
  noRequest: {
    kk: 'Дәлелдеме қай сұрау салу не талап бойынша түскенін таңдаңыз.',
    ru: 'Выберите запрос или требование, по которому поступило доказательство.',
    en: 'Choose the request or demand that it answers.',
  },
  noPaper: {
    kk: 'Актінің не хаттаманың атауын, нөмірін және күнін жазыңыз.',
    ru: 'Укажите акт или протокол, его номер и день.',
    en: 'Name the act or protocol, its number and day.',
  },
  noFiles: {
    kk: 'Жазба мен электрондық көшірменің файлын қосыңыз.',
    ru: 'Приложите файл записи или электронной копии.',
    en: 'Attach the file of the recording or electronic copy.',
  },
}

/** Each original into the envelope; the same bytes once more beside the item, for daily work. */
async function seal(tx: Tx, id: string, files: readonly string[]): Promise<void> {
  if (!files.length) return
  const envelope = newId()
  await store.insertEnvelope(tx, envelope, id)
  for (const [place, file] of files.entries()) {
    const { name, bytes, sha256, type } = await attachFile(tx, file, 'evidenceEnvelope', envelope)
    const copy = await copyFile(tx, file)
    if (copy.sha256 !== sha256) throw new Error(`the working copy of ${file} is not the same`)
    await attachFile(tx, copy.id, 'evidence', id)
    const row = { original_id: file, copy_id: copy.id, name, bytes, sha256, type }
    await store.insertFile(tx, { id: newId(), evidence_id: id, place: place + 1, ...row })
  }
}

export const receiveEvidence = command(shapes.receiveEvidence, {
  clauses: ['6.21', '5.6', '5.14', '5.16'],
  record: investigationRecord,
  rules: [rules.isOnTeam, rules.underWay, ...gates.standsOnAuthority],
  personal: true,
  run: async ({ input, subject, actor, tx }) => {
    const { entryKey: id, kind, what, marks, fromWhom, ground, receivedOn, keptAt, files } = input
    const before = await store.receivedAs(tx, id)
    if (before) return before
    if ([what, marks, fromWhom].some((it) => it !== null && refusesStateSecret(it))) throw stateSecretRefused('what')
    if (receivedOn > tx.today) throw invalidField('receivedOn', says.ahead)
    const request = ground === 'request' ? input.request : undefined
    if (ground === 'request' && !(request && (await requestRecord.find(tx, request, false))))
      throw invalidField('request', says.noRequest)
    if (ground !== 'request' && !input.paper) throw invalidField('paper', says.noPaper)
    if ((kind === 'recording' || kind === 'electronic') && !files.length) throw invalidField('files', says.noFiles)
    if (!subject.number) throw new Error(`investigation ${subject.id} has no number`)
    const number = await store.insertEvidence(tx, subject.number, {
      id,
      investigation_id: subject.id,
      kind,
      what,
      marks,
      from_whom: fromWhom,
      ground,
      request_id: request ?? null,
      paper: input.paper,
      received_on: receivedOn,
      kept_at: keptAt,
      seal: input.seal,
    })
    await store.insertAct(tx, id, {
      act: 'received',
      on: receivedOn,
      giver: { id: null, outside: fromWhom },
      taker: { id: actor.id, outside: null },
      words: keptAt,
      seal: input.seal,
    })
    await seal(tx, id, files)
    tx.about('evidence', id)
    tx.note({ investigation: subject.id })
    tx.emit('evidence.received', { id, investigation: subject.id })
    return { id, number }
  },
})

const heldAlready = () =>
  new Refusal('conflict', {
    kk: 'Жоюға тыйым бұрын салынған.',
    ru: 'Запрет уничтожения уже действует.',
    en: 'It is held already.',
  })
const notHeld = () =>
  new Refusal('conflict', {
    kk: 'Жоюға тыйым салынбаған.',
    ru: 'Уничтожение не запрещено.',
    en: 'It is not held.',
  })

export const holdEvidence = command(shapes.holdEvidence, {
  clauses: ['5.16'],
  record: investigationRecord,
  rules: [rules.holds],
  run: async ({ input: { reason }, subject, tx }) => {
    if (await holdOn(tx, subject.id)) throw heldAlready()
    await addHold(tx, 'investigation', subject.id, reason)
    tx.note({ reason })
    return {}
  },
})

export const releaseEvidence = command(shapes.releaseEvidence, {
  clauses: ['5.16'],
  record: investigationRecord,
  rules: [rules.holds],
  run: async ({ input: { reason }, subject, tx }) => {
    if (!(await holdOn(tx, subject.id))) throw notHeld()
    await liftHold(tx, subject.id, reason)
    tx.note({ reason })
    return {}
  },
})
