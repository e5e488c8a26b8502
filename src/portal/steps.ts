// The questions, one group a page, in their order. A step draws itself from what was typed and says what must be mended.
import { z } from 'zod'
import { dotted } from '../kernel/calendar.ts'
import type { Language, Text } from '../kernel/text.ts'
import { appealKinds, kindTitles, submitAppeal } from '../modules/appeals/contract.ts'
import { area, choice, dayParts, line, radios, type Fault, type Option } from './fields.ts'
import { html } from './html.ts'
import { always, checked, dayOfParts, inputOf, text, type Answers, type Court, type Step } from './step.ts'
import { contacts, how, people, representative, who } from './steps-who.ts'

export { faultsOf, inputOf, withGround, type Answers, type Court, type Step } from './step.ts'

const { shape: whole } = submitAppeal.input

const kindHints: Readonly<Record<string, Text>> = {
  report: text(
    'Сыбайлас жемқорлық немесе басқа құқық бұзушылық туралы білгеніңізді айтасыз.',
    'Вы сообщаете о коррупции или ином правонарушении, о котором узнали.',
    'You tell of corruption or another offence that you know of.',
  ),
  complaint: text(
    'Сіздің немесе басқа адамның құқығы бұзылды деп санайсыз.',
    'Вы считаете, что нарушены Ваши права или права другого лица.',
    'You hold that your rights, or another person’s, were violated.',
  ),
  application: text(
    'Құқығыңызды іске асыруға көмек сұрайсыз.',
    'Вы просите содействия в осуществлении своих прав.',
    'You ask for help in exercising your rights.',
  ),
  inquiry: text('Ақпарат беруді сұрайсыз.', 'Вы просите предоставить информацию.', 'You ask for information.'),
  proposal: text(
    'Жұмысты қалай жақсартуға болатынын ұсынасыз.',
    'Вы предлагаете, как улучшить работу.',
    'You propose how the work could be better.',
  ),
  response: text(
    'Болған оқиғаға немесе шешімге көзқарасыңызды білдіресіз.',
    'Вы выражаете отношение к событию или решению.',
    'You express your view of an event or a decision.',
  ),
}

const order = ['report', 'complaint', 'application', 'inquiry', 'proposal', 'response'] as const

const kind: Step = {
  name: 'kind',
  title: text('Нені жібересіз?', 'Что Вы направляете?', 'What are you sending?'),
  asked: always,
  fields: ['kind'],
  draw: (sheet) =>
    radios(sheet, {
      name: 'kind',
      label: kind.title,
      options: order.map((value): Option => ({
        value,
        label: kindTitles[value],
        ...(kindHints[value] ? { hint: kindHints[value] } : {}),
      })),
    }),
  check: ({ kind: value }) =>
    appealKinds.some((it) => it === value)
      ? []
      : [{ field: 'kind', says: text('Біреуін таңдаңыз.', 'Выберите один вариант.', 'Choose one.') }],
  show: ({ kind: value }, language) => [
    {
      label: text('Өтініштің түрі', 'Вид обращения', 'Kind of appeal'),
      value: kindTitles[value as 'report']?.[language] ?? '',
    },
  ],
}

const grouped = (courts: readonly Court[], language: Language) => {
  const groups = new Map<string, { group: Text | null; options: Option[] }>()
  for (const { id, name, region } of courts) {
    const at = groups.get(region?.[language] ?? '') ?? { group: region, options: [] }
    at.options.push({ value: id, label: name })
    groups.set(region?.[language] ?? '', at)
  }
  return [...groups.values()]
}

const court = text('Сот', 'Суд', 'Court')
const courtName = text('Соттың атауы', 'Название суда', 'Name of the court')
const person = text('Кім туралы', 'О ком', 'About whom')
const personPost = text('Оның лауазымы', 'Его должность', 'His or her post')
const eventOn = text('Оқиға күні', 'День события', 'Day of the event')

