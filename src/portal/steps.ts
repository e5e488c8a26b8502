// The questions, one group a page, in their order. A step draws itself from what was typed and says what must be mended.
import { z } from 'zod'
import { dotted } from '../kernel/calendar.ts'
import { parse } from '../kernel/invalid.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Language, Text } from '../kernel/text.ts'
import { anonymousOr, appealKinds, kindTitles, submitAppeal } from '../modules/appeals/contract.ts'
import { area, choice, dayParts, line, radios, type Fault, type Option, type Sheet } from './fields.ts'
import { html, type Html } from './html.ts'

export type Answers = Readonly<Record<string, string>>

export interface Court {
  id: string
  name: Text
  region: Text | null
}

export interface Step {
  name: string
  title: Text
  /** Whether the answers so far lead past this page. */
  asked: (answers: Answers) => boolean
  fields: readonly string[]
  draw: (sheet: Sheet, courts: readonly Court[]) => Html
  check: (answers: Answers, today: string) => Fault[]
  /** Rows for the page that shows all answers. */
  show: (answers: Answers, language: Language, courts: readonly Court[]) => { label: Text; value: string }[]
}

const text = (kk: string, ru: string, en: string): Text => ({ kk, ru, en })
const always = () => true

/** 'YYYY-MM-DD' of the three parts as they were typed; null where all are blank. What is no day stays as it is and is refused. */
const dayOfParts = (answers: Answers): string | null => {
  const part = (name: string) => answers[`eventOn-${name}`]?.trim() ?? ''
  const parts = [part('year'), part('month').padStart(2, '0'), part('day').padStart(2, '0')]
  return part('day') || part('month') || part('year') ? parts.join('-') : null
}

/** What was typed, in the shape of the operation that takes it; blanks are left out. */
export const inputOf = (answers: Answers, language: Language, key: string, files: readonly string[]) => {
  const given = (name: string) => answers[name]?.trim() || null
  const ways = { name: answers['name'] ?? '', address: given('address'), phone: given('phone'), email: given('email') }
  const who = {
    person: { as: 'person', iin: given('iin'), ...ways },
    entity: { as: 'entity', bin: given('bin'), representative: given('representative'), ...ways },
  }[answers['as'] ?? ''] ?? { as: 'anonymous' }
  return {
    submissionKey: key,
    kind: answers['kind'],
    language,
    applicant: who,
    court: given('court'),
    courtName: given('courtName'),
    person: given('person'),
    personPost: given('personPost'),
    eventOn: dayOfParts(answers),
    text: answers['text'] ?? '',
    files,
  }
}

/** The last part of a dotted path is the field of our page. */
const fieldOf = (path: string): string => path.split('.').at(-1) ?? path

export const faultsOf = (refusal: Refusal): Fault[] =>
  refusal.fields.length
    ? refusal.fields.map(({ path, says }) => ({ field: fieldOf(path), says }))
    : [{ field: '', says: refusal.says }]

const checked = (schema: z.ZodType, raw: unknown, labels: Readonly<Record<string, Text>> = {}): Fault[] => {
  try {
    parse(schema, raw)
    return []
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return faultsOf(fault).map((it) => (labels[it.field] ? { ...it, label: labels[it.field] } : it))
  }
}

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

const whoOptions: readonly Option[] = [
  {
    value: 'person',
    label: text('Атымды көрсетемін', 'Укажу своё имя', 'I give my name'),
    hint: text(
      'Заңда белгіленген мерзімде жазбаша жауап аласыз.',
      'Вы получите письменный ответ в срок, установленный законом.',
      'You get a written reply within the term set by law.',
    ),
  },
  {
    value: 'entity',
    label: text('Заңды тұлға атынан', 'От имени юридического лица', 'On behalf of a legal entity'),
    hint: text(
      'Ұйымның атауы мен БСН-і қажет.',
      'Нужны название и БИН организации.',
      'The name and BIN of the entity are needed.',
    ),
  },
  {
    value: 'anonymous',
    label: text('Атымды көрсетпеймін', 'Не укажу своё имя', 'I do not give my name'),
    hint: text(
      'Қылмыс немесе қауіп туралы мәлімет құзыретті органға жіберіледі. Басқа анонимді өтініш қаралмайды.',
      'Сведения о преступлении или угрозе направляются компетентному органу. Иное анонимное обращение не рассматривается.',
      'Word of a crime or a threat goes to the competent body. Any other anonymous appeal is not considered.',
    ),
  },
]

