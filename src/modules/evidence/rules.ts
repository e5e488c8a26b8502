// Who may do what with evidence, and what forbids it. Which of it somebody sees at all is the database's scope.
import { forbid, permit, type Actor, type Forbid } from '../../kernel/rules.ts'
import { gates, mayWork, type Investigation } from '../investigations/index.ts'
import type { Evidence } from './record.ts'

const teamAndChiefs = {
  kk: 'тексеру тобы мен оның басшылығы',
  ru: 'группа и её руководство',
  en: 'the team and their chain of command',
}

export const worksOnCase = permit<Investigation>('5.15', teamAndChiefs, mayWork)
export const isOnTeam = permit<Investigation>(
  '5.15',
  { kk: 'тексеру тобының мүшесі', ru: 'участник группы', en: 'a member of the team' },
  (actor, it) => it.team.includes(actor.id),
)
export const worksOnIt = permit<Evidence>('5.15', teamAndChiefs, (actor, it) => mayWork(actor, it.investigation))

export const lists = permit<void>(
  '5.15',
  {
    kk: 'қызметтік тексерулермен жұмыс істейтін қызметкер',
    ru: 'работник, занятый служебными расследованиями',
    en: 'an employee who works on investigations',
  },
  ({ powers }) => powers.has('investigations.work') || powers.has('investigations.lead'),
)

export const leadsTeam = permit<Evidence>(
  '6.21',
  { kk: 'тексеру жетекшісі', ru: 'руководитель расследования', en: 'the leader of the investigation' },
  (actor, it) => it.investigation.leader === actor.id,
)

/** Of an investigation whose holder has left the team the chain of command disposes, lest the thing be stuck. */
const isStuck = ({ holder, investigation }: Evidence): boolean =>
  holder !== null && !investigation.team.includes(holder)
const disposes = (actor: Actor, it: Evidence): boolean => mayWork(actor, it.investigation)

export const hasInHand = permit<Evidence>(
  '5.16',
  {
    kk: 'дәлелдемені қолында ұстап отырған адам',
    ru: 'тот, у кого доказательство находится',
    en: 'whoever has it in hand',
  },
  disposes,
)

export const giverHasIt = forbid<Evidence>(
  '5.16',
  {
    kk: 'Дәлелдеме басқа адамның қолында. Оны тек қолында ұстап отырған адам береді.',
    ru: 'Доказательство находится у другого лица. Передаёт его только тот, у кого оно находится.',
    en: 'Somebody else has it in hand. Only whoever has it can give it.',
  },
  (actor, it) => it.holder !== actor.id && !(isStuck(it) && !it.investigation.team.includes(actor.id)),
)

/** It was returned or destroyed: the chain has its end. */
export const isGone = forbid<Evidence>(
  '5.16',
  {
    kk: 'Дәлелдеме қайтарылған не жойылған.',
    ru: 'Доказательство возвращено или уничтожено.',
    en: 'It has been returned or destroyed.',
  },
  (_, it) => it.endedOn !== null,
)

export const isDestroyed = forbid<Evidence>(
  '5.16',
  {
    kk: 'Дәлелдеме мерзімі аяқталғаннан кейін жойылған.',
    ru: 'Доказательство уничтожено по истечении срока.',
    en: 'It was destroyed after its term.',
  },
  (_, it) => it.state === 'destroyed',
)

export const isBeingHanded = forbid<Evidence>(
  '5.16',
  {
    kk: 'Дәлелдеме тапсырылып жатыр. Алдымен оны алушы қолына алады не бас тартады.',
    ru: 'Доказательство передаётся. Сначала получатель принимает его или отказывается.',
    en: 'It is being handed over. First the taker takes it or declines.',
  },
  (_, it) => it.offeredTo !== null,
)

export const isTaker = permit<Evidence>(
  '5.16',
  { kk: 'дәлелдеме тапсырылған адам', ru: 'тот, кому оно передаётся', en: 'the person to whom it is handed' },
  (actor, it) => it.offeredTo === actor.id,
)
export const isTakerOrGiver = permit<Evidence>(
  '5.16',
  {
    kk: 'дәлелдемені беруші мен алушы',
    ru: 'передающий и принимающий',
    en: 'whoever hands it and whoever is to take it',
  },
  (actor, it) => it.offeredTo !== null && (it.offeredTo === actor.id || it.holder === actor.id),
)

