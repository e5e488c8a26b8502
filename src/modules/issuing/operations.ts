// Authorities in the house: the head asks, the principal decides or issues unasked.
import { take } from '../../kernel/lifecycle.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, type Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { AuthorityState } from '../authorities/contract.ts'
import { authorityLife, authorityRecord, duties, officesOf, refuseSecrets, store } from '../authorities/index.ts'
import { drawNumber } from '../nomenclature/index.ts'
import * as shapes from './contract.ts'
import { entered } from './entering.ts'
import * as rules from './rules.ts'

/** The series of the nomenclature in which assignments, permissions and orders of the principals stand. */
const series = '7-21'

const stepTo = (step: string, from = 'new'): AuthorityState => take(authorityLife, step, from) as AuthorityState

const termOf = (tx: Tx): string => tx.calendar.addWorkingDays(tx.today, tx.parameter('authorities.term.decision').value)

const askedNow = (tx: Tx) => ({ asked_by: tx.actor.id, asked_at: tx.at, due_on: termOf(tx) })

export const askAuthority = command(shapes.askAuthority, {
  clauses: ['7.2', '5.3', '5.9', '5.10', '6.21', '6.22'],
  rules: [rules.headAsks],
  run: async ({ input, tx }) => {
    const id = input.entryKey
    if (await store.isEntered(tx, id)) return { id }
    const { row, subjects } = await entered(tx, input)
    await store.insertAuthority(tx, { ...row, state: stepTo('ask'), way: 'asked', ...askedNow(tx) }, subjects)
    const it = await duties.standing(tx, id)
    await duties.awaitDecision(tx, it)
    await duties.reindex(tx, it)
    tx.about('authority', id)
    return { id }
  },
})

export const prepareAuthority = command(shapes.prepareAuthority, {
  clauses: ['5.14', '5.3', '5.9', '5.10', '6.21', '6.22'],
  rules: [rules.prepares],
  run: async ({ input, tx }) => {
    const id = input.entryKey
    if (await store.isEntered(tx, id)) return { id }
    const { row, subjects } = await entered(tx, input)
    await store.insertAuthority(tx, { ...row, state: stepTo('prepare'), way: 'asked' }, subjects)
    const it = await duties.standing(tx, id)
    await duties.awaitSending(tx, it)
    await duties.reindex(tx, it)
    tx.about('authority', id)
    return { id }
  },
})

export const sendAuthority = command(shapes.sendAuthority, {
  clauses: ['7.2', '5.14'],
  record: authorityRecord,
  rules: [rules.headSends],
  step: 'send',
  run: async ({ subject, tx }) => {
    await store.changeAuthority(tx, subject.id, askedNow(tx))
    await duties.closeAll(tx, subject)
    const it = await duties.standing(tx, subject.id)
    await duties.awaitDecision(tx, it)
    await duties.reindex(tx, it)
    return {}
  },
})

export const withdrawAuthority = command(shapes.withdrawAuthority, {
  clauses: ['5.14'],
  record: authorityRecord,
  rules: [rules.withdraws],
  step: 'withdraw',
  run: async ({ input, subject, tx }) => {
    refuseSecrets('reason', input.reason)
    await store.changeAuthority(tx, subject.id, { word: input.reason })
    await duties.closeAll(tx, subject)
    await duties.tellReturned(tx, subject)
    return {}
  },
})

const wider: Text = {
  kk: 'Мерзімді сұралғаннан тарылтуға ғана болады.',
  ru: 'Срок можно только сузить против запрошенного.',
  en: 'The period may only be narrower than what was asked for.',
}
const backwards: Text = {
  kk: 'Соңғы күні бүгіннен және бірінші күннен ерте болмауы керек.',
  ru: 'Последний день не может быть раньше сегодняшнего и раньше первого.',
  en: 'The last day cannot come before today or before the first day.',
}

/** The days as the principal says them: inside those that were wished. */
function narrowed(tx: Tx, it: store.Authority, input: { from?: string | undefined; until?: string | undefined }) {
  const wishedFrom = it.wished.from < tx.today ? tx.today : it.wished.from
  const from = input.from ?? wishedFrom
  const until = input.until ?? it.wished.until
  if (from < it.wished.from) throw invalidField('from', wider)
  if (it.wished.until !== null && (until === null || until > it.wished.until)) throw invalidField('until', wider)
  if (until !== null && (until < from || until < tx.today)) throw invalidField('until', backwards)
  // Nothing is permitted for days that are over.
  return { from_on: from < tx.today ? tx.today : from, until_on: until }
}

export const decideAuthority = command(shapes.decideAuthority, {
  clauses: ['7.2', '5.3', '5.9', '5.10', '6.21', '6.22'],
  record: authorityRecord,
  rules: [rules.isAsked, ...rules.officeMayNot],
  dangerous: true,
  step: 'grant',
  run: async ({ input, subject, actor, tx }) => {
    refuseSecrets('word', input.word)
    const decision = { decided_by: actor.id, decided_at: tx.at, word: input.word }
    await duties.closeAll(tx, subject)
    if (!input.granted) {
      await store.changeAuthority(tx, subject.id, { ...decision, state: stepTo('refuse', 'asked') })
      await duties.tellDecided(tx, subject)
      return { number: null }
    }
    const days = narrowed(tx, subject, input)
    const number = await drawNumber(tx, series)
    const issue = { issuer_id: actor.id, number, issued_on: tx.today }
    await store.changeAuthority(tx, subject.id, { ...decision, ...days, ...issue })
    const it = await duties.standing(tx, subject.id)
    await duties.tellDecided(tx, it)
    await duties.announceGiven(tx, it)
    await duties.reindex(tx, it)
    return { number }
  },
})

const notYourOffice: Text = {
  kk: 'Сіз бұл лауазымды бүгін атқармайсыз.',
  ru: 'Сегодня вы не занимаете эту должность.',
  en: 'You do not hold this office today.',
}
const onlyAhead: Text = {
  kk: 'Құжат бүгінгі күннен бұрын күшіне енбейді.',
  ru: 'Документ не может вступить в силу раньше сегодняшнего дня.',
  en: 'It cannot come into force before today.',
}

export const issueAuthority = command(shapes.issueAuthority, {
  clauses: ['7.2', '5.3', '5.9', '5.10', '6.21', '6.22'],
  rules: [rules.holdsAnOffice],
  dangerous: true,
  run: async ({ input, actor, tx }) => {
    const id = input.entryKey
    const before = await store.isEntered(tx, id)
    if (before?.number) return { id, number: before.number }
    if (!officesOf(actor).includes(input.issuer)) throw invalidField('issuer', notYourOffice)
    const { row, subjects } = await entered(tx, input)
    if (row.from_on < tx.today) throw invalidField('from', onlyAhead)
    const number = await drawNumber(tx, series)
    const given = { issuer_id: actor.id, number, issued_on: tx.today, decided_by: actor.id, decided_at: tx.at }
    await store.insertAuthority(tx, { ...row, state: stepTo('issue'), way: 'issued', ...given }, subjects)
    const it = await duties.standing(tx, id)
    await duties.tellIssued(tx, it)
    await duties.announceGiven(tx, it)
    await duties.reindex(tx, it)
    tx.about('authority', id)
    return { id, number }
  },
})
