// What the applicant is told on the way: longer term, return, preliminary decision, the routes against a judgment, termination
// (Administrative Procedural and Process-Related Code, articles 65, 73 and 76; domain facts 2.1).
import { askDay, askProse, ground, reason, toApplicant } from './asked.ts'
import { complaint } from './complaint.ts'
import { letter, says, shows } from './letter.ts'

/** What all of them share: they go to the applicant, on his or her own appeal. */
const notice = { clauses: ['6.23', '15'], series: '7-7', agreedBy: ['deputy'], answering: 'own appeal' } as const

export const extensionNotice = letter({
  ...notice,
  name: 'extension-notice',
  title: {
    kk: 'Өтінішті қарау мерзімінің ұзартылғаны туралы хабарлама',
    ru: 'Уведомление о продлении срока рассмотрения обращения',
    en: 'Notice of the extension of the term of an appeal',
  },
  asks: {
    ...toApplicant,
    reason: {
      ...reason,
      hint: {
        kk: 'Қандай мән-жайларды анықтау қажет екенін жазыңыз',
        ru: 'Укажите, какие обстоятельства необходимо установить',
        en: 'Say which facts have to be established',
      },
    },
    until: askDay({ kk: 'Жаңа мерзім', ru: 'Новый срок', en: 'New term' }),
  },
  body: [
    says({
      kk: 'Ішкі қауіпсіздік бөлімі Сіздің өтінішіңізді қарау мерзімі ұзартылғанын хабарлайды.',
      ru: 'Отдел внутренней безопасности сообщает о продлении срока рассмотрения Вашего обращения.',
      en: 'The Internal Security Department informs you that the term for considering your appeal has been extended.',
    }),
    shows('reason', { kk: 'Мерзімді ұзарту себебі', ru: 'Причина продления', en: 'Reason for the extension' }),
    shows('until', { kk: 'Қараудың жаңа мерзімі', ru: 'Новый срок рассмотрения', en: 'New term of consideration' }),
  ],
})

export const returnNotice = letter({
  ...notice,
  name: 'return-notice',
  title: {
    kk: 'Өтініштің қайтарылғаны туралы хабарлама',
    ru: 'Уведомление о возврате обращения',
    en: 'Notice of the return of an appeal',
  },
  asks: {
    ...toApplicant,
    reason: {
      ...reason,
      hint: {
        kk: 'Өтініште не жетіспейтінін жазыңыз',
        ru: 'Укажите, чего не хватает в обращении',
        en: 'Say what the appeal lacks',
      },
    },
    ground,
  },
  body: [
    says({
      kk: 'Ішкі қауіпсіздік бөлімі Сіздің өтінішіңізді қараусыз қайтарады.',
      ru: 'Отдел внутренней безопасности возвращает Ваше обращение без рассмотрения.',
      en: 'The Internal Security Department returns your appeal without considering it.',
    }),
    shows('reason', { kk: 'Қайтару себебі', ru: 'Причина возврата', en: 'Reason for the return' }),
    shows('ground'),
    says({
      kk: 'Осы кемшіліктерді жойғаннан кейін Сіз қайтадан өтініш бере аласыз.',
      ru: 'После устранения этих недостатков Вы вправе обратиться вновь.',
      en: 'Once this has been put right, you may lodge the appeal again.',
    }),
    complaint,
  ],
})

