// What stands in the way of a finding, a measure and the conclusion: rows on one person under investigation.
import { forbid, permit, type Forbid } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { measures, type MeasureName } from './words.ts'

/** One person under investigation, as the conclusion sees him or her. */
export interface OnPerson {
  judge: boolean
  proven: number
  /** Allegations without a finding on this person. */
  unfound: number
  measure: MeasureName | null
}

/** A row on a person: the actor's own standing has been judged before. */
export const on = <T = OnPerson>(
  clause: Parameters<typeof forbid<T>>[0],
  says: Text,
  when: (it: T) => boolean,
  offer: string | null = null,
): Forbid<T> => forbid<T>(clause, says, (_, it) => when(it), offer)

export const anybodyAtWork = permit<unknown>(
  '5.15',
  { kk: 'тексеру тобы мен оның басшылығы', ru: 'группа и её руководство', en: 'the team and their chain of command' },
  () => true,
)

/** What the signed paper says must be what was found: while a draft stands, nothing under it moves. */
export const draftStands: Forbid<{ drafted: boolean }> = on<{ drafted: boolean }>(
  '6.21',
  {
    kk: 'Қорытынды жобасы жасалған. Тұжырымды өзгерту үшін алдымен жобадан бас тартыңыз.',
    ru: 'Проект заключения составлен. Чтобы изменить вывод, сначала откажитесь от проекта.',
    en: 'The conclusion is drafted. To change a finding, first give the draft up.',
  },
  ({ drafted }) => drafted,
  'outcomes.dropConclusion',
)

/** Before the conclusion: everything has been answered. */
export const readiness: readonly Forbid<OnPerson>[] = [
  on(
    '6.21',
    {
      kk: 'Әр айып тағы бойынша әр адамға тұжырым жасалуы керек.',
      ru: 'По каждому обвинению и каждому лицу должен быть сделан вывод.',
      en: 'Each allegation needs a finding on each person.',
    },
    (it) => it.unfound > 0,
    'outcomes.find',
  ),
  on(
    '6.21',
    {
      kk: 'Әр адам бойынша шара ұсынылуы керек; шара қажет болмаса, ол да жазылады.',
      ru: 'По каждому лицу предлагается мера; если мера не нужна, указывается и это.',
      en: 'A measure is proposed for each person; where none is needed, that is said.',
    },
    (it) => it.measure === null,
    'outcomes.propose',
  ),
  on(
    '6.21',
    {
      kk: 'Дәлелденген айып тағынсыз жаза ұсынылмайды.',
      ru: 'Без доказанного обвинения взыскание не предлагается.',
      en: 'No penalty is proposed where nothing is proven.',
    },
    (it) => it.measure !== null && measures[it.measure].penalty && it.proven === 0,
    'outcomes.propose',
  ),
]

export interface Proposing {
  judge: boolean
  measure: MeasureName
  proven: number
}
export const proposals: readonly Forbid<Proposing>[] = [
  on<Proposing>(
    '6.21',
    {
      kk: 'Судьяға тәртіптік жазаны Сот жюриі ғана қолданады. Оған тек Сот жюриіне жіберу ұсынылады.',
      ru: 'Взыскание на судью налагает только Судебное жюри. Для судьи предлагается направление в жюри.',
      en: 'Only the Judicial Jury penalises a judge. For a judge a referral to the jury is proposed.',
    },
    ({ judge, measure }) => judge && !measures[measure].proposedFor.includes('judge'),
  ),
  on<Proposing>(
    '6.21',
    {
      kk: 'Сот жюриі тек судьяларды қарайды. Қызметкерге өзге шара ұсынылады.',
      ru: 'Судебное жюри рассматривает только судей. Для работника предлагается иная мера.',
      en: 'The Judicial Jury deals with judges alone. For an employee another measure is proposed.',
    },
    ({ judge, measure }) => !judge && !measures[measure].proposedFor.includes('staff'),
  ),
  on<Proposing>(
    '6.21',
    {
      kk: 'Дәлелденген айып тағынсыз жаза ұсынылмайды.',
      ru: 'Без доказанного обвинения взыскание не предлагается.',
      en: 'No penalty is proposed where nothing is proven.',
    },
    ({ measure, proven }) => (measures[measure].penalty || measure === 'judicial-jury') && proven === 0,
    'outcomes.find',
  ),
]