export const originalIsSealed = forbid<Evidence>(
  '5.16',
  {
    kk: 'Түпнұсқа мөрленген. Оны көру үшін жетекші себебін жазып, мөрді ашады. Жұмыс көшірмесі ашық.',
    ru: 'Оригинал опечатан. Чтобы его увидеть, руководитель вскрывает печать с указанием причины. Рабочая копия открыта.',
    en: 'The original is sealed. To see it, the leader breaks the seal and says why. The working copy is open.',
  },
  (actor, it) => it.state !== 'unsealed' || it.unsealedBy !== actor.id,
  'evidence.breakSeal',
)

const notUnderWay = {
  kk: 'Тексеру жүргізіліп жатқан жоқ.',
  ru: 'Расследование сейчас не проводится.',
  en: 'The investigation is not under way.',
}
/** Evidence comes in while the investigation is under way. */
export const underWay = forbid<Investigation>('6.21', notUnderWay, (_, it) => it.state !== 'opened')

const ended = ({ investigation }: Evidence): boolean => investigation.ended !== null
/** As the rows of the investigation say it; what was investigated to its end needs an authority no more. */
export const standsOn: readonly Forbid<Evidence>[] = gates.standsOnAuthority.map(({ clause, why, when, offer }) =>
  forbid<Evidence>(clause, why, (actor, it, moment) => !ended(it) && when(actor, it.investigation, moment), offer),
)

export const stillRuns = forbid<Evidence>(
  '6.21',
  {
    kk: 'Тексеру аяқталған.',
    ru: 'Расследование окончено.',
    en: 'The investigation has ended.',
  },
  (_, it) => ended(it),
)

export const holds = permit<Investigation>(
  '5.16',
  {
    kk: 'жоюға тыйым салуға өкілетті қызметкер',
    ru: 'работник с полномочием запрещать уничтожение',
    en: 'an employee with the power to hold records',
  },
  (actor, it) => actor.powers.has('retention.hold') && mayWork(actor, it),
)

export const isHeld = forbid<Evidence>(
  '5.16',
  {
    kk: 'Тексеру материалдарын жоюға тыйым салынған. Тыйым алынғанша дәлелдеме жойылмайды және берілмейді.',
    ru: 'Материалы расследования запрещено уничтожать. Пока запрет не снят, доказательство не уничтожается и не выдаётся.',
    en: 'The investigation is held. Until the hold is lifted its evidence is neither destroyed nor given away.',
  },
  (_, it) => it.hold !== null,
)
export const termRuns = forbid<Evidence>(
  '5.16',
  {
    kk: 'Сақтау мерзімі әлі аяқталған жоқ.',
    ru: 'Срок хранения ещё не истёк.',
    en: 'The term of keeping has not run out yet.',
  },
  (_, it, { today }) => it.keptUntil === null || today <= it.keptUntil,
)
export const approvesDestruction = permit<Evidence>(
  '5.16',
  { kk: 'меңгеруші', ru: 'заведующий', en: 'the head' },
  (actor) => actor.powers.has('retention.approve'),
)
export const nothingProposed = forbid<Evidence>(
  '5.16',
  {
    kk: 'Дәлелдемені жою ұсынылған жоқ.',
    ru: 'Уничтожение доказательства не предлагалось.',
    en: 'Nobody has proposed to destroy it.',
  },
  (_, it) => it.doomed === null,
  'evidence.proposeDestruction',
)
export const ownProposal = forbid<Evidence>(
  '5.16',
  {
    kk: 'Жоюды ұсынған адам оны өзі бекітпейді.',
    ru: 'Кто предложил уничтожение, тот его не утверждает.',
    en: 'Whoever proposed destruction does not approve it.',
  },
  (actor, it) => it.doomed?.by === actor.id,
)
export const alreadyProposed = forbid<Evidence>(
  '5.16',
  {
    kk: 'Жою бұрын ұсынылған.',
    ru: 'Уничтожение уже предложено.',
    en: 'Destruction is proposed already.',
  },
  (_, it) => it.doomed !== null,
)

export const isHouse = permit<Evidence>(
  '5.16',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)