export const preliminaryDecision = letter({
  ...notice,
  name: 'preliminary-decision',
  title: {
    kk: 'Алдын ала шешім және тыңдауға шақыру',
    ru: 'Предварительное решение и приглашение на заслушивание',
    en: 'Preliminary decision and invitation to a hearing',
  },
  asks: {
    ...toApplicant,
    decision: askProse(
      { kk: 'Алдын ала шешім', ru: 'Предварительное решение', en: 'Preliminary decision' },
      {
        kk: 'Қандай шешім қабылданбақ және оның уәждері',
        ru: 'Какое решение предполагается принять и его мотивы',
        en: 'The decision that is intended, and its reasons',
      },
    ),
    ground,
    hearing: askProse(
      {
        kk: 'Тыңдау және қарсылық білдіру тәртібі',
        ru: 'Заслушивание и порядок подачи возражений',
        en: 'Hearing and how to object',
      },
      {
        kk: 'Тыңдаудың күні, уақыты мен орны; қарсылық қалай және қай мерзімге дейін беріледі',
        ru: 'День, время и место заслушивания; как и до какого срока подать возражения',
        en: 'Day, hour and place of the hearing; how and until when to object',
      },
    ),
  },
  body: [
    says({
      kk: 'Ішкі қауіпсіздік бөлімі Сізді өтініш бойынша алдын ала шешіммен таныстырады. Түпкілікті шешім Сіздің ұстанымыңыз тыңдалғаннан кейін қабылданады.',
      ru: 'Отдел внутренней безопасности знакомит Вас с предварительным решением по обращению. Окончательное решение будет принято после заслушивания Вашей позиции.',
      en: 'The Internal Security Department makes known to you its preliminary decision. The final decision will be taken once your position has been heard.',
    }),
    shows('decision'),
    shows('ground'),
    shows('hearing'),
  ],
})

export const routesExplained = letter({
  ...notice,
  name: 'routes-explained',
  title: {
    kk: 'Сот актісіне шағым жасау тәртібін түсіндіру',
    ru: 'Разъяснение порядка обжалования судебного акта',
    en: 'Explanation of how a judgment is appealed against',
  },
  asks: {
    ...toApplicant,
    judgment: askProse(
      { kk: 'Сот актісі', ru: 'Судебный акт', en: 'Judgment' },
      {
        kk: 'Сот, істің нөмірі, актінің күні және өтініш беруші немен келіспейтіні',
        ru: 'Суд, номер дела, дата акта и с чем не согласен заявитель',
        en: 'Court, number of the case, day of the judgment and what the applicant disputes',
      },
    ),
    routes: askProse(
      { kk: 'Шағым жасау тәртібі', ru: 'Порядок обжалования', en: 'Routes of appeal' },
      {
        kk: 'Қай сотқа, қандай мерзімде және қандай заң бойынша шағым жасауға болады',
        ru: 'В какой суд, в какой срок и по какому закону можно подать жалобу',
        en: 'To which court, within which term and under which law one may appeal',
      },
    ),
  },
  body: [
    says({
      kk: 'Ішкі қауіпсіздік бөлімі Сіздің өтінішіңізді қарап, төмендегіні хабарлайды.',
      ru: 'Отдел внутренней безопасности рассмотрел Ваше обращение и сообщает следующее.',
      en: 'The Internal Security Department has considered your appeal and informs you of the following.',
    }),
    shows('judgment'),
    says({
      kk: 'Сот актісінің заңдылығы мен негізділігін тек жоғары тұрған сот процестік заңда белгіленген тәртіппен тексереді. Ішкі қауіпсіздік бөлімі сот төрелігін жүзеге асыруға араласпайды және сот актілерін қайта қарамайды.',
      ru: 'Законность и обоснованность судебного акта проверяет только вышестоящий суд в порядке, установленном процессуальным законом. Отдел внутренней безопасности не вмешивается в отправление правосудия и не пересматривает судебные акты.',
      en: 'Only a higher court reviews whether a judgment is lawful and well founded, in the manner established by procedural law. The Internal Security Department does not interfere in the administration of justice and does not review judgments.',
    }),
    shows('routes'),
    complaint,
  ],
})

export const terminationNotice = letter({
  ...notice,
  name: 'termination-notice',
  title: {
    kk: 'Өтінішті қараудың тоқтатылғаны туралы хабарлама',
    ru: 'Уведомление о прекращении рассмотрения обращения',
    en: 'Notice of the termination of an appeal',
  },
  asks: { ...toApplicant, reason, ground },
  body: [
    says({
      kk: 'Ішкі қауіпсіздік бөлімі Сіздің өтінішіңіз бойынша әкімшілік рәсім тоқтатылғанын хабарлайды.',
      ru: 'Отдел внутренней безопасности сообщает о прекращении административной процедуры по Вашему обращению.',
      en: 'The Internal Security Department informs you that the administrative procedure on your appeal has been terminated.',
    }),
    shows('reason', { kk: 'Тоқтату себебі', ru: 'Причина прекращения', en: 'Reason for the termination' }),
    shows('ground'),
    complaint,
  ],
})
