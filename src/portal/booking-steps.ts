// The questions of a booking, one a page: whom, which day, which hour, who comes, what about.
import { z } from 'zod'
import { dotted } from '../kernel/calendar.ts'
import type { Language, Text } from '../kernel/text.ts'
import { postTitles, visitorShape, type listChiefs, type listOpenDays } from '../modules/reception/contract.ts'
import { area, line, radios, type Fault, type Sheet } from './fields.ts'
import { html, type Html } from './html.ts'
import { weekdayOf } from './pages/weekday.ts'
import { checked, text, type Answers } from './step.ts'

export type Chief = z.output<typeof listChiefs.output>['rows'][number]
export type OpenDay = z.output<typeof listOpenDays.output>['days'][number]

/** What can be chosen: the chiefs, and the free days of the one chosen. */
export interface Offer {
  chiefs: readonly Chief[]
  days: readonly OpenDay[]
}

export interface BookingStep {
  name: string
  title: Text
  fields: readonly string[]
  draw: (sheet: Sheet, offer: Offer) => Html
  check: (answers: Answers, offer: Offer) => Fault[]
  show: (answers: Answers, language: Language, offer: Offer) => { label: Text; value: string }[]
}

const keyOf = ({ unit, post }: Chief): string => `${unit}/${post}`
export const chiefIn = (answers: Answers, { chiefs }: Offer): Chief | undefined =>
  chiefs.find((it) => keyOf(it) === answers['whom'])
const dayIn = (answers: Answers, { days }: Offer): OpenDay | undefined => days.find(({ on }) => on === answers['on'])

const choose = text('Біреуін таңдаңыз.', 'Выберите один вариант.', 'Choose one.')
const sayDay = (on: string): Text => ({
  kk: `${dotted(on)}, ${weekdayOf(on).kk}`,
  ru: `${dotted(on)}, ${weekdayOf(on).ru}`,
  en: `${dotted(on)}, ${weekdayOf(on).en}`,
})

const whom: BookingStep = {
  name: 'whom',
  title: text('Кімнің қабылдауына жазыласыз?', 'К кому Вы записываетесь?', 'Whose reception do you book?'),
  fields: ['whom'],
  draw: (sheet, { chiefs }) =>
    radios(sheet, {
      name: 'whom',
      label: whom.title,
      options: chiefs.map((it) => ({ value: keyOf(it), label: postTitles[it.post], hint: it.unitName })),
    }),
  check: (answers, offer) => (chiefIn(answers, offer) ? [] : [{ field: 'whom', says: choose }]),
  show: (answers, language, offer) => {
    const chief = chiefIn(answers, offer)
    return [
      {
        label: text('Кім қабылдайды', 'Кто принимает', 'Who receives'),
        value: chief ? postTitles[chief.post][language] : '',
      },
      { label: text('Бөлімше', 'Подразделение', 'Unit'), value: chief?.unitName[language] ?? '' },
    ]
  },
}

const acting = text('міндетін атқарушы', 'исполняющий обязанности', 'acting')

const day: BookingStep = {
  name: 'day',
  title: text('Қай күні келесіз?', 'В какой день Вы придёте?', 'Which day will you come?'),
  fields: ['on'],
  draw: (sheet, { days }) =>
    days.length
      ? radios(sheet, {
          name: 'on',
          label: day.title,
          options: days.map(({ on, receiver, acting: isActing, slots }) => {
            const free = slots.length
            const by = (language: Language) => `${receiver[language]}${isActing ? `, ${acting[language]}` : ''}`
            return {
              value: on,
              label: sayDay(on),
              hint: text(
                `${by('kk')}. Бос уақыт саны: ${free}`,
                `${by('ru')}. Свободных окон: ${free}`,
                `${by('en')}. Free hours: ${free}`,
              ),
            }
          }),
        })
      : html`<h1>${day.title[sheet.language]}</h1>
          <p class="lead">
            ${text('Алдағы күндерде бос уақыт жоқ. Басқа басшыны таңдаңыз немесе жазбаша өтініш беріңіз.', 'В ближайшие дни свободного времени нет. Выберите другого руководителя или подайте письменное обращение.', 'No hour is free in the coming days. Choose another chief or hand in a written appeal.')[sheet.language]}
          </p>`,
  check: (answers, offer) => (dayIn(answers, offer) ? [] : [{ field: 'on', says: choose }]),
  show: ({ on = '' }, language) => [{ label: text('Күні', 'День', 'Day'), value: on ? sayDay(on)[language] : '' }],
}

