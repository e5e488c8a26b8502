// Suspension from office (6.21): recorded on an order in force of the person who appoints, and ended with it.
import { addDays } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import type { Reaction } from '../../kernel/module.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { forbid, judge, permit, standing } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import {
  authoritiesFor,
  authorityRecord,
  needsAuthority,
  type InForce,
  type UnderAuthority,
} from '../authorities/index.ts'
import { checkUnder, chiefOf, gates, investigationRecord } from '../investigations/index.ts'
import { tell } from '../work/index.ts'
import { atWork } from './operations.ts'
import * as shapes from './suspending-contract.ts'
import { cutSuspensions, investigationsUnder, recordedOrders, standOn } from './suspensions-store.ts'
import * as store from './store.ts'

/** One person's suspension as the rules see it: the order, and the last day that the law allows. */
export interface Suspending extends UnderAuthority {
  /** Every order in force that names the person has been recorded already. */
  recorded: boolean
  until: Day | null
  latest: Day | null
}

const noOrder: Text = {
  kk: 'Шеттету үшін тағайындауға құқығы бар адамның осы тексеру мен осы адам аталған, күшіндегі бұйрығы керек. Ондай бұйрық жоқ.',
  ru: 'Для отстранения нужен действующий приказ лица, имеющего право назначения, в котором названы это расследование и это лицо. Такого приказа нет.',
  en: 'A suspension needs an order in force of the person who appoints that names this investigation and this person. There is none.',
}

/** In the order in which they are said. */
export const suspensionGates = [
  permit<Suspending>(
    '6.21',
    {
      kk: 'тағайындауға құқығы бар адамның бұйрығы',
      ru: 'приказ лица, имеющего право назначения',
      en: 'an order of the person who appoints',
    },
    () => true,
  ),
  forbid<Suspending>(
    '6.21',
    {
      kk: 'Күшіндегі бұйрық бойынша шеттету тіркелген. Ұзарту үшін жаңа бұйрық керек.',
      ru: 'По действующему приказу отстранение уже отмечено. Для продления нужен новый приказ.',
      en: 'The suspension under the order in force is recorded already. To go on it needs a new order.',
    },
    (_, { authority, recorded }) => authority === null && recorded,
    'authorities.ask',
  ),
  needsAuthority('6.21', 'suspension', noOrder),
  forbid<Suspending>(
    '6.21',
    {
      kk: 'Лауазымнан уақытша шеттету заңда белгіленген мерзімнен аспайды.',
      ru: 'Временное отстранение от должности не может быть дольше срока, установленного законом.',
      en: 'A suspension from office cannot be longer than the law allows.',
    },
    (_, { until, latest }) => until !== null && latest !== null && until > latest,
  ),
] as const

/** The oldest order in force that names both and has not been recorded, as the rules see it. */
async function suspendingOf(tx: Tx, investigation: string, person: string): Promise<Suspending> {
  const subjects = [
    { kind: 'investigation', id: investigation },
    { kind: 'person', id: person },
  ]
  const orders = await authoritiesFor(tx, { purpose: 'suspension', subjects, on: tx.today })
  const done = await recordedOrders(tx, investigation, person)
  const [authority = null] = orders
    .filter((it) => it.until !== null && !done.has(it.id))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  if (!authority) return { authority, recorded: orders.length > 0, until: null, latest: null }
  // Several orders one after another are one suspension: it counts from the first day of the first.
  const before = (await store.suspensionsOf(tx, investigation)).find(({ person_id }) => person_id === person)
  const first = before && before.from_on < authority.from ? before.from_on : authority.from
  const latest = addDays(tx.calendar.addMonths(first, tx.parameter('investigation.suspension.max').value), -1)
  return { authority, recorded: false, until: authority.until, latest }
}

/** An order of suspension always says its last day. */
const lastDay = ({ until, from }: InForce): Day => until ?? from

export const suspendPerson = command(shapes.suspendPerson, {
  clauses: ['6.21', '5.16'],
  record: investigationRecord,
  rules: atWork,
  personal: true,
  run: async ({ input: { person }, subject, actor, tx }) => {
    checkUnder(subject, person)
    const it = await suspendingOf(tx, subject.id, person)
    judge(suspensionGates, actor, it, tx)
    const { authority } = it
    if (!authority) throw new Error('a gate has let a suspension through without an order')
    const suspension = await store.insertSuspension(tx, subject.id, {
      person_id: person,
      act_number: authority.number,
      act_on: authority.issuedOn,
      issuer: authority.issuer[subject.language],
      from_on: authority.from,
      until_on: lastDay(authority),
    })
    await standOn(tx, suspension, authority.id)
    tx.note({ person, authority: authority.id })
    return {}
  },
})

export const listOrders = query(shapes.listOrders, {
  clauses: ['6.21', '5.15'],
  record: investigationRecord,
  rules: [gates.worksOnIt],
  personal: true,
  run: async ({ subject, actor, tx }) => {
    const people = []
    for (const { id, name } of subject.persons) {
      const it = await suspendingOf(tx, subject.id, id)
      const against = standing(suspensionGates, actor, it, tx)
      const { authority: order } = it
      people.push({
        id,
        name,
        order:
          order && !against
            ? {
                number: order.number,
                issuedOn: order.issuedOn,
                issuer: order.issuer,
                from: order.from,
                until: lastDay(order),
              }
            : null,
        missing: against && { clause: against.clause, says: against.why },
      })
    }
    return { people }
  },
})

/** Each investigation in an operation of its own. */
const orderEnded = 'proceedings.orderEnded'

export const followOrder = command(shapes.followOrder, {
  clauses: ['6.21'],
  rules: [gates.houseAlone],
  inner: true,
  run: async ({ input: { authority }, tx }) => {
    for (const id of await investigationsUnder(tx, authority)) tx.emit(orderEnded, { id, authority })
    return {}
  },
})

/** Without the order nobody is kept from office: it ends on that day, and the leader and the chief hear of it. Said twice, done once. */
export const endSuspension = command(shapes.endSuspension, {
  clauses: ['6.21', '5.14'],
  record: investigationRecord,
  rules: [gates.isHouse],
  inner: true,
  run: async ({ input: { authority }, subject: it, tx }) => {
    const on = (await authorityRecord.find(tx, authority, false))?.revokedOn
    if (!on || !(await cutSuspensions(tx, { investigation: it.id, authority, on }))) return {}
    const to = [it.leader, await chiefOf(tx, it.id)]
    await tell(tx, { kind: 'investigation', recordId: it.id, number: it.number, to, news: 'suspensionEnded' })
    tx.note({ authority })
    return {}
  },
})

export const reactions: readonly Reaction[] = [
  {
    on: 'authorities.revoked',
    perform: followOrder,
    when: ({ purpose }) => purpose === 'suspension',
    input: ({ id }) => ({ authority: id }),
  },
  { on: orderEnded, perform: endSuspension, input: ({ id, authority }) => ({ id, authority }) },
]
