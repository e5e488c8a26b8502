// Who may summon and what forbids it (5.2); which summonses somebody sees at all is the database's scope.
import type { Clause } from '../../kernel/clauses.ts'
import { forbid, permit, type Actor, type Forbid } from '../../kernel/rules.ts'
import type { Text } from '../../kernel/text.ts'
import { gates, mayWork, type Investigation } from '../investigations/index.ts'
import type { Summons } from './store.ts'
import type { Cast } from './witnesses.ts'

const team = { kk: 'тексеру тобының мүшесі', ru: 'участник группы', en: 'a member of the team' }

export const summons = permit<Investigation>('5.2', team, (actor, it) => it.team.includes(actor.id))

export const seesCase = permit<Investigation>(
  '5.15',
  { kk: 'тексеру тобы мен оның басшылығы', ru: 'группа и её руководство', en: 'the team and their chain of command' },
  (actor, it) => actor.kind === 'system' || mayWork(actor, it),
)

const notOpen: Text = {
  kk: 'Тексеру жүргізіліп жатқан жоқ. Ол басталған соң ғана шақыруға, сұрақ алуға болады.',
  ru: 'Расследование не проводится. Вызывать и опрашивать можно только в ходе него.',
  en: 'The investigation is not under way. People are summoned and questioned only in its course.',
}

/** Every act stands on the investigation: it is under way, and its authority is in force at that moment. */
export const inCourseOf = (clause: Clause): readonly Forbid<Investigation>[] => [
  ...gates.standsOnAuthority,
  forbid<Investigation>(clause, notOpen, (_, it) => it.state !== 'opened'),
]

/** The same rows for a record that belongs to an investigation. */
export const onCase = <T extends { investigation: Investigation }>(
  rows: readonly Forbid<Investigation>[],
): Forbid<T>[] =>
  rows.map(({ clause, why, when, offer }) =>
    forbid<T>(clause, why, (actor, { investigation }, moment) => when(actor, investigation, moment), offer),
  )

/** Rows of an act on a summons. */
export const standing: readonly Forbid<Summons>[] = onCase<Summons>(inCourseOf('5.2'))

export const onTeam = permit<Summons>('5.2', team, (actor, it) => it.investigation.team.includes(actor.id))

export const works = (actor: Actor, it: { investigation: Investigation }): boolean => mayWork(actor, it.investigation)

export const reads = permit<Summons>('5.15', seesCase.who, (actor, it) => actor.kind === 'system' || works(actor, it))

/** Whoever commands the work may end what was begun in it. */
export const leads = permit<Summons>(
  '10',
  {
    kk: 'меңгеруші, орынбасары, аумақтық тексеруде – аумақтық бөлімшенің басшысы',
    ru: 'заведующий, его заместитель, в территориальном расследовании – территориальный руководитель',
    en: 'the head, the deputy, in a territorial investigation the territorial head',
  },
  works,
)

export const judgeIsNotSummoned = forbid<{ isJudge: boolean }>(
  '5.3',
  {
    kk: 'Судьядан жазбаша түсініктеме талап етілмейді. Одан Төрағаның рұқсатымен және өз келісімімен ғана жауап алынады.',
    ru: 'От судьи письменное объяснение не требуют. Его опрашивают с разрешения Председателя и с его согласия.',
    en: 'No written explanation is required of a judge. A judge is questioned with the Chairman’s permission and the own consent.',
  },
  (_, it) => it.isJudge,
)
export const anyOther = permit<{ isJudge: boolean }>(
  '5.2',
  { kk: 'сот жүйесінің қызметкері', ru: 'работник судебной системы', en: 'staff of the judicial system' },
  () => true,
)

const refusal = (says: Text, when: (it: Cast) => boolean) => forbid<Cast>('5.2', says, (_, it) => when(it))