const time: BookingStep = {
  name: 'time',
  title: text('Сағат нешеде келесіз?', 'В какое время Вы придёте?', 'At what time will you come?'),
  fields: ['at'],
  draw: (sheet, offer) => {
    const chosen = dayIn(sheet.answers, offer)
    return radios(sheet, {
      name: 'at',
      label: time.title,
      ...(chosen ? { hint: sayDay(chosen.on) } : {}),
      options: (chosen?.slots ?? []).map(({ at, place }) => ({
        value: at,
        label: text(at, at, at),
        hint: text(place, place, place),
      })),
    })
  },
  check: (answers, offer) =>
    dayIn(answers, offer)?.slots.some(({ at }) => at === answers['at']) ? [] : [{ field: 'at', says: choose }],
  show: ({ at = '', on = '' }, _, { days }) => [
    { label: text('Уақыты', 'Время', 'Time'), value: at },
    {
      label: text('Орны', 'Место', 'Place'),
      value: days.find((it) => it.on === on)?.slots.find((it) => it.at === at)?.place ?? '',
    },
  ],
}

const labels = {
  name: text('Аты-жөніңіз', 'Фамилия, имя, отчество', 'Your full name'),
  phone: text('Телефон', 'Телефон', 'Telephone'),
  iin: text('ЖСН', 'ИИН', 'IIN'),
  email: text('Электрондық пошта', 'Электронная почта', 'E-mail'),
  about: text('Қандай мәселе', 'По какому вопросу', 'What about'),
}
const visitorOnly = z.object(visitorShape)
const needed = text('Бұл өрісті толтырыңыз.', 'Заполните это поле.', 'Fill in this field.')

const visitor: BookingStep = {
  name: 'visitor',
  title: text('Кім келеді?', 'Кто придёт?', 'Who will come?'),
  fields: ['name', 'phone', 'iin', 'email'],
  draw: (sheet) =>
    html`<h1>${visitor.title[sheet.language]}</h1>
      <p class="lead">
        ${text('Қабылдау өзгерсе, хабарласамыз. Бір адам бір күнге бір рет жазылады.', 'Если приём изменится, мы сообщим. Один человек записывается на день один раз.', 'We tell you if the reception changes. One person books a day once.')[sheet.language]}
      </p>
      ${line(sheet, { name: 'name', label: labels.name, autocomplete: 'name', max: 300 })}
      ${line(sheet, { name: 'phone', label: labels.phone, type: 'tel', autocomplete: 'tel', narrow: true, max: 40 })}
      ${line(sheet, { name: 'iin', label: labels.iin, hint: text('12 сан', '12 цифр', '12 digits'), inputmode: 'numeric', narrow: true, optional: true, max: 20 })}
      ${line(sheet, { name: 'email', label: labels.email, type: 'email', autocomplete: 'email', optional: true, max: 200 })}`,
  check: (answers) => [
    ...checked(visitorOnly, answers, labels),
    ...(answers['phone']?.trim() ? [] : [{ field: 'phone', label: labels.phone, says: needed }]),
  ],
  show: (answers) =>
    (['name', 'phone', 'iin', 'email'] as const).map((it) => ({ label: labels[it], value: answers[it] ?? '' })),
}

const about: BookingStep = {
  name: 'about',
  title: labels.about,
  fields: ['about'],
  draw: (sheet) =>
    area(sheet, {
      name: 'about',
      heading: true,
      label: text('Қандай мәселе бойынша келесіз?', 'По какому вопросу Вы придёте?', 'What will you come about?'),
      hint: text(
        'Бірнеше сөйлем жеткілікті: басшы алдын ала дайындалады.',
        'Достаточно нескольких предложений: руководитель подготовится заранее.',
        'A few sentences are enough: the chief prepares beforehand.',
      ),
      rows: 6,
    }),
  check: ({ about: value = '' }) => (value.trim() ? [] : [{ field: 'about', says: needed }]),
  show: ({ about: value = '' }) => [{ label: labels.about, value }],
}

export const bookingSteps: readonly BookingStep[] = [whom, day, time, visitor, about]

export const bookingStep = (name: string): BookingStep | undefined => bookingSteps.find((it) => it.name === name)
export const bookingAfter = (step: BookingStep): string => bookingSteps[bookingSteps.indexOf(step) + 1]?.name ?? 'check'
export const bookingBefore = (name: string): string | null => {
  const at = name === 'check' ? bookingSteps.length : bookingSteps.findIndex((it) => it.name === name)
  return bookingSteps[at - 1]?.name ?? null
}

/** The first page whose answers need mending; null where all are in order. */
export const bookingUnfinished = (answers: Answers, offer: Offer): { step: BookingStep; faults: Fault[] } | null => {
  for (const step of bookingSteps) {
    const faults = step.check(answers, offer)
    if (faults.length) return { step, faults }
  }
  return null
}
