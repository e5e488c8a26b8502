// The demonstration's register: ten invented judges, court staff and officials of one region, who leads whom, and a personal file.
import { dayOf } from '../../kernel/clock.ts'
import type { House } from '../../kernel/house.ts'
import { checkDigit } from '../../kernel/identifiers.ts'
import { newId } from '../../kernel/ids.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import { addDays } from '../../kernel/calendar.ts'
import { receiveFile } from '../../kernel/files/index.ts'
import { courtId, fixedId } from '../../modules/org/index.ts'
import { renderReport } from '../../modules/templates/index.ts'
import { castActor, castId, type CastName } from '../cast.ts'

const basis = 'Көрсетілім үшін ойдан шығарылған бұйрық'
const court = `court:${courtId('REG-10')}`
const department = `body:${fixedId('body:ca-abai')}`

/** An IIN that nobody can bear: its day of birth is the 30th of February. */
const iin = (serial: number): string => {
  for (let at = serial; ; at += 100) {
    const digits = `9902305${String(at).padStart(4, '0')}`
    const check = checkDigit(digits)
    if (check !== null) return `${digits}${check}`
  }
}

interface Invented {
  name: string
  kind: 'judge' | 'staff' | 'official'
  post: string
  from: string
  until?: string
  sex: 'male' | 'female'
  /** The post in the same body whose holder is the direct superior. */
  under?: string
}

const people: readonly Invented[] = [
  { name: 'Ерболат Сапарұлы Мәмбетов', kind: 'judge', post: 'court-chairman', from: '2022-07-01', sex: 'male' },
  { name: 'Ғалымжан Әбілқасымұлы Қожахметов', kind: 'judge', post: 'judge', from: '2022-07-01', sex: 'male' },
  { name: 'Шынар Тұрсынқызы Әбенова', kind: 'judge', post: 'judge', from: '2023-03-01', sex: 'female' },
  {
    name: 'Нұрлан Бекболатұлы Сұлтанов',
    kind: 'judge',
    post: 'judge',
    from: '2022-07-01',
    until: '2025-12-31',
    sex: 'male',
  },
  {
    name: 'Сұңқар Дүйсенұлы Баймолдин',
    kind: 'staff',
    post: 'office-head',
    from: '2022-07-01',
    sex: 'male',
    under: 'court-chairman',
  },
  {
    name: 'Тоғжан Әлібекқызы Нұрпейісова',
    kind: 'staff',
    post: 'secretary',
    from: '2023-09-01',
    sex: 'female',
    under: 'office-head',
  },
  {
    name: 'Еркебұлан Ғалымжанұлы Қожахметов',
    kind: 'staff',
    post: 'judge-assistant',
    from: '2024-02-01',
    sex: 'male',
    under: 'office-head',
  },
  { name: 'Қайсар Маратұлы Жолдасов', kind: 'official', post: 'department-head', from: '2024-02-01', sex: 'male' },
  {
    name: 'Ботагөз Нұржанқызы Сейітова',
    kind: 'official',
    post: 'chief-specialist',
    from: '2024-05-01',
    sex: 'female',
    under: 'department-head',
  },
  {
    name: 'Асқар Бейбітұлы Оразбеков',
    kind: 'official',
    post: 'leading-specialist',
    from: '2025-01-06',
    sex: 'male',
    under: 'department-head',
  },
]

const order = {
  title: 'Тағайындау туралы бұйрық',
  marks: ['Көрсетілім үшін ойдан шығарылған'],
  tables: [],
  notes: ['Ботагөз Нұржанқызы Сейітова департаменттің бас маманы лауазымына тағайындалсын.'],
}
const abai = { kk: 'Абай облысы', ru: 'Область Абай', en: 'Abai Region' }

const runs =
  (house: House) =>
  async <T>(who: CastName, name: string, input: object): Promise<T> => {
    const operation = house.registry.operations.get(name)
    if (!operation) throw new Error(`the house has no operation ${name}`)
    const session = { id: newId(), steppedUpAt: house.clock.now() }
    return (await perform(house, operation, { ...(await castActor(house, who)), session }, input)).result as T
  }
type Run = ReturnType<typeof runs>

async function enter(run: Run): Promise<string[]> {
  const ids: string[] = []
  for (const [at, { name, under, ...it }] of people.entries()) {
    const body = it.kind === 'official' ? department : court
    const given = { ...it, nameKk: name, iin: iin(at + 1), body, basis }
    const { id } = await run<{ id: string }>('analyst', 'persons.register', given)
    ids.push(id)
    if (!under) continue
    await run('analyst', 'personCards.open', { id, reason: 'Тікелей басшысын енгізу.' })
    const { posts } = await run<{ posts: { id: string }[] }>('analyst', 'personCards.read', { id })
    const superior = { superiorPost: under, from: it.from, basis: 'Бөлімше туралы ереже' }
    await run('analyst', 'persons.setSuperior', { id, post: posts[0]?.id, ...superior })
  }
  return ids
}

/** A permission that the Chairman gave, its reader, and one order out of the paper file. */
async function openOne(house: House, run: Run, person: string): Promise<void> {
  const today = dayOf(house.clock.now())
  const heldAt = 'Абай облысының департаменті, кадр бөлімі'
  const { id } = await run<{ id: string }>('registrar', 'personalFiles.begin', { person, number: 'ЖІ-0107', heldAt })
  const asked = await run<{ id: string }>('head', 'authorities.ask', {
    entryKey: newId(),
    purpose: 'personalFile',
    issuer: 'ca-head',
    about: [`personalFile:${id}`],
    ground: 'Тағайындау тәртібінің сақталуын тексеру қажет. Көрсетілім үшін ойдан шығарылған.',
    until: addDays(today, 30),
  })
  await run('caHead', 'authorities.decide', { id: asked.id, granted: true, word: 'Рұқсат етемін.' })
  await run('head', 'personalFiles.appoint', { id, authority: asked.id, reader: castId('inspector') })
  const { bytes } = await renderReport(order, abai, house.clock.now(), 'kk')
  const source = (async function* () {
    yield Buffer.from(bytes)
  })()
  const file = await receiveFile(house, source, { name: 'бұйрық.pdf', by: await castActor(house, 'inspector') })
  await run('inspector', 'personalFiles.add', {
    id,
    kind: 'appointment',
    title: order.title,
    datedOn: '2024-05-01',
    file: file.id,
  })
}

export async function plantPersons(house: House): Promise<void> {
  const run = runs(house)
  const ids = await enter(run)
  const [father, son, clerk, judge] = [ids[1], ids[6], ids[8], ids[2]]
  if (!father || !son || !clerk || !judge) throw new Error('the register of the demonstration is not whole')
  await run('analyst', 'persons.addKin', { id: father, relation: 'child', kin: son, basis: 'Жеке іс парағы' })
  await openOne(house, run, clerk)
  const cover = { person: judge, number: 'ЖІ-0042', heldAt: 'Жоғарғы Соттың кадр бөлімі' }
  await run('registrar', 'personalFiles.begin', cover)
  if ((await drainJobs(house)).length) throw new Error('the news of the demonstration failed')
}
