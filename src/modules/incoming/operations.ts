// What is done with a document that came: registered under its number, handed on with a term, done with a word, corrected.
import { attachFile } from '../../kernel/files/index.ts'
import { newId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { record } from '../../kernel/record.ts'
import type { Text } from '../../kernel/text.ts'
import { drawNumber } from '../nomenclature/index.ts'
import { captionOfEmployees, headOn, holdersIn } from '../org/index.ts'
import { closeDuty, moveDuty, openDuty, tell } from '../work/index.ts'
import * as shapes from './contract.ts'
import * as entering from './entering.ts'
import { incomingLife } from './lifecycle.ts'
import { candidates, shutOut } from './people-store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { languageTitles, markTitles, wayTitles } from './words.ts'

/** The own series of what comes in, in the nomenclature of cases. */
const series = '7-20'

export const incomingRecord = record({
  name: 'incoming',
  table: 'incoming',
  title: { kk: 'Кіріс құжаты', ru: 'Входящий документ', en: 'Incoming document' },
  life: incomingLife,
  find: store.findIncoming,
  caption: (it: store.IncomingDocument) => it.number,
  page: (id) => `/incoming/${id}`,
})

const on = ({ id, number }: store.IncomingDocument) => ({ kind: 'incoming', recordId: id, number })

/** Somebody must say who does it: the unit's chiefs, or the head alone where the words are for official use. */
async function askForHolder(tx: Tx, it: store.IncomingDocument): Promise<void> {
  const byRule = tx.calendar.addWorkingDays(tx.today, tx.parameter('incoming.resolve').value)
  const head = (await headOn(tx, tx.today))?.id ?? null
  await openDuty(tx, {
    ...on(it),
    stage: 'resolve',
    title: entering.dutyTitle(it),
    clause: '5.14',
    holder: it.officialUse ? head : null,
    unit: it.unit,
    openedOn: tx.today,
    dueOn: it.dueOn && it.dueOn < byRule ? it.dueOn : byRule,
  })
  const codes = ['head', 'deputy-head', 'territorial-head']
  const chiefs = it.officialUse
    ? [head]
    : (await holdersIn(tx, { codes, unit: it.unit, day: tx.today })).map((who) => who.id)
  await tell(tx, { ...on(it), to: [...chiefs, it.addressedTo, ...it.readers], news: 'came' })
}

export const registerIncoming = command(shapes.registerIncoming, {
  clauses: ['5.14', '5.16', '6.23'],
  rules: [rules.mayRegister],
  run: async ({ input, tx }) => {
    entering.keepOutSecrets(input.mark, input.subject, input.senderName, input.senderNumber, input.markGround)
    await store.lockEntry(tx, input.entryKey)
    const before = await store.entered(tx, input.entryKey)
    if (before) return before
    const receivedOn = input.receivedOn ?? tx.today
    entering.checkReceived(tx, receivedOn, input.senderOn ?? null)
    entering.checkUntil(tx, input.until)
    const sender = await entering.senderOf(tx, input, receivedOn)
    const answers = await entering.answeredOf(tx, input.answers)
    const readers = await entering.readersOf(tx, input, answers ? [answers.id] : [])
    await entering.checkPerson(tx, input.addressedTo)
    const officialUse = input.mark === 'official-use'
    const unit = await entering.unitOf(tx, input.unit)
    const id = newId()
    // Drawn last: the series is locked from here to the commit.
    const number = await drawNumber(tx, series)
    await store.insertIncoming(tx, {
      id,
      entry_key: input.entryKey,
      number,
      ...sender,
      sender_number: input.senderNumber,
      sender_on: input.senderOn ?? null,
      subject: input.subject,
      pages: input.pages,
      enclosures: input.enclosures,
      way: input.way,
      language: input.language,
      received_on: receivedOn,
      registered_at: tx.at,
      registered_by: tx.actor.id,
      unit_id: unit,
      addressed_to: input.addressedTo ?? null,
      answers_kind: answers?.kind ?? null,
      answers_id: answers?.id ?? null,
      official_use: officialUse,
      mark_ground: officialUse ? input.markGround : null,
      readers,
      due_on: input.until ?? null,
      holder_id: null,
    })
    const files = []
    for (const file of input.files) files.push(await attachFile(tx, file, 'incoming', id))
    await store.linkFiles(tx, id, files)
    await askForHolder(tx, await entering.reindex(tx, id))
    tx.about('incoming', id)
    tx.emit('incoming.registered', { id, answers })
    return { id, number }
  },
})

const cannotBeGiven: Text = {
  kk: 'Бұл қызметкерге құжат тапсырылмайды. Тізімнен таңдаңыз.',
  ru: 'Этому работнику документ передать нельзя. Выберите из списка.',
  en: 'This employee cannot be given the document. Choose from the list.',
}
const isAbsent: Text = {
  kk: 'Қызметкер бүгін жұмыста жоқ. Басқасын таңдаңыз.',
  ru: 'Работник сегодня отсутствует. Выберите другого.',
  en: 'The employee is absent today. Choose another one.',
}

export const handOnIncoming = command(shapes.handOnIncoming, {
  clauses: ['5.14', '5.12'],
  record: incomingRecord,
  rules: [rules.handsOn],
  step: 'handOn',
  run: async ({ input, subject, tx }) => {
    entering.checkUntil(tx, input.until)
    const { to, until, note } = input
    const [person] = await candidates(tx, tx.actor.reach, to)
    const records = [subject.id, ...(subject.answers ? [subject.answers.id] : [])]
    if (!person || (await shutOut(tx, records, [to])).length) throw invalidField('to', cannotBeGiven)
    if (person.absent) throw invalidField('to', isAbsent)
    // Whoever must do it must be able to read it.
    const readers = subject.officialUse ? [...new Set([...subject.readers, to])] : [...subject.readers]
    const handed = { handed_at: tx.at, handed_by: tx.actor.id, handed_note: note }
    await store.changeIncoming(tx, subject.id, { holder_id: to, due_on: until, readers, ...handed })
    const it = await entering.reindex(tx, subject.id)
    await closeDuty(tx, on(it))
    await openDuty(tx, {
      ...on(it),
      stage: 'execute',
      title: entering.dutyTitle(it),
      clause: '5.14',
      holder: to,
      unit: it.unit,
      openedOn: tx.today,
      dueOn: until,
    })
    await tell(tx, { ...on(it), to: [to], news: 'assigned' })
    return {}
  },
})

export const finishIncoming = command(shapes.finishIncoming, {
  clauses: ['5.14'],
  record: incomingRecord,
  rules: [rules.holds, rules.registers, rules.handsOn],
  step: 'finish',
  run: async ({ input, subject, tx }) => {
    const done = { done_on: tx.today, done_by: tx.actor.id, done_word: input.word }
    await store.changeIncoming(tx, subject.id, done)
    await closeDuty(tx, on(subject))
    return {}
  },
})

/** The entry in words, field by field, so that a correction can be read years later. */
async function wordsOf(tx: Tx, it: store.IncomingDocument): Promise<store.Said> {
  const names = await captionOfEmployees(tx, it.readers)
  return {
    sender: it.senderName.kk,
    senderNumber: it.senderNumber,
    senderOn: it.senderOn,
    subject: it.subject,
    pages: String(it.pages),
    enclosures: String(it.enclosures),
    way: wayTitles[it.way].kk,
    language: languageTitles[it.language].kk,
    receivedOn: it.receivedOn,
    mark: markTitles[it.officialUse ? 'official-use' : 'none'].kk,
    markGround: it.markGround,
    readers: it.readers.map((id) => names.get(id)?.kk ?? id).join(', ') || null,
  }
}

const differing = (before: store.Said, after: store.Said): string[] =>
  Object.keys(after).filter((field) => before[field] !== after[field])

const only = (fields: readonly string[], said: store.Said): store.Said =>
  Object.fromEntries(fields.map((field) => [field, said[field] ?? null]))

export const correctIncoming = command(shapes.correctIncoming, {
  clauses: ['5.14', '5.16'],
  record: incomingRecord,
  rules: [rules.registers],
  run: async ({ input, subject, tx }) => {
    entering.keepOutSecrets(input.mark, input.subject, input.senderName, input.senderNumber, input.markGround)
    entering.checkReceived(tx, input.receivedOn, input.senderOn ?? null)
    const before = await wordsOf(tx, subject)
    const officialUse = input.mark === 'official-use'
    const records = [subject.id, ...(subject.answers ? [subject.answers.id] : [])]
    const readers = await entering.readersOf(tx, input, records)
    if (officialUse && subject.holder && !readers.includes(subject.holder)) readers.push(subject.holder)
    await store.changeIncoming(tx, subject.id, {
      ...(await entering.senderOf(tx, input, input.receivedOn)),
      sender_number: input.senderNumber,
      sender_on: input.senderOn ?? null,
      subject: input.subject,
      pages: input.pages,
      enclosures: input.enclosures,
      way: input.way,
      language: input.language,
      received_on: input.receivedOn,
      official_use: officialUse,
      mark_ground: officialUse ? input.markGround : null,
      readers,
    })
    const it = await entering.reindex(tx, subject.id)
    const after = await wordsOf(tx, it)
    const fields = differing(before, after)
    if (!fields.length) throw entering.nothingChanged()
    const correction = { reason: input.reason, before: only(fields, before), after: only(fields, after) }
    await store.insertCorrection(tx, subject.id, correction)
    for (const stage of ['resolve', 'execute'])
      await moveDuty(tx, { kind: 'incoming', recordId: subject.id, stage }, { title: entering.dutyTitle(it) })
    return {}
  },
})