const where: Step = {
  name: 'where',
  title: text('Қай сотта, кім туралы?', 'В каком суде и о ком?', 'Which court, and about whom?'),
  asked: always,
  fields: ['court', 'courtName', 'person', 'personPost', 'eventOn', 'eventOn-day', 'eventOn-month', 'eventOn-year'],
  draw: (sheet, courts) =>
    html`<h1>${where.title[sheet.language]}</h1>
      <p class="lead">
        ${text('Білмегеніңізді бос қалдырыңыз.', 'Чего не знаете, оставьте пустым.', 'Leave empty what you do not know.')[sheet.language]}
      </p>
      ${choice(sheet, { name: 'court', label: court, optional: true, empty: text('Таңдаңыз', 'Выберите', 'Choose'), options: grouped(courts, sheet.language) })}
      ${line(sheet, { name: 'courtName', label: courtName, hint: text('Тізімде жоқ болса, өз сөзіңізбен жазыңыз.', 'Если в списке нет, напишите своими словами.', 'If it is not in the list, write it in your own words.'), optional: true, max: 300 })}
      ${line(sheet, { name: 'person', label: person, hint: text('Аты-жөні белгісіз болса, сипаттап жазыңыз.', 'Если имя неизвестно, опишите.', 'If you do not know the name, describe the person.'), optional: true, max: 200 })}
      ${line(sheet, { name: 'personPost', label: personPost, optional: true, max: 200 })}
      ${dayParts(sheet, { name: 'eventOn', label: eventOn, hint: text('Мысалы: 3 11 2026', 'Например: 3 11 2026', 'For example: 3 11 2026'), optional: true })}`,
  check: (answers, today) => {
    const { court: id, courtName: name, person: about, personPost: post, eventOn: on } = inputOf(answers, 'kk', '', [])
    const faults = checked(
      z.object({
        court: whole.court,
        courtName: whole.courtName,
        person: whole.person,
        personPost: whole.personPost,
        eventOn: whole.eventOn,
      }),
      { court: id, courtName: name, person: about, personPost: post, eventOn: on },
      { court, courtName, person, personPost, eventOn },
    )
    const ahead = on !== null && on > today
    return ahead
      ? [
          ...faults,
          {
            field: 'eventOn',
            says: text(
              'Оқиға күні болашақта бола алмайды.',
              'День события не может быть в будущем.',
              'The day of the event cannot be in the future.',
            ),
          },
        ]
      : faults
  },
  show: (answers, language, courts) => [
    {
      label: court,
      value: courts.find(({ id }) => id === answers['court'])?.name[language] ?? answers['courtName'] ?? '',
    },
    { label: person, value: answers['person'] ?? '' },
    { label: personPost, value: answers['personPost'] ?? '' },
    { label: eventOn, value: dotted(dayOfParts(answers, 'eventOn') ?? '') },
  ],
}

const story: Step = {
  name: 'story',
  title: text('Не болды?', 'Что произошло?', 'What happened?'),
  asked: always,
  fields: ['text'],
  draw: (sheet) =>
    area(sheet, {
      name: 'text',
      heading: true,
      label: text(
        'Не болғанын өз сөзіңізбен жазыңыз',
        'Опишите своими словами, что произошло',
        'Tell in your own words what happened',
      ),
      hint: text(
        'Қашан, қайда, кім қатысты, қандай дәлел бар екенін жазсаңыз, тексеру жылдамырақ жүреді.',
        'Напишите, когда, где, кто участвовал и какие есть доказательства: так проверка пойдёт быстрее.',
        'Say when, where, who took part and what proof there is: the verification goes faster.',
      ),
    }),
  check: ({ text: value = '' }) => checked(z.object({ text: whole.text }), { text: value }),
  show: ({ text: value = '' }) => [{ label: text('Мәтіні', 'Текст', 'Text'), value }],
}

/** Attachments have a page of their own (files.ts), between the story and the check. */
export const steps: readonly Step[] = [kind, who, how, contacts, people, representative, where, story]

export const stepNamed = (name: string): Step | undefined => steps.find((it) => it.name === name)

/** The page after this one for these answers; 'files' after the last question. */
export const after = (step: Step, answers: Answers): string =>
  steps.slice(steps.indexOf(step) + 1).find((it) => it.asked(answers))?.name ?? 'files'

/** The page before; null before the first. */
export const before = (name: string, answers: Answers): string | null => {
  if (name === 'check') return 'files'
  const at = name === 'files' ? steps.length : steps.findIndex((it) => it.name === name)
  return steps.slice(0, at).findLast((it) => it.asked(answers))?.name ?? null
}

/** The first page whose answers need mending, or null where all are in order. */
export const unfinished = (answers: Answers, today: string): { step: Step; faults: Fault[] } | null => {
  for (const step of steps) {
    if (!step.asked(answers)) continue
    const faults = step.check(answers, today)
    if (faults.length) return { step, faults }
  }
  return null
}
