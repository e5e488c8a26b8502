// Papers of clauses 5.2 and 5.3: the summons that the head signs, the act of refusal, the protocol of a questioning, the slip with
// the secret code. The last three are only printed; those who took part sign the act and the protocol by hand.
import { z } from 'zod'
import type { Clause } from '../../kernel/clauses.ts'
import { day, line, maybeLine } from '../../kernel/contract.ts'
import type { Language, Text } from '../../kernel/text.ts'
import { askLine, askProse, maybeAskProse } from './asked.ts'
import { dated } from './dates.ts'
import { letter, says, shows } from './letter.ts'
import { frame, template } from './template.ts'
import { paragraphsOf } from './typst/sheet.ts'

export const summons = letter({
  name: 'summons',
  title: { kk: 'Түсініктеме беруге шақыру', ru: 'Вызов для дачи объяснения', en: 'Summons to give an explanation' },
  clauses: ['5.2', '15'],
  series: '7-26',
  agreedBy: [],
  answering: 'record',
  called: { kk: 'Шақыру', ru: 'Вызов', en: 'Summons' },
  asks: {
    addressee: askLine(
      { kk: 'Кімге', ru: 'Кому', en: 'To' },
      { kk: 'Аты-жөні және лауазымы', ru: 'Фамилия, имя, отчество и должность', en: 'Full name and post' },
    ),
    subject: askLine({ kk: 'Тақырыбы', ru: 'Тема', en: 'Subject' }),
    asked: askProse(
      { kk: 'Неге түсініктеме беру керек', ru: 'О чём дать объяснение', en: 'What is to be explained' },
      {
        kk: 'Әр сұрақты жаңа жолдан жазыңыз',
        ru: 'Каждый вопрос с новой строки',
        en: 'Each question on a new line',
      },
    ),
    term: askLine({ kk: 'Мерзімі', ru: 'Срок', en: 'Term' }),
    appear: maybeAskProse({
      kk: 'Қайда және қашан келу керек',
      ru: 'Куда и когда явиться',
      en: 'Where and when to come',
    }),
  },
  body: [
    says({
      kk: 'Ішкі қауіпсіздік бөлімі тексеруде тұрған материалдар бойынша Сізден жазбаша түсініктеме беруді талап етеді.',
      ru: 'Отдел внутренней безопасности по находящимся на проверке материалам требует от Вас дать письменное объяснение.',
      en: 'In connection with materials under verification, the Internal Security Department requires you to give a written explanation.',
    }),
    shows('asked'),
    shows('term'),
    shows('appear'),
    says(
      {
        kk: 'Түсініктемені өз сөзіңізбен, өзіңіз таңдаған тілде жазасыз: қағазға немесе осы шақырумен бірге берілген құпия код арқылы бөлімнің бетінде. Өзіңізге, жұбайыңызға және жақын туыстарыңызға қарсы куәлік бермеуге, өкілдің көмегіне жүгінуге, құжаттарыңызды қоса беруге құқығыңыз бар. Түсініктеме берілмесе, екі куәнің қатысуымен акт жасалады.',
        ru: 'Объяснение Вы пишете своими словами, на выбранном Вами языке: на бумаге или на странице отдела по секретному коду, переданному с этим вызовом. Вы вправе не свидетельствовать против себя, супруга и близких родственников, пользоваться помощью представителя, приложить свои документы. Если объяснение не дано, составляется акт при двух свидетелях.',
        en: 'You write the explanation in your own words, in the language of your choice: on paper, or on the page of the Department with the secret code given with this summons. You have the right not to testify against yourself, your spouse and close relatives, to be helped by a representative, and to attach your documents. If no explanation is given, an act is drawn up before two witnesses.',
      },
      { kk: 'Сіздің құқықтарыңыз', ru: 'Ваши права', en: 'Your rights' },
    ),
    says({
      kk: 'Шақыру Ішкі қауіпсіздік бөлімі туралы ереженің 5-тармағының 2) тармақшасына сәйкес жіберіледі.',
      ru: 'Вызов направляется в соответствии с подпунктом 2) пункта 5 Положения об Отделе внутренней безопасности.',
      en: 'The summons is made under paragraph 5, subparagraph 2) of the Regulation on the Internal Security Department.',
    }),
  ],
})

const pageWord: Record<Language, string> = { kk: 'бет', ru: 'стр.', en: 'page' }

interface Printed<F extends z.ZodObject> {
  name: string
  title: Text
  clauses: readonly [Clause, ...Clause[]]
  fields: F
  marks: (it: z.infer<F>, language: Language) => string[]
  parts: (it: z.infer<F>, language: Language) => { heading: string | null; paragraphs: string[] }[]
  caption: Text
  signers: (it: z.infer<F>, language: Language) => string[]
  running: (it: z.infer<F>) => string
}

