// Kinds, states, channels and ends of an appeal in three languages; shared by the server, the staff web and the public page.
import type { Text } from '../../kernel/text.ts'

export const appealKinds = ['application', 'complaint', 'report', 'proposal', 'response', 'inquiry'] as const
export type AppealKind = (typeof appealKinds)[number]

export const kindTitles: Readonly<Record<AppealKind, Text>> = {
  application: { kk: 'Өтініш', ru: 'Заявление', en: 'Application' },
  complaint: { kk: 'Шағым', ru: 'Жалоба', en: 'Complaint' },
  report: { kk: 'Хабар', ru: 'Сообщение', en: 'Report' },
  proposal: { kk: 'Ұсыныс', ru: 'Предложение', en: 'Proposal' },
  response: { kk: 'Үн қосу', ru: 'Отклик', en: 'Response' },
  inquiry: { kk: 'Сұрау салу', ru: 'Запрос', en: 'Inquiry' },
}

export const appealStates = [
  'received',
  'registered',
  'assigned',
  'working',
  'offered',
  'answered',
  'delivered',
  'closed',
  'redirected',
  'forwarded',
  'returned',
  'withdrawn',
  'transferred',
] as const
export type AppealState = (typeof appealStates)[number]

export const stateTitles: Readonly<Record<AppealState, Text>> = {
  received: { kk: 'Түсті', ru: 'Поступило', en: 'Received' },
  registered: { kk: 'Тіркелді', ru: 'Зарегистрировано', en: 'Registered' },
  assigned: { kk: 'Орындаушыда', ru: 'У исполнителя', en: 'Assigned' },
  working: { kk: 'Қаралуда', ru: 'Рассматривается', en: 'In work' },
  offered: { kk: 'Жауап қол қоюда', ru: 'Ответ на подписи', en: 'Reply awaits signature' },
  answered: { kk: 'Жауапқа қол қойылды', ru: 'Ответ подписан', en: 'Reply signed' },
  delivered: { kk: 'Жауап берілді', ru: 'Ответ дан', en: 'Answered' },
  closed: { kk: 'Қараусыз жабылды', ru: 'Закрыто без рассмотрения', en: 'Closed without consideration' },
  redirected: { kk: 'Құзыретті органға жіберілді', ru: 'Направлено компетентному органу', en: 'Redirected' },
  forwarded: { kk: 'Құзыреті бойынша қайта жіберілді', ru: 'Перенаправлено по компетенции', en: 'Forwarded' },
  returned: { kk: 'Мәні жоқ болғандықтан қайтарылды', ru: 'Возвращено без рассмотрения по существу', en: 'Returned' },
  withdrawn: { kk: 'Өтініш беруші қайтарып алды', ru: 'Отозвано заявителем', en: 'Withdrawn' },
  transferred: { kk: 'Қылмыс белгілері бойынша берілді', ru: 'Передано по признакам преступления', en: 'Handed over' },
}

/** How far the work on it has come, in the assignee's own word. */
export const workStages = ['studying', 'documents', 'awaiting', 'checking', 'hearing', 'drafting', 'agreeing'] as const
export type WorkStage = (typeof workStages)[number]

export const stageTitles: Readonly<Record<WorkStage, Text>> = {
  studying: { kk: 'Зерделеуде', ru: 'Изучается', en: 'Being studied' },
  documents: { kk: 'Құжаттар күтілуде', ru: 'Ожидаются документы', en: 'Waiting for documents' },
  awaiting: { kk: 'Органның жауабы күтілуде', ru: 'Ожидается ответ органа', en: 'Waiting for a body to answer' },
  checking: { kk: 'Тексеру жүргізілуде', ru: 'Идёт проверка', en: 'Being checked' },
  hearing: { kk: 'Тыңдауда', ru: 'Идёт заслушивание', en: 'Being heard' },
  drafting: { kk: 'Жауап дайындалуда', ru: 'Готовится ответ', en: 'Reply being drafted' },
  agreeing: { kk: 'Жауап келісілуде', ru: 'Ответ согласуется', en: 'Reply being agreed' },
}

export const channels = ['portal', 'paper', 'oral', 'system'] as const
export type Channel = (typeof channels)[number]