const who: Step = {
  name: 'who',
  title: text('Өзіңізді таныстырасыз ба?', 'Вы представитесь?', 'Will you say who you are?'),
  asked: always,
  fields: ['as'],
  draw: (sheet) => radios(sheet, { name: 'as', label: who.title, options: whoOptions }),
  check: ({ as: value }) =>
    whoOptions.some((it) => it.value === value)
      ? []
      : [{ field: 'as', says: text('Біреуін таңдаңыз.', 'Выберите один вариант.', 'Choose one.') }],
  show: ({ as: value }, language) => [
    {
      label: text('Кім жазады', 'Кто пишет', 'Who writes'),
      value: whoOptions.find((it) => it.value === value)?.label[language] ?? '',
    },
  ],
}

const labels = {
  person: text('Аты-жөніңіз', 'Фамилия, имя, отчество', 'Your full name'),
  entity: text('Ұйымның атауы', 'Название организации', 'Name of the entity'),
  iin: text('ЖСН', 'ИИН', 'IIN'),
  bin: text('БСН', 'БИН', 'BIN'),
  representative: text('Өкілдің аты-жөні', 'Имя представителя', 'Name of the representative'),
  address: text('Пошталық мекенжай', 'Почтовый адрес', 'Postal address'),
  phone: text('Телефон', 'Телефон', 'Telephone'),
  email: text('Электрондық пошта', 'Электронная почта', 'E-mail'),
}

const contacts: Step = {
  name: 'contacts',
  title: text('Сізге қалай хабарласамыз?', 'Как с Вами связаться?', 'How can we reach you?'),
  asked: (answers) => answers['as'] === 'person' || answers['as'] === 'entity',
  fields: ['name', 'iin', 'bin', 'representative', 'address', 'phone', 'email'],
  draw: (sheet) => {
    const entity = sheet.answers['as'] === 'entity'
    return html`<h1>${contacts.title[sheet.language]}</h1>
      <p class="lead">
        ${text('Мекенжайдың, телефонның немесе поштаның біреуі жеткілікті. Бұл деректерді өтінішіңізді қарайтын адам ғана ашады.', 'Достаточно адреса, телефона или почты. Эти данные открывает только тот, кто рассматривает обращение.', 'An address, a telephone or an e-mail is enough. Only whoever considers the appeal opens these details.')[sheet.language]}
      </p>
      ${line(sheet, { name: 'name', label: entity ? labels.entity : labels.person, autocomplete: entity ? 'organization' : 'name', max: 300 })}
      ${
        entity
          ? html`${line(sheet, { name: 'bin', label: labels.bin, hint: text('12 сан', '12 цифр', '12 digits'), inputmode: 'numeric', narrow: true, max: 20 })}${line(sheet, { name: 'representative', label: labels.representative, autocomplete: 'name', optional: true, max: 300 })}`
          : line(sheet, {
              name: 'iin',
              label: labels.iin,
              hint: text('12 сан', '12 цифр', '12 digits'),
              inputmode: 'numeric',
              narrow: true,
              optional: true,
              max: 20,
            })
      }
      ${line(sheet, { name: 'address', label: labels.address, autocomplete: 'street-address', optional: true, max: 500 })}
      ${line(sheet, { name: 'phone', label: labels.phone, type: 'tel', autocomplete: 'tel', narrow: true, optional: true, max: 40 })}
      ${line(sheet, { name: 'email', label: labels.email, type: 'email', autocomplete: 'email', optional: true, max: 200 })}`
  },
  check: (answers) =>
    checked(
      z.object({ applicant: anonymousOr }),
      { applicant: inputOf(answers, 'kk', '', []).applicant },
      { ...labels, name: answers['as'] === 'entity' ? labels.entity : labels.person },
    ),
  show: (answers) => [
    { label: answers['as'] === 'entity' ? labels.entity : labels.person, value: answers['name'] ?? '' },
    ...(answers['as'] === 'entity'
      ? [
          { label: labels.bin, value: answers['bin'] ?? '' },
          { label: labels.representative, value: answers['representative'] ?? '' },
        ]
      : [{ label: labels.iin, value: answers['iin'] ?? '' }]),
    { label: labels.address, value: answers['address'] ?? '' },
    { label: labels.phone, value: answers['phone'] ?? '' },
    { label: labels.email, value: answers['email'] ?? '' },
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
    { label: eventOn, value: dotted(dayOfParts(answers) ?? '') },
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
export const steps: readonly Step[] = [kind, who, contacts, where, story]

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
