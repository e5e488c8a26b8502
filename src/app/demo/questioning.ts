// The demonstration's questionings: a summons that was explained under its code, and a judge without permission and consent.
import { addDays } from '../../kernel/calendar.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { House } from '../../kernel/house.ts'
import { newId } from '../../kernel/ids.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import type { Actor } from '../../kernel/rules.ts'
import { systemActor } from '../../kernel/system.ts'
import { receiptOf } from '../../modules/submissions/index.ts'
import { castActor, type CastName } from '../cast.ts'

const invented = 'Көрсетілім үшін ойдан шығарылған.'

/** Told on the last morning, in the investigation that is under way. */
export async function plantQuestioning(house: House): Promise<void> {
  const act = async <T>(actor: Actor, name: string, input: object): Promise<T> => {
    const operation = house.registry.operations.get(name)
    if (!operation) throw new Error(`the house has no operation ${name}`)
    return (await perform(house, operation, actor, input)).result as T
  }
  const run = async <T>(who: CastName, name: string, input: object): Promise<T> => {
    const actor = await castActor(house, who)
    return act({ ...actor, session: { id: newId(), steppedUpAt: house.clock.now() } }, name, input)
  }
  const news = async (): Promise<void> => {
    if ((await drainJobs(house)).length) throw new Error('the news of the demonstration failed')
  }
  const today = dayOf(house.clock.now())
  const { rows } = await run<{ rows: { id: string }[] }>('inspector', 'investigations.list', { state: 'opened' })
  const id = rows[0]?.id
  const person = async (name: string): Promise<string | undefined> =>
    (await run<{ rows: { id: string }[] }>('head', 'persons.find', { words: name })).rows[0]?.id
  const [clerk, judge] = [await person('Баймолдин Сұңқар'), await person('Мәмбетов Ерболат')]
  if (!id || !clerk || !judge) throw new Error('the demonstration lacks an investigation under way or its people')

  const { summons, document } = await run<{ summons: string; document: string }>('inspector', 'summonses.prepare', {
    id,
    entryKey: newId(),
    person: clerk,
    language: 'kk',
    asked: `Хаттамалар не себепті кешіктіріліп толтырылды?\nОны кім тексеруі керек еді? ${invented}`,
  })
  await run('inspector', 'documents.offer', { id: document })
  await news()
  await run('head', 'documents.sign', { id: document })
  await news()
  const { code } = await run<{ code: string }>('inspector', 'summonses.issueCode', { id: summons })
  await run('inspector', 'summonses.serve', {
    id: summons,
    way: 'hand',
    on: today,
    by: 'Айгүл Болатқызы Серікова',
    receipt: 'signed',
  })
  const receipt = receiptOf(house.pepper, code)
  if (!receipt) throw new Error('a code of the house is no code')
  const visitor: Actor = { ...systemActor, kind: 'public', reach: [], receipt }
  const text = `Хаттамаларды науқастанып қалған хатшының орнына толтырдым, сондықтан кешікті. ${invented}`
  await act(visitor, 'summonses.explain', { key: newId(), text, own: true })
  await news()

  await run('inspector', 'questioning.plan', {
    id,
    entryKey: newId(),
    person: judge,
    language: 'kk',
    on: addDays(today, 3),
    place: 'Сот ғимараты, 305-бөлме',
  })
}
