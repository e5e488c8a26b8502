// The protocol of an appeal by word of mouth: what was said, that it was read back, and room for two signatures. Printed, signed
// by hand, and kept with the appeal (Administrative Procedural and Process-Related Code, article 63; domain facts 2.1).
import { z } from 'zod'
import { day, line, maybeLine, prose } from '../../kernel/contract.ts'
import type { Language } from '../../kernel/text.ts'
import { dated } from './dates.ts'
import { frame, template } from './template.ts'
import { paragraphsOf } from './typst/sheet.ts'

interface Words {
  title: string
  number: string
  taken: string
  who: string
  anonymous: string
  iin: string
  address: string
  phone: string
  representative: string
  said: string
  readBack: string
  agreed: string
  remarks: string
  signs: string
  applicant: string
  taker: string
  page: string
}

const words: Record<Language, Words> = {
  kk: {
    title: 'Ауызша өтініштің хаттамасы',
    number: 'Өтініш нөмірі',
    taken: 'Жазылған уақыты',
    who: 'Өтініш беруші',
    anonymous: 'Өзін атамаған',
    iin: 'ЖСН',
    address: 'Мекенжайы',
    phone: 'Телефоны',
    representative: 'Өкілі',
    said: 'Айтылғаны',
    readBack: 'Оқып беру',
    agreed: 'Мәтін өтініш берушіге оқып берілді. Өтініш беруші: «Менің сөзімнен дұрыс жазылған, келісемін».',
    remarks: 'Мәтін өтініш берушіге оқып берілді. Өтініш берушінің ескертпесі:',
    signs: 'Қолдары',
    applicant: 'Өтініш беруші',
    taker: 'Хаттаманы жазған',
    page: 'бет',
  },
  ru: {
    title: 'Протокол устного обращения',
    number: 'Номер обращения',
    taken: 'Время записи',
    who: 'Заявитель',
    anonymous: 'Не назвал себя',
    iin: 'ИИН',
    address: 'Адрес',
    phone: 'Телефон',
    representative: 'Представитель',
    said: 'Изложено',
    readBack: 'Оглашение',
    agreed: 'Текст зачитан заявителю. Заявитель: «С моих слов записано верно, согласен».',
    remarks: 'Текст зачитан заявителю. Замечания заявителя:',
    signs: 'Подписи',
    applicant: 'Заявитель',
    taker: 'Протокол составил',
    page: 'стр.',
  },
  en: {
    title: 'Protocol of an appeal by word of mouth',
    number: 'Number of the appeal',
    taken: 'Taken down',
    who: 'Applicant',
    anonymous: 'Gave no name',
    iin: 'IIN',
    address: 'Address',
    phone: 'Telephone',
    representative: 'Representative',
    said: 'What was said',
    readBack: 'Reading back',
    agreed: 'The text was read back to the applicant. The applicant: “Taken down rightly from my words, I agree.”',
    remarks: 'The text was read back to the applicant. Remarks of the applicant:',
    signs: 'Signatures',
    applicant: 'Applicant',
    taker: 'Taken down by',
    page: 'page',
  },
}

const fields = z.object({
  number: line(60),
  takenOn: day,
  /** Local time of day, 'HH:MM'. */
  takenAt: z.string().regex(/^\d\d:\d\d$/),
  name: maybeLine(300),
  iin: maybeLine(20),
  address: maybeLine(500),
  phone: maybeLine(40),
  representative: maybeLine(600),
  text: prose(100_000),
  remarks: maybeLine(5_000),
  taker: line(300),
})

const told = (label: string, value: string | null): string[] => (value ? [`${label}: ${value}`] : [])

export const oral = template({
  name: 'oral',
  title: { kk: words.kk.title, ru: words.ru.title, en: words.en.title },
  clauses: ['6.23'],
  languages: ['kk', 'ru', 'en'],
  signedBy: null,
  agreedBy: [],
  leaves: false,
  series: null,
  fields,
  labels: null,
  words,
  compose: (it, say: Words, setting, language) => ({
    layout: 'letter',
    ...frame(setting, language),
    title: say.title,
    mark: null,
    approval: [],
    called: null,
    check: null,
    marks: [`${say.number}: ${it.number}`, `${say.taken}: ${dated(it.takenOn, language)}, ${it.takenAt}`],
    addressee: [],
    subject: say.title,
    parts: [
      {
        heading: say.who,
        paragraphs: [
          it.name ?? say.anonymous,
          ...told(say.iin, it.iin),
          ...told(say.address, it.address),
          ...told(say.phone, it.phone),
          ...told(say.representative, it.representative),
        ],
      },
      { heading: say.said, paragraphs: paragraphsOf(it.text) },
      {
        heading: say.readBack,
        paragraphs: it.remarks ? [say.remarks, ...paragraphsOf(it.remarks)] : [say.agreed],
      },
    ],
    signatory: null,
    // Room for the hand of whoever spoke and whoever wrote.
    signers: {
      caption: say.signs,
      names: [`${say.applicant}: ${it.name ?? say.anonymous}`, `${say.taker}: ${it.taker}`],
    },
    signed: null,
    executor: [],
    running: it.number,
    page: say.page,
    watermark: null,
  }),
})
