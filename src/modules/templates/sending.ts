// Letters of the Department's own: a proposal to the principals (clause 5.1) and the cover letter of what is sent.
import { askLine, askProse, enclosures, subject, toBody } from './asked.ts'
import { letter, shows } from './letter.ts'

export const proposal = letter({
  name: 'proposal',
  title: { kk: 'Басшылыққа ұсыныс', ru: 'Предложение руководству', en: 'Proposal to the principals' },
  clauses: ['5.1', '15'],
  series: '7-13',
  agreedBy: ['deputy'],
  answering: 'record',
  called: { kk: 'Ұсыныс', ru: 'Предложение', en: 'Proposal' },
  asks: {
    addressee: askLine(
      { kk: 'Кімге', ru: 'Кому', en: 'To' },
      {
        kk: 'Жоғарғы Соттың Төрағасы немесе Сот әкімшілігінің басшысы',
        ru: 'Председатель Верховного Суда или руководитель Судебной администрации',
        en: 'The Chairman of the Supreme Court or the Head of the Court Administration',
      },
    ),
    subject,
    situation: askProse(
      { kk: 'Қалыптасқан жағдай', ru: 'Сложившееся положение', en: 'Present situation' },
      {
        kk: 'Нақты деректер мен олардан туындайтын мәселе',
        ru: 'Конкретные данные и вытекающая из них проблема',
        en: 'The facts and the problem that follows from them',
      },
    ),
    proposed: askProse(
      { kk: 'Ұсынылатын шаралар', ru: 'Предлагаемые меры', en: 'What is proposed' },
      {
        kk: 'Әр шара, оны орындаушы және мерзімі',
        ru: 'Каждая мера, её исполнитель и срок',
        en: 'Each measure, who carries it out and by when',
      },
    ),
    effect: askProse({ kk: 'Күтілетін нәтиже', ru: 'Ожидаемый результат', en: 'Expected effect' }),
  },
  body: [shows('situation'), shows('proposed'), shows('effect')],
})

export const coverLetter = letter({
  name: 'cover-letter',
  title: { kk: 'Ілеспе хат', ru: 'Сопроводительное письмо', en: 'Cover letter' },
  clauses: ['5.14', '15'],
  series: '7-18',
  agreedBy: [],
  answering: 'record',
  asks: { ...toBody, text: askProse({ kk: 'Мәтіні', ru: 'Текст', en: 'Text' }), enclosures },
  body: [shows('text', null), shows('enclosures')],
})
