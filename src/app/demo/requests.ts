// The demonstration's requests: one answered in full, one in part, a demand that nobody met and the principals see, a proposal, a draft.
import { dayOf, type MovableClock } from '../../kernel/clock.ts'
import type { House } from '../../kernel/house.ts'
import { newId } from '../../kernel/ids.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import { courtId, fixedId } from '../../modules/org/index.ts'
import { castActor, castId, type CastName } from '../cast.ts'

interface Planting {
  house: House
  /** Moved on by some working days, never back. */
  clock: MovableClock
}

const invented = 'Көрсетілім үшін ойдан шығарылған.'

const asks = {
  answered: {
    kind: 'request',
    addressee: `court:${courtId('REG-10')}`,
    personPost: 'сот төрағасы',
    subject: 'Тіркеу журналының көшірмесін ұсыну туралы',
    asked: `Соңғы екі айдағы тіркеу журналының көшірмесі. ${invented}`,
  },
  partly: {
    kind: 'agency-request',
    addressee: `body:${fixedId('body:prosecutor-general')}`,
    subject: 'Тіркелген өтініштер туралы мәлімет',
    asked: `Сот қызметкерлеріне қатысты тіркелген өтініштер туралы мәлімет. ${invented}`,
  },
  missed: {
    kind: 'demand',
    addressee: `body:${fixedId('body:ca-almaty')}`,
    personPost: 'департамент басшысы',
    subject: 'Бейнежазбаларды сақтау туралы талап',
    asked: `Екінші қабаттағы камералардың жазбаларын өшірмей сақтау және көшірмесін беру. ${invented}`,
  },
  proposal: {
    kind: 'proposal',
    addressee: 'principal:ca-head',
    subject: 'Бейнебақылауды біркелкі ету туралы',
    asked: `Жазбаларды сақтау мерзімін барлық сотта бірдей белгілеу. ${invented}`,
    effect: 'Жазбалар сұратылғанға дейін жоғалмайды.',
  },
} as const

const ground = 'Ішкі қауіпсіздік бөлімі туралы ереже, 5 және 12-тармақтар.'

/** Tells them through the real operations in the first days of the history. */
export async function plantRequests({ house, clock }: Planting): Promise<void> {
  const { calendar } = await house.parameters.current()
  const start = calendar.nextWorking(dayOf(clock.now()))
  const day = (working: number) => (working ? calendar.addWorkingDays(start, working) : start)
  const act = async (who: CastName, name: string, input: object): Promise<Record<string, string>> => {
    const operation = house.registry.operations.get(name)
    if (!operation) throw new Error(`the house has no operation ${name}`)
    const actor = await castActor(house, who)
    const session = { id: newId(), steppedUpAt: clock.now() }
    return (await perform(house, operation, { ...actor, session }, input)).result as Record<string, string>
  }
  const news = async (): Promise<void> => {
    if ((await drainJobs(house)).length) throw new Error('the news of the demonstration failed')
  }
  const sent = async (ask: object, until: string): Promise<string> => {
    const entryKey = newId()
    const { document } = await act('inspector', 'requests.prepare', { entryKey, language: 'kk', ground, until, ...ask })
    await act('inspector', 'documents.offer', { id: document })
    await act('head', 'documents.sign', { id: document })
    await news()
    await act('registrar', 'documents.send', { id: document, way: 'courier' })
    await news()
    return entryKey
  }
  const came = async (answers: string, more: object): Promise<void> => {
    const paper = { entryKey: newId(), pages: 3, enclosures: 12, way: 'edms', language: 'kk', ...more }
    await act('registrar', 'incoming.register', { ...paper, answers: `request:${answers}` })
    await news()
  }

  if (clock.now() < new Date(`${start}T04:10:00Z`)) clock.set(`${start}T09:10`)
  const answered = await sent(asks.answered, day(3))
  const partly = await sent(asks.partly, day(4))
  const missed = await sent(asks.missed, day(2))
  await sent(asks.proposal, day(40))

  clock.set(`${day(2)}T11:20`)
  const { addressee: court, subject } = asks.answered
  await came(answered, { sender: court, senderNumber: '2-14/311', senderOn: day(1), subject })
  await act('inspector', 'requests.complete', { id: answered })
  await act('inspector', 'requests.close', { id: answered, word: 'Көшірмелер өтініштің материалдарына қосылды.' })
  await came(partly, { sender: asks.partly.addressee, senderNumber: '15-04/2207', subject: asks.partly.subject })
  await act('inspector', 'requests.answerPartly', { id: partly, missing: 'Екінші айдың деректері ұсынылған жоқ.' })

  clock.set(`${day(3)}T16:40`)
  const done = 'Департамент басшысына екі рет қоңырау шалынды, еске салу хаты жіберілді. Жазбалар берілген жоқ.'
  await act('head', 'requests.report', { id: missed, done })
  const letter = { entryKey: newId(), pages: 2, enclosures: 0, way: 'post', language: 'kk' }
  const { id } = await act('registrar', 'incoming.register', {
    ...letter,
    sender: `body:${fixedId('body:higher-judicial-council')}`,
    senderNumber: '08-3/94',
    subject: `Кандидаттар туралы мәлімет беру. ${invented}`,
  })
  const until = day(8)
  await act('head', 'incoming.handOn', { id, to: castId('inspector2'), until, note: 'Мәліметті дайындаңыз.' })
  await act('inspector', 'requests.prepare', {
    entryKey: newId(),
    ...asks.answered,
    language: 'kk',
    ground,
    subject: 'Қосымша журналдар туралы',
  })
  await news()
}
