// The calendar of reception: the weekly pattern of each chief, the days that differ from it, and what becomes of bookings then.
import { invalidField } from '../../kernel/invalid.ts'
import { command, query, type Tx } from '../../kernel/operation.ts'
import { unknownRecord } from '../../kernel/refusal.ts'
import { answeringUnits, checkUnit } from '../submissions/index.ts'
import * as shapes from './contract.ts'
import * as plan from './plan-store.ts'
import { hoursRecord } from './record.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import type { ReceivingPost } from './words.ts'

const noSuchPost = {
  kk: 'Бұл бөлімшеде мұндай лауазым жоқ.',
  ru: 'В этом подразделении такой должности нет.',
  en: 'This unit has no such post.',
}
const order = {
  kk: 'Аяқталу уақыты басталуынан кейін болуы керек.',
  ru: 'Окончание должно быть позже начала.',
  en: 'The end must come after the beginning.',
}
const overlapping = {
  kk: 'Бұл апта күнінде осы уақытта қабылдау бұрыннан бар.',
  ru: 'В этот день недели в это время приём уже назначен.',
  en: 'On this weekday there is a reception at this time already.',
}
const givePlace = { kk: 'Орнын жазыңыз.', ru: 'Укажите место.', en: 'Give the place.' }
const giveTime = { kk: 'Уақытын жазыңыз.', ru: 'Укажите время.', en: 'Give the time.' }
const hasPassed = { kk: 'Бұл күн өтіп кеткен.', ru: 'Этот день уже прошёл.', en: 'This day has passed.' }
const beforeFirst = {
  kk: 'Соңғы күн басталған күннен бұрын бола алмайды.',
  ru: 'Последний день не может быть раньше первого.',
  en: 'The last day cannot come before the first.',
}

export const postsIn = (kind: string | null): ReceivingPost[] =>
  kind === 'territorial' ? ['territorial-head'] : kind === 'department' ? ['head', 'deputy-head'] : []

/** @throws Refusal 'invalid' where the unit has no such chief */
export const checkDesk = async (tx: Tx, { unit, post }: plan.Desk): Promise<void> => {
  if (!postsIn(await plan.kindOf(tx, unit)).includes(post)) throw invalidField('post', noSuchPost)
}

/** Units that answer appeals and lie in the actor's reach, the own one first. */
export const unitsOf = async (tx: Tx) => {
  const { reach, unit } = tx.actor
  const all = (await answeringUnits(tx)).filter(({ id }) => reach === 'all' || reach.includes(id))
  return all.map(({ id, name }) => ({ id, name })).sort((a, b) => Number(b.id === unit) - Number(a.id === unit))
}

/** The asked unit, else the own one, else the first in reach. @throws Refusal 'unknown' for one out of reach */
export const chosenUnit = (units: readonly { id: string }[], asked: string | undefined): string => {
  const found = asked ? units.find(({ id }) => id === asked) : units[0]
  if (!found) throw unknownRecord()
  return found.id
}

export const readPlan = query(shapes.readPlan, {
  clauses: ['6.23'],
  rules: [rules.sees],
  run: async ({ input, tx }) => {
    const units = await unitsOf(tx)
    const unit = chosenUnit(units, input.unit)
    const hours = await plan.hoursIn(tx, unit)
    const exceptions = await plan.exceptionsIn(tx, unit)
    return {
      unit,
      units,
      posts: postsIn(await plan.kindOf(tx, unit)),
      minutes: tx.parameter('reception.slot').value,
      hours: hours.map((it) => ({
        ...{ id: it.id, version: it.version, post: it.post_code, weekday: it.weekday, place: it.place },
        ...{ fromTime: it.from_time, untilTime: it.until_time, fromOn: it.from_on, untilOn: it.until_on },
      })),
      exceptions: exceptions.map((it) => ({
        ...{ id: it.id, post: it.post_code, on: it.on_day, kind: it.kind, place: it.place, reason: it.reason },
        ...{ fromTime: it.from_time, untilTime: it.until_time },
      })),
    }
  },
})

export const setHours = command(shapes.setHours, {
  clauses: ['6.23'],
  rules: [rules.keeps],
  run: async ({ input, tx }) => {
    await checkUnit(tx, input.unit)
    await checkDesk(tx, input)
    if (input.untilTime <= input.fromTime) throw invalidField('untilTime', order)
    if (await plan.overlaps(tx, input)) throw invalidField('fromTime', overlapping)
    const id = await plan.insertHours(tx, input)
    tx.about('reception-hours', id)
    return { id }
  },
})

export const endHours = command(shapes.endHours, {
  clauses: ['6.23'],
  record: hoursRecord,
  rules: [rules.keepsHours],
  run: async ({ input, subject, tx }) => {
    await checkUnit(tx, subject.unit)
    if (input.untilOn < subject.fromOn) throw invalidField('untilOn', beforeFirst)
    await plan.endHoursOn(tx, subject.id, input.untilOn)
    return {}
  },
})

/** A day that is closed calls off its bookings: each visitor reads the reason under the code. */
export const makeException = command(shapes.makeException, {
  clauses: ['6.23'],
  rules: [rules.keeps],
  run: async ({ input, tx }) => {
    await checkUnit(tx, input.unit)
    await checkDesk(tx, input)
    if (input.on < tx.today) throw invalidField('on', hasPassed)
    const { unit, post, on, kind, reason } = input
    const extra = kind === 'extra'
    if (extra && !input.fromTime) throw invalidField('fromTime', giveTime)
    if (extra && !input.untilTime) throw invalidField('untilTime', giveTime)
    if (extra && (input.untilTime ?? '') <= (input.fromTime ?? '')) throw invalidField('untilTime', order)
    if (extra && !input.place) throw invalidField('place', givePlace)
    const hours = extra
      ? { fromTime: input.fromTime ?? null, untilTime: input.untilTime ?? null, place: input.place }
      : { fromTime: null, untilTime: null, place: null }
    const id = await plan.insertException(tx, { unit, post, on, kind, reason, ...hours })
    const called = extra ? [] : await store.withdrawDay(tx, { unit, post, on, notice: reason })
    tx.note({ unit, post, on, kind, reason, withdrawn: called.map(({ number }) => number) })
    return { id, withdrawn: called.length }
  },
})

export const liftException = command(shapes.liftException, {
  clauses: ['6.23'],
  rules: [rules.keeps],
  run: async ({ input, tx }) => {
    if (!(await plan.dropException(tx, input.exception))) throw unknownRecord()
    tx.note({ exception: input.exception })
    return {}
  },
})
