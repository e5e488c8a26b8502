// The demonstration's appeals on the law's other paths: extended, forwarded, handed over, before a hearing, complained of. All invented.
import type { Day } from '../../kernel/clock.ts'
import { newId } from '../../kernel/ids.ts'
import { perform } from '../../kernel/perform.ts'
import { receiptOf } from '../../modules/appeals/index.ts'
import { plantedBody } from '../../modules/incoming/index.ts'
import { courtId } from '../../modules/org/index.ts'
import { citizen, type DemoRole, type Planting, type Step } from './appeals.ts'

type Reply = Record<string, string>

interface Told {
  id: string
  code: string
  /** Papers that the last act has begun. */
  papers: readonly string[]
}

/** One act: how many working days after receipt, at which minute, and what. */
interface Turn {
  after: number
  hour: string
  run: (tell: Tell) => Promise<void>
}

interface Tell {
  told: Told
  /** The day so many working days after receipt. */
  day: (after: number) => Day
  act: (role: DemoRole, operation: string, input?: object) => Promise<Reply>
  visit: (operation: string, input: object) => Promise<void>
}

interface PathStory {
  /** Working days before today on which it came. */
  ago: number
  subject: string
  text: string
  author: string
  question: string
  /** After it was registered and given to the inspector. */
  turns: readonly Turn[]
}

const turn = (after: number, hour: string, run: Turn['run']): Turn => ({ after, hour, run })

const begun = ({ document, letter, notice }: Reply): string[] =>
  [document, letter, notice].filter((it) => typeof it === 'string')

/** An act that begins papers, and their road to the head's signature an hour later. */
const papers = (after: number, role: DemoRole, operation: string, input: (tell: Tell) => object): Turn[] => [
  turn(after, '11:00', async (tell) => {
    tell.told.papers = begun(await tell.act(role, operation, input(tell)))
  }),
  turn(after, '11:20', async ({ told, act }) => {
    for (const id of told.papers) await act('inspector', 'documents.offer', { id })
  }),
  turn(after, '16:40', async ({ told, act }) => {
    for (const id of told.papers) await act('head', 'documents.sign', { id })
  }),
]

const words = {
  addressee: 'Өтініш берушіге',
  subject: 'Өтінішке жауап',
  established: 'Аталған мән-жайлар тексерілді, қызметкерлерден түсініктеме алынды.',
  ground: 'Әкімшілік рәсімдік-процестік кодекстің 76-бабы.',
  outcome: 'Тексеру нәтижесі жоғарыда баяндалды.',
}

const reply = (after: number, chosen: object): Turn =>
  turn(after, '14:00', async ({ told, act }) => {
    const { document = '' } = await act('inspector', 'appeals.draftReply', chosen)
    await act('inspector', 'documents.save', { id: document, fields: words })
    await act('inspector', 'documents.offer', { id: document })
    told.papers = [document]
  })

const reason = 'Екі куәдан түсініктеме алу және бейнежазбаны қарау қажет.'
const extended = { until: 28, reason }

