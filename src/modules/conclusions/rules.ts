// Who brings an investigation to its conclusion, and what forbids a step. What concerns one person is judged on that person.
import { invalidField } from '../../kernel/invalid.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { forbid, permit, type Forbid } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { gates as of, mayWork, type Investigation } from '../investigations/index.ts'

export const { worksOnIt, leadsTeam, leads, directs, isHouse, houseAlone } = of

/** After the conclusion an authority that has ended stops nothing: what was found under it stands. */
export const untilConcluded: readonly Forbid<Investigation>[] = of.standsOnAuthority.map((row) =>
  forbid<Investigation>(
    row.clause,
    row.why,
    (actor, it, moment) => ['opened', 'halted'].includes(it.state) && row.when(actor, it, moment),
    row.offer,
  ),
)

/** Rows for every step until the conclusion: under way, and on an authority in force at that very moment. */
export const whileUnderWay = [of.underWay, ...untilConcluded] as const

export const only = (says: Text, ...states: readonly Investigation['state'][]) =>
  forbid<Investigation>('6.21', says, (_, it) => !states.includes(it.state))

export const notClosed = only(
  {
    kk: 'Бұл әрекет тексеру жүріп жатқанда немесе қорытындыдан кейін, аяқталғанға дейін жасалады.',
    ru: 'Это делается в ходе расследования или после заключения, до завершения.',
    en: 'This is done while the investigation runs or after its conclusion, until it is closed.',
  },
  'opened',
  'concluded',
  'reviewed',
)
/** The scope has already judged; of the way to the outcome a principal sees nothing. */
export const reads = permit<Investigation>(
  '5.15',
  {
    kk: 'тексеру тобы, оның басшылығы, қорытындыны тексеруші, тапсырма берген басшылық',
    ru: 'группа, её руководство, проверяющий, давшие поручение',
    en: 'the team, their chain of command, the reviewer, whoever gave the authority',
  },
  ({ kind }) => kind === 'employee' || kind === 'system',
)

export const seesReviewed = permit<Investigation>(
  '5.15',
  {
    kk: 'тексеру тобынан тыс қараушы немесе басшылық',
    ru: 'проверяющий не из группы или руководство',
    en: 'a reviewer outside the team, or the chain of command',
  },
  // Only those who see it come here: of them the principals do not review.
  (actor, it) => mayWork(actor, it) || actor.powers.has('investigations.work'),
)

const partial: Text = {
  kk: 'Тексеру тобының мүшесі өз тобының қорытындысын тексере алмайды. Оны топтан тыс адам қарайды.',
  ru: 'Участник группы не проверяет заключение своей группы. Его проверяет лицо вне группы.',
  en: 'A member of the team does not review the team’s own conclusion. Somebody outside the team does.',
}
const authored: Text = {
  kk: 'Тексеруді не қорытындыны дайындаған адам оны өзі тексере алмайды.',
  ru: 'Подготовивший расследование или заключение сам его не проверяет.',
  en: 'Whoever prepared the investigation or its conclusion does not review it.',
}
export const isOnTheTeam = forbid<Investigation>('5.16', partial, (actor, it) => it.team.includes(actor.id))
export const isTheAuthor = forbid<Investigation>('5.16', authored, (actor, it) => it.author === actor.id)

/** What a reviewer has been to the case: the team of today is not all. */
export interface Reviewing {
  wasOnTeam: boolean
  drafted: boolean
  /** Neither in command nor asked to. */
  stranger: boolean
}
export const wasOnTheTeam = forbid<Reviewing>('5.16', partial, (_, it) => it.wasOnTeam)
export const draftedIt = forbid<Reviewing>('5.16', authored, (_, it) => it.drafted)
export const isAskedTo = permit<Reviewing>(
  '5.15',
  {
    kk: 'тексеруші болып тағайындалған адам немесе басшылық',
    ru: 'назначенный проверяющий или руководство',
    en: 'the appointed reviewer, or the chain of command',
  },
  (_, it) => !it.stranger,
)

export const isConcluded = only(
  {
    kk: 'Қорытынды қаралатын кезең емес.',
    ru: 'Сейчас заключение не проверяется.',
    en: 'There is no conclusion to review now.',
  },
  'concluded',
)

export const noReviewer = (): Refusal =>
  invalidField('employee', {
    kk: 'Бұл қызметкер қорытындыны қарай алмайды. Тізімнен таңдаңыз.',
    ru: 'Этот работник не может проверять заключение. Выберите из списка.',
    en: 'This employee cannot review it. Choose from the list.',
  })
