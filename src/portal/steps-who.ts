// The questions on who writes: by name or not, alone or with others, in person or by a representative, and how to be reached.
import { z } from 'zod'
import { dotted } from '../kernel/calendar.ts'
import type { Text } from '../kernel/text.ts'
import { anonymousOr, applicantWarnings, coApplicants, grounds, groundTitles } from '../modules/appeals/contract.ts'
import { area, checks, choice, dayParts, line, radios, type Option } from './fields.ts'
import { html } from './html.ts'
import { always, checked, dayOfParts, inputOf, text, type Answers, type Step } from './step.ts'

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

export const who: Step = {
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
  address: text('Пошталық мекенжай', 'Почтовый адрес', 'Postal address'),
  phone: text('Телефон', 'Телефон', 'Telephone'),
  email: text('Электрондық пошта', 'Электронная почта', 'E-mail'),
}

const isNamed = (answers: Answers): boolean => answers['as'] === 'person' || answers['as'] === 'entity'

const yes = text('Иә', 'Да', 'Yes')
const no = text('Жоқ', 'Нет', 'No')

const howLabels = {
  collective: text(
    'Бірнеше адам бірге береміз (ұжымдық өтініш)',
    'Подаём вместе (коллективное обращение)',
    'Several of us hand it in together (a collective appeal)',
  ),
  acting: text('Өтінішті өкіл береді', 'Обращение подаёт представитель', 'A representative hands it in'),
}

export const how: Step = {
  name: 'how',
  title: text('Өтінішті қалай бересіз?', 'Как Вы подаёте обращение?', 'How do you hand in the appeal?'),
  asked: isNamed,
  fields: ['collective', 'acting'],
  draw: (sheet) =>
    checks(sheet, {
      name: 'how',
      label: how.title,
      hint: text(
        'Өз атыңыздан жалғыз жазсаңыз, ештеңе белгілемей жалғастырыңыз.',
        'Если Вы пишете один и от своего имени, ничего не отмечайте и продолжайте.',
        'If you write alone and for yourself, mark nothing and go on.',
      ),
      options: [
        {
          value: 'collective',
          label: howLabels.collective,
          hint: text(
            'Жауапты бір адам алады. Оны келесі бетте көрсетесіз.',
            'Ответ получит один человек. Его Вы укажете на следующей странице.',
            'One person gets the answer. You name that person on the next page.',
          ),
        },
        {
          value: 'acting',
          label: howLabels.acting,
          hint: text(
            'Сенімхат немесе заң бойынша басқа адамның не ұйымның атынан.',
            'По доверенности или по закону, от имени другого лица или организации.',
            'By a power of attorney or by law, for another person or an entity.',
          ),
        },
      ],
    }),
  check: () => [],
  show: (answers, language) => [
    {
      label: text('Ұжымдық өтініш', 'Коллективное обращение', 'Collective appeal'),
      value: (answers['collective'] ? yes : no)[language],
    },
    {
      label: text('Өкіл арқылы', 'Через представителя', 'By a representative'),
      value: (answers['acting'] ? yes : no)[language],
    },
  ],
}

const oneAnswered = text(
  'Бұл ұжымдық өтініш: жауапты осында көрсетілген адам алады.',
  'Это коллективное обращение: ответ получит тот, кто указан здесь.',
  'This is a collective appeal: whoever is named here gets the answer.',
)

