// The demonstration's appeals: forty invented stories told through the real operations, in the order in which they happened.
import { instantOf, type Day, type MovableClock } from '../../kernel/clock.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import type { House } from '../../kernel/house.ts'
import { newId } from '../../kernel/ids.ts'
import { perform } from '../../kernel/perform.ts'
import type { Actor } from '../../kernel/rules.ts'
import { addDays, type Calendar } from '../../kernel/calendar.ts'
import { plantedBody } from '../../modules/incoming/index.ts'
import { courtId } from '../../modules/org/index.ts'
import { stories, type Fate, type Story } from './stories.ts'

/** Who of the cast is asked to act. */
export type DemoRole = 'registrar' | 'head' | 'deputy' | 'abaiHead' | 'inspector' | 'inspector2' | 'abaiInspector'

export interface Planting {
  /** A house of the app's role whose clock the stories move, never backwards. */
  house: House
  clock: MovableClock
  /** The day on which the stories end: the day of the first start. */
  today: Day
  /** One of the cast as the kernel's actor at the present moment of the clock. */
  actor: (role: DemoRole) => Promise<Actor>
}

/** One act of a story, at a local minute of a day. */
export interface Step {
  at: string
  run: () => Promise<void>
}

/** What each story is known by while it goes on. */
interface Told {
  id: string
  document: string
}

const invented = { kk: 'Көрсетілім үшін ойдан шығарылған.', ru: 'Вымышлено для показа.' }

export const citizen: Actor = {
  id: '',
  kind: 'public',
  name: { kk: 'Өтініш беруші', ru: 'Заявитель', en: 'Applicant' },
  language: 'kk',
  unit: null,
  powers: new Set(),
  posts: [],
  reach: [],
  session: null,
}

const replyWords = (it: Story) =>
  it.language === 'kk'
    ? {
        addressee: it.author ?? 'Өтініш берушіге',
        subject: it.subject,
        established:
          'Өтініште аталған мән-жайлар тексерілді, қызметкерлерден түсініктеме алынды, бейнежазбалар қаралды.',
        ground: 'Әкімшілік рәсімдік-процестік кодекстің 76-бабы, Ереженің 6-тармағының 23) тармақшасы.',
        outcome: 'Өтініш ішінара қанағаттандырылды: қызметкерге ескерту жасалды, қабылдау тәртібі өзгертілді.',
      }
    : {
        addressee: it.author ?? 'Заявителю',
        subject: it.subject,
        established: 'Изложенные обстоятельства проверены, получены объяснения работников, изучены видеозаписи.',
        ground: 'Статья 76 Административного процедурно-процессуального кодекса, подпункт 23) пункта 6 Положения.',
        outcome: 'Обращение удовлетворено частично: работнику сделано замечание, порядок приёма изменён.',
      }

/** What the appeals are about and how they are answered, in turn. A refusal here burdens nobody, so it waits for no hearing. */
const questions = [
  'bribery',
  'abuse',
  'red-tape',
  'ethics',
  'distribution',
  'personnel',
  'procurement',
  'other',
] as const
const outcomes = [
  { result: 'partly' },
  { result: 'satisfied' },
  { result: 'explained' },
  { result: 'refused', ground: 'Фактілер расталмады.', burdensome: false },
  { result: 'partly' },
] as const

const hours = ['09:12', '09:48', '10:25', '11:07', '11:40', '12:16', '14:05', '14:52', '15:30', '16:21']
const pick = <T>(list: readonly T[], place: number): T => list[place % list.length] as T

/** The fates in their order along one road, to ask how far a story goes. */
const road: readonly Fate[] = ['received', 'registered', 'assigned', 'working', 'offered', 'answered', 'delivered']
const reaches = (fate: Fate, point: Fate): boolean =>
  fate === 'returned' ? road.indexOf(point) <= road.indexOf('offered') : road.indexOf(fate) >= road.indexOf(point)

const assigneeOf = ({ region }: Story, place: number): DemoRole =>
  region === '10' ? 'abaiInspector' : place % 2 ? 'inspector' : 'inspector2'

const handIn = (it: Story) => ({
  kind: it.kind,
  language: it.language,
  court: courtId(it.region ? `REG-${it.region}` : 'SC'),
  person: it.person,
  text: `${it.text}\n\n${invented[it.language]}`,
})

