// Who may question and what forbids it (5.3). Each thing that a judge's questioning needs is a row of its own.
import { forbid, permit, type Actor, type Forbid, type Moment } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { purposes } from '../authorities/index.ts'
import { mayWork, type Investigation } from '../investigations/index.ts'
import { inCourseOf, onCase } from '../summonses/index.ts'
import type { Questioning } from './store.ts'

const team = { kk: 'тексеру тобының мүшесі', ru: 'участник группы', en: 'a member of the team' }

export const plans = permit<Investigation>('5.3', team, (actor, it) => it.team.includes(actor.id))
export const onTeam = permit<Questioning>('5.3', team, (actor, it) => it.investigation.team.includes(actor.id))

export const works = (actor: Actor, it: { investigation: Investigation }): boolean => mayWork(actor, it.investigation)

export const reads = permit<Questioning>(
  '5.15',
  { kk: 'тексеру тобы мен оның басшылығы', ru: 'группа и её руководство', en: 'the team and their chain of command' },
  (actor, it) => actor.kind === 'system' || works(actor, it),
)

/** What the judge says of the consent is recorded by whoever hears it: no rank and no state of the case stands in its way. */
export const hears = permit<Questioning>('5.3', reads.who, works)

export const inCourse: readonly Forbid<Investigation>[] = inCourseOf('5.3')
const standing: readonly Forbid<Questioning>[] = onCase<Questioning>(inCourse)

/** What a questioning of this person needs, asked also before one is planned. */
interface Gate {
  judge: boolean
  permission: unknown
}

export const needsPermission = <T extends Gate>(): Forbid<T> =>
  forbid<T>('5.3', purposes.questioning.missing, (_, it) => it.judge && it.permission === null, 'authorities.ask')

const lacksConsent: Text = {
  kk: 'Судьядан өз келісімімен ғана жауап алынады. Осы жауап алуға келісім тіркелмеген не кері қайтарылған.',
  ru: 'Судью опрашивают только с его согласия. Согласие на этот опрос не зафиксировано или отозвано.',
  en: 'A judge is questioned only with the own consent. None is recorded for this occasion, or it was withdrawn.',
}

const needsConsent = forbid<Questioning>(
  '5.3',
  lacksConsent,
  (_, it) => it.judge && it.consent === null,
  'questioning.recordConsent',
)

/** Once a consent was withdrawn the occasion itself is over when it has begun; before that another may be given. */
const needsRights = forbid<Questioning>(
  '5.16',
  {
    kk: 'Алдымен құқықтары түсіндірілуі керек.',
    ru: 'Сначала должны быть разъяснены права.',
    en: 'The rights must be explained first.',
  },
  (_, it) => it.rights === null,
  'questioning.explainRights',
)

const notThatDay = forbid<Questioning>(
  '5.3',
  {
    kk: 'Жауап алу басқа күнге жоспарланған. Келісім сол күнге ғана берілген.',
    ru: 'Опрос запланирован на другой день. Согласие дано только на него.',
    en: 'The questioning is planned for another day. The consent is for that occasion alone.',
  },
  (_, it, { today }) => it.on !== today,
)

/** Everything that stands in the way of a question, in the order in which it is said. */
export const gates: readonly Forbid<Questioning>[] = [...standing, needsPermission<Questioning>(), needsConsent]

/** Before the first question also these. */
export const opening: readonly Forbid<Questioning>[] = [...gates, needsRights, notThatDay]

export const standingAgainst = (
  rows: readonly Forbid<Questioning>[],
  actor: Actor,
  it: Questioning,
  moment: Moment,
): Forbid<Questioning>[] => rows.filter(({ when }) => when(actor, it, moment))

const only = (says: Text, ...states: readonly Questioning['state'][]) =>
  forbid<Questioning>('5.3', says, (_, it) => !states.includes(it.state))

export const underWay = only(
  {
    kk: 'Жауап алу жүріп жатқан жоқ.',
    ru: 'Опрос не идёт.',
    en: 'The questioning is not under way.',
  },
  'underway',
)
export const notBegun = only(
  {
    kk: 'Жауап алу басталып кеткен не өтпеген.',
    ru: 'Опрос уже начат или не состоялся.',
    en: 'The questioning has begun or was cancelled.',
  },
  'planned',
)
export const notEnded = only(
  {
    kk: 'Жауап алу аяқталған.',
    ru: 'Опрос окончен.',
    en: 'The questioning has ended.',
  },
  'planned',
  'underway',
)
export const begunUnsigned = only(
  {
    kk: 'Хаттама рәсімделмеген кезде ғана жазылады.',
    ru: 'Записывать можно, только пока протокол не оформлен.',
    en: 'It is written to only until the protocol is completed.',
  },
  'underway',
  'held',
  'stopped',
)

export const isNoJudge = forbid<Questioning>(
  '5.3',
  {
    kk: 'Бұл адам судья емес: келісім талап етілмейді.',
    ru: 'Это лицо не судья: согласие не требуется.',
    en: 'This person is not a judge: no consent is needed.',
  },
  (_, it) => !it.judge,
)
export const consentStands = forbid<Questioning>(
  '5.3',
  { kk: 'Келісім тіркелген.', ru: 'Согласие зафиксировано.', en: 'The consent is recorded.' },
  (_, it) => it.consent !== null,
)
export const nothingToWithdraw = forbid<Questioning>(
  '5.3',
  {
    kk: 'Кері қайтаратын келісім жоқ.',
    ru: 'Отзывать нечего: согласия нет.',
    en: 'There is no consent to withdraw.',
  },
  (_, it) => it.consent === null,
)
export const rightsExplained = forbid<Questioning>(
  '5.16',
  { kk: 'Құқықтары түсіндірілген.', ru: 'Права разъяснены.', en: 'The rights were explained.' },
  (_, it) => it.rights !== null,
)

export const isHouse = permit<Questioning>(
  '5.14',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)
export const houseAlone = permit<void>('5.14', isHouse.who, ({ kind }) => kind === 'system')

export const holdsCode = permit<void>(
  '5.3',
  { kk: 'құпия коды бар судья', ru: 'судья с секретным кодом', en: 'the judge with the code' },
  (actor) => actor.kind === 'public' && Boolean(actor.receipt),
)
