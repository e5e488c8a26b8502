// The demonstration's concluded investigation: proven, signed, reviewed by the deputy, decided by the commission and carried out.
import { addDays } from '../../kernel/calendar.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { House } from '../../kernel/house.ts'
import { newId } from '../../kernel/ids.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import { castActor, castId, type CastName } from '../cast.ts'

const invented = 'Көрсетілім үшін ойдан шығарылған.'

/** Told on the last morning, of an employee whom the register of the demonstration knows. */
export async function plantOutcomes(house: House): Promise<void> {
  const run = async <T>(who: CastName, name: string, input: object): Promise<T> => {
    const operation = house.registry.operations.get(name)
    if (!operation) throw new Error(`the house has no operation ${name}`)
    const actor = await castActor(house, who)
    const session = { id: newId(), steppedUpAt: house.clock.now() }
    return (await perform(house, operation, { ...actor, session }, input)).result as T
  }
  const news = async (): Promise<void> => {
    if ((await drainJobs(house)).length) throw new Error('the news of the demonstration failed')
  }
  const today = dayOf(house.clock.now())
  const found = await run<{ rows: { id: string }[] }>('head', 'persons.find', { words: 'Сұлтанов Нұрлан' })
  const person = found.rows[0]?.id
  if (!person) throw new Error('the register of the demonstration lacks its people')

  const id = newId()
  await run('head', 'investigations.prepare', {
    entryKey: id,
    kind: 'service',
    language: 'kk',
    persons: [person],
    allegations: `Сот мөрін бөгде адамға сеніп тапсырғаны туралы хабар. ${invented}`,
    offence: 'ordinary',
    committedOn: addDays(today, -40),
    discoveredOn: addDays(today, -20),
  })
  await news()
  const authority = await run<{ id: string }>('head', 'authorities.ask', {
    entryKey: newId(),
    purpose: 'investigation',
    issuer: 'ca-head',
    about: [`investigation:${id}`],
    ground: `Хабарда аталған мән-жайларды анықтау қажет. ${invented}`,
  })
  await run('caHead', 'authorities.decide', { id: authority.id, granted: true, word: 'Тексеру жүргізілсін.' })
  await news()
  await run('head', 'investigations.open', { id })
  await run('head', 'investigations.addMember', { id, employee: castId('inspector'), role: 'leader' })

  const { allegation } = await run<{ allegation: string }>('inspector', 'conclusions.allege', {
    id,
    words: 'Сот мөрін бір күнге бөгде адамға берген.',
  })
  await run('inspector', 'conclusions.find', {
    id,
    allegation,
    person,
    finding: 'proven',
    reasons: `Кеңсе журналы мен екі қызметкердің түсініктемесі айғақтады. ${invented}`,
    refs: [`authority:${authority.id}`],
    sources: 'Мөрді беру журналы, 12-парақ',
  })
  await run('inspector', 'conclusions.propose', {
    id,
    person,
    measure: 'remark',
    reasons: `Зиян келмеген, теріс қылық бірінші рет жасалған. ${invented}`,
  })
  await run('inspector', 'conclusions.offerMaterials', { id, person, on: today })
  await run('inspector', 'conclusions.acknowledge', { id, person, acknowledged: 'signed', on: today })
  const { document } = await run<{ document: string }>('inspector', 'conclusions.draft', { id })
  await run('inspector', 'documents.offer', { id: document })
  await run('head', 'documents.sign', { id: document })
  await news()
  await run('deputy', 'conclusions.review', { id, word: `Тұжырым материалдарға сай. ${invented}` })
  await run('inspector', 'outcomes.decide', {
    id,
    person,
    body: 'disciplinary-commission',
    bodyName: 'Департаменттің тәртіптік комиссиясы',
    number: '3',
    decidedOn: today,
    measure: 'remark',
    words: invented,
  })
  const page = await run<{ people: { decisions: { id: string }[] }[] }>('inspector', 'outcomes.one', { id })
  const decision = page.people[0]?.decisions[0]?.id
  await run('inspector', 'outcomes.execute', { id, decision, orderNumber: '48-ж', executedOn: today })
  await news()
}
