// The answer to an appeal: motivated, in the language of the appeal, with the law, the facts and the right of complaint
// (Administrative Procedural and Process-Related Code, articles 76 and 91; domain facts 2.1).
import { askProse, established, ground, toApplicant } from './asked.ts'
import { complaint } from './complaint.ts'
import { letter, says, shows } from './letter.ts'

export const reply = letter({
  name: 'reply',
  title: { kk: 'Өтінішке жауап', ru: 'Ответ на обращение', en: 'Reply to an appeal' },
  clauses: ['6.23', '15'],
  series: '7-7',
  agreedBy: ['deputy'],
  answering: 'own appeal',
  asks: {
    ...toApplicant,
    established: {
      ...established,
      hint: {
        kk: 'Өтініштің әр дәлелін растайтын немесе теріске шығаратын нақты фактілерді жазыңыз',
        ru: 'Приведите конкретные факты, которые подтверждают или опровергают каждый довод обращения',
        en: 'Give the specific facts that confirm or refute each argument of the appeal',
      },
    },
    ground,
    outcome: askProse(
      { kk: 'Өтінішті қарау нәтижесі', ru: 'Результат рассмотрения', en: 'Outcome' },
      {
        kk: 'Қабылданған шешім мен оның себебі',
        ru: 'Принятое решение и его мотивы',
        en: 'The decision and its reasons',
      },
    ),
  },
  body: [
    says({
      kk: 'Ішкі қауіпсіздік бөлімі Сіздің өтінішіңізді қарап, төмендегіні хабарлайды.',
      ru: 'Отдел внутренней безопасности рассмотрел Ваше обращение и сообщает следующее.',
      en: 'The Internal Security Department has considered your appeal and informs you of the following.',
    }),
    shows('established'),
    shows('ground'),
    shows('outcome'),
    complaint,
  ],
})
