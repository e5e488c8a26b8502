// The demonstration's register of criminal cases: eight invented cases on different stages, a ninth about somebody of the register of
// persons, whose verdict leads to the direct superior, and a quarter's list to reconcile.
import { receiveFile } from '../../kernel/files/index.ts'
import { addDays } from '../../kernel/calendar.ts'
import { checkDigit } from '../../kernel/identifiers.ts'
import { newId } from '../../kernel/ids.ts'
import { drainJobs } from '../../kernel/jobs/index.ts'
import { perform } from '../../kernel/perform.ts'
import { systemActor } from '../../kernel/system.ts'
import { courtId, fixedId } from '../../modules/org/index.ts'
import type { DemoRole, Planting } from './appeals.ts'

/** An IIN with a right check digit that nobody can bear: its day of birth is the 30th of February. */
const nobodysIin = (n: number): string => {
  for (let serial = n; ; serial += 100) {
    const digits = `7502303${String(serial).padStart(4, '0')}`
    const check = checkDigit(digits)
    if (check !== null) return `${digits}${check}`
  }
}

type Step = readonly [operation: string, daysAgo: number, more?: object]
interface Story {
  who: DemoRole
  said: object
  registered: number
  steps: readonly Step[]
}

const bribe = { articles: ['366'], articleWords: 'ҚК 366-бабының 2-бөлігі', qualification: 'corruption' }
const other = { articles: ['345'], articleWords: 'ҚК 345-бабының 3-бөлігі', qualification: 'other' }
const judge = { postKind: 'judge', postTitle: 'Аудандық соттың судьясы' }
const guilty = {
  outcome: 'convicted',
  gravity: 'grave',
  sentences: ['imprisonment', 'post-ban'],
  sentenceWords: '5 жыл бас бостандығынан айыру (ойдан шығарылған).',
}

const stories: readonly Story[] = [
  {
    who: 'inspector',
    said: { ...judge, ...bribe, personName: 'Ойдан Шығарылғанұлы Біріншіев', court: courtId('REG-75') },
    registered: 400,
    steps: [
      ['suspect', 390],
      ['restrain', 389, { act: 'set', restraint: 'custody' }],
      ['charge', 350],
      ['send', 320, { courtCase: '7500-25-00-1/41' }],
      ['giveVerdict', 250, guilty],
      ['appeal', 240],
      ['decideAppeal', 200, { changed: false }],
      ['enterForce', 200],
      ['dismiss', 195],
    ],
  },
  {
    who: 'abaiInspector',
    said: {
      ...bribe,
      personName: 'Ойдана Шығарылғанқызы Екіншиева',
      postKind: 'court-staff',
      postTitle: 'Кеңсе меңгерушісі',
      leads: true,
      court: courtId('REG-10'),
    },
    registered: 210,
    steps: [
      ['suspect', 205],
      ['charge', 160],
      ['send', 130, { courtCase: '1000-26-00-1/7' }],
      ['giveVerdict', 60, { ...guilty, gravity: 'medium', sentences: ['fine', 'post-ban'] }],
    ],
  },
  {
    who: 'abaiHead',
    said: { ...judge, ...other, personName: 'Ойдан Шығарылғанұлы Үшіншиев', court: courtId('REG-10') },
    registered: 180,
    steps: [
      ['suspect', 178],
      ['terminate', 120, { cleared: true }],
    ],
  },
  {
    who: 'inspector2',
    said: {
      ...bribe,
      articles: ['361', '366'],
      articleWords: 'ҚК 361, 366-баптары',
      personName: 'Ойдан Шығарылғанұлы Төртіншиев',
      postKind: 'td-staff',
      postTitle: 'Департамент басшысының орынбасары',
      leads: true,
      placeName: 'Сот әкімшілігінің аумақтық департаменті',
      region: '71',
    },
    registered: 90,
    steps: [
      ['suspect', 80],
      ['restrain', 80, { act: 'set', restraint: 'house-arrest' }],
      ['charge', 30],
    ],
  },
  {
    who: 'inspector',
    said: {
      articles: ['190'],
      articleWords: 'ҚК 190-бабының 3-бөлігі',
      qualification: 'other',
      personName: 'Ойдана Шығарылғанқызы Бесіншиева',
      postKind: 'court-staff',
      postTitle: 'Сот приставы',
      court: courtId('REG-35'),
    },
    registered: 75,
    steps: [['suspect', 70]],
  },
  {
    who: 'inspector',
    said: { ...judge, ...bribe, personName: 'Ойдан Шығарылғанұлы Алтыншиев', court: courtId('REG-39'), iin: null },
    registered: 20,
    steps: [],
  },
  {
    who: 'deputy',
    said: {
      ...bribe,
      personName: 'Ойдан Шығарылғанұлы Жетіншиев',
      postKind: 'ca-staff',
      postTitle: 'Бас маман',
      placeName: 'Сот әкімшілігі',
    },
    registered: 300,
    steps: [
      ['suspect', 290],
      ['charge', 260],
      ['send', 230, { courtCase: '7100-26-00-1/3' }],
      ['giveVerdict', 150, { outcome: 'acquitted' }],
      ['enterForce', 130],
    ],
  },
  {
    who: 'inspector2',
    said: { ...judge, ...other, personName: 'Ойдана Шығарылғанқызы Сегізіншиева', court: courtId('REG-63') },
    registered: 150,
    steps: [
      ['suspect', 145],
      ['terminate', 100, { cleared: false, gravity: 'medium' }],
    ],
  },
]

