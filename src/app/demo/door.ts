// The demonstration's door: reception days, bookings, a reception with a promise, one that became an appeal, and signals. Invented.
import { addDays } from '../../kernel/calendar.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import type { Actor } from '../../kernel/rules.ts'
import { courtId, unitId } from '../../modules/org/index.ts'
import type { DemoRole, Planting } from './appeals.ts'

type Result = Record<string, unknown>

const citizen: Actor = {
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

const acts = ({ house, actor }: Planting) => {
  const act = async (who: DemoRole | 'citizen', operation: string, input: object): Promise<Result> => {
    const found = house.registry.operations.get(operation)
    if (!found) throw new Error(`the house has no operation ${operation}`)
    const { result } = await perform(house, found, who === 'citizen' ? citizen : await actor(who), input)
    return result as Result
  }
  return act
}

const department = unitId('department')
const place = 'Астана қаласы, Көрсетілім көшесі, 1, 204-кабинет'

const plantHours = async ({ today }: Planting, act: ReturnType<typeof acts>): Promise<void> => {
  const hours = { fromTime: '10:00', untilTime: '12:00', place, fromOn: addDays(today, -28) }
  await act('registrar', 'reception.setHours', { ...hours, unit: department, post: 'head', weekday: 1 })
  await act('registrar', 'reception.setHours', { ...hours, unit: department, post: 'head', weekday: 4 })
  await act('registrar', 'reception.setHours', { ...hours, unit: department, post: 'deputy-head', weekday: 3 })
  const abai = { unit: unitId('abai'), place: 'Семей қаласы, Көрсетілім көшесі, 5' }
  await act('registrar', 'reception.setHours', { ...hours, ...abai, post: 'territorial-head', weekday: 2 })
}

interface OpenDay {
  on: string
  slots: { at: string }[]
}

const visitors = [
  { name: 'Айша Көрсетілімқызы', phone: '+7 700 000 01 01', about: 'Істердің қалай бөлінетінін білгім келеді.' },
  { name: 'Болат Сынақұлы', phone: '+7 700 000 01 02', about: 'Кеңсенің жұмысы туралы айтқым келеді.' },
]

const plantBookings = async (act: ReturnType<typeof acts>): Promise<void> => {
  const desk = { unit: department, post: 'head' }
  for (const [at, visitor] of visitors.entries()) {
    const { days } = (await act('citizen', 'reception.openDays', desk)) as unknown as { days: OpenDay[] }
    const day = days[at]
    const slot = day?.slots[0]
    if (!day || !slot) continue
    const when = { on: day.on, at: slot.at, language: 'kk', bookingKey: crypto.randomUUID() }
    await act('citizen', 'reception.book', { ...desk, ...visitor, ...when })
  }
}

const plantCards = async ({ today, house }: Planting, act: ReturnType<typeof acts>): Promise<void> => {
  const { calendar } = await house.parameters.current()
  const came = { unit: department, post: 'head', language: 'kk' }
  const about = 'Сот приставының әрекеті туралы.'
  const first = await act('registrar', 'reception.walkIn', { ...came, name: 'Дана Мысалқызы', about })
  await act('head', 'reception.hold', {
    ...{ id: first['id'], asked: 'Бейнежазбаны сақтауды сұрады.', answered: 'Жазбаны сақтау тапсырылды.' },
    ...{ promise: 'Нәтижесін телефонмен хабарлау', promiseDueOn: calendar.addWorkingDays(today, 3) },
  })
  const phone = '+7 700 000 01 03'
  const second = await act('registrar', 'reception.walkIn', { ...came, name: 'Ерлан Үлгіұлы', phone, about })
  const card = { asked: 'Кеңседе ақы сұралғанын айтты.', answered: 'Айтқаны хаттамаланды.' }
  await act('head', 'reception.hold', { id: second['id'], ...card })
  await act('head', 'reception.makeAppeal', {
    ...{ id: second['id'], kind: 'report', agreement: 'agreed' },
    text: 'Кеңсе қызметкері істі тіркегені үшін ақы сұрады. Көрсетілім үшін ойдан шығарылған.',
  })
}

const plantSignals = async ({ today }: Planting, act: ReturnType<typeof acts>): Promise<void> => {
  const seen = [
    { source: 'facebook', link: 'https://facebook.example/posts/101', gist: 'Кеңседе кезек ұзақ деп жазылған.' },
    { source: 'press', link: 'https://gazeta.example/sot', gist: 'Сот ғимаратына кіру тәртібі туралы мақала.' },
    { source: 'telegram', link: null, gist: 'Арнада аты-жөні көрсетілмей, ақы сұралғаны айтылған.' },
  ]
  const ids: unknown[] = []
  for (const [at, it] of seen.entries()) {
    const court = at === 2 ? courtId('REG-10') : null
    ids.push((await act('registrar', 'signals.note', { ...it, court, seenOn: addDays(today, -at - 1) }))['id'])
  }
  const { rows } = (await act('registrar', 'signals.appeals', { words: 'ақы' })) as unknown as {
    rows: { id: string }[]
  }
  const [appeal] = rows
  if (appeal)
    await act('registrar', 'signals.link', { id: ids[2], appeal: appeal.id, reason: 'Бір кеңсе туралы айтылған.' })
}

/** Told after the appeals, on the morning on which their stories end. */
export async function plantDoor(planting: Planting): Promise<void> {
  const act = acts(planting)
  await plantHours(planting, act)
  await plantBookings(act)
  await plantCards(planting, act)
  await plantSignals(planting, act)
  await drainJobs(planting.house)
}