const stories: readonly PathStory[] = [
  {
    ago: 14,
    subject: 'Кеңседе кезекті сату туралы',
    text: 'Сот кеңсесінде кезек нөмірлері сатылады. Бейнежазба бар.',
    author: 'Ерболат Көрсетілімұлы',
    question: 'bribery',
    turns: [
      turn(5, '10:00', async ({ act, day }) => {
        await act('inspector', 'paths.askExtension', { until: day(extended.until), reason })
      }),
      ...papers(6, 'head', 'paths.extend', ({ day }) => ({ until: day(extended.until), reason })),
    ],
  },
  {
    ago: 8,
    subject: 'Куәлардың өтініші бойынша тексеру',
    text: 'Көмекші іс материалдарын бөтен адамға көрсеткен.',
    author: 'Алма Көрсетілімқызы',
    question: 'ethics',
    turns: [
      turn(6, '15:00', async ({ act, day }) => {
        await act('inspector', 'paths.askExtension', { until: day(25), reason })
      }),
    ],
  },
  {
    ago: 7,
    subject: 'Нотариус әрекетіне шағым',
    text: 'Нотариус құжатты рәсімдеуден бас тартты.',
    author: 'Қайрат Көрсетілімұлы',
    question: 'other',
    turns: papers(2, 'inspector', 'paths.forward', () => ({
      body: plantedBody('moj'),
      substance: 'Нотариустың әрекетіне шағым.',
      ground: 'Әкімшілік рәсімдік-процестік кодекстің 65-бабы.',
    })),
  },
  {
    ago: 9,
    subject: 'Пара талап ету туралы хабар',
    text: 'Маман істі тездетіп қарау үшін ақша сұрады, хат-хабары сақталған.',
    author: 'Дана Көрсетілімқызы',
    question: 'bribery',
    turns: papers(1, 'inspector', 'paths.transfer', () => ({
      body: plantedBody('knb-anti-corruption'),
      established: 'Хат-хабарда ақша сұрау туралы сөздер бар.',
      signs: 'Қылмыстық кодекстің 366-бабында көзделген әрекеттің белгілері.',
    })),
  },
  {
    ago: 10,
    subject: 'Қызметке қабылдамау туралы шағым',
    text: 'Конкурсқа құжаттарымды негізсіз қабылдамады.',
    author: 'Марат Көрсетілімұлы',
    question: 'personnel',
    turns: [
      reply(7, { result: 'refused', ground: 'Құжаттар конкурс шарттарына сай келмеген.' }),
      ...papers(8, 'inspector', 'paths.openHearing', () => ({
        decision: 'Өтінішті қанағаттандырудан бас тарту көзделеді.',
        ground: 'Әкімшілік рәсімдік-процестік кодекстің 73-бабы.',
        hearing: 'Тыңдау Ішкі қауіпсіздік бөлімінде өтеді. Қарсылық код арқылы жазылады.',
      })),
    ],
  },
  {
    ago: 20,
    subject: 'Іс қағаздарын кешіктіру туралы',
    text: 'Шешімнің көшірмесі екі ай берілмеді.',
    author: 'Гүлжан Көрсетілімқызы',
    question: 'red-tape',
    turns: [
      reply(8, { result: 'explained' }),
      turn(9, '16:00', async ({ told, act }) => {
        for (const id of told.papers) await act('head', 'documents.sign', { id })
      }),
      turn(18, '19:30', async ({ visit }) => {
        await visit('paths.complain', { text: 'Жауапта кешіктіру себебі айтылмаған. Қайта қарауды сұраймын.' })
      }),
    ],
  },
  {
    ago: 12,
    subject: 'Мазмұны жоқ өтініш',
    text: 'Көмектесіңіздер.',
    author: 'Серік Көрсетілімұлы',
    question: 'other',
    turns: papers(2, 'head', 'paths.return', () => ({
      reason: 'Не болғаны, қай сотта және қашан болғаны көрсетілмеген.',
      ground: 'Әкімшілік рәсімдік-процестік кодекстің 63-бабы.',
    })),
  },
  {
    ago: 13,
    subject: 'Қоғамдық қабылдауға жазылу туралы',
    text: 'Қабылдауға екі рет жаза алмады.',
    author: 'Зәуре Көрсетілімқызы',
    question: 'red-tape',
    turns: [
      turn(3, '12:00', async ({ visit }) => {
        await visit('paths.withdraw', { reason: 'Мәселе шешілді, рақмет.' })
      }),
      ...papers(5, 'head', 'paths.terminate', () => ({ ground: 'Әкімшілік рәсімдік-процестік кодекстің 70-бабы.' })),
    ],
  },
]

/** The steps of these stories, to be told together with the others. */
export async function pathSteps({ house, clock, today, actor }: Planting): Promise<Step[]> {
  const { calendar } = await house.parameters.current()
  return stories.flatMap((story) => {
    const came = calendar.addWorkingDays(today, -story.ago)
    const day = (after: number): Day => (after ? calendar.addWorkingDays(came, after) : came)
    const told: Told = { id: '', code: '', papers: [] }
    const done = async (role: DemoRole | 'citizen', operation: string, input: object, receipt?: string) => {
      const found = house.registry.operations.get(operation)
      if (!found) throw new Error(`the house has no operation ${operation}`)
      const who =
        role === 'citizen'
          ? { ...citizen, ...(receipt ? { receipt } : {}) }
          : { ...(await actor(role)), session: { id: newId(), steppedUpAt: clock.now() } }
      return (await perform(house, found, who, input)).result as Reply
    }
    const tell: Tell = {
      told,
      day,
      act: (role, operation, input = {}) => done(role, operation, { id: told.id, ...input }),
      visit: async (operation, input) => {
        await done('citizen', operation, input, receiptOf(house.pepper, told.code) ?? '')
      },
    }
    const opening: Turn[] = [
      turn(0, '09:35', async () => {
        const slip = await done('citizen', 'appeals.submit', {
          submissionKey: crypto.randomUUID(),
          kind: 'complaint',
          language: 'kk',
          applicant: { as: 'person', name: story.author, address: 'Көрсетілім көшесі, 2', phone: '+7 700 000 00 01' },
          court: courtId('SC'),
          text: `${story.text}\n\nКөрсетілім үшін ойдан шығарылған.`,
        })
        Object.assign(told, { id: slip['id'], code: slip['code'] })
      }),
      turn(0, '17:10', async ({ act }) => {
        await act('registrar', 'appeals.register', { subject: story.subject, question: story.question })
      }),
      turn(1, '09:20', async ({ act }) => {
        await act('head', 'appeals.assign', { to: (await actor('inspector')).id })
      }),
    ]
    return [...opening, ...story.turns]
      .map(({ after, hour, run }) => ({ at: `${day(after)}T${hour}`, run: () => run(tell) }))
      .filter(({ at }) => at < `${today}T08:45`)
  })
}
