// The remedy plan and its follow-up: items with holder and day, evidence, and a judgement on each.
import type { Day } from '../../kernel/clock.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { forbid, judge, permit } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import {
  changeInspection,
  duties,
  files as kept,
  gates,
  inspectionRecord,
  type Inspection,
} from '../inspections/index.ts'
import * as shapes from './contract.ts'
import { findingsOf } from './course-store.ts'
import * as due from './duties.ts'
import type { Verdict } from './kinds.ts'
import * as store from './remedy-store.ts'
import * as rules from './rules.ts'

const says = {
  finding: {
    kk: 'Актіде мұндай кемшілік жоқ.',
    ru: 'В акте нет такого нарушения.',
    en: 'The act has no such finding.',
  },
  lacking: {
    kk: 'Әр кемшілік үшін кемінде бір тармақ керек.',
    ru: 'На каждое нарушение нужен хотя бы один пункт.',
    en: 'Each finding needs at least one item.',
  },
  past: {
    kk: 'Мерзім бүгіннен ерте болмауы керек.',
    ru: 'Срок не может быть раньше сегодняшнего дня.',
    en: 'The term cannot be before today.',
  },
  item: {
    kk: 'Мұндай бағаланбаған тармақ жоқ.',
    ru: 'Такого неоценённого пункта нет.',
    en: 'There is no such item to be judged.',
  },
  ahead: {
    kk: 'Бұл күн бүгіннен кеш бола алмайды.',
    ru: 'Этот день не может быть позже сегодняшнего.',
    en: 'This day cannot be after today.',
  },
  later: {
    kk: 'Жаңа мерзім бұрынғысынан және бүгіннен кеш болуы керек.',
    ru: 'Новый срок должен быть позже прежнего и позже сегодняшнего дня.',
    en: 'The new term must be later than the old one and later than today.',
  },
  stale: {
    kk: 'Бұл тармақты әріптесіңіз жаңа ғана бағалады. Бетті жаңартыңыз.',
    ru: 'Этот пункт только что оценил коллега. Обновите страницу.',
    en: 'A colleague has just judged this item. Refresh the page.',
  },
} satisfies Record<string, Text>

interface NewItem {
  finding: string
  what: string
  holder: string
  due: Day
}

async function checkItems(
  tx: Tx,
  it: Inspection,
  items: readonly NewItem[],
  path: (at: number, field: string) => string,
) {
  const standing = (await findingsOf(tx, it.id)).filter(({ struck_at }) => struck_at === null)
  for (const [at, item] of items.entries()) {
    if (!standing.some(({ id }) => id === item.finding)) throw invalidField(path(at, 'finding'), says.finding)
    if (item.due < tx.today) throw invalidField(path(at, 'due'), says.past)
  }
  return standing
}

async function insertItems(tx: Tx, it: Inspection, items: readonly NewItem[]): Promise<string[]> {
  const ids: string[] = []
  for (const item of items) ids.push(await store.insertRemedy(tx, it.id, item))
  const rows = (await store.remediesOf(tx, it.id)).filter(({ id }) => ids.includes(id))
  await due.awaitRemedies(tx, it, rows)
  return ids
}

export const planRemedies = command(shapes.planRemedies, {
  clauses: ['5.10', '5.14'],
  record: inspectionRecord,
  rules: [
    gates.leadsTeam,
    gates.leads,
    gates.standsOnAuthority,
    rules.objectionsWeighed,
    rules.objectionsAwaited,
    rules.nothingFound,
  ],
  step: 'plan',
  run: async ({ input: { items }, subject, tx }) => {
    const standing = await checkItems(tx, subject, items, (at, field) => `items.${at}.${field}`)
    if (standing.some(({ id }) => !items.some(({ finding }) => finding === id)))
      throw invalidField('items', says.lacking)
    await insertItems(tx, subject, items)
    await changeInspection(tx, subject.id, { planned_on: tx.today })
    await duties.close(tx, subject, 'plan')
    return {}
  },
})

export const addRemedy = command(shapes.addRemedy, {
  clauses: ['5.10', '5.14'],
  record: inspectionRecord,
  rules: [gates.leadsTeam, gates.leads, rules.beingRemedied, gates.standsOnAuthority],
  run: async ({ input, subject, tx }) => {
    await checkItems(tx, subject, [input], (_, field) => field)
    const [item = ''] = await insertItems(tx, subject, [input])
    return { item }
  },
})

