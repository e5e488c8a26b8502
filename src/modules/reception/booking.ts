// What the public page performs: see who receives and when, book a free hour, see the booking by its code, call it off.
import { createHmac } from 'node:crypto'
import { addDays } from '../../kernel/calendar.ts'
import { timeOf } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { Refusal, unknownRecord } from '../../kernel/refusal.ts'
import { putSearch } from '../../kernel/search/index.ts'
import { boundText, secretOf } from '../submissions/index.ts'
import * as shapes from './contract.ts'
import * as plan from './plan-store.ts'
import * as rules from './rules.ts'
import { openDays } from './slots.ts'
import * as store from './store.ts'

const open = { clauses: ['6.23'], anonymous: true, inner: true } as const

export const listChiefs = query(shapes.listChiefs, {
  ...open,
  rules: [rules.books],
  run: async ({ tx }) => ({ rows: await plan.desksAhead(tx) }),
})

const freeDays = async (tx: Tx, desk: plan.Desk) => {
  const days = tx.parameter('reception.ahead').value
  const known = await plan.knownOf(tx, desk, tx.today, addDays(tx.today, days))
  return { minutes: known.minutes, days: openDays(known, { today: tx.today, time: timeOf(tx.at), days }) }
}

export const listOpenDays = query(shapes.listOpenDays, {
  ...open,
  rules: [rules.books],
  run: async ({ input, tx }) => freeDays(tx, input),
})

const gone = {
  kk: 'Бұл уақыт енді бос емес. Басқа уақытты таңдаңыз.',
  ru: 'Это время уже занято. Выберите другое.',
  en: 'This hour is free no more. Choose another one.',
}
const needsPhone = {
  kk: 'Телефон нөмірін жазыңыз: қабылдау өзгерсе, хабарласамыз.',
  ru: 'Укажите телефон: если приём изменится, мы сообщим.',
  en: 'Give a telephone: we tell you if the reception changes.',
}
const enoughThatDay = {
  kk: 'Сіз бұл күнге жазылып қойғансыз. Басқа күнді таңдаңыз немесе бұрынғысынан бас тартыңыз.',
  ru: 'Вы уже записаны на этот день. Выберите другой или отмените прежнюю запись.',
  en: 'You are booked for this day already. Choose another one or cancel that booking.',
}
const enoughAhead = {
  kk: 'Алдағы жазылуларыңыздың саны шегіне жетті. Біреуінен бас тартып, қайталаңыз.',
  ru: 'Число Ваших предстоящих записей исчерпано. Отмените одну из них и повторите.',
  en: 'You have as many bookings ahead as one person may. Cancel one of them and try again.',
}

/** A person is known again by telephone or IIN, kept only as keyed hashes; no address of a network is read. */
export const personKeys = (pepper: Buffer, it: { iin: string | null; phone: string | null }): string[] =>
  [it.iin, it.phone]
    .filter((word) => word !== null)
    .map((word) => createHmac('sha256', pepper).update('reception person\n').update(word).digest('hex'))

const judgeLimits = (tx: Tx, { thatDay, ahead }: Awaited<ReturnType<typeof store.bookingsOf>>): void => {
  if (thatDay >= tx.parameter('reception.day.max').value) throw invalidField('on', enoughThatDay)
  if (ahead >= tx.parameter('reception.open.max').value) throw invalidField('on', enoughAhead)
}

/** What the search may find it by; a hit shows the title alone. */
export const index = (tx: Tx, it: store.NewReception): Promise<void> =>
  putSearch(tx, {
    kind: 'reception',
    id: it.id,
    unit: it.unit,
    number: it.number,
    ids: it.visitor.iin ? [it.visitor.iin] : [],
    title: { kk: 'Жеке қабылдау', ru: 'Личный приём', en: 'Personal reception' }[it.language],
    names: [it.visitor.name],
    text: it.about,
    at: tx.at,
  })

type Booked = Awaited<ReturnType<typeof store.inHand>>

