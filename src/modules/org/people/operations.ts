// What is done with people: taken on, appointed, absent, replaced, gone (clauses 3, 8, 10, 11.2, 13, 15).
import { dayOf, type Day } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import { invalidField } from '../../../kernel/invalid.ts'
import { command, type Tx } from '../../../kernel/operation.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { forbid, judge, permit } from '../../../kernel/rules.ts'
import type { Text } from '../../../kernel/text.ts'
import { absenceRecord, actingRecord, appointmentRecord, employeeRecord } from '../records.ts'
import { appointsActing, headAppoints, houseItself, isBack, keepsPeople, ownAbsence } from '../rules.ts'
import * as contract from './contract.ts'
import { checkCard, takeOn } from './hiring.ts'
import { changeEmployee, headNotified, markLeft, type Employee } from './store.ts'
import * as terms from './terms-store.ts'

export const hireEmployee = command(contract.hireEmployee, {
  clauses: ['1'],
  personal: true,
  rules: [keepsPeople, houseItself],
  run: ({ input, tx }) => takeOn(tx, newId(), input, input.joinedOn),
})

export const editEmployee = command(contract.editEmployee, {
  clauses: ['1'],
  personal: true,
  record: employeeRecord,
  rules: [keepsPeople],
  run: async ({ input, tx }) => {
    const { card: checked, warnings } = await checkCard(tx, input, input.id)
    await changeEmployee(tx, input.id, checked)
    return { id: input.id, warnings }
  },
})

const oneself = forbid<Employee>(
  '8',
  {
    kk: 'Өзіңізді лауазымға тағайындай алмайсыз.',
    ru: 'Назначить на должность самого себя нельзя.',
    en: 'Nobody appoints himself or herself.',
  },
  (actor, it) => it.id === actor.id,
)
const gone = forbid<Employee>(
  '8',
  { kk: 'Бұл адам қызметтен кеткен.', ru: 'Этот человек оставил службу.', en: 'This person has left.' },
  (_, it, { today }) => it.leftOn !== null && it.leftOn < today,
)

const unknownPost: Text = {
  kk: 'Мұндай лауазым бұл күні жоқ.',
  ru: 'Такой должности на этот день нет.',
  en: 'There is no such post on that day.',
}

const postAt = async (tx: Tx, id: string, on: Day): Promise<terms.PostHere> => {
  const post = await terms.findPost(tx, id, on)
  if (!post) throw invalidField('postId', unknownPost)
  return post
}

const noSeat = (): Refusal =>
  new Refusal(
    'conflict',
    {
      kk: 'Бекітілген штат кестесінде бұл лауазымға бос бірлік жоқ.',
      ru: 'В утверждённом штатном расписании нет свободной единицы по этой должности.',
      en: 'The approved staffing table has no free seat for this post.',
    },
    { clause: '3' },
  )

const holdsAlready: Text = {
  kk: 'Бұл адам осы лауазымда қызмет етіп жүр.',
  ru: 'Этот человек уже занимает эту должность.',
  en: 'This person holds the post already.',
}

export const appointEmployee = command(contract.appointEmployee, {
  clauses: ['3', '8'],
  dangerous: true,
  record: employeeRecord,
  rules: [keepsPeople, houseItself, oneself, gone],
  run: async ({ input, tx }) => {
    const post = await postAt(tx, input.postId, input.fromOn)
    await terms.lockStaffing(tx)
    const span = {
      employeeId: input.id,
      postId: post.id,
      fromOn: input.fromOn,
      untilOn: input.untilOn ?? null,
      basis: input.basis,
    }
    const { free, twice } = await terms.seatsFor(tx, span)
    if (twice) throw invalidField('postId', holdsAlready)
    if (post.staffed && !free) throw noSeat()
    tx.note({ post: post.code, fromOn: span.fromOn, untilOn: span.untilOn, basis: span.basis })
    return { appointmentId: await terms.addAppointment(tx, span) }
  },
})

const lastDay = (fromOn: Day, untilOn: Day | null, lastOn: Day): Day => {
  if (untilOn !== null && lastOn > untilOn) {
    throw invalidField('lastOn', {
      kk: 'Бұл күннен бұрын аяқталып қойған.',
      ru: 'К этому дню уже закончилось.',
      en: 'It has ended before this day already.',
    })
  }
  if (lastOn >= fromOn) return lastOn
  // It never began: the day before the first keeps the row as history and gives no day.
  return dayOf(new Date(Date.parse(`${fromOn}T00:00:00Z`) - 86_400_000))
}

export const endAppointment = command(contract.endAppointment, {
  clauses: ['8'],
  dangerous: true,
  record: appointmentRecord,
  rules: [keepsPeople, houseItself],
  run: async ({ input, subject, tx }) => {
    const lastOn = lastDay(subject.fromOn, subject.untilOn, input.lastOn)
    await terms.endTerm(tx, 'appointments', input.id, lastOn, input.basis)
    return {}
  },
})

