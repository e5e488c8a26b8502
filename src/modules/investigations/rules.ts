// Who may do what with an investigation, and what forbids it. Which of them somebody sees at all is the database's scope.
import { forbid, permit, type Actor, type Forbid } from '../../kernel/rules.ts'
import { purposes } from '../authorities/contract.ts'
import type { InvestigationState } from './contract.ts'
import { commands, mayWork, type Investigation } from './records.ts'

const has =
  (...powers: readonly string[]) =>
  (actor: Actor): boolean =>
    powers.some((power) => actor.powers.has(power))

export const mayPrepare = permit<void>(
  '10',
  {
    kk: 'меңгеруші немесе оны алмастыратын адам',
    ru: 'заведующий или лицо, его замещающее',
    en: 'the head or the person acting',
  },
  has('investigations.prepare'),
)

export const directs = permit<Investigation>(
  '10',
  {
    kk: 'меңгеруші немесе оны алмастыратын адам',
    ru: 'заведующий или лицо, его замещающее',
    en: 'the head or the person acting',
  },
  has('investigations.prepare'),
)

export const leads = permit<Investigation>(
  '10',
  {
    kk: 'меңгеруші, орынбасары, аумақтық тексеруде – аумақтық бөлімшенің басшысы',
    ru: 'заведующий, его заместитель, в территориальном расследовании – территориальный руководитель',
    en: 'the head, the deputy, in a territorial investigation the territorial head',
  },
  commands,
)

export const isOnTeam = permit<Investigation>(
  '5.15',
  { kk: 'тексеру тобының мүшесі', ru: 'участник группы', en: 'a member of the team' },
  (actor, it) => it.team.includes(actor.id),
)

export const leadsTeam = permit<Investigation>(
  '5.15',
  { kk: 'тексеру тобының жетекшісі', ru: 'руководитель группы', en: 'the leader of the team' },
  (actor, it) => it.leader === actor.id,
)

/** The scope has already judged: the team, their chain of command, a principal whose authority names it. */
export const reads = permit<Investigation>(
  '5.15',
  {
    kk: 'тексеру тобы, оның басшылығы, тапсырма берген басшылық',
    ru: 'группа, её руководство, давшие поручение',
    en: 'the team, their chain of command, whoever gave the authority',
  },
  ({ kind }) => kind !== 'public',
)

export const worksOnIt = permit<Investigation>(
  '5.15',
  { kk: 'тексеру тобы мен оның басшылығы', ru: 'группа и её руководство', en: 'the team and their chain of command' },
  mayWork,
)

export const lists = permit<void>(
  '5.15',
  {
    kk: 'қызметтік тексерулермен жұмыс істейтін қызметкер',
    ru: 'работник, занятый служебными расследованиями',
    en: 'an employee who works on investigations',
  },
  has('investigations.lead', 'investigations.work', 'investigations.oversee'),
)

export const isHouse = permit<Investigation>(
  '5.14',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)
export const houseAlone = permit<void>(
  '5.14',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)

/** Needed to open it, and at every step of one that has been opened. */
const ask = 'authorities.ask'
const without = (it: Investigation): boolean => it.authority === null
const running = (it: Investigation): boolean => it.openedOn !== null

const opensOnAssignment = forbid<Investigation>(
  '6.21',
  purposes.investigation.missing,
  (_, it) => it.kind === 'service' && without(it),
  ask,
)
const opensOnAssignmentOfSuperior = forbid<Investigation>(
  '6.22',
  purposes.superior.missing,
  (_, it) => it.kind === 'superior' && without(it),
  ask,
)

const halted = {
  kk: 'Тапсырманың күші жоқ, сондықтан тексеру тоқтатыла тұрды. Жаңа тапсырма түскенде жалғасады.',
  ru: 'Поручение не действует, поэтому расследование остановлено. Оно продолжится при новом поручении.',
  en: 'The assignment is not in force, so the investigation is halted. It goes on with a new one.',
}
const standsOn = forbid<Investigation>(
  '6.21',
  halted,
  (_, it) => it.kind === 'service' && running(it) && without(it),
  ask,
)
const standsOnOfSuperior = forbid<Investigation>(
  '6.22',
  halted,
  (_, it) => it.kind === 'superior' && running(it) && without(it),
  ask,
)
/** Under 6.22 it stands on the verdict as well: when that falls, nothing is left to answer for. */
const standsOnVerdict = forbid<Investigation>(
  '6.22',
  {
    kk: 'Бағынысты қызметшіге қатысты сыбайлас жемқорлық туралы үкім енді күшінде емес, сондықтан тексеру тоқтатыла тұрды.',
    ru: 'Приговор подчинённому за коррупцию больше не действует, поэтому расследование остановлено.',
    en: 'The verdict of corruption against the subordinate is no longer in force, so the investigation is halted.',
  },
  (_, it) => running(it) && it.fallen,
)
/** Rows for every act on an open investigation, also of higher rooms: what it stands on is in force at that very moment. */
export const standsOnAuthority: readonly Forbid<Investigation>[] = [standsOn, standsOnOfSuperior, standsOnVerdict]