const slipOf = (it: NonNullable<Booked>, code: string) => ({
  id: it.id,
  number: it.number,
  on: it.on_day,
  at: it.at_time,
  minutes: it.minutes,
  place: it.place,
  code,
})

/** Of all who ask for one hour at one moment exactly one gets it; sent twice, it is one booking. */
export const bookReception = command(shapes.bookReception, {
  ...open,
  rules: [rules.books],
  personal: true,
  run: async ({ input, tx }) => {
    boundText(tx, 'appeal.message.max', input.about, 'about')
    if (!input.phone) throw invalidField('phone', needsPhone)
    const { code, hash } = secretOf(tx, input.bookingKey)
    await store.holdReceipt(tx, hash)
    const keys = personKeys(tx.house.pepper, input)
    // One person's forms are taken one after another from here on, so the same form sent twice finds itself below.
    const bookings = await store.bookingsOf(tx, keys, input.on)
    const before = await store.inHand(tx)
    if (before) {
      tx.about('reception', before.id)
      return slipOf(before, code)
    }
    judgeLimits(tx, bookings)
    const { days, minutes } = await freeDays(tx, input)
    const slot = days.find(({ on }) => on === input.on)?.slots.find(({ at }) => at === input.at)
    if (!slot) throw invalidField('at', gone)
    const it = {
      ...{ id: newId(), number: await store.drawNumber(tx), receiptHash: hash, unit: input.unit, post: input.post },
      ...{ on: input.on, at: input.at, minutes, place: slot.place, language: input.language, about: input.about },
      personKeys: keys,
      visitor: { name: input.name, iin: input.iin, phone: input.phone, email: input.email },
    }
    if (!(await store.insertReception(tx, it))) {
      const same = await store.inHand(tx)
      if (!same) throw invalidField('at', gone)
      tx.about('reception', same.id)
      return slipOf(same, code)
    }
    await index(tx, it)
    tx.about('reception', it.id)
    tx.note({ number: it.number, unit: it.unit, post: it.post, on: it.on, at: it.at })
    return { id: it.id, number: it.number, on: it.on, at: it.at, minutes, place: slot.place, code }
  },
})

const inHand = async (tx: Tx) => {
  const it = await store.inHand(tx)
  if (!it) throw unknownRecord()
  tx.about('reception', it.id)
  return it
}

export const isBooking = query(shapes.isBooking, {
  ...open,
  rules: [rules.holdsCode],
  run: async ({ tx }) => ({ found: (await store.inHand(tx)) !== undefined }),
})

export const bookingStatus = query(shapes.bookingStatus, {
  ...open,
  rules: [rules.holdsCode],
  personal: true,
  run: async ({ tx }) => {
    const it = await inHand(tx)
    const desk = { unit: it.unit_id, post: it.post_code }
    const [receiver] = await plan.receiversOf(tx, desk, it.on_day, it.on_day)
    return {
      id: it.id,
      number: it.number,
      state: it.state,
      unitName: await plan.unitName(tx, it.unit_id),
      post: it.post_code,
      receiver: it.state === 'booked' ? (receiver?.name ?? null) : null,
      on: it.on_day,
      at: it.at_time,
      minutes: it.minutes,
      place: it.place,
      about: it.about,
      notice: it.notice,
      promise:
        it.promise && it.promise_due_on
          ? { text: it.promise, dueOn: it.promise_due_on, done: it.promise_done_at !== null }
          : null,
    }
  },
})

const notBooked = (): Refusal =>
  new Refusal(
    'wrong-state',
    {
      kk: 'Бұл жазылудан бас тартуға болмайды: ол енді күшінде емес.',
      ru: 'Эту запись отменить нельзя: она уже не действует.',
      en: 'This booking cannot be cancelled: it stands no more.',
    },
    { clause: '6.23' },
  )

export const cancelBooking = command(shapes.cancelBooking, {
  ...open,
  rules: [rules.holdsCode],
  run: async ({ tx }) => {
    await inHand(tx)
    if (!(await store.cancelInHand(tx))) throw notBooked()
    return {}
  },
})
