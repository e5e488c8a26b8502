// The official-use mark on a document: put on, extended, lifted, its readers; and what the clock says of it.
import { addDays } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { record } from '../../kernel/record.ts'
import { refusesStateSecret, stateSecretRefused } from '../../kernel/state-secret.ts'
import type { Text } from '../../kernel/text.ts'
import { colleagues } from '../agreement/index.ts'
import { documentRecord, reads, setMark, type Document } from '../documents/index.ts'
import { captionOfEmployees, unitId } from '../org/index.ts'
import { drafted } from '../templates/index.ts'
import { closeDuty, openDuty, tell } from '../work/index.ts'
import * as shapes from './contract.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** The last day that the law allows a mark begun today. */
const longestFrom = (tx: Tx, archive: boolean): Day =>
  addDays(
    tx.calendar.addMonths(tx.today, 12 * tx.parameter(archive ? 'official-use.archive.max' : 'official-use.max').value),
    -1,
  )

const tooFar = (last: string): Text => ({
  kk: `Белгінің мерзімі тым ұзақ. Ең соңғы күні: ${last}.`,
  ru: `Срок пометки слишком велик. Последний допустимый день: ${last}.`,
  en: `The term of the mark is too long. The last day allowed is ${last}.`,
})
const inThePast: Text = {
  kk: 'Бүгінгі немесе одан кейінгі күнді көрсетіңіз.',
  ru: 'Укажите сегодняшний день или более поздний.',
  en: 'Give today or a later day.',
}
const cannotRead: Text = {
  kk: 'Бұл қызметкер оқырман бола алмайды. Тізімнен таңдаңыз.',
  ru: 'Этот работник не может быть читателем. Выберите из списка.',
  en: 'This employee cannot be a reader. Choose from the list.',
}

/** «23.11.2041» */
const written = (day: Day): string => day.split('-').toReversed().join('.')

function boundUntil(tx: Tx, until: Day, archive: boolean): void {
  if (until < tx.today) throw invalidField('until', inThePast)
  const last = longestFrom(tx, archive)
  if (until > last) throw invalidField('until', tooFar(written(last)))
}

/** The readers as they may stand: known employees, none shut out; whose agreement is awaited goes on seeing the text. */
async function readersOf(tx: Tx, it: Document, asked: readonly string[]): Promise<readonly string[]> {
  const known = new Set((await colleagues(tx, it, 'all')).map(({ id }) => id))
  if (!asked.every((id) => known.has(id) || id === it.drafter || id === it.signing.signer?.id))
    throw invalidField('readers', cannotRead)
  return [...new Set([...asked, ...it.awaited])]
}

export const markDocument = command(shapes.markDocument, {
  clauses: ['5.16'],
  record: documentRecord,
  rules: [rules.marks, rules.goesToApplicant],
  step: 'mark',
  run: async ({ input, subject, tx }) => {
    if (input.grade !== 'official-use') throw stateSecretRefused('grade')
    if (refusesStateSecret(input.ground)) throw stateSecretRefused('ground')
    const until = input.until ?? longestFrom(tx, input.archive)
    boundUntil(tx, until, input.archive)
    const readers = await readersOf(tx, subject, input.readers)
    const mark = { ground: input.ground, copy: input.copy, until }
    await setMark(tx, subject.id, mark, readers)
    await store.noteAct(tx, subject.id, 'marked', { mark, readers })
    return { until }
  },
})

export const extendMark = command(shapes.extendMark, {
  clauses: ['5.16'],
  record: documentRecord,
  rules: [rules.keeps],
  run: async ({ input, subject, tx }) => {
    boundUntil(tx, input.until, input.archive)
    if (!subject.mark) return {}
    const mark = { ...subject.mark, until: input.until }
    await setMark(tx, subject.id, mark, subject.readers)
    await store.noteAct(tx, subject.id, 'extended', { mark, reason: input.reason })
    await closeDuty(tx, { kind: 'document', recordId: subject.id, stage: 'mark' })
    return {}
  },
})

export const liftMark = command(shapes.liftMark, {
  clauses: ['5.16'],
  record: documentRecord,
  rules: [rules.lifts],
  run: async ({ input, subject, tx }) => {
    await setMark(tx, subject.id, null, subject.readers)
    await store.noteAct(tx, subject.id, 'lifted', { reason: input.reason })
    await closeDuty(tx, { kind: 'document', recordId: subject.id, stage: 'mark' })
    return {}
  },
})

export const setReaders = command(shapes.setReaders, {
  clauses: ['5.16'],
  record: documentRecord,
  rules: [rules.keeps],
  run: async ({ input, subject, tx }) => {
    const readers = await readersOf(tx, subject, input.readers)
    await setMark(tx, subject.id, subject.mark, readers)
    await store.noteAct(tx, subject.id, 'readers', { readers, reason: input.reason })
    return {}
  },
})

const nameless: Text = { kk: 'Жүйе', ru: 'Система', en: 'The system' }