/** Whoever signs an act of refusal: enough people, none of them its author or the person, no two of them one. */
export const witnessRules = [
  permit<Cast>('5.2', team, () => true),
  refusal(
    {
      kk: 'Бас тарту актісіне автордан бөлек екі куә қол қояды. Куәлар жеткіліксіз.',
      ru: 'Акт об отказе кроме автора подписывают два свидетеля. Свидетелей недостаточно.',
      en: 'Beside its author an act of refusal is signed by two witnesses. There are too few.',
    },
    ({ people, needed }) => people.length < needed,
  ),
  refusal(
    {
      kk: 'Актіні жасаған адам оған куә бола алмайды.',
      ru: 'Составитель акта не может быть его свидетелем.',
      en: 'The author of the act cannot witness it.',
    },
    ({ isAuthor }) => isAuthor,
  ),
  refusal(
    {
      kk: 'Түсініктеме беруден бас тартқан адам актіге куә бола алмайды.',
      ru: 'Отказавшийся от объяснения не может быть свидетелем акта.',
      en: 'The person who refuses cannot witness the act.',
    },
    ({ isPerson }) => isPerson,
  ),
  refusal(
    {
      kk: 'Бір адам екі рет куә бола алмайды.',
      ru: 'Один человек не может быть свидетелем дважды.',
      en: 'One person cannot witness twice.',
    },
    ({ isTwice }) => isTwice,
  ),
] as const

export const headReports = permit<Summons>(
  '12',
  {
    kk: 'меңгеруші немесе оны алмастыратын адам',
    ru: 'заведующий или лицо, его замещающее',
    en: 'the head or the person acting',
  },
  (actor) => actor.posts.some(({ code }) => code === 'head'),
)

export const notObliged = forbid<Summons>(
  '12',
  {
    kk: 'Бұл адам Сот әкімшілігінің не оның аумақтық бөлімшесінің қызметкері емес.',
    ru: 'Это лицо не работник Судебной администрации или её территориального подразделения.',
    en: 'This person is not on the staff of the Court Administration or its territorial units.',
  },
  (_, it) => !it.obliged,
)

export const isUnmet = (it: Pick<Summons, 'state' | 'dueOn'>, today: string): boolean =>
  it.state === 'refused' || it.state === 'missed' || (it.state === 'served' && it.dueOn !== null && it.dueOn < today)

export const nothingUnmet = forbid<Summons>(
  '12',
  {
    kk: 'Шақыру орындалмады деуге негіз жоқ: бас тарту, келмеу не мерзімнің өтуі тіркелмеген.',
    ru: 'Неисполнения нет: ни отказ, ни неявка, ни пропуск срока не зафиксированы.',
    en: 'Nothing was left undone: neither a refusal, nor an absence, nor a missed term is recorded.',
  },
  (_, it, { today }) => !isUnmet(it, today),
)

export const reportedAlready = forbid<Summons>(
  '12',
  { kk: 'Басшылыққа бұрын баяндалған.', ru: 'Руководству уже доложено.', en: 'It was reported already.' },
  (_, it) => it.reported !== null,
)

export const unsigned = forbid<Summons>(
  '15',
  {
    kk: 'Шақыруға меңгеруші әлі қол қойған жоқ.',
    ru: 'Вызов ещё не подписан заведующим.',
    en: 'The head has not signed the summons yet.',
  },
  (_, it) => it.number === null,
)

export const ended = forbid<Summons>(
  '5.2',
  {
    kk: 'Шақыру бойынша түсініктеме енді күтілмейді.',
    ru: 'Объяснение по вызову уже не ожидается.',
    en: 'No explanation is awaited on the summons any more.',
  },
  (_, it) => it.state === 'withdrawn',
)

export const notServed = forbid<Summons>(
  '5.2',
  {
    kk: 'Шақыру әлі тапсырылған жоқ, ұзартатын мерзім жоқ.',
    ru: 'Вызов ещё не вручён, продлевать нечего.',
    en: 'The summons is not served yet; there is no term to extend.',
  },
  (_, it) => !['served', 'missed'].includes(it.state),
)

export const notRefused = forbid<Summons>(
  '5.2',
  { kk: 'Бас тарту тіркелген жоқ.', ru: 'Отказ не зафиксирован.', en: 'No refusal is recorded.' },
  (_, it) => it.refused === null,
)

export const isHouse = permit<Summons>(
  '5.14',
  { kk: 'жүйенің өзі', ru: 'сама система', en: 'the house itself' },
  ({ kind }) => kind === 'system',
)
export const houseAlone = permit<void>('5.14', isHouse.who, ({ kind }) => kind === 'system')

export const holdsCode = permit<void>(
  '5.2',
  {
    kk: 'құпия коды бар шақырылған адам',
    ru: 'вызванное лицо с секретным кодом',
    en: 'the person summoned, with the code',
  },
  (actor) => actor.kind === 'public' && Boolean(actor.receipt),
)
