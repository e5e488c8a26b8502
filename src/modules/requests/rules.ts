// Who may do what with requests and demands. Which of them an employee sees at all is the database's scope.
import { forbid, permit, type Actor, type Moment } from '../../kernel/rules.ts'
import type { PrincipalPost } from './contract.ts'
import type { Ask } from './store.ts'

const has =
  (...powers: readonly string[]) =>
  (actor: Actor): boolean =>
    powers.some((power) => actor.powers.has(power))

const holdsPost = (actor: Actor, ...codes: readonly string[]): boolean =>
  actor.posts.some(({ code }) => codes.includes(code))

/** The post in which somebody is a principal today. */
export const principalPost = (actor: Actor): PrincipalPost | null =>
  holdsPost(actor, 'chairman') ? 'chairman' : holdsPost(actor, 'ca-head') ? 'ca-head' : null

export const mayPrepare = permit<void>(
  '5.6',
  {
    kk: 'сұрау салуды дайындауға өкілетті қызметкер',
    ru: 'работник с полномочием готовить запросы',
    en: 'an employee with the power to prepare requests',
  },
  has('requests.prepare'),
)

export const isAuthor = permit<Ask>(
  '5.14',
  { kk: 'сұрау салуды дайындаған орындаушы', ru: 'исполнитель, подготовивший запрос', en: 'the author of the request' },
  (actor, it) => it.author === actor.id,
)

export const leads = permit<Ask>(
  '5.14',
  {
    kk: 'меңгеруші, орынбасары, өз бөлімшесінде – аумақтық бөлімшенің басшысы',
    ru: 'заведующий, его заместитель, в своём подразделении – территориальный руководитель',
    en: 'the head, the deputy, the territorial head in the own unit',
  },
  has('requests.lead'),
)

export const receives = permit<Ask>(
  '5.14',
  { kk: 'жауаптарды тіркейтін тіркеуші', ru: 'регистратор, отмечающий ответы', en: 'the registrar of answers' },
  has('requests.receive'),
)

// Clause 7.2 gives reporting to the principals to the head; whoever replaces the head that day holds the post.
export const headReports = permit<Ask>(
  '12',
  {
    kk: 'меңгеруші немесе оны алмастыратын адам',
    ru: 'заведующий или лицо, его замещающее',
    en: 'the head or the person acting',
  },
  (actor) => holdsPost(actor, 'head'),
)

const isOverdue = (it: Ask, { today }: Moment): boolean => it.dueOn !== null && it.dueOn < today

export const termNotPassed = forbid<Ask>(
  '12',
  {
    kk: 'Жауап беру мерзімі әлі өткен жоқ, сондықтан орындалмағаны тіркелмейді.',
    ru: 'Срок ответа ещё не истёк, неисполнение фиксировать рано.',
    en: 'The term for the answer has not passed yet, so there is no non-compliance to record.',
  },
  (_, it, moment) => ['sent', 'partly'].includes(it.state) && !isOverdue(it, moment),
)

export const answerWaits = forbid<Ask>(
  '12',
  {
    kk: 'Жауап түсті. Алдымен оның толық па екенін белгілеңіз.',
    ru: 'Ответ поступил. Сначала отметьте, полный ли он.',
    en: 'An answer has come. First say whether it is full.',
  },
  (_, it) => it.state === 'arrived',
  'requests.complete',
)

export const principalsAreNotObliged = forbid<Ask>(
  '5.1',
  {
    kk: 'Ұсыныс басшылыққа енгізіледі: оны қарамау талаптың орындалмауы болып саналмайды.',
    ru: 'Предложение внесено руководству: его нерассмотрение не является неисполнением требования.',
    en: 'A proposal is made to the principals: leaving it undecided is no failure to comply.',
  },
  (_, it) => it.kind === 'proposal',
)

export const nothingIsAwaited = forbid<Ask>(
  '5.14',
  {
    kk: 'Бұл күйде жауап күтілмейді, ұзартатын мерзім жоқ.',
    ru: 'В этом состоянии ответ не ожидается, продлевать нечего.',
    en: 'No answer is awaited in this state; there is no term to extend.',
  },
  (_, it) => !['sent', 'partly'].includes(it.state),
)

/** The scope has already judged: whoever finds the request may read it. */
export const reads = permit<Ask>(
  '5.14',
  { kk: 'сұрау салумен жұмыс істейтіндер', ru: 'работающие с запросом', en: 'those who work on the request' },
  ({ kind }) => kind !== 'public',
)

export const lists = permit<void>(
  '5.14',
  {
    kk: 'сұрау салулармен жұмыс істейтін қызметкер',
    ru: 'работник, занятый запросами',
    en: 'an employee who works with requests',
  },
  has('requests.read', 'requests.prepare', 'requests.lead', 'requests.receive'),
)

export const isHouse = permit<Ask>(
  '5.14',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)
