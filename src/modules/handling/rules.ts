// Who may let others read, ask for and open a name, mark the stage, remind, reopen, mask. The scope has already judged what one sees.
import { forbid, permit, type Actor } from '../../kernel/rules.ts'
import { appealRules, type Appeal } from '../appeals/index.ts'
import type { Request } from './store.ts'

export const { leads, works, registers, reads, isHouse } = appealRules

const inWork = ['assigned', 'working', 'offered']
const chief = {
  kk: 'меңгеруші, орынбасары, өз бөлімшесінде – аумақтық бөлімшенің басшысы',
  ru: 'заведующий, его заместитель, в своём подразделении – территориальный руководитель',
  en: 'the head, the deputy, the territorial head in the own unit',
}
const assigns = ({ powers }: Actor): boolean => powers.has('appeals.assign')

export const leadsAny = permit<void>('9.5', chief, assigns)

export const houseItself = permit<void>(
  '5.16',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)

export const hasNoName = forbid<Appeal>(
  '6.23',
  {
    kk: 'Өтініш беруші өзін атамаған: ашатын дерек жоқ.',
    ru: 'Заявитель не назвал себя: раскрывать нечего.',
    en: 'The applicant gave no name: there is nothing to open.',
  },
  (_, it) => it.anonymous,
)

export const identityIsClosed = forbid<Appeal>(
  '5.16',
  {
    kk: 'Өтініш берушінің деректері басқа адамның рұқсатымен ғана ашылады. Негіздемесін жазып, рұқсат сұраңыз.',
    ru: 'Данные заявителя раскрываются только с разрешения другого лица. Запросите его, указав основание.',
    en: "The applicant's details are opened only when another person grants it. Ask for it and give your reason.",
  },
  (actor, it, { today }) => !appealRules.mayKnowApplicant(actor, it, today),
  'handling.askIdentity',
)

/** Only where the rule in force asks for it: elsewhere a reason on the page is enough, and no button stands there. */
export const asksIdentity = permit<Appeal>(
  '5.16',
  {
    kk: 'тағайындалған орындаушы мен басшы, рұқсат талап етілсе',
    ru: 'исполнитель и руководитель, если нужно разрешение',
    en: 'the assignee and the chiefs, where a grant is needed',
  },
  (actor, it, moment) =>
    !appealRules.mayKnowApplicant(actor, it, moment.today) &&
    (works.when(actor, it, moment) || leads.when(actor, it, moment)),
)

export const decidesIdentity = permit<Request>('5.16', chief, assigns)

export const ownRequest = forbid<Request>(
  '5.16',
  {
    kk: 'Өз сұрауыңыз бойынша шешімді басқа басшы қабылдайды.',
    ru: 'По вашему собственному запросу решает другой руководитель.',
    en: 'Your own request is decided by another chief.',
  },
  (actor, it) => it.askedBy === actor.id,
)

export const marksStage = permit<Appeal>(
  '6.23',
  { kk: 'тағайындалған орындаушы', ru: 'назначенный исполнитель', en: 'the assignee' },
  (actor, it, moment) => works.when(actor, it, moment) && inWork.includes(it.state),
)

export const reminds = permit<Appeal>(
  '9.5',
  chief,
  (actor, it, moment) =>
    leads.when(actor, it, moment) && it.doneOn === null && it.assignee !== null && it.assignee !== actor.id,
)

export const reopens = permit<Appeal>('6.23', { kk: 'меңгеруші', ru: 'заведующий', en: 'the head' }, ({ powers }) =>
  powers.has('appeals.reopen'),
)

export const isComplained = forbid<Appeal>(
  '6.23',
  {
    kk: 'Жауапқа шағым қаралып жатыр. Алдымен оның нәтижесін енгізіңіз.',
    ru: 'Рассматривается жалоба на ответ. Сначала внесите её итог.',
    en: 'A complaint against the reply is being considered. Enter its outcome first.',
  },
  (_, it) => ['complaint', 'complaint:asked', 'review'].some((name) => it.openPaths.includes(name)),
)

export const masks = permit<Appeal>(
  '5.16',
  {
    kk: 'мәтіндегі сөздерді жасыруға өкілетті қызметкер',
    ru: 'работник с полномочием скрывать слова',
    en: 'an employee with the power to mask',
  },
  (actor, it) => actor.powers.has('appeals.mask') && appealRules.inReach(actor, it),
)

export const unmasks = permit<Appeal>(
  '5.16',
  {
    kk: 'жасырылған сөздерді ашуға өкілетті қызметкер',
    ru: 'работник с полномочием раскрывать скрытое',
    en: 'an employee with the power to unmask',
  },
  (actor, it) => actor.powers.has('appeals.unmask') && appealRules.inReach(actor, it),
)
