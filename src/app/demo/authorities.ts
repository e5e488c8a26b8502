// The demonstration's authorities: one granted for an appeal, one that waits for the principal, one on paper that waits for its confirmation.
import { addDays } from '../../kernel/calendar.ts'
import { dayOf } from '../../kernel/clock.ts'
import { receiveFile } from '../../kernel/files/index.ts'
import type { House } from '../../kernel/house.ts'
import { newId } from '../../kernel/ids.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import { renderReport } from '../../modules/templates/index.ts'
import { castActor, castId, type CastName } from '../cast.ts'

const invented = 'Көрсетілім үшін ойдан шығарылған.'

const assignment = {
  title: '№ 11-4/28 тапсырма',
  marks: ['Жоғарғы Сот Төрағасының бұрыштамасы'],
  tables: [],
  notes: [`Аталған мән-жайлар бойынша қызметтік тексеру жүргізілсін. ${invented}`],
}
const supremeCourt = { kk: 'Жоғарғы Сот', ru: 'Верховный Суд', en: 'Supreme Court' }

interface Listed {
  rows: { id: string }[]
}

/** Told on the last morning, on what the stories have left open. */
export async function plantAuthorities(house: House): Promise<void> {
  const run = async <T>(who: CastName, name: string, input: object): Promise<T> => {
    const operation = house.registry.operations.get(name)
    if (!operation) throw new Error(`the house has no operation ${name}`)
    const actor = await castActor(house, who)
    const session = { id: newId(), steppedUpAt: house.clock.now() }
    return (await perform(house, operation, { ...actor, session }, input)).result as T
  }
  const today = dayOf(house.clock.now())
  const { rows } = await run<Listed>('head', 'appeals.list', { state: ['assigned', 'working'], size: 20 })
  const [first, second] = rows
  if (!first || !second) return
  const purpose = 'investigation'
  const ask = { purpose, issuer: 'chairman', ground: `Өтініште аталған мән-жайлар ішінара расталды. ${invented}` }
  const { id } = await run<{ id: string }>('head', 'authorities.ask', {
    ...ask,
    entryKey: newId(),
    about: [`appeal:${first.id}`],
    until: addDays(today, 40),
  })
  const word = 'Тексеру жүргізілсін, нәтижесі бір айдың ішінде баяндалсын.'
  await run('chairman', 'authorities.decide', { id, granted: true, word, until: addDays(today, 30) })
  await run('head', 'authorities.ask', {
    purpose: 'personalFile',
    issuer: 'ca-head',
    entryKey: newId(),
    about: [`employee:${castId('gate')}`],
    ground: `Кіреберістегі тәртіп бұзылғаны туралы сигнал тексеріліп жатыр. ${invented}`,
    scope: 'Қызмет тізімі мен тәртіптік жазалар туралы бұйрықтар.',
    until: addDays(today, 14),
  })
  const { bytes } = await renderReport(assignment, supremeCourt, house.clock.now(), 'kk')
  const source = (async function* () {
    yield Buffer.from(bytes)
  })()
  const scan = { name: 'тапсырма-11-4-28.pdf', by: await castActor(house, 'registrar') }
  await run('registrar', 'authorities.register', {
    ...ask,
    entryKey: newId(),
    about: [`appeal:${second.id}`],
    ground: assignment.notes[0],
    signer: castId('chairman'),
    number: '11-4/28',
    issuedOn: addDays(today, -1),
    files: [(await receiveFile(house, source, scan)).id],
  })
  if ((await drainJobs(house)).length) throw new Error('the news of the demonstration failed')
}
