// The working days of a year with the reason of each day off, and the administrator's word on one day.
import { addDays, yearOf, type Calendar } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/clock.ts'
import { invalidField } from '../../../kernel/invalid.ts'
import { command, query } from '../../../kernel/operation.ts'
import { loadParameters, putCalendarOverride } from '../../../kernel/overrides.ts'
import { everyEmployee, keepsLaw } from '../rules.ts'
import { readCalendar, setDay, type CalendarDay } from './contract.ts'
import { oneAtATime } from './store.ts'

const monthOf = (on: Day): number => Number(on.slice(5, 7))

const daysOf = (year: number, calendar: Calendar): CalendarDay[] => {
  const doubts = new Set(calendar.doubtsBetween(`${year}-01-01`, `${year}-12-31`).map(({ on }) => on))
  const days: CalendarDay[] = []
  for (let on = `${year}-01-01`; yearOf(on) === year; on = addDays(on, 1)) {
    days.push({
      on,
      working: calendar.isWorking(on),
      special: calendar.isSpecial(on),
      why: calendar.why(on),
      unverified: doubts.has(on),
    })
  }
  return days
}

export const readYear = query(readCalendar, {
  clauses: ['5.14', '7.1'],
  rules: [everyEmployee],
  run: async ({ input, tx }) => {
    const year = input.year ?? yearOf(tx.today)
    const { calendar } = await loadParameters(tx.db)
    const days = daysOf(year, calendar)
    const working = (part: readonly CalendarDay[]): number => part.filter((it) => it.working).length
    const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => {
      const part = days.filter(({ on }) => monthOf(on) === month)
      return { month, workingDays: working(part), days: part }
    })
    return { year, today: tx.today, months, workingDays: working(days), complete: calendar.isComplete(year) }
  },
})

export const declareDay = command(setDay, {
  clauses: ['7.1', '5.14'],
  rules: [keepsLaw],
  dangerous: true,
  run: async ({ input: { on, kind, occasion, basis }, actor, tx }) => {
    if (yearOf(on) < 1992 || yearOf(on) > 2198) throw invalidField('on', farAway)
    if (occasion && kind === 'work') throw invalidField('occasion', feastIsOff)
    await oneAtATime(tx)
    const { calendar } = await loadParameters(tx.db)
    await putCalendarOverride(tx.db, { on, kind, occasion: occasion ?? null, basis, by: actor.id, at: tx.at })
    tx.note({ on, before: calendar.isWorking(on) ? 'work' : 'off', after: kind, occasion: occasion ?? null, basis })
    tx.afterCommit(() => tx.house.parameters.drop())
    return {}
  },
})

const farAway = {
  kk: '1992 мен 2198 жылдар аралығындағы күнді көрсетіңіз.',
  ru: 'Укажите день между 1992 и 2198 годами.',
  en: 'Give a day between the years 1992 and 2198.',
}
const feastIsOff = {
  kk: 'Құрбан айттың бірінші күні – демалыс күні.',
  ru: 'Первый день Курбан-айта – выходной.',
  en: 'The first day of Kurban Ait is a day off.',
}