export const channelTitles: Readonly<Record<Channel, Text>> = {
  portal: { kk: 'Қоғамдық бет', ru: 'Общедоступная страница', en: 'Public page' },
  paper: { kk: 'Қағаз түрінде', ru: 'На бумаге', en: 'On paper' },
  oral: { kk: 'Ауызша, хаттамаланған', ru: 'Устно, с протоколом', en: 'By word of mouth, with a protocol' },
  system: { kk: 'Мемлекеттік жүйеден', ru: 'Из государственной системы', en: 'From the state system' },
}

/** What whoever spoke says of what was written down and read back. */
export const agreements = ['agreed', 'remarks'] as const
export type Agreement = (typeof agreements)[number]

export const agreementTitles: Readonly<Record<Agreement, Text>> = {
  agreed: {
    kk: 'Мәтін оқып берілді, өтініш беруші келісті',
    ru: 'Текст зачитан, заявитель согласен',
    en: 'The text was read back, the applicant agrees',
  },
  remarks: {
    kk: 'Мәтін оқып берілді, өтініш берушінің ескертпесі бар',
    ru: 'Текст зачитан, у заявителя есть замечания',
    en: 'The text was read back, the applicant has remarks',
  },
}

export const languageTitles: Readonly<Record<'kk' | 'ru' | 'en', Text>> = {
  kk: { kk: 'қазақша', ru: 'казахский', en: 'Kazakh' },
  ru: { kk: 'орысша', ru: 'русский', en: 'Russian' },
  en: { kk: 'ағылшынша', ru: 'английский', en: 'English' },
}

/** How an appeal was answered; the statutory form counts by these. */
export const appealResults = ['satisfied', 'partly', 'refused', 'explained', 'terminated'] as const
export type AppealResult = (typeof appealResults)[number]

export const resultTitles: Readonly<Record<AppealResult, Text>> = {
  satisfied: { kk: 'Қанағаттандырылды', ru: 'Удовлетворено', en: 'Satisfied' },
  partly: { kk: 'Ішінара қанағаттандырылды', ru: 'Удовлетворено частично', en: 'Satisfied in part' },
  refused: { kk: 'Қанағаттандырудан бас тартылды', ru: 'Отказано в удовлетворении', en: 'Refused' },
  explained: { kk: 'Түсіндірме берілді', ru: 'Дано разъяснение', en: 'Explained' },
  terminated: { kk: 'Қарау тоқтатылды', ru: 'Рассмотрение прекращено', en: 'Terminated' },
}

/** What the applicant reads of the state: no inner step, no name of an employee. */
export const publicStates = [
  'received',
  'registered',
  'considered',
  'answered',
  'closed',
  'redirected',
  'forwarded',
  'returned',
  'withdrawn',
  'transferred',
] as const
export type PublicState = (typeof publicStates)[number]

export const publicStateTitles: Readonly<Record<PublicState, Text>> = {
  received: { kk: 'Өтініш түсті', ru: 'Обращение поступило', en: 'The appeal has arrived' },
  registered: { kk: 'Өтініш тіркелді', ru: 'Обращение зарегистрировано', en: 'The appeal is registered' },
  considered: { kk: 'Өтініш қаралып жатыр', ru: 'Обращение рассматривается', en: 'The appeal is being considered' },
  answered: { kk: 'Жауап дайын', ru: 'Ответ готов', en: 'The reply is ready' },
  closed: {
    kk: 'Анонимді өтініш қараусыз жабылды',
    ru: 'Анонимное обращение закрыто без рассмотрения',
    en: 'The anonymous appeal was closed without consideration',
  },
  redirected: {
    kk: 'Хабар құзыретті органға жіберілді',
    ru: 'Сообщение направлено компетентному органу',
    en: 'The report was sent to the competent body',
  },
  forwarded: {
    kk: 'Өтініш құзыретті органға қайта жіберілді',
    ru: 'Обращение перенаправлено по компетенции',
    en: 'The appeal was forwarded to the competent body',
  },
  returned: { kk: 'Өтініш қайтарылды', ru: 'Обращение возвращено', en: 'The appeal was returned' },
  withdrawn: {
    kk: 'Өтінішті өзіңіз қайтарып алдыңыз',
    ru: 'Вы отозвали обращение',
    en: 'You withdrew the appeal',
  },
  transferred: {
    kk: 'Өтініш құқық қорғау органына берілді',
    ru: 'Обращение передано правоохранительному органу',
    en: 'The appeal was handed to law enforcement',
  },
}

