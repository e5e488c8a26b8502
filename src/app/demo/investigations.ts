// The demonstration's investigations: one under way with its plan, one that waits for the principal, one that lost its assignment.
import { addDays } from '../../kernel/calendar.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { House } from '../../kernel/house.ts'
import { newId } from '../../kernel/ids.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import { castActor, castId, type CastName } from '../cast.ts'

const invented = 'Көрсетілім үшін ойдан шығарылған.'

/** Told on the last morning, of persons whom the register of the demonstration knows. */
export async function plantInvestigations(house: House): Promise<void> {
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
  const person = async (name: string): Promise<string | undefined> =>
    (await run<{ rows: { id: string }[] }>('head', 'persons.find', { words: name })).rows[0]?.id
  const prepare = async (persons: readonly string[], more: object): Promise<string> => {
    const entryKey = newId()
    await run('head', 'investigations.prepare', {
      entryKey,
      kind: 'service',
      language: 'kk',
      persons,
      offence: 'ordinary',
      committedOn: addDays(today, -60),
      discoveredOn: addDays(today, -12),
      ...more,
    })
    await news()
    return entryKey
  }
  const ask = async (id: string): Promise<string> =>
    (
      await run<{ id: string }>('head', 'authorities.ask', {
        entryKey: newId(),
        purpose: 'investigation',
        issuer: 'chairman',
        about: [`investigation:${id}`],
        ground: `Хабарда аталған мән-жайлар ішінара расталды. ${invented}`,
      })
    ).id
  const assigned = async (id: string): Promise<string> => {
    const authority = await ask(id)
    await run('chairman', 'authorities.decide', { id: authority, granted: true, word: 'Тексеру жүргізілсін.' })
    await news()
    await run('head', 'investigations.open', { id })
    return authority
  }

  const [secretary, clerk, judge] = [
    await person('Нұрпейісова Тоғжан'),
    await person('Баймолдин Сұңқар'),
    await person('Әбенова Шынар'),
  ]
  if (!secretary || !clerk || !judge) throw new Error('the register of the demonstration lacks its people')
  const first = await prepare([secretary], {
    allegations: `Сот отырысының хаттамасын кешіктіріп толтырғаны туралы хабар. ${invented}`,
  })
  await assigned(first)
  await run('head', 'investigations.addMember', { id: first, employee: castId('inspector'), role: 'leader' })
  const inspector = castId('inspector')
  const steps = ['Кеңсе журналдарын қарау', 'Жазбаша түсініктеме алу']
  const ids: string[] = []
  for (const [at, what] of steps.entries()) {
    const step = { id: first, what, who: inspector, by: addDays(today, 7 + 7 * at) }
    ids.push((await run<{ step: string }>('inspector', 'proceedings.planStep', step)).step)
  }
  const happened = {
    id: first,
    happenedOn: addDays(today, -1),
    words: `Соттан журналдардың көшірмесі алынды. ${invented}`,
  }
  await run('inspector', 'proceedings.note', happened)
  const done = { id: first, step: ids[0], result: `Хаттамалар салыстырылды, үшеуі кеш толтырылған. ${invented}` }
  await run('inspector', 'proceedings.finishStep', done)

  const second = await prepare([judge], {
    allegations: `Судьяның әдепке қайшы әрекеті туралы өтініш. ${invented}`,
    offence: 'discrediting',
  })
  await ask(second)

  const third = await prepare([clerk], {
    allegations: `Істі тездетіп тіркегені үшін ақы сұрағаны туралы хабар. ${invented}`,
    offence: 'corruption',
  })
  const revoked = await assigned(third)
  const reason = `Материалдар құқық қорғау органына берілді. ${invented}`
  await run('chairman', 'authorities.revoke', { id: revoked, reason })
  await news()
}