const conditioned = (it: Investigation) => (it.kind === 'superior' ? it.superior : null)

const noVerdict = forbid<Investigation>(
  '6.22',
  {
    kk: 'Тікелей бағынысты қызметшіге қатысты күшіне енген үкім тізілімде жоқ.',
    ru: 'В реестре нет вступившего в силу приговора в отношении непосредственно подчинённого служащего.',
    en: 'The register knows no verdict in force against a directly subordinate employee.',
  },
  (_, it) => conditioned(it)?.inForce === false,
)
const noCorruption = forbid<Investigation>(
  '6.22',
  {
    kk: 'Бағынысты қызметші сыбайлас жемқорлық құқық бұзушылығы үшін сотталмаған.',
    ru: 'Подчинённый осуждён не за коррупционное правонарушение.',
    en: 'The subordinate was not convicted of a corruption offence.',
  },
  (_, it) => conditioned(it)?.verdict?.corruption === false,
)
const noOfficial = forbid<Investigation>(
  '6.22',
  {
    kk: 'Тексерілетін адам ол күні Сот әкімшілігінің не оның аумақтық бөлімшесінің лауазымды адамы болмаған.',
    ru: 'Проверяемый в тот день не был должностным лицом Судебной администрации или её территориального подразделения.',
    en: 'On that day the person was no official of the Court Administration or its territorial units.',
  },
  (_, it) => conditioned(it)?.official === false,
)
const noSuperior = forbid<Investigation>(
  '6.22',
  {
    kk: 'Тексерілетін адам ол күні сотталғанның тікелей басшысы болмаған.',
    ru: 'Проверяемый в тот день не был непосредственным руководителем осуждённого.',
    en: 'On that day the person was not the direct superior of the convicted.',
  },
  (_, it) => conditioned(it)?.direct === false,
)
const notLongInPost = forbid<Investigation>(
  '6.22',
  {
    kk: 'Тікелей басшы ол күнге дейін лауазымда талап етілетін мерзімнен аз болған.',
    ru: 'Непосредственный руководитель к этому дню пробыл в должности меньше требуемого срока.',
    en: 'By that day the direct superior had been in post for less than the required time.',
  },
  (_, it) => conditioned(it)?.direct === true && !conditioned(it)?.long,
)

/** Everything that may stand in the way of opening, in the order in which it is said. */
export const openingGates: readonly Forbid<Investigation>[] = [
  noVerdict,
  noCorruption,
  noOfficial,
  noSuperior,
  notLongInPost,
  opensOnAssignment,
  opensOnAssignmentOfSuperior,
]

const only = (says: { kk: string; ru: string; en: string }, ...states: readonly InvestigationState[]) =>
  forbid<Investigation>('5.14', says, (_, it) => !states.includes(it.state))

export const underWay = only(
  {
    kk: 'Тексеру жүргізіліп жатқан жоқ.',
    ru: 'Расследование сейчас не проводится.',
    en: 'The investigation is not under way.',
  },
  'opened',
)
/** The team is put together beforehand too. */
export const beingPreparedOrUnderWay = only(
  {
    kk: 'Тексеру дайындалу не жүргізілу кезеңінде емес.',
    ru: 'Расследование не готовится и не проводится.',
    en: 'The investigation is neither being prepared nor under way.',
  },
  'proposed',
  'prepared',
  'opened',
)
export const beingPrepared = only(
  {
    kk: 'Тексеру басталғаннан кейін бұл мәліметтер өзгертілмейді.',
    ru: 'После начала расследования эти сведения не меняются.',
    en: 'Once the investigation is open these words are not changed.',
  },
  'proposed',
  'prepared',
)
/** What happened is noted also while it is halted: the paper that halted it, a sick note. */
export const notEnded = forbid<Investigation>(
  '5.14',
  {
    kk: 'Тексеру аяқталған.',
    ru: 'Расследование окончено.',
    en: 'The investigation has ended.',
  },
  (_, it) => it.ended !== null,
)
