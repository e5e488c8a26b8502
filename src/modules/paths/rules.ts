// Who may open which path of the law, and what stands against it. Which appeals one sees at all is the database's scope.
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import { appealRules, type Appeal } from '../appeals/index.ts'

export const { works, leads, registers, reads, isHouse, isFinished } = appealRules

/** Codes of the posts that may lengthen a term, whoever else leads. */
export const decides = permit<Appeal>(
  '6.23',
  { kk: 'меңгеруші немесе оның орынбасары', ru: 'заведующий или его заместитель', en: 'the head or the deputy' },
  (actor) => actor.powers.has('paths.decide'),
)

export const holdsCode = permit<void>(
  '6.23',
  { kk: 'құпия коды бар өтініш беруші', ru: 'заявитель с секретным кодом', en: 'the applicant with the code' },
  (actor) => actor.kind === 'public' && Boolean(actor.receipt),
)

const has =
  (...names: readonly string[]) =>
  (_: Actor, it: Appeal): boolean =>
    names.some((name) => it.openPaths.includes(name))
const lacks =
  (...names: readonly string[]) =>
  (_: Actor, it: Appeal): boolean =>
    names.every((name) => !it.openPaths.includes(name))

export const notRegistered = forbid<Appeal>(
  '6.23',
  {
    kk: 'Алдымен өтінішті тіркеу керек.',
    ru: 'Сначала обращение должно быть зарегистрировано.',
    en: 'The appeal must be registered first.',
  },
  (_, it) => it.number === null,
  'appeals.register',
)

export const anonymousHasItsRule = forbid<Appeal>(
  '6.23',
  {
    kk: 'Анонимді өтініштің өз тәртібі бар: ол қараусыз жабылады немесе құзыретті органға дереу жіберіледі.',
    ru: 'У анонимного обращения свой порядок: оно закрывается без рассмотрения или сразу направляется компетентному органу.',
    en: 'An anonymous appeal has its own rule: it is closed without consideration or sent to the competent body at once.',
  },
  (_, it) => it.anonymous && it.anonymousRule !== 'all',
)

export const termHasRun = forbid<Appeal>(
  '6.23',
  {
    kk: 'Мерзім өтіп кеткен: оны аяқталғанға дейін ғана ұзартуға болады.',
    ru: 'Срок уже истёк: продлить его можно только до окончания.',
    en: 'The term has run out: it can be extended only before its end.',
  },
  (_, it, { today }) => today > it.dueOn,
)

export const isAsked = forbid<Appeal>(
  '6.23',
  {
    kk: 'Мерзімді ұзарту бұрын сұралған, меңгерушінің немесе орынбасарының шешімі күтілуде.',
    ru: 'О продлении уже попросили, ожидается решение заведующего или заместителя.',
    en: 'An extension has been asked for and awaits the decision of the head or the deputy.',
  },
  has('extension:asked'),
)

export const notAsked = forbid<Appeal>(
  '6.23',
  { kk: 'Мерзімді ұзарту сұралмаған.', ru: 'О продлении не просили.', en: 'No extension was asked for.' },
  lacks('extension:asked'),
)

export const isForwarding = forbid<Appeal>(
  '6.23',
  {
    kk: 'Өтінішті қайта жіберу басталған: хат пен хабарламаға қол қойылуын күтіңіз.',
    ru: 'Перенаправление уже начато: дождитесь подписания письма и уведомления.',
    en: 'Forwarding has begun: the letter and the notice await signature.',
  },
  has('forwarding'),
)

export const isEnding = forbid<Appeal>(
  '6.23',
  {
    kk: 'Өтініш бойынша басқа аяқтау жолы басталған. Алдымен соны тоқтатыңыз.',
    ru: 'По обращению уже начато другое завершение. Сначала прекратите его.',
    en: 'Another way of ending the appeal has begun. Give that up first.',
  },
  has('return', 'withdrawal'),
  'paths.drop',
)

export const isWithdrawn = forbid<Appeal>(
  '6.23',
  {
    kk: 'Өтініш берушінің қайтарып алуы тіркелген.',
    ru: 'Отзыв заявителя уже зарегистрирован.',
    en: 'The withdrawal of the applicant is already recorded.',
  },
  has('withdrawal', 'withdrawal:asked'),
)

export const notWithdrawn = forbid<Appeal>(
  '6.23',
  {
    kk: 'Өтініш беруші өтінішін қайтарып алмаған.',
    ru: 'Заявитель не отзывал обращение.',
    en: 'The applicant has not withdrawn the appeal.',
  },
  lacks('withdrawal:asked'),
)

/** Withdrawing ends nothing where there are signs of a crime (clause 6.17). */
export const signsOfCrime = forbid<Appeal>(
  '6.17',
  {
    kk: 'Өтініште қылмыс белгілері бар: қайтарып алынса да қарау тоқтатылмайды.',
    ru: 'В обращении есть признаки преступления: рассмотрение не прекращается и при отзыве.',
    en: 'The appeal shows signs of a crime: its consideration is not terminated by a withdrawal.',
  },
  has('crime'),
)