export const readMark = query(shapes.readMark, {
  clauses: ['5.16'],
  record: documentRecord,
  personal: true,
  rules: [reads],
  run: async ({ subject: { id, mark, readers }, tx }) => {
    const acts = await store.listActs(tx, id)
    const names = await captionOfEmployees(tx, [...readers, ...acts.map(({ by }) => by)])
    const name = (person: string): Text => names.get(person) ?? nameless
    return {
      mark: mark && {
        ...mark,
        expired: mark.until < tx.today,
        readers: readers.map((person) => ({ id: person, name: name(person) })),
      },
      acts: acts.map(({ act, at, by, until, reason }) => ({ act, at: at.toISOString(), by: name(by), until, reason })),
    }
  },
})

export const listReaders = query(shapes.listReaders, {
  clauses: ['5.16'],
  record: documentRecord,
  rules: [reads],
  run: async ({ subject, tx }) => ({
    rows: (await colleagues(tx, subject, 'all')).map(({ id, name, post }) => ({ id, name, post })),
    longest: longestFrom(tx, false),
  }),
})

export const listMarked = query(shapes.listMarked, {
  clauses: ['5.16'],
  rules: [rules.worksWithDocuments],
  run: async ({ input, tx }) => {
    const { rows, ...counted } = await store.listMarked(tx, input)
    const names = await captionOfEmployees(
      tx,
      rows.map(({ drafter_id }) => drafter_id),
    )
    const shown = rows.flatMap(({ id, number, title, template, language, mark, drafter_id }) =>
      mark === null
        ? []
        : [
            {
              id,
              number,
              title: title || (drafted.find(({ name }) => name === template)?.title[language] ?? ''),
              ...mark,
              expired: mark.until < tx.today,
              drafter: names.get(drafter_id) ?? nameless,
            },
          ],
    )
    return { rows: shown, ...counted }
  },
})

export const watchMarks = command(shapes.watchMarks, {
  clauses: ['5.16'],
  rules: [rules.house],
  inner: true,
  run: async ({ tx }) => {
    const notice = tx.parameter('official-use.notice').value
    const ending = await store.endingBy(tx, tx.calendar.addWorkingDays(tx.today, notice))
    for (const { id, holder, until, unit } of ending) {
      // Of a marked document a list tells neither number nor subject: the way in is enough for whoever keeps it.
      const place = { kind: 'document', recordId: id, number: null }
      await openDuty(tx, {
        ...place,
        stage: 'mark',
        title: markEnds.kk,
        clause: '5.16',
        holder,
        unit,
        openedOn: until < tx.today ? until : tx.today,
        dueOn: until,
      })
      await tell(tx, { ...place, to: [holder], news: 'assigned' })
    }
    return { told: ending.length }
  },
})

const markEnds: Text = {
  kk: 'ҚБПҮ белгісінің мерзімі аяқталады: ұзартыңыз немесе алып тастаңыз',
  ru: 'Срок пометки ДСП истекает: продлите или снимите её',
  en: 'An official-use mark ends: extend or lift it',
}

export const referenceRecord = record({
  name: 'outsideReference',
  table: 'outside_references',
  title: {
    kk: 'Сыртта сақталатын құжаттың деректемесі',
    ru: 'Реквизиты документа, хранимого вне системы',
    en: 'Reference of a document held outside',
  },
  find: (tx: Tx, id: string) => store.referenceOf(tx, id),
  caption: ({ number }) => number,
  page: () => '/secrecy',
})

export const keepReference = command(shapes.keepReference, {
  clauses: ['5.16'],
  rules: [rules.keepsReferences],
  run: async ({ input, tx }) => {
    const { number, datedOn, body, heldAt, subject } = input
    if (datedOn > tx.today) throw invalidField('datedOn', inTheFuture)
    const unit = tx.actor.unit ?? unitId('department')
    const id = await store.insertReference(tx, {
      unit_id: unit,
      number,
      dated_on: datedOn,
      body,
      held_at: heldAt,
      subject,
    })
    tx.about('outsideReference', id)
    return { id }
  },
})

const inTheFuture: Text = {
  kk: 'Құжаттың күні бүгіннен кейін бола алмайды.',
  ru: 'Дата документа не может быть позже сегодняшней.',
  en: 'The document cannot be dated after today.',
}

export const listReferences = query(shapes.listReferences, {
  clauses: ['5.16'],
  rules: [rules.keepsReferences],
  run: async ({ input, tx }) => {
    const { rows, ...counted } = await store.listReferences(tx, input)
    const names = await captionOfEmployees(
      tx,
      rows.map(({ kept_by }) => kept_by),
    )
    return {
      rows: rows.map((it) => ({
        id: it.id,
        number: it.number,
        datedOn: it.dated_on,
        body: it.body,
        heldAt: it.held_at,
        subject: it.subject,
        keptAt: it.kept_at.toISOString(),
        keptBy: names.get(it.kept_by) ?? nameless,
      })),
      ...counted,
    }
  },
})
