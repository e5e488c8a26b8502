// Holding, announcing, proposing, approving, destroying.
import { addDays } from '../../kernel/calendar.ts'
import { dropSearch } from '../../kernel/search/index.ts'
import { invalidInput } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { record } from '../../kernel/record.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { appealRecord } from '../appeals/index.ts'
import { importRecord } from '../exchange/index.ts'
import { closeDuty, openDuty } from '../work/index.ts'
import * as shapes from './contract.ts'
import { actLife } from './lifecycle.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export const actRecord = record<store.Act, keyof typeof actLife.steps>({
  name: 'destruction',
  table: 'destruction_acts',
  title: { kk: 'Жою актісі', ru: 'Акт об уничтожении', en: 'Act of destruction' },
  life: actLife,
  find: store.findAct,
  caption: ({ endsOn }) => endsOn,
  page: (id) => `/retention/${id}`,
})

export const keepingOf = (tx: Tx): store.Keeping => ({
  years: tx.parameter('retention.appeals').value,
  countFrom: tx.parameter('retention.count-from').value,
})

const isHeld = (): Refusal =>
  new Refusal('conflict', {
    kk: 'Бұл өтінішті жоюға тыйым бұрын салынған.',
    ru: 'Уничтожение этого обращения уже запрещено.',
    en: 'This appeal is held already.',
  })
const isFree = (): Refusal =>
  new Refusal('conflict', {
    kk: 'Бұл өтінішті жоюға тыйым салынбаған.',
    ru: 'Уничтожение этого обращения не запрещено.',
    en: 'This appeal is not held.',
  })
const isGone = (): Refusal =>
  new Refusal('wrong-state', {
    kk: 'Өтініштің мазмұны жойылған.',
    ru: 'Содержание обращения уничтожено.',
    en: 'The content of the appeal has been destroyed.',
  })

export const holdAppeal = command(shapes.holdAppeal, {
  clauses: ['5.16'],
  record: appealRecord,
  rules: [rules.holdsRecords],
  run: async ({ input, subject, tx }) => {
    if ((await store.keptUntilOf(tx, subject.id, keepingOf(tx))).destroyed) throw isGone()
    if (await store.openHold(tx, subject.id)) throw isHeld()
    await store.addHold(tx, 'appeal', subject.id, input.reason)
    tx.note({ reason: input.reason })
    return {}
  },
})

export const releaseAppeal = command(shapes.releaseAppeal, {
  clauses: ['5.16'],
  record: appealRecord,
  rules: [rules.holdsRecords],
  run: async ({ input, subject, tx }) => {
    if (!(await store.openHold(tx, subject.id))) throw isFree()
    await store.liftHold(tx, subject.id, input.reason)
    tx.note({ reason: input.reason })
    return {}
  },
})

const title = { kk: 'Сақтау мерзімі аяқталған өтініштер' }

/** Before terms run out the keepers of records are warned: an act lies on the Department's desk until it is proposed. */
export const announceActs = command(shapes.announceActs, {
  clauses: ['5.16', '5.14'],
  rules: [rules.isHouse],
  inner: true,
  run: async ({ tx }) => {
    const by = addDays(tx.today, tx.parameter('retention.warn').value)
    const acts = await store.announce(tx, keepingOf(tx), by)
    const unit = await store.departmentOf(tx)
    for (const { id, endsOn } of acts) {
      const desk = { kind: 'destruction', recordId: id, stage: 'propose' }
      await closeDuty(tx, desk)
      const first = addDays(endsOn, 1)
      const dueOn = tx.calendar.addWorkingDays(first > tx.today ? first : tx.today, 10)
      await openDuty(tx, {
        ...desk,
        number: null,
        title: title.kk,
        clause: '5.16',
        holder: null,
        unit,
        openedOn: tx.today,
        dueOn,
      })
    }
    return { records: acts.reduce((sum, { records }) => sum + records, 0) }
  },
})

const nothingFree = () =>
  invalidInput([
    {
      path: 'id',
      says: {
        kk: 'Актідегі барлық өтінішті жоюға тыйым салынған: ұсынатын ештеңе жоқ.',
        ru: 'Уничтожение всех обращений акта запрещено: представлять нечего.',
        en: 'Every appeal of the act is held: there is nothing to propose.',
      },
    },
  ])

export const proposeAct = command(shapes.proposeAct, {
  clauses: ['5.16'],
  record: actRecord,
  rules: [rules.keeps, rules.termRuns],
  step: 'propose',
  run: async ({ subject, tx }) => {
    const records = await store.settleHolds(tx, subject.id)
    if (!records) throw nothingFree()
    await store.markProposed(tx, subject.id)
    await closeDuty(tx, { kind: 'destruction', recordId: subject.id })
    await openDuty(tx, {
      kind: 'destruction',
      recordId: subject.id,
      stage: 'approve',
      number: null,
      title: title.kk,
      clause: '5.16',
      holder: null,
      unit: await store.departmentOf(tx),
      openedOn: tx.today,
      dueOn: tx.calendar.addWorkingDays(tx.today, 10),
    })
    return { records }
  },
})

/** Another person's word after a fresh proof of identity; each record is then destroyed under an entry of its own. */
export const approveAct = command(shapes.approveAct, {
  clauses: ['5.16'],
  record: actRecord,
  rules: [rules.approves, rules.ownProposal],
  step: 'approve',
  dangerous: true,
  run: async ({ subject, tx }) => {
    const records = await store.settleHolds(tx, subject.id)
    if (!records) throw nothingFree()
    await store.markDecided(tx, subject.id, null)
    await closeDuty(tx, { kind: 'destruction', recordId: subject.id })
    for (const id of await store.freeItems(tx, subject.id)) tx.emit('retention.approved', { id, act: subject.id })
    return { records }
  },
})

export const declineAct = command(shapes.declineAct, {
  clauses: ['5.16'],
  record: actRecord,
  rules: [rules.approves],
  step: 'decline',
  run: async ({ input, subject, tx }) => {
    await store.markDecided(tx, subject.id, input.reason)
    await closeDuty(tx, { kind: 'destruction', recordId: subject.id })
    return {}
  },
})

export const destroyContent = command(shapes.destroyContent, {
  clauses: ['5.16'],
  record: appealRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ input, subject, tx }) => {
    const destroyed = await store.destroy(tx, input.act, subject.id)
    if (destroyed) await dropSearch(tx, 'appeal', subject.id)
    tx.note({ act: input.act, destroyed })
    return { destroyed }
  },
})

/** Each night: every file of an import that may go is destroyed under an entry of its own. */
export const announceImports = command(shapes.announceImports, {
  clauses: ['5.16'],
  rules: [rules.isHouse],
  inner: true,
  run: async ({ tx }) => {
    const due = await store.importsDue(tx, tx.parameter('retention.imports').value)
    for (const id of due) tx.emit('retention.importDue', { id })
    return { files: due.length }
  },
})

export const destroyImport = command(shapes.destroyImport, {
  clauses: ['5.16'],
  record: importRecord,
  rules: [rules.isHouse],
  inner: true,
  run: async ({ subject, tx }) => {
    const destroyed = await store.destroyImport(tx, subject.id, tx.parameter('retention.imports').value)
    tx.note({ file: subject.fileId, destroyed })
    return { destroyed }
  },
})