/** A paper without a number of its own: what it says, and room for the hands of those who took part. */
const printed = <F extends z.ZodObject>(of: Printed<F>) =>
  template<F, string, null>({
    name: of.name,
    title: of.title,
    clauses: of.clauses,
    languages: ['kk', 'ru', 'en'],
    signedBy: null,
    agreedBy: [],
    leaves: false,
    series: null,
    fields: of.fields,
    labels: null,
    words: pageWord,
    compose: (it, page, setting, language) => ({
      layout: 'letter',
      ...frame(setting, language),
      title: of.title[language],
      mark: null,
      marks: of.marks(it, language),
      addressee: [],
      approval: [],
      called: null,
      subject: of.title[language],
      parts: of.parts(it, language).filter(({ paragraphs }) => paragraphs.length > 0),
      signatory: null,
      signers: { caption: of.caption[language], names: of.signers(it, language) },
      signed: null,
      executor: [],
      check: null,
      running: of.running(it),
      page,
      watermark: null,
    }),
  })

const told = (label: string, value: string | null): string[] => (value ? [`${label}: ${value}`] : [])
const hands: Text = { kk: 'Қолдары', ru: 'Подписи', en: 'Signatures' }

const actWords = {
  kk: {
    summons: 'Шақыру нөмірі',
    day: 'Күні',
    who: 'Түсініктеме беруден бас тартқан',
    said: 'Мән-жайлар',
    drawn: 'Актіні жасаған',
    witness: 'Куә',
    fact: 'Жазбаша түсініктеме беруден бас тартылғаны куәлардың қатысуымен тіркелді.',
  },
  ru: {
    summons: 'Номер вызова',
    day: 'Дата',
    who: 'От дачи объяснения отказался',
    said: 'Обстоятельства',
    drawn: 'Акт составил',
    witness: 'Свидетель',
    fact: 'Отказ от дачи письменного объяснения зафиксирован в присутствии свидетелей.',
  },
  en: {
    summons: 'Number of the summons',
    day: 'Day',
    who: 'Refused to explain',
    said: 'Circumstances',
    drawn: 'Drawn up by',
    witness: 'Witness',
    fact: 'The refusal to give a written explanation was recorded before the witnesses.',
  },
} as const

export const refusalAct = printed({
  name: 'refusal-act',
  title: {
    kk: 'Түсініктеме беруден бас тарту туралы акт',
    ru: 'Акт об отказе от дачи объяснения',
    en: 'Act of refusal to give an explanation',
  },
  clauses: ['5.2'],
  fields: z.object({
    number: line(60),
    on: day,
    who: line(600),
    said: line(10_000),
    author: line(300),
    witnesses: z.array(line(600)).min(1),
  }),
  marks: (it, language) => {
    const say = actWords[language]
    return [`${say.summons}: ${it.number}`, `${say.day}: ${dated(it.on, language)}`]
  },
  parts: (it, language) => {
    const say = actWords[language]
    return [
      { heading: say.who, paragraphs: [it.who] },
      { heading: say.said, paragraphs: [...paragraphsOf(it.said), say.fact] },
    ]
  },
  caption: hands,
  signers: (it, language) => {
    const say = actWords[language]
    return [`${say.drawn}: ${it.author}`, ...it.witnesses.map((witness) => `${say.witness}: ${witness}`)]
  },
  running: ({ number }) => number,
})

const protocolWords = {
  kk: {
    investigation: 'Қызметтік тексеру',
    day: 'Күні',
    place: 'Орны',
    time: 'Уақыты',
    who: 'Жауап беруші',
    judge: 'Негізі',
    people: 'Қатысқандар',
    rights: 'Құқықтары түсіндірілді',
    entries: 'Сұрақтар мен жауаптар',
    question: 'Сұрақ',
    answer: 'Жауап',
    corrected: 'Түзетілді',
    end: 'Аяқталуы',
    remarks: 'Ескертулері',
    audio: 'Аудиожазба',
    asker: 'Жауап алған',
  },
  ru: {
    investigation: 'Служебное расследование',
    day: 'Дата',
    place: 'Место',
    time: 'Время',
    who: 'Опрашиваемый',
    judge: 'Основание',
    people: 'Участвовали',
    rights: 'Права разъяснены',
    entries: 'Вопросы и ответы',
    question: 'Вопрос',
    answer: 'Ответ',
    corrected: 'Исправлено',
    end: 'Окончание',
    remarks: 'Замечания',
    audio: 'Аудиозапись',
    asker: 'Опрос провёл',
  },
  en: {
    investigation: 'Service investigation',
    day: 'Day',
    place: 'Place',
    time: 'Time',
    who: 'Person questioned',
    judge: 'Ground',
    people: 'Took part',
    rights: 'Rights were explained',
    entries: 'Questions and answers',
    question: 'Question',
    answer: 'Answer',
    corrected: 'Corrected',
    end: 'End',
    remarks: 'Remarks',
    audio: 'Audio recording',
    asker: 'Questioned by',
  },
} as const

