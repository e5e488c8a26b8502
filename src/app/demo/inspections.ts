// The demonstration's inspection: one of a territorial department under way, with its team, a visit and a finding.
import { addDays } from '../../kernel/calendar.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { House } from '../../kernel/house.ts'
import { newId } from '../../kernel/ids.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import { castActor, castId, type CastName } from '../cast.ts'

const invented = 'Көрсетілім үшін ойдан шығарылған.'

/** Told on the last morning. */
export async function plantInspections(house: House): Promise<void> {
  const run = async <T>(who: CastName, name: string, input: object): Promise<T> => {
    const operation = house.registry.operations.get(name)
    if (!operation) throw new Error(`the house has no operation ${name}`)
    const actor = await castActor(house, who)
    const session = { id: newId(), steppedUpAt: house.clock.now() }
    return (await perform(house, operation, { ...actor, session }, input)).result as T
  }
  const today = dayOf(house.clock.now())
  const { calendar } = await house.parameters.current()
  const { bodies } = await run<{ bodies: { id: string; name: { en: string } }[] }>('head', 'inspections.choices', {})
  const body = bodies.find(({ name }) => name.en.includes('Atyrau')) ?? bodies[0]
  if (!body) throw new Error('the directory of the demonstration has no territorial department')
  const id = newId()
  await run('head', 'inspections.prepare', {
    entryKey: id,
    language: 'kk',
    body: body.id,
    aim: `Сыбайлас жемқорлықтың алдын алу жөніндегі жұмысты тексеру. ${invented}`,
    questions: ['Мүдделер қақтығысы журналы қалай жүргізіледі?', 'Сыйлықтар туралы хабарламалар есепке алына ма?'],
    periodFrom: addDays(today, -365),
    periodUntil: addDays(today, -1),
    startsOn: today,
    endsOn: calendar.addWorkingDays(today, 8),
  })
  await run('head', 'inspections.addMember', { id, employee: castId('inspector'), role: 'leader' })
  await run('head', 'inspections.addMember', { id, employee: castId('inspector2'), role: 'member' })
  await run('head', 'authorities.issue', {
    entryKey: newId(),
    purpose: 'inspection',
    issuer: 'head',
    about: [`inspection:${id}`],
    ground: `Жұмыс жоспары бойынша тексеру жүргізілсін. ${invented}`,
  })
  if ((await drainJobs(house)).length) throw new Error('the news of the demonstration failed')
  await run('head', 'inspections.open', { id })
  await run('inspector', 'inspections.enter', {
    id,
    certificate: 'ІҚБ № 014',
    place: `body:${body.id}`,
    premises: 'office',
    room: 'Кадр бөлімі',
    cameAt: house.clock.now().toISOString(),
    accompanied: `Кезекші маман. ${invented}`,
  })
  const { questions } = await run<{ questions: { id: string }[] }>('inspector', 'inspections.one', { id })
  const question = questions[0]?.id
  const answer = `Журнал жүргізіледі, бірақ соңғы алты айдың жазбасы жоқ. ${invented}`
  await run('inspector', 'inspections.answer', { id, question, answer })
  await run('inspector', 'inspections.find', {
    id,
    question,
    what: `Мүдделер қақтығысы журналы алты ай бойы толтырылмаған. ${invented}`,
    norm: '«Сыбайлас жемқорлыққа қарсы іс-қимыл туралы» Заң, 15-бап',
    papers: ['Мүдделер қақтығысы журналы, № 14'],
    answers: 'Кадр бөлімінің басшысы',
  })
}