const stepsOf = (it: Story, place: number, { house, clock, today, actor }: Planting, days: Calendar): Step[] => {
  const told: Partial<Told> = {}
  const came = days.addWorkingDays(today, -it.ago)
  const after = (working: number): Day => (working ? days.addWorkingDays(came, working) : came)
  const act = async (role: DemoRole | 'citizen', operation: string, input: object): Promise<Record<string, string>> => {
    const found = house.registry.operations.get(operation)
    if (!found) throw new Error(`the house has no operation ${operation}`)
    const who = role === 'citizen' ? citizen : await actor(role)
    const session = { id: newId(), steppedUpAt: clock.now() }
    const { result } = await perform(house, found, who.kind === 'public' ? who : { ...who, session }, input)
    return result as Record<string, string>
  }
  const on = (more: object = {}) => ({ id: told.id, ...more })
  const steps: Step[] = []
  const then = (day: Day, hour: string, run: () => Promise<unknown>): void => {
    if (instantOf(`${day}T${hour}`) < instantOf(`${today}T08:45`))
      steps.push({ at: `${day}T${hour}`, run: async () => void (await run()) })
  }
  const by = assigneeOf(it, place)
  const chief: DemoRole = it.region === '10' ? 'abaiHead' : place % 3 ? 'head' : 'deputy'
  const received = it.weekend ? saturdayAfter(came) : came
  then(received, pick(hours, place), async () => {
    const who = it.author
      ? { as: 'person', name: it.author, address: 'Көрсетілім көшесі, 1', phone: '+7 700 000 00 00' }
      : { as: 'anonymous' }
    const taken =
      (it.channel ?? 'portal') === 'portal'
        ? await act('citizen', 'appeals.submit', { ...handIn(it), applicant: who, submissionKey: crypto.randomUUID() })
        : await act('registrar', 'appeals.enter', {
            ...handIn(it),
            ...who,
            channel: it.channel,
            ...(it.channel === 'oral' ? { agreement: 'agreed' } : {}),
            entryKey: crypto.randomUUID(),
          })
    told.id = taken['id'] ?? ''
  })
  const anonymousEnd = it.fate === 'closed' || it.fate === 'redirected'
  if (reaches(it.fate, 'registered') || anonymousEnd) {
    then(came, '17:05', () =>
      act('registrar', 'appeals.register', on({ subject: it.subject, question: pick(questions, place) })),
    )
  }
  if (it.fate === 'closed') {
    then(after(1), '10:10', () =>
      act('head', 'appeals.closeAnonymous', on({ reason: 'Өтініштің авторын анықтау мүмкін емес.' })),
    )
  }
  if (it.fate === 'redirected') {
    const reason = 'Дайындалып жатқан қылмыс туралы мәлімет бар.'
    then(came, '17:20', () => act('head', 'appeals.redirect', on({ body: plantedBody('knb-anti-corruption'), reason })))
  }
  if (reaches(it.fate, 'assigned'))
    then(after(1), '09:30', async () => act(chief, 'appeals.assign', on({ to: (await actor(by)).id })))
  if (reaches(it.fate, 'working')) {
    then(after(2), '10:00', () => act(by, 'appeals.takeUp', on()))
    then(after(2), '10:40', () =>
      act(
        by,
        'appeals.note',
        on({ text: it.language === 'kk' ? 'Бейнежазбалар сұратылды.' : 'Запрошены видеозаписи.' }),
      ),
    )
    const asks = it.language === 'kk' ? 'Оқиғаның нақты уақытын жазсаңыз.' : 'Уточните, пожалуйста, время события.'
    if (place % 3 === 0) then(after(3), '11:15', () => act(by, 'appeals.message', on({ text: asks })))
  }
  if (reaches(it.fate, 'offered')) {
    const due = Math.min(9, Math.max(3, it.ago - 3))
    then(
      after(due),
      '14:10',
      async () =>
        void (told.document = (await act(by, 'appeals.draftReply', on(pick(outcomes, place))))['document'] ?? ''),
    )
    then(after(due), '15:00', () => act(by, 'documents.save', { id: told.document, fields: replyWords(it) }))
    then(after(due), '15:10', () => act(by, 'documents.offer', { id: told.document }))
    const remark = it.language === 'kk' ? 'Әр дәлелге жеке жауап беріңіз.' : 'Ответьте на каждый довод отдельно.'
    if (it.fate === 'returned')
      then(after(due + 1), '09:40', () => act('head', 'documents.return', { id: told.document, remark }))
    if (reaches(it.fate, 'answered'))
      then(after(due + 1), '16:30', () => act('head', 'documents.sign', { id: told.document }))
  }
  return steps
}

const saturdayAfter = (day: Day): Day => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, 6 - weekday)
}

/**
 * Tells the stories up to the morning of `today`. About forty appeals in every state, some overdue, some due soon.
 * @param also steps of other stories, told in between in the order of their time
 */
export async function plantAppeals(planting: Planting, also: readonly Step[] = []): Promise<void> {
  const { house, clock, today } = planting
  const { calendar } = await house.parameters.current()
  const steps = [...stories.flatMap((it, place) => stepsOf(it, place, planting, calendar)), ...also]
  steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  let day: Day = ''
  for (const { at, run } of steps) {
    // News is carried out overnight: every step that waits for it stands on a later day.
    if (at.slice(0, 10) !== day) await drainJobs(house)
    day = at.slice(0, 10)
    clock.set(at)
    await run()
  }
  await drainJobs(house)
  clock.set(`${today}T08:45`)
  await drainJobs(house)
}
