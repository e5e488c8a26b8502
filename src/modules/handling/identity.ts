// Where the rule in force says so, who wrote is opened only by the word of another person, until a day (clause 5.16).
import { invalidField } from '../../kernel/invalid.ts'
import { iinWarnings } from '../../kernel/identifiers.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { record } from '../../kernel/record.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import { revealApplicant as revealShape } from '../appeals/contract.ts'
import { groundTitles } from '../submissions/contract.ts'
import { readCoApplicants } from '../submissions/index.ts'
import { appealRecord, readApplicant } from '../appeals/index.ts'
import { holdersIn } from '../org/index.ts'
import { tell } from '../work/index.ts'
import * as shapes from './contract.ts'
import { requestLife } from './lifecycle.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export const requestRecord = record<store.Request, keyof typeof requestLife.steps>({
  name: 'identity',
  table: 'identity_requests',
  title: { kk: 'Деректерді ашу сұрауы', ru: 'Запрос на раскрытие данных', en: 'Identity request' },
  life: requestLife,
  find: store.findRequest,
  caption: ({ number }) => number,
})

/** Opened by those who work on the appeal, with a reason, and never unseen: the read and its reason are an entry (5.16). */
export const revealApplicant = query(revealShape, {
  clauses: ['6.23', '5.16'],
  record: appealRecord,
  rules: [rules.works, rules.leads, rules.registers, rules.hasNoName, rules.identityIsClosed],
  personal: true,
  run: async ({ input, subject, tx }) => {
    const it = await readApplicant(tx, subject.id)
    if (!it) throw unknownRecord()
    tx.note({ reason: input.reason })
    const { kind, name, number, representative, address, phone, email, ground, ground_number, ground_on } = it
    const warnings = kind === 'person' && number ? [...iinWarnings(number)] : []
    return {
      ...{ as: kind, name, number, representative, address, phone, email, warnings },
      ground: ground && { title: groundTitles[ground], number: ground_number, on: ground_on },
      coApplicants: await readCoApplicants(tx, subject.id),
    }
  },
})

const isAsked = (): Refusal =>
  new Refusal('conflict', {
    kk: 'Сұрауыңыз жіберілген, шешім күтілуде.',
    ru: 'Ваш запрос уже направлен и ждёт решения.',
    en: 'You have asked already, and a decision is awaited.',
  })
const hasPassed = {
  kk: 'Бұл күн өтіп кеткен. Бүгінгі немесе кейінгі күнді таңдаңыз.',
  ru: 'Этот день уже прошёл. Выберите сегодняшний или более поздний.',
  en: 'This day has passed. Choose today or a later one.',
}

/** Those who may decide: the chief of the unit, the head, the deputy. The bell never rings for whoever asks. */
async function chiefs(tx: Tx, unit: string): Promise<readonly string[]> {
  const own = await holdersIn(tx, { codes: ['territorial-head'], unit, day: tx.today })
  const centre = await holdersIn(tx, { codes: ['head', 'deputy-head'], day: tx.today })
  return [...own, ...centre].map(({ id }) => id)
}

export const askIdentity = command(shapes.askIdentity, {
  clauses: ['5.16'],
  record: appealRecord,
  rules: [rules.asksIdentity, rules.hasNoName],
  run: async ({ input, subject: it, tx }) => {
    if (await store.isAsked(tx, it.id)) throw isAsked()
    const number = it.number ?? it.slipNumber
    const request = await store.addRequest(tx, { appeal: it.id, number, reason: input.reason })
    await tell(tx, { to: await chiefs(tx, it.unit), news: 'asked', kind: 'appeal', recordId: it.id, number })
    tx.note({ request, reason: input.reason })
    return {}
  },
})

const decided = (tx: Tx, it: store.Request): Promise<void> =>
  tell(tx, { to: [it.askedBy], news: 'decided', kind: 'appeal', recordId: it.appeal, number: it.number })

export const grantIdentity = command(shapes.grantIdentity, {
  clauses: ['5.16'],
  record: requestRecord,
  rules: [rules.decidesIdentity, rules.ownRequest],
  step: 'grant',
  personal: true,
  run: async ({ input, subject: it, tx }) => {
    if (input.until < tx.today) throw invalidField('until', hasPassed)
    await store.decideRequest(tx, it, input.words, input.until)
    await store.keepIdentity(tx, it.appeal, it.askedBy, input.until)
    await decided(tx, it)
    tx.note({ appeal: it.appeal, to: it.askedBy, until: input.until })
    return {}
  },
})

export const denyIdentity = command(shapes.denyIdentity, {
  clauses: ['5.16'],
  record: requestRecord,
  rules: [rules.decidesIdentity, rules.ownRequest],
  step: 'deny',
  run: async ({ input, subject: it, tx }) => {
    await store.decideRequest(tx, it, input.words, null)
    await decided(tx, it)
    tx.note({ appeal: it.appeal, to: it.askedBy, words: input.words })
    return {}
  },
})
