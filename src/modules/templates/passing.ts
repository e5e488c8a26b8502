// Papers by which an appeal goes on to another body, whole or in part, and the applicant hears of it on the same day
// (Administrative Procedural and Process-Related Code, articles 65 and 91; domain facts 2.1).
import {
  askLine,
  askProse,
  enclosures,
  established,
  ground,
  maybeAskProse,
  maybeEnclosures,
  toApplicant,
  toBody,
} from './asked.ts'
import { letter, says, shows } from './letter.ts'

const substance = askProse(
  { kk: 'Өтініштің мәні', ru: 'Суть обращения', en: 'Substance of the appeal' },
  {
    kk: 'Өтініш берушінің дәлелдері мен сұрағанын қысқаша жазыңыз',
    ru: 'Кратко изложите доводы и просьбу заявителя',
    en: 'Give the arguments and the demand of the applicant in brief',
  },
)

const part = maybeAskProse(
  { kk: 'Қай бөлігі жіберіледі', ru: 'Какая часть перенаправляется', en: 'Part that is forwarded' },
  {
    kk: 'Өтініш толық жіберілсе, бос қалдырыңыз',
    ru: 'Оставьте пустым, если обращение перенаправляется целиком',
    en: 'Leave empty if the whole appeal is forwarded',
  },
)

export const forwarding = letter({
  name: 'forwarding',
  title: { kk: 'Өтінішті қайта жіберу', ru: 'Перенаправление обращения', en: 'Forwarding of an appeal' },
  clauses: ['6.23', '15'],
  series: '7-8',
  agreedBy: ['deputy'],
  answering: 'appeal',
  asks: { ...toBody, substance, ground, part },
  body: [
    says((_, { part: piece }) =>
      piece
        ? {
            kk: 'Ішкі қауіпсіздік бөлімі өзіне түскен өтініштің Сіздердің құзыреттеріңізге жататын бөлігін қарау үшін жібереді.',
            ru: 'Отдел внутренней безопасности направляет для рассмотрения поступившее обращение в части, относящейся к Вашей компетенции.',
            en: 'The Internal Security Department forwards for consideration the part of an appeal that falls within your competence.',
          }
        : {
            kk: 'Ішкі қауіпсіздік бөлімі өзіне түскен өтінішті құзыретіңізге сәйкес қарау үшін жібереді.',
            ru: 'Отдел внутренней безопасности направляет поступившее обращение для рассмотрения по компетенции.',
            en: 'The Internal Security Department forwards an appeal that it has received for consideration within your competence.',
          },
    ),
    shows('substance'),
    shows('part', { kk: 'Жіберілетін бөлігі', ru: 'Перенаправляемая часть', en: 'Part forwarded' }),
    shows('ground'),
    says({
      kk: 'Қарау нәтижесі туралы заңда белгіленген мерзімде өтініш берушіге жауап беруді және жауаптың көшірмесін Ішкі қауіпсіздік бөліміне жіберуді сұраймыз. Өтініш беруші қайта жіберу туралы осы күні хабардар етілді.',
      ru: 'Просим дать ответ заявителю в установленный законом срок и направить копию ответа в Отдел внутренней безопасности. Заявитель о перенаправлении уведомлён одновременно.',
      en: 'Please answer the applicant within the term set by law and send a copy of the answer to the Internal Security Department. The applicant has been notified of the forwarding at the same time.',
    }),
  ],
})