export const questioningProtocol = printed({
  name: 'questioning-protocol',
  title: { kk: 'Жауап алу хаттамасы', ru: 'Протокол опроса', en: 'Protocol of a questioning' },
  clauses: ['5.3', '5.16'],
  fields: z.object({
    investigation: line(300),
    on: day,
    place: line(500),
    time: line(100),
    who: line(600),
    /** Of a judge: the permission and the consent. */
    grounds: z.array(line(600)),
    people: z.array(line(600)),
    rights: maybeLine(2_000),
    entries: z.array(
      z.object({
        at: line(20),
        question: line(20_000),
        answer: line(40_000),
        /** What stood here before it was corrected, and why. */
        was: maybeLine(60_000),
      }),
    ),
    end: line(300),
    remarks: maybeLine(10_000),
    audio: z.array(line(600)),
    asker: line(300),
  }),
  marks: (it, language) => {
    const say = protocolWords[language]
    return [
      `${say.investigation}: ${it.investigation}`,
      `${say.day}: ${dated(it.on, language)}`,
      `${say.time}: ${it.time}`,
    ]
  },
  parts: (it, language) => {
    const say = protocolWords[language]
    return [
      { heading: say.place, paragraphs: [it.place] },
      { heading: say.who, paragraphs: [it.who] },
      { heading: say.judge, paragraphs: it.grounds },
      { heading: say.people, paragraphs: it.people },
      { heading: say.rights, paragraphs: paragraphsOf(it.rights ?? '') },
      {
        heading: say.entries,
        paragraphs: it.entries.flatMap(({ at, question, answer, was }) => [
          ...paragraphsOf(`${at} ${say.question}: ${question}`),
          ...paragraphsOf(`${say.answer}: ${answer}`),
          ...told(say.corrected, was),
        ]),
      },
      { heading: say.end, paragraphs: [it.end] },
      { heading: say.remarks, paragraphs: paragraphsOf(it.remarks ?? '') },
      { heading: say.audio, paragraphs: it.audio },
    ]
  },
  caption: hands,
  signers: (it, language) => {
    const say = protocolWords[language]
    return [`${say.who}: ${it.who}`, `${say.asker}: ${it.asker}`, ...it.people]
  },
  running: ({ investigation }) => investigation,
})

type SlipWords = Readonly<Record<'who' | 'code' | 'note' | 'explain' | 'consent', string>>
const slipWords: Readonly<Record<Language, SlipWords>> = {
  kk: {
    who: 'Кімге',
    code: 'Құпия код',
    note: 'Кодты ешкімге бермеңіз. Жаңа код берілсе, бұрынғысы жарамайды.',
    explain: 'Түсініктемені осы бетте жазасыз',
    consent: 'Келісімнен бас тартатын бет',
  },
  ru: {
    who: 'Кому',
    code: 'Секретный код',
    note: 'Никому не сообщайте код. Если выдан новый код, прежний не действует.',
    explain: 'Объяснение Вы пишете на этой странице',
    consent: 'Страница, где можно отозвать согласие',
  },
  en: {
    who: 'To',
    code: 'Secret code',
    note: 'Give the code to nobody. When a new code is given, the old one is no longer good.',
    explain: 'You write the explanation on this page',
    consent: 'The page on which the consent can be withdrawn',
  },
}

/** Handed over with the summons or after the consent. Printed, never kept: it shows the code. */
export const codeSlip = template({
  name: 'code-slip',
  title: { kk: 'Құпия код', ru: 'Секретный код', en: 'Secret code' },
  clauses: ['5.2', '5.3'],
  languages: ['kk', 'ru', 'en'],
  signedBy: null,
  agreedBy: [],
  leaves: true,
  series: null,
  fields: z.object({
    what: line(300),
    who: line(300),
    code: line(100),
    where: line(300),
    purpose: z.enum(['explain', 'consent']),
  }),
  labels: null,
  words: slipWords,
  compose: (it, say, setting, language) => ({
    layout: 'slip',
    ...frame(setting, language),
    title: it.what,
    rows: [{ label: say.who, value: it.who }],
    code: { label: say.code, value: it.code },
    notes: [`${say[it.purpose]}: ${it.where}`, say.note],
  }),
})