const openItem = async (tx: Tx, it: Inspection, item: string): Promise<store.Remedy> => {
  const found = (await store.remediesOf(tx, it.id)).find(({ id }) => id === item)
  if (!found) throw invalidField('item', says.item)
  return found
}

/** A paper that has come is kept also while the inspection stands still. */
export const bringEvidence = command(shapes.bringEvidence, {
  clauses: ['5.10', '5.14'],
  record: inspectionRecord,
  rules: [gates.worksOnIt, rules.beingRemedied],
  run: async ({ input, subject, tx }) => {
    const { id: remedy, state } = await openItem(tx, subject, input.item)
    if (state !== 'open') throw invalidField('item', says.item)
    if (input.receivedOn > tx.today) throw invalidField('receivedOn', says.ahead)
    const { receivedOn, words } = input
    const evidence = await store.insertEvidence(tx, subject.id, { remedy, receivedOn, words })
    await kept.keepFiles(tx, subject.id, { part: 'evidence', row: evidence }, input.files)
    return {}
  },
})

interface Judged {
  verdict: Verdict
  proven: boolean
  dueOn: Day
}
const judges = permit<Judged>(
  '5.10',
  {
    kk: 'жойылғанын өзі тексерген топ мүшесі',
    ru: 'участник группы, проверивший устранение',
    en: 'a member of the team who has looked at the remedy',
  },
  () => true,
)
const unproven = forbid<Judged>(
  '5.10',
  {
    kk: 'Жойылғанының дәлелі жоқ. Дәлелсіз тармақ жойылды деп танылмайды.',
    ru: 'Нет доказательства устранения. Без него пункт не признаётся исполненным.',
    en: 'There is no evidence of the remedy. Without it nothing counts as remedied.',
  },
  (_, it) => it.verdict === 'remedied' && !it.proven,
  'inspections.bring',
)
const beforeTerm = forbid<Judged>(
  '5.10',
  {
    kk: 'Тармақтың мерзімі әлі өткен жоқ.',
    ru: 'Срок пункта ещё не истёк.',
    en: 'The term of the item still runs.',
  },
  (_, it, { today }) => it.verdict === 'not-remedied' && today <= it.dueOn,
)

export const judgeRemedy = command(shapes.judgeRemedy, {
  clauses: ['5.10', '5.14'],
  record: inspectionRecord,
  rules: [gates.isOnTeam, gates.leads, rules.beingRemedied, gates.standsOnAuthority],
  run: async ({ input: { item, seen, verdict, word, until }, subject, tx }) => {
    const it = await openItem(tx, subject, item)
    if (it.version !== seen) throw new Refusal('conflict', says.stale, { clause: '5.10' })
    if (it.state !== 'open') throw invalidField('item', says.item)
    const proven = (await store.evidenceOf(tx, subject.id)).some(({ remedy_id }) => remedy_id === it.id)
    judge([judges, unproven, beforeTerm], tx.actor, { verdict, proven, dueOn: it.due_on }, tx)
    if (verdict === 'extended') {
      if (!until || until <= it.due_on || until <= tx.today) throw invalidField('until', says.later)
      await kept.insertExtension(tx, subject.id, { remedy: it.id, from: it.due_on, until, reason: word })
      await store.putOff(tx, it, until)
      await due.moveRemedy(tx, subject, it.id, until)
      return {}
    }
    await store.judgeRemedy(tx, it, { state: verdict, word })
    await duties.close(tx, subject, `item.${it.id}`)
    return {}
  },
})

export const closeInspection = command(shapes.closeInspection, {
  clauses: ['5.10', '5.14', '10'],
  record: inspectionRecord,
  rules: [
    gates.directs,
    gates.standsOnAuthority,
    rules.objectionsWeighed,
    rules.objectionsAwaited,
    rules.unplanned,
    rules.allJudged,
  ],
  step: 'close',
  run: async ({ input, subject, actor, tx }) => {
    await changeInspection(tx, subject.id, { ended_on: tx.today, ended_by: actor.id, ended_word: input.word })
    await duties.close(tx, subject)
    return {}
  },
})
