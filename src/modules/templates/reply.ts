// The answer to an appeal: motivated, in the language of the appeal, with the law, the facts and the right of complaint
// (Administrative Procedural and Process-Related Code, articles 76 and 91; domain facts 2.1).
import { z } from 'zod'
import { line, maybeLine, prose } from '../../kernel/contract.ts'
import { russianForm, type Language } from '../../kernel/text.ts'
import { dated } from './dates.ts'
import { frame, signedLine, template } from './template.ts'
import { paragraphsOf } from './typst/sheet.ts'

interface Words {
  number: string
  day: string
  answers: (number: string, on: string) => string
  opening: string
  established: string
  ground: string
  outcome: string
  complaint: string
  complaintText: (months: number) => string
  executor: string
  page: string
  draft: string
  noNumber: string
}

const words: Record<Language, Words> = {
  kk: {
    number: 'Нөмірі',
    day: 'Күні',
    answers: (number, on) => `Сіздің өтінішіңіз: № ${number}, ${on}`,
    opening: 'Ішкі қауіпсіздік бөлімі Сіздің өтінішіңізді қарап, төмендегіні хабарлайды.',
    established: 'Анықталған мән-жайлар',
    ground: 'Құқықтық негіз',
    outcome: 'Өтінішті қарау нәтижесі',
    complaint: 'Шағым жасау құқығы',
    complaintText: (months) =>
      'Осы жауаппен келіспеген жағдайда Сіз Қазақстан Республикасы Әкімшілік рәсімдік-процестік кодексінің 91-бабына ' +
      `сәйкес шағым жасай аласыз. Шағым жауап туралы білген күннен бастап ${months} ай ішінде Ішкі қауіпсіздік бөлімі ` +
      'арқылы Сот әкімшілігінің басшысына беріледі.',
    executor: 'Орындаушы',
    page: 'бет',
    draft: 'ЖОБА',
    noNumber: 'қол қойылғанда беріледі',
  },
  ru: {
    number: 'Номер',
    day: 'Дата',
    answers: (number, on) => `На Ваше обращение № ${number} от ${on}`,
    opening: 'Отдел внутренней безопасности рассмотрел Ваше обращение и сообщает следующее.',
    established: 'Установленные обстоятельства',
    ground: 'Правовое основание',
    outcome: 'Результат рассмотрения',
    complaint: 'Право на обжалование',
    complaintText: (months) =>
      'В случае несогласия с настоящим ответом Вы вправе подать жалобу в соответствии со статьёй 91 Административного ' +
      'процедурно-процессуального кодекса Республики Казахстан. Жалоба подаётся руководителю Судебной администрации ' +
      `через Отдел внутренней безопасности в течение ${months} ${russianForm(months, 'месяца', 'месяцев', 'месяцев')} ` +
      'со дня, когда Вам стало известно об ответе.',
    executor: 'Исполнитель',
    page: 'стр.',
    draft: 'ПРОЕКТ',
    noNumber: 'присваивается при подписании',
  },
  en: {
    number: 'Number',
    day: 'Date',
    answers: (number, on) => `Your appeal No. ${number} of ${on}`,
    opening: 'The Internal Security Department has considered your appeal and informs you of the following.',
    established: 'Facts established',
    ground: 'Legal ground',
    outcome: 'Outcome',
    complaint: 'Right of complaint',
    complaintText: (months) =>
      'If you disagree with this answer, you may complain under article 91 of the Administrative Procedural and ' +
      'Process-Related Code of the Republic of Kazakhstan. The complaint is addressed to the Head of the Court ' +
      `Administration and lodged through the Internal Security Department within ${months} ` +
      `${months === 1 ? 'month' : 'months'} of the day on which you learned of the answer.`,
    executor: 'Executor',
    page: 'page',
    draft: 'DRAFT',
    noNumber: 'given at signing',
  },
}

const fields = z.object({
  addressee: line(300),
  address: maybeLine(500),
  subject: line(300),
  established: prose(30_000),
  ground: prose(10_000),
  outcome: prose(10_000),
})

export const reply = template({
  name: 'reply',
  title: { kk: 'Өтінішке жауап', ru: 'Ответ на обращение', en: 'Reply to an appeal' },
  clauses: ['6.23', '15'],
  languages: ['kk', 'ru', 'en'],
  signedBy: 'head',
  series: '7-7',
  fields,
  labels: {
    addressee: {
      kind: 'line',
      label: { kk: 'Кімге', ru: 'Кому', en: 'To' },
      hint: {
        kk: 'Тегі, аты, әкесінің аты немесе заңды тұлғаның атауы',
        ru: 'Фамилия, имя, отчество или наименование юридического лица',
        en: 'Full name of the person or name of the legal entity',
      },
    },
    address: { kind: 'line', label: { kk: 'Мекенжайы', ru: 'Адрес', en: 'Address' }, hint: null },
    subject: { kind: 'line', label: { kk: 'Тақырыбы', ru: 'Тема', en: 'Subject' }, hint: null },
    established: {
      kind: 'prose',
      label: { kk: 'Анықталған мән-жайлар', ru: 'Установленные обстоятельства', en: 'Facts established' },
      hint: {
        kk: 'Өтініштің әр дәлелін растайтын немесе теріске шығаратын нақты фактілерді жазыңыз',
        ru: 'Приведите конкретные факты, которые подтверждают или опровергают каждый довод обращения',
        en: 'Give the specific facts that confirm or refute each argument of the appeal',
      },
    },
    ground: {
      kind: 'prose',
      label: { kk: 'Құқықтық негіз', ru: 'Правовое основание', en: 'Legal ground' },
      hint: {
        kk: 'Заңның атауы мен бабын көрсетіңіз',
        ru: 'Укажите название закона и статью',
        en: 'Name the law and its article',
      },
    },
    outcome: {
      kind: 'prose',
      label: { kk: 'Өтінішті қарау нәтижесі', ru: 'Результат рассмотрения', en: 'Outcome' },
      hint: {
        kk: 'Қабылданған шешім мен оның себебі',
        ru: 'Принятое решение и его мотивы',
        en: 'The decision and its reasons',
      },
    },
  },
  words,
  compose: (it, say: Words, setting, language) => ({
    layout: 'letter',
    ...frame(setting, language),
    title: it.subject,
    marks: [
      `${say.number}: ${setting.number ?? say.noNumber}`,
      ...(setting.on ? [`${say.day}: ${dated(setting.on, language)}`] : []),
      ...(setting.answers ? [say.answers(setting.answers.number, dated(setting.answers.on, language))] : []),
    ],
    addressee: it.address ? [it.addressee, it.address] : [it.addressee],
    subject: it.subject,
    parts: [
      { heading: null, paragraphs: [say.opening] },
      { heading: say.established, paragraphs: paragraphsOf(it.established) },
      { heading: say.ground, paragraphs: paragraphsOf(it.ground) },
      { heading: say.outcome, paragraphs: paragraphsOf(it.outcome) },
      { heading: say.complaint, paragraphs: [say.complaintText(setting.complaintMonths)] },
    ],
    signatory: setting.signatory && {
      post: setting.signatory.post[language],
      name: setting.signatory.name[language],
    },
    signed: signedLine(setting, language),
    executor: setting.executor
      ? [
          `${say.executor}: ${setting.executor.name[language]}`,
          ...(setting.executor.contact ? [setting.executor.contact] : []),
        ]
      : [],
    running: setting.number ?? say.draft,
    page: say.page,
    watermark: setting.draft ? say.draft : null,
  }),
})
