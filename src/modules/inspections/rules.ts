// Who may do what in an inspection, and what forbids it. Which of them somebody sees at all is the database's scope.
import { forbid, permit, type Actor, type Forbid } from '../../kernel/rules.ts'
import { purposes } from '../authorities/contract.ts'
import type { InspectionState } from './kinds.ts'
import { commands, mayWork, type Inspection } from './records.ts'

const has =
  (...powers: readonly string[]) =>
  (actor: Actor): boolean =>
    powers.some((power) => actor.powers.has(power))

const head = {
  kk: 'меңгеруші немесе оны алмастыратын адам',
  ru: 'заведующий или лицо, его замещающее',
  en: 'the head or the person acting',
}
export const mayPrepare = permit<void>('10', head, has('inspections.prepare'))
export const directs = permit<Inspection>('10', head, has('inspections.prepare'))

export const leads = permit<Inspection>(
  '10',
  {
    kk: 'меңгеруші, орынбасары, аумақтық бөлімше жүргізетін тексеруде – сол бөлімшенің басшысы',
    ru: 'заведующий, его заместитель, в проверке территориального подразделения отдела – его руководитель',
    en: 'the head, the deputy, the territorial head for the own unit’s',
  },
  commands,
)

export const leadsTeam = permit<Inspection>(
  '5.15',
  { kk: 'тексеру тобының жетекшісі', ru: 'руководитель группы', en: 'the leader of the team' },
  (actor, it) => it.leader_id === actor.id,
)

export const isOnTeam = permit<Inspection>(
  '5.15',
  { kk: 'тексеру тобының мүшесі', ru: 'участник группы', en: 'a member of the team' },
  (actor, it) => it.team.includes(actor.id),
)

/** The scope has already judged: the team, their chain of command, a principal whose authority names it. */
export const reads = permit<Inspection>(
  '5.15',
  {
    kk: 'тексеру тобы, оның басшылығы, тапсырма берген басшылық',
    ru: 'группа, её руководство, давшие поручение',
    en: 'the team, their chain of command, whoever gave the authority',
  },
  ({ kind }) => kind !== 'public',
)

export const worksOnIt = permit<Inspection>(
  '5.15',
  { kk: 'тексеру тобы мен оның басшылығы', ru: 'группа и её руководство', en: 'the team and their chain of command' },
  mayWork,
)

export const lists = permit<void>(
  '5.15',
  {
    kk: 'тексерулермен жұмыс істейтін қызметкер',
    ru: 'работник, занятый проверками',
    en: 'an employee who works on inspections',
  },
  has('inspections.lead', 'inspections.work', 'inspections.oversee'),
)

const house = { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' }
export const isHouse = permit<Inspection>('5.14', house, ({ kind }) => kind === 'system')
export const houseAlone = permit<void>('5.14', house, ({ kind }) => kind === 'system')

const ask = 'authorities.ask'

const opensOnAuthority = forbid<Inspection>(
  '5.10',
  purposes.inspection.missing,
  (_, it) => it.opened_on === null && it.authority === null,
  ask,
)

/** For every act in an open inspection: the authority is in force at that very moment. */
export const standsOnAuthority: Forbid<Inspection> = forbid<Inspection>(
  '5.10',
  {
    kk: 'Бұйрықтың не тапсырманың күші жоқ, сондықтан тексеру тоқтап тұр. Жаңасы шыққанда жалғасады.',
    ru: 'Приказ или поручение не действует, поэтому проверка остановлена. Она продолжится при новом.',
    en: 'The order or assignment is not in force, so the inspection stands still. It goes on with a new one.',
  },
  (_, it) => it.opened_on !== null && it.authority === null,
  ask,
)

/** What an order covers is not rewritten beneath it. */
export const orderStandsOverIt = forbid<Inspection>(
  '5.10',
  {
    kk: 'Бұйрық осы бағдарламаға берілген. Бағдарламаны өзгерту үшін алдымен бұйрықтың күшін жойыңыз.',
    ru: 'Приказ издан по этой программе. Чтобы изменить её, сначала отмените приказ.',
    en: 'The order was given over this programme. To change it, revoke the order first.',
  },
  (_, it) => it.opened_on === null && it.authority !== null,
)

const needsLeader = forbid<Inspection>(
  '5.10',
  {
    kk: 'Тексеру тобының жетекшісі тағайындалмаған.',
    ru: 'Не назначен руководитель группы.',
    en: 'The team has no leader.',
  },
  (_, it) => it.leader_id === null,
  'inspections.addMember',
)

/** Everything that may stand in the way of opening, in the order in which it is said. */
export const openingGates: readonly Forbid<Inspection>[] = [opensOnAuthority, needsLeader]

/** For the rooms above too: what is done only in these states. */
export const inStates = (says: { kk: string; ru: string; en: string }, ...states: readonly InspectionState[]) =>
  forbid<Inspection>('5.14', says, (_, it) => !states.includes(it.state))

export const beingPrepared = inStates(
  {
    kk: 'Тексеру басталғаннан кейін бағдарлама өзгертілмейді.',
    ru: 'После начала проверки программа не меняется.',
    en: 'Once the inspection is open its programme is not changed.',
  },
  'prepared',
)
export const underWay = inStates(
  { kk: 'Тексеру жүргізіліп жатқан жоқ.', ru: 'Проверка сейчас не проводится.', en: 'It is not under way.' },
  'opened',
)
export const beforeAct = inStates(
  {
    kk: 'Тексеру күндері акт жасалғанға дейін ғана ұзартылады.',
    ru: 'Дни проверки продлеваются только до составления акта.',
    en: 'The days are extended only before the act is drawn up.',
  },
  'prepared',
  'opened',
)
/** The department is visited while it is inspected, and when the remedy is looked at. */
export const beingVisited = inStates(
  {
    kk: 'Бұл кезеңде бөлімшеге бару жазылмайды.',
    ru: 'На этом этапе посещения не записываются.',
    en: 'No visits are recorded at this stage.',
  },
  'opened',
  'remedying',
)
export const notEnded = forbid<Inspection>(
  '5.14',
  { kk: 'Тексеру аяқталған.', ru: 'Проверка окончена.', en: 'The inspection has ended.' },
  (_, it) => it.ended_on !== null,
)
