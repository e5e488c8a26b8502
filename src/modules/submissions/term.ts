// The clock of an appeal: 15 working days from receipt, kept with the values it was counted by, explained day by day.
import { addDays, daysBetween, dueOn, type Calendar } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { optionsOf, sayValue, type Parameters } from '../../kernel/parameters.ts'
import type { Text } from '../../kernel/text.ts'

/** The values of the parameters that a term was counted with. */
export interface TermBasis {
  answer: number
  countFrom: 'next-working-day' | 'same-day'
  internal: number
  /** One of the values, or a day off in between, that nobody had confirmed when it was counted. */
  doubtful: boolean
}

export interface CountedTerm {
  /** What came on a day off bears the date of the next working day. */
  registeredOn: Day
  dueOn: Day
  internalDueOn: Day
  basis: TermBasis
}

/** Counts the term of what was received on a day, by the law in force on that day. */
export function countTerm(law: Parameters, receivedOn: Day): CountedTerm {
  const answer = law.on('appeal.answer', receivedOn)
  const countFrom = law.on('appeal.count-from', receivedOn)
  const internal = law.on('appeal.internal', receivedOn)
  const days = law.calendar
  const due = dueOn(receivedOn, answer.value, days, { from: countFrom.value })
  const registeredOn = days.nextWorking(receivedOn)
  // An internal term longer than the legal one would end before the appeal came.
  const early = internal.value ? days.addWorkingDays(due, -internal.value) : due
  return {
    registeredOn,
    dueOn: due,
    internalDueOn: early < registeredOn ? registeredOn : early,
    basis: {
      answer: answer.value,
      countFrom: countFrom.value,
      internal: internal.value,
      doubtful:
        [answer, countFrom].some(({ confidence }) => confidence === 'unverified') ||
        days.doubtsBetween(receivedOn, due).length > 0,
    },
  }
}

const received: Text = {
  kk: 'Түскен күн: мерзім келесі жұмыс күнінен есептеледі',
  ru: 'День поступления: срок считается со следующего рабочего дня',
  en: 'Day of receipt: the term counts from the next working day',
}
const afterDayOff: Text = {
  kk: 'Демалыс күні түскен өтініш осы күні тіркеледі: мерзім келесі жұмыс күнінен есептеледі',
  ru: 'Поступившее в выходной регистрируется в этот день: срок считается со следующего рабочего дня',
  en: 'What came on a day off is registered on this day: the term counts from the next working day',
}

/** Every calendar day from receipt to the end: the number it has in the count, or why it has none. */
export function explainTerm(receivedOn: Day, due: Day, basis: TermBasis, days: Calendar) {
  const registeredOn = days.nextWorking(receivedOn)
  const first = basis.countFrom === 'same-day' ? registeredOn : addDays(registeredOn, 1)
  let count = 0
  return Array.from({ length: daysBetween(receivedOn, due) + 1 }, (_, place) => {
    const on = addDays(receivedOn, place)
    if (!days.isWorking(on)) return { on, count: null, why: days.why(on) }
    if (on < first) return { on, count: null, why: on === receivedOn ? received : afterDayOff }
    count += 1
    return { on, count, why: null }
  })
}

/** What the term rests on, in words. */
export const sayTerm = (basis: TermBasis) => ({
  term: sayValue('appeal.answer', basis.answer),
  countFrom: optionsOf('appeal.count-from')[basis.countFrom] ?? sayValue('appeal.count-from', basis.countFrom),
})