/** An employee of the territorial department, whom the register of persons knows with the direct superior. */
const subordinate = 'Сейітова Ботагөз'
const road: readonly Step[] = [
  ['suspect', 130],
  ['charge', 110],
  ['send', 90, { courtCase: '1000-26-00-1/19' }],
  ['giveVerdict', 40, guilty],
  ['enterForce', 10],
]

const written = (day: string): string => day.split('-').reverse().join('.')

/** Tells them through the real operations; the list differs from the register in three lines. */
export async function plantCriminalCases({ house, today, actor }: Planting): Promise<void> {
  const act = async (who: DemoRole, name: string, input: object): Promise<Record<string, unknown>> => {
    const operation = house.registry.operations.get(name)
    if (!operation) throw new Error(`the house has no operation ${name}`)
    const session = { id: newId(), steppedUpAt: house.clock.now() }
    return (await perform(house, operation, { ...(await actor(who)), session }, input)).result as Record<
      string,
      unknown
    >
  }
  const paper = 'Құқық қорғау органының хаты (көрсетілім үшін ойдан шығарылған)'
  const take = async (who: DemoRole, id: string, steps: readonly Step[]): Promise<void> => {
    for (const [step, daysAgo, more = {}] of steps) {
      const happenedOn = addDays(today, -daysAgo)
      await act(who, `criminalCases.${step}`, { id, happenedOn, confirmedOn: addDays(happenedOn, 2), paper, ...more })
    }
  }
  const numbers: string[] = []
  for (const [n, { who, said, registered, steps }] of stories.entries()) {
    const id = newId()
    const on = addDays(today, -registered)
    const erdr = `${on.slice(2, 4)}7100031${String(4_000 + n).padStart(6, '0')}`
    numbers.push(erdr)
    await act(who, 'criminalCases.register', {
      entryKey: id,
      iin: nobodysIin(n + 1),
      erdr,
      body: fixedId('body:prosecutor-general'),
      offenceOn: addDays(on, -40),
      ...said,
      registeredOn: on,
      confirmedOn: addDays(on, 3),
      paper,
    })
    await take(who, id, steps)
  }
  const { rows: found } = (await act('head', 'persons.find', { words: subordinate })) as { rows: { id: string }[] }
  const [person] = found
  if (person) {
    const id = newId()
    const on = addDays(today, -140)
    const erdr = `${on.slice(2, 4)}7100031${String(4_000 + stories.length).padStart(6, '0')}`
    const said = { ...bribe, person: person.id, erdr, offenceOn: addDays(on, -60) }
    const entered = { registeredOn: on, confirmedOn: addDays(on, 3), paper }
    await act('inspector', 'criminalCases.register', { entryKey: id, ...said, ...entered })
    await take('inspector', id, road)
  }
  const watch = house.registry.operations.get('reconciliation.watch')
  if (!watch) return
  await perform(house, watch, systemActor, {})
  const { rows } = (await act('inspector', 'reconciliation.list', {})) as { rows: { id: string }[] }
  const { rows: profiles } = (await act('inspector', 'reconciliation.profiles', {})) as { rows: { id: string }[] }
  const registeredOn = (n: number): string => written(addDays(today, -(stories[n]?.registered ?? 0)))
  const list = [
    'ЕРДР;ИИН;ФИО;Статья УК;Квалификация;Исход;Дата регистрации',
    `${numbers[1]};${nobodysIin(2)};Екиншиева Ойдана Шыгарылганкызы;ст. 366 ч. 2;коррупционное;в производстве;${registeredOn(1)}`,
    `${numbers[3]};${nobodysIin(4)};Тортиншиев Ойдан Шыгарылганович;ст. 361, ст. 366;иное;в производстве;${registeredOn(3)}`,
    `;${nobodysIin(5)};Бесиншиева Ойдана Шыгарылганкызы;ст. 189 ч. 3;иное;в производстве;${registeredOn(4)}`,
    `267100031009999;${nobodysIin(9)};Тогызыншиев Ойдан Шыгарылганович;ст. 362;коррупционное;в производстве;${registeredOn(4)}`,
  ].join('\r\n')
  const source = (async function* () {
    yield Buffer.from(list)
  })()
  const by = await actor('inspector')
  const file = await receiveFile(house, source, { name: 'КПСиСУ.csv', by })
  const bring = { id: rows[0]?.id, profile: profiles[0]?.id, files: [file.id] }
  await act('inspector', 'reconciliation.bring', bring)
  if ((await drainJobs(house)).length) throw new Error('the news of the demonstration failed')
}