export const isHandedOver = forbid<Appeal>(
  '6.17',
  {
    kk: 'Материалды беру басталған: хатқа қол қойылуын күтіңіз.',
    ru: 'Передача материалов уже начата: дождитесь подписания письма.',
    en: 'The materials are being handed over: the letter awaits signature.',
  },
  has('transfer'),
)

export const isNumbered = forbid<Appeal>(
  '6.17',
  {
    kk: 'Тіркеу нөмірі күтіліп тұрған берілген материал жоқ.',
    ru: 'Нет переданных материалов, номер которых ожидается.',
    en: 'There is no handed-over material whose number is awaited.',
  },
  lacks('number'),
)

export const notBurdensome = forbid<Appeal>(
  '6.23',
  {
    kk: 'Тыңдау ауыртпалық түсіретін шешімнің алдында өткізіледі. Алдымен нәтижені көрсетіңіз.',
    ru: 'Заслушивание проводится перед обременяющим решением. Сначала укажите результат.',
    en: 'A hearing precedes a burdensome decision. Give the result first.',
  },
  (_, it) => !it.burdensome,
  'appeals.chooseResult',
)

export const isHeard = forbid<Appeal>(
  '6.23',
  {
    kk: 'Алдын ала шешім бұрын шығарылған.',
    ru: 'Предварительное решение уже вынесено.',
    en: 'The preliminary decision has been drawn up already.',
  },
  has('hearing'),
)

export const notTold = forbid<Appeal>(
  '6.23',
  {
    kk: 'Алдын ала шешім өтініш берушіге әлі хабарланбаған.',
    ru: 'Предварительное решение ещё не сообщено заявителю.',
    en: 'The preliminary decision has not yet been made known to the applicant.',
  },
  lacks('told'),
)

export const notEnded = forbid<Appeal>(
  '6.23',
  {
    kk: 'Шағым жауапқа беріледі, ал өтініш әлі қаралып жатыр.',
    ru: 'Жалоба подаётся на ответ, а обращение ещё рассматривается.',
    en: 'A complaint is against a reply, and the appeal is still being considered.',
  },
  (_, it) => it.doneOn === null,
)

export const isComplained = forbid<Appeal>(
  '6.23',
  {
    kk: 'Бұл өтініш бойынша шағым қаралып жатыр.',
    ru: 'По этому обращению жалоба уже рассматривается.',
    en: 'A complaint on this appeal is being considered.',
  },
  has('complaint', 'complaint:asked', 'review'),
)

export const notComplained = forbid<Appeal>(
  '6.23',
  {
    kk: 'Шешім күтіп тұрған тіркелген шағым жоқ.',
    ru: 'Нет зарегистрированной жалобы, ожидающей решения.',
    en: 'There is no registered complaint awaiting a decision.',
  },
  lacks('complaint'),
)

export const notPassed = forbid<Appeal>(
  '6.23',
  {
    kk: 'Жоғары тұрған органға берілген шағым жоқ.',
    ru: 'Нет жалобы, переданной в вышестоящий орган.',
    en: 'No complaint has been passed up.',
  },
  lacks('review'),
)

export const notAnonymous = forbid<Appeal>(
  '6.23',
  {
    kk: 'Өтініш берушісі белгілі өтінішті қараусыз қалдыруға болмайды.',
    ru: 'Обращение, автор которого известен, нельзя оставить без рассмотрения.',
    en: 'An appeal whose author is known cannot be left without consideration.',
  },
  (_, it) => !it.anonymous,
)

export const anonymousIsConsidered = forbid<Appeal>(
  '6.23',
  {
    kk: 'Қазіргі тәртіп бойынша анонимді өтініштер де қаралады, сондықтан оны қараусыз жабуға болмайды.',
    ru: 'По действующему порядку анонимные обращения тоже рассматриваются, закрыть его без рассмотрения нельзя.',
    en: 'By the rule in force anonymous appeals are considered too, so it cannot be closed without consideration.',
  },
  (_, it) => it.anonymous && it.anonymousRule === 'all',
)

export const resultIsFixed = forbid<Appeal>(
  '15',
  {
    kk: 'Өтініш аяқталған, сондықтан оның нәтижесі өзгертілмейді.',
    ru: 'Обращение завершено, поэтому его результат не меняется.',
    en: 'The appeal is finished, so its result does not change.',
  },
  (_, it) => it.doneOn !== null && (it.result !== null || !['answered', 'delivered'].includes(it.state)),
)

export const resultIsBeforeSigner = forbid<Appeal>(
  '15',
  {
    kk: 'Жауап қол қоюда. Нәтижесін өзгерту үшін қол қоятын адам жауапты ескертумен қайтарсын.',
    ru: 'Ответ на подписи. Чтобы изменить результат, подписывающий должен вернуть ответ с замечанием.',
    en: 'The reply awaits signature. To change the result the signer must first return the reply with a remark.',
  },
  (_, it) => it.state === 'offered',
)