export const forwardingNotice = letter({
  name: 'forwarding-notice',
  title: {
    kk: 'Өтініштің қайта жіберілгені туралы хабарлама',
    ru: 'Уведомление о перенаправлении обращения',
    en: 'Notice of the forwarding of an appeal',
  },
  clauses: ['6.23', '15'],
  series: '7-8',
  agreedBy: ['deputy'],
  answering: 'own appeal',
  asks: {
    ...toApplicant,
    body: askLine(
      { kk: 'Қай органға жіберілді', ru: 'Какому органу направлено', en: 'Body to which it was sent' },
      { kk: 'Органның толық атауы', ru: 'Полное наименование органа', en: 'Full name of the body' },
    ),
    ground,
    part,
  },
  body: [
    says((_, { part: piece }) =>
      piece
        ? {
            kk: 'Сіздің өтінішіңіздегі кейбір мәселелерді шешу Ішкі қауіпсіздік бөлімінің құзыретіне жатпайды. Сондықтан өтінішіңіз төменде көрсетілген бөлігінде құзыретті органға жіберілді.',
            ru: 'Решение некоторых вопросов Вашего обращения не относится к компетенции Отдела внутренней безопасности. Поэтому обращение в указанной ниже части направлено компетентному органу.',
            en: 'Some questions of your appeal are outside the competence of the Internal Security Department. The part named below has therefore been sent to the competent body.',
          }
        : {
            kk: 'Сіздің өтінішіңізде көтерілген мәселелерді шешу Ішкі қауіпсіздік бөлімінің құзыретіне жатпайды. Сондықтан өтінішіңіз құзыретті органға жіберілді.',
            ru: 'Решение вопросов, поставленных в Вашем обращении, не относится к компетенции Отдела внутренней безопасности. Поэтому обращение направлено компетентному органу.',
            en: 'The questions of your appeal are outside the competence of the Internal Security Department. It has therefore been sent to the competent body.',
          },
    ),
    shows('body', { kk: 'Өтініш жіберілген орган', ru: 'Кому направлено', en: 'Sent to' }),
    shows('part', { kk: 'Жіберілген бөлігі', ru: 'Перенаправленная часть', en: 'Part forwarded' }),
    shows('ground'),
    says((_, { part: piece }) =>
      piece
        ? {
            kk: 'Осы бөлігі бойынша жауапты Сізге аталған орган береді. Қалған мәселелер бойынша жауапты Ішкі қауіпсіздік бөлімі жеке жібереді.',
            ru: 'Ответ в этой части Вам даст названный орган. По остальным вопросам Отдел внутренней безопасности направит отдельный ответ.',
            en: 'The body named will answer you on that part. On the other questions the Internal Security Department will send you a separate answer.',
          }
        : {
            kk: 'Өтінішті қарау нәтижесі туралы жауапты Сізге аталған орган береді.',
            ru: 'Ответ о результатах рассмотрения Вам даст названный орган.',
            en: 'The body named will answer you on the outcome.',
          },
    ),
  ],
})

export const complaintPass = letter({
  name: 'complaint-pass',
  title: {
    kk: 'Шағымды жоғары тұрған органға беру',
    ru: 'Передача жалобы в вышестоящий орган',
    en: 'Passing of a complaint to the higher body',
  },
  clauses: ['6.23', '15'],
  series: '7-9',
  agreedBy: ['deputy'],
  answering: 'appeal',
  asks: {
    ...toBody,
    substance: {
      ...substance,
      label: { kk: 'Шағымның мәні', ru: 'Суть жалобы', en: 'Substance of the complaint' },
    },
    enclosures,
  },
  body: [
    says({
      kk: 'Ішкі қауіпсіздік бөлімі өзінің шешіміне келтірілген шағымды әкімшілік істің материалдарымен бірге қарау үшін жолдайды.',
      ru: 'Отдел внутренней безопасности направляет для рассмотрения жалобу на своё решение вместе с материалами административного дела.',
      en: 'The Internal Security Department passes on for consideration a complaint against its decision, with the materials of the administrative case.',
    }),
    shows('substance'),
    shows('enclosures'),
  ],
})

export const crimeTransfer = letter({
  name: 'crime-transfer',
  title: {
    kk: 'Қылмыстық құқық бұзушылық белгілері бар материалдарды беру',
    ru: 'Передача материалов с признаками уголовного правонарушения',
    en: 'Transfer of materials with signs of a criminal offence',
  },
  clauses: ['6.17', '6.23', '15'],
  series: '7-10',
  agreedBy: ['deputy'],
  answering: 'appeal',
  asks: {
    ...toBody,
    established,
    signs: askProse(
      {
        kk: 'Қылмыстық құқық бұзушылық белгілері',
        ru: 'Признаки уголовного правонарушения',
        en: 'Signs of a criminal offence',
      },
      {
        kk: 'Қандай әрекетте қандай белгілер бар екенін және Қылмыстық кодекстің бабын жазыңыз',
        ru: 'Укажите, в каких действиях какие признаки усматриваются, и статью Уголовного кодекса',
        en: 'Say which signs appear in which acts, and the article of the Criminal Code',
      },
    ),
    enclosures: maybeEnclosures,
  },
  body: [
    says({
      kk: 'Ішкі қауіпсіздік бөліміне түскен өтініште қылмыстық құқық бұзушылық белгілері бар мәліметтер анықталды. Материалдар заңда белгіленген тәртіппен шешім қабылдау үшін жіберіледі.',
      ru: 'В обращении, поступившем в Отдел внутренней безопасности, выявлены сведения с признаками уголовного правонарушения. Материалы направляются для принятия решения в установленном законом порядке.',
      en: 'An appeal received by the Internal Security Department contains information with signs of a criminal offence. The materials are sent for a decision in the manner established by law.',
    }),
    shows('established'),
    shows('signs'),
    shows('enclosures'),
    says({
      kk: 'Тіркеу нөмірін (АЕК, СДТБТ) және қабылданған шешімді Ішкі қауіпсіздік бөліміне хабарлауды сұраймыз.',
      ru: 'Просим сообщить в Отдел внутренней безопасности номер регистрации (КУИ, ЕРДР) и принятое решение.',
      en: 'Please inform the Internal Security Department of the registration number (KUI, ERDR) and of the decision taken.',
    }),
  ],
})