export const contacts: Step = {
  name: 'contacts',
  title: text('Сізге қалай хабарласамыз?', 'Как с Вами связаться?', 'How can we reach you?'),
  asked: isNamed,
  fields: ['name', 'iin', 'bin', 'address', 'phone', 'email'],
  draw: (sheet) => {
    const entity = sheet.answers['as'] === 'entity'
    return html`<h1>${contacts.title[sheet.language]}</h1>
      ${sheet.answers['collective'] && html`<p class="lead">${oneAnswered[sheet.language]}</p>`}
      <p class="lead">
        ${text('Мекенжайдың, телефонның немесе поштаның біреуі жеткілікті. Бұл деректерді өтінішіңізді қарайтын адам ғана ашады.', 'Достаточно адреса, телефона или почты. Эти данные открывает только тот, кто рассматривает обращение.', 'An address, a telephone or an e-mail is enough. Only whoever considers the appeal opens these details.')[sheet.language]}
      </p>
      ${line(sheet, { name: 'name', label: entity ? labels.entity : labels.person, autocomplete: entity ? 'organization' : 'name', max: 300 })}
      ${
        entity
          ? line(sheet, {
              name: 'bin',
              label: labels.bin,
              hint: text('12 сан', '12 цифр', '12 digits'),
              inputmode: 'numeric',
              narrow: true,
              max: 20,
            })
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
    ).filter(({ field }) => contacts.fields.includes(field)),
  show: (answers) => [
    { label: answers['as'] === 'entity' ? labels.entity : labels.person, value: answers['name'] ?? '' },
    answers['as'] === 'entity'
      ? { label: labels.bin, value: answers['bin'] ?? '' }
      : { label: labels.iin, value: answers['iin'] ?? '' },
    { label: labels.address, value: answers['address'] ?? '' },
    { label: labels.phone, value: answers['phone'] ?? '' },
    { label: labels.email, value: answers['email'] ?? '' },
  ],
}

const peopleLabels = {
  signatories: text('Неше адам қол қойды', 'Сколько человек подписали', 'How many people signed'),
  coApplicants: text('Бірге берушілер', 'Кто подаёт вместе с Вами', 'Who hands it in with you'),
}

const peopleShape = z.object({
  signatories: z.int().min(2).max(1_000_000).nullable(),
  coApplicants,
})

export const people: Step = {
  name: 'people',
  title: text('Кіммен бірге бересіз?', 'С кем Вы подаёте обращение?', 'With whom do you hand it in?'),
  asked: (answers) => isNamed(answers) && Boolean(answers['collective']),
  fields: ['signatories', 'coApplicants'],
  draw: (sheet) =>
    html`<h1>${people.title[sheet.language]}</h1>
      ${line(sheet, {
        name: 'signatories',
        label: peopleLabels.signatories,
        hint: text(
          'Жауап алатын адамды қоса есептегенде',
          'Вместе с тем, кто получит ответ',
          'Counting the person who gets the answer',
        ),
        inputmode: 'numeric',
        narrow: true,
        max: 8,
      })}
      ${area(sheet, {
        name: 'coApplicants',
        label: peopleLabels.coApplicants,
        hint: text(
          'Әр адамды жаңа жолға жазыңыз: аты-жөні, білсеңіз ЖСН. Тізімді файл етіп тіркеуге де болады.',
          'Каждого с новой строки: имя и, если знаете, ИИН. Список можно приложить и файлом.',
          'Each on a new line: the name and, if you know it, the IIN. The list can be attached as a file too.',
        ),
        optional: true,
        rows: 6,
      })}`,
  check: (answers) => {
    const input = inputOf(answers, 'kk', '', [])
    const { signatories = null, coApplicants: listed = null } = input as {
      signatories?: number | null
      coApplicants?: string | null
    }
    const faults = checked(peopleShape, { signatories, coApplicants: listed }, peopleLabels)
    if (faults.length) return faults
    const names = (listed ?? '').split(/\r?\n/).filter((row) => row.trim()).length
    if (signatories === null && names === 0)
      return [
        {
          field: 'signatories',
          says: text(
            'Неше адам қол қойғанын жазыңыз. Ең азы: 2.',
            'Укажите, сколько человек подписали. Не меньше 2.',
            'Say how many people signed. At least 2.',
          ),
        },
      ]
    if (signatories !== null && signatories < names + 1)
      return [
        {
          field: 'signatories',
          says: text(
            'Қол қойғандардың саны тізімдегі адамдардан аз. Жауап алатын адамды да есептеңіз.',
            'Подписавших меньше, чем людей в списке. Учтите и того, кто получит ответ.',
            'Fewer signed than are listed. Count the person who gets the answer too.',
          ),
        },
      ]
    return []
  },
  show: (answers) => [
    { label: peopleLabels.signatories, value: answers['signatories'] ?? '' },
    { label: peopleLabels.coApplicants, value: answers['coApplicants'] ?? '' },
  ],
}

const onlyAttorney = text(
  'Негізі сенімхат болса, жазыңыз',
  'Если основание – доверенность',
  'If the ground is a power of attorney',
)

const actingLabels = {
  representative: text('Өкілдің аты-жөні', 'Имя представителя', 'Name of the representative'),
  ground: text('Негізі', 'Основание', 'Ground'),
  groundNumber: text('Сенімхаттың нөмірі', 'Номер доверенности', 'Number of the power of attorney'),
  groundOn: text('Сенімхаттың күні', 'Дата доверенности', 'Date of the power of attorney'),
}

export const representative: Step = {
  name: 'representative',
  title: text('Өкіл кім?', 'Кто представитель?', 'Who is the representative?'),
  asked: (answers) => isNamed(answers) && Boolean(answers['acting']),
  fields: ['representative', 'ground', 'groundNumber', 'groundOn', 'groundOn-day', 'groundOn-month', 'groundOn-year'],
  draw: (sheet) =>
    html`<h1>${representative.title[sheet.language]}</h1>
      <p class="lead">
        ${text('Негіздің көшірмесін файлдар бетінде тіркей аласыз.', 'Копию основания можно приложить на странице файлов.', 'You can attach a copy of the ground on the page of files.')[sheet.language]}
      </p>
      ${line(sheet, { name: 'representative', label: actingLabels.representative, max: 300 })}
      ${choice(sheet, {
        name: 'ground',
        label: actingLabels.ground,
        empty: text('Таңдаңыз', 'Выберите', 'Choose'),
        options: [{ group: null, options: grounds.map((value) => ({ value, label: groundTitles[value] })) }],
      })}
      ${line(sheet, { name: 'groundNumber', label: actingLabels.groundNumber, hint: onlyAttorney, narrow: true, optional: true, max: 100 })}
      ${dayParts(sheet, { name: 'groundOn', label: actingLabels.groundOn, hint: text('Мысалы: 3 11 2026', 'Например: 3 11 2026', 'For example: 3 11 2026'), optional: true })}`,
  check: (answers, today) => {
    const { applicant } = inputOf(answers, 'kk', '', [])
    const own = checked(z.object({ applicant: anonymousOr }), { applicant }, actingLabels).filter(({ field }) =>
      representative.fields.includes(field),
    )
    const lacking = (field: string, label: Text, says: Text) => ({ field, label, says })
    const fill = text('Бұл өрісті толтырыңыз.', 'Заполните это поле.', 'Fill in this field.')
    const on = dayOfParts(answers, 'groundOn')
    return [
      ...(answers['representative']?.trim() ? [] : [lacking('representative', actingLabels.representative, fill)]),
      ...(answers['ground'] || own.some(({ field }) => field === 'ground')
        ? []
        : [lacking('ground', actingLabels.ground, text('Біреуін таңдаңыз.', 'Выберите один вариант.', 'Choose one.'))]),
      ...own,
      ...(on !== null && on > today
        ? [
            lacking(
              'groundOn',
              actingLabels.groundOn,
              text('Бұл күн әлі келген жоқ.', 'Этот день ещё не наступил.', 'This day has not come yet.'),
            ),
          ]
        : []),
    ]
  },
  show: (answers, language) => [
    { label: actingLabels.representative, value: answers['representative'] ?? '' },
    { label: actingLabels.ground, value: groundTitles[answers['ground'] as 'law']?.[language] ?? '' },
    ...(answers['ground'] === 'attorney'
      ? [
          { label: actingLabels.groundNumber, value: answers['groundNumber'] ?? '' },
          { label: actingLabels.groundOn, value: dotted(dayOfParts(answers, 'groundOn') ?? '') },
        ]
      : []),
  ],
}

/** What stops nobody: a date or a sex that the number tells otherwise. */
export const doubtsIn = (answers: Answers): readonly Text[] => {
  const parsed = anonymousOr.safeParse(inputOf(answers, 'kk', '', []).applicant)
  return parsed.success ? applicantWarnings(parsed.data) : []
}