/** The sentence under the state: what happens next and what the applicant may do. */
export const publicStateWords: Readonly<Record<PublicState, Text>> = {
  received: {
    kk: 'Өтінішіңіз сақталды. Оны тіркеуден бас тартуға болмайды: ең кешігі келесі жұмыс күні тіркеледі.',
    ru: 'Ваше обращение сохранено. Отказать в регистрации нельзя: оно будет зарегистрировано не позднее следующего рабочего дня.',
    en: 'Your appeal is stored. Registration cannot be refused: it will be registered on the next working day at the latest.',
  },
  registered: {
    kk: 'Өтінішіңізге нөмір берілді. Енді оны қарайтын қызметкер тағайындалады.',
    ru: 'Вашему обращению присвоен номер. Теперь будет назначен работник, который его рассмотрит.',
    en: 'Your appeal has its number. An employee who will consider it is being appointed.',
  },
  considered: {
    kk: 'Қызметкер өтінішіңізді қарап жатыр. Осы жерде қосымша мәлімет жаза аласыз.',
    ru: 'Работник рассматривает Ваше обращение. Здесь Вы можете дополнить его.',
    en: 'An employee is considering your appeal. You can add to it here.',
  },
  answered: {
    kk: 'Өтінішіңіз қаралды, қол қойылған жауапты төменнен ашасыз. Келіспесеңіз, жауапта шағым жасау тәртібі жазылған.',
    ru: 'Обращение рассмотрено, подписанный ответ открывается ниже. Если Вы не согласны, порядок обжалования указан в ответе.',
    en: 'Your appeal has been considered; open the signed reply below. If you disagree, the reply says how to complain.',
  },
  closed: {
    kk: 'Авторы көрсетілмеген өтініш заң бойынша қаралмайды. Аты-жөніңізді көрсетіп, жаңа өтініш бере аласыз.',
    ru: 'По закону обращение без указания автора не рассматривается. Вы можете подать новое, указав своё имя.',
    en: 'By law an appeal without its author is not considered. You may hand in a new one with your name.',
  },
  redirected: {
    kk: 'Мәлімет қылмыс немесе қауіп туралы болғандықтан, құзыретті органға дереу жіберілді.',
    ru: 'Поскольку сведения касаются преступления или угрозы, они сразу направлены компетентному органу.',
    en: 'As the report tells of a crime or a threat, it went to the competent body at once.',
  },
  forwarded: {
    kk: 'Мәселе біздің құзыретімізге жатпайды. Қайда жіберілгені төменде жазылған, жауапты сол орган береді.',
    ru: 'Вопрос не в нашей компетенции. Ниже указано, куда направлено обращение; ответит этот орган.',
    en: 'The matter is outside our competence. Below it says where the appeal went; that body will answer.',
  },
  returned: {
    kk: 'Өтініштің мәні көрсетілмеген. Не болғанын жазып, жаңа өтініш бере аласыз.',
    ru: 'В обращении не изложена суть. Вы можете подать новое, указав, что произошло.',
    en: 'The appeal does not say what it is about. You may hand in a new one that tells what happened.',
  },
  withdrawn: {
    kk: 'Қарау тоқтатылды. Қажет болса, кез келген уақытта жаңа өтініш бере аласыз.',
    ru: 'Рассмотрение прекращено. При необходимости Вы можете подать новое обращение в любое время.',
    en: 'The consideration has ended. You may hand in a new appeal at any time.',
  },
  transferred: {
    kk: 'Мәліметте қылмыс белгілері бар. Қайда берілгені төменде жазылған, шешімді сол орган қабылдайды.',
    ru: 'В сведениях есть признаки преступления. Ниже указано, куда они переданы; решение примет этот орган.',
    en: 'The report shows signs of a crime. Below it says where it went; that body will decide.',
  },
}