const several: Text = {
  kk: 'Бұл лауазымда бірнеше адам қызмет етеді. Міндетін атқару бір адам атқаратын лауазымға ғана жүктеледі.',
  ru: 'Эту должность занимают несколько человек. Исполнение обязанностей возлагается только по должности одного лица.',
  en: 'Several people hold this post. One acts only in a post of a single person.',
}
const replacesSelf: Text = {
  kk: 'Бұл адам осы лауазымды өзі атқарады.',
  ru: 'Этот человек сам занимает эту должность.',
  en: 'This person holds the post.',
}
const actsAlready: Text = {
  kk: 'Бұл күндерге басқа адам тағайындалған.',
  ru: 'На эти дни уже назначен другой человек.',
  en: 'Another person is appointed for these days.',
}
const overTheDepartment = (): Refusal =>
  new Refusal(
    'forbidden',
    {
      kk: 'Меңгеруші тек бөлім ішіндегі лауазымға алмастырушы тағайындай алады.',
      ru: 'Заведующий назначает замещающих только на должности отдела.',
      en: 'The head appoints acting people only within the Department.',
    },
    { clause: '10' },
  )

export const appointActing = command(contract.appointActing, {
  clauses: ['10', '11.2', '15'],
  dangerous: true,
  record: employeeRecord,
  rules: [appointsActing, headAppoints, keepsPeople, houseItself, oneself, gone],
  run: async ({ input, actor, tx }) => {
    const post = await postAt(tx, input.postId, input.fromOn)
    const freely =
      actor.kind === 'system' || actor.powers.has('org.people') || actor.posts.some(({ code }) => code === 'ca-head')
    if (post.unitKind === 'body' && !freely) throw overTheDepartment()
    await terms.lockStaffing(tx)
    const holders = await terms.holdersOf(tx, post.id, input.fromOn)
    if (holders.length > 1) throw invalidField('postId', several)
    const holderId = holders[0] ?? null
    if (holderId === input.id) throw invalidField('postId', replacesSelf)
    if (await terms.actsThen(tx, post.id, input.fromOn, input.untilOn)) throw invalidField('fromOn', actsAlready)
    const span = {
      employeeId: input.id,
      postId: post.id,
      holderId,
      fromOn: input.fromOn,
      untilOn: input.untilOn,
      basis: input.basis,
    }
    tx.note({ post: post.code, fromOn: span.fromOn, untilOn: span.untilOn, holderId })
    return { actingId: await terms.addActing(tx, span) }
  },
})

export const endActing = command(contract.endActing, {
  clauses: ['10', '15'],
  record: actingRecord,
  rules: [appointsActing, headAppoints, keepsPeople, isBack, houseItself],
  run: async ({ input, subject, tx }) => {
    const lastOn = lastDay(subject.fromOn, subject.untilOn, input.lastOn)
    await terms.endTerm(tx, 'actings', input.id, lastOn, input.basis)
    return {}
  },
})

const ownDays = permit<Employee>(
  '11.2',
  { kk: 'адамның өзі', ru: 'сам работник', en: 'the person' },
  (actor, it) => it.id === actor.id,
)

export const recordAbsence = command(contract.recordAbsence, {
  clauses: ['11.2'],
  personal: true,
  record: employeeRecord,
  rules: [keepsPeople, appointsActing, headAppoints, ownDays, houseItself, gone],
  run: async ({ input: { id, ...rest }, tx }) => {
    tx.note({ fromOn: rest.fromOn, untilOn: rest.untilOn, kind: rest.kind })
    return { absenceId: await terms.addAbsence(tx, { employeeId: id, ...rest }) }
  },
})

export const endAbsence = command(contract.endAbsence, {
  clauses: ['11.2'],
  record: absenceRecord,
  rules: [keepsPeople, appointsActing, headAppoints, ownAbsence],
  run: async ({ input, subject, tx }) => {
    await terms.shortenAbsence(tx, input.id, lastDay(subject.fromOn, subject.untilOn, input.lastOn))
    return {}
  },
})

interface Leaving {
  territorial: boolean
  cause: contract.LeavingCause
  /** A notice of the dismissal has gone to the head, with copies of the materials. */
  notified: boolean
}
/** Whoever leaves of the own wish, by a transfer or at the end of a term is dismissed by nobody. */
const headNotifiedFirst = forbid<Leaving>(
  '13',
  {
    kk: 'Аумақтық бөлімшенің қызметкерін жаза ретінде жұмыстан шығару меңгерушіге барлық материалдың көшірмесімен бірге хабарланғаннан кейін ғана ресімделеді. Тексеру нәтижелерінде ондай хабарлама тіркелмеген.',
    ru: 'Увольнение работника территориального подразделения в порядке взыскания оформляется только после уведомления заведующего с копиями всех материалов. В результатах расследования такого уведомления нет.',
    en: 'The dismissal of an employee of a territorial unit as a penalty is recorded only after the head has been notified with copies of all the materials. No such notice is on record among the outcomes of an investigation.',
  },
  (_, it) => it.territorial && it.cause === 'penalty' && !it.notified,
)

export const leaveDepartment = command(contract.leaveDepartment, {
  clauses: ['13'],
  dangerous: true,
  record: employeeRecord,
  rules: [keepsPeople, gone],
  run: async ({ input: { id, lastOn, cause, reason }, subject, actor, tx }) => {
    const territorial = subject.posts.some(({ unitKind }) => unitKind === 'territorial')
    const notified = territorial && cause === 'penalty' && (await headNotified(tx, id, lastOn))
    judge([keepsPeople, headNotifiedFirst], actor, { territorial, cause, notified }, tx)
    await markLeft(tx, id, { lastOn, cause, reason })
    tx.note({ cause })
    tx.emit('org.left', { employeeId: id, lastOn })
    return {}
  },
})
