// The cast: fifteen invented people of the demonstration, tests and pictures, brought in by real operations.
import { dayOf } from '../kernel/clock.ts'
import type { House } from '../kernel/house.ts'
import { checkDigit } from '../kernel/identifiers.ts'
import { perform } from '../kernel/perform.ts'
import type { Actor } from '../kernel/rules.ts'
import { systemActor } from '../kernel/system.ts'
import { plantAccount } from '../modules/access/index.ts'
import {
  actorOf,
  fixedId,
  plantPerson,
  plantReference,
  postId,
  postsOf,
  standardDescriptions,
  unitId,
} from '../modules/org/index.ts'
import { listDescriptions, openStaffing } from '../modules/staffing/contract.ts'
import { postCodes, type PostCode } from '../modules/structure/contract.ts'

interface Role {
  name: string
  post: PostCode
  unit: string
}

/** By sign-in name. */
export const cast = {
  chairman: { name: 'Бекзат Сағынтайұлы Әлімов', post: 'chairman', unit: 'supreme-court' },
  caHead: { name: 'Раушан Қайратқызы Төребекова', post: 'ca-head', unit: 'court-administration' },
  head: { name: 'Мұрат Серікұлы Ержанов', post: 'head', unit: 'department' },
  deputy: { name: 'Гүлнар Асқарқызы Сәрсенова', post: 'deputy-head', unit: 'department' },
  inspector: { name: 'Айгүл Болатқызы Серікова', post: 'inspector', unit: 'department' },
  inspector2: { name: 'Дәулет Нұрланұлы Оспанов', post: 'inspector', unit: 'department' },
  analyst: { name: 'Жанна Ерланқызы Қасымова', post: 'analyst', unit: 'department' },
  registrar: { name: 'Назгүл Маратқызы Бекова', post: 'registrar', unit: 'department' },
  abaiHead: { name: 'Тимур Қанатұлы Құсайынов', post: 'territorial-head', unit: 'abai' },
  abaiInspector: { name: 'Сәуле Оразқызы Мұқанова', post: 'territorial-inspector', unit: 'abai' },
  almatyHead: { name: 'Ерлан Бақытұлы Жұмабаев', post: 'territorial-head', unit: 'almaty' },
  bailiff: { name: 'Руслан Темірұлы Тілеуов', post: 'bailiff', unit: 'almaty' },
  gate: { name: 'Камила Дәуренқызы Ахметова', post: 'gate-officer', unit: 'almaty' },
  auditor: { name: 'Ольга Ким', post: 'auditor', unit: 'court-administration' },
  admin: { name: 'Виктор Петров', post: 'administrator', unit: 'court-administration' },
} as const satisfies Record<string, Role>

export type CastName = keyof typeof cast
export const castNames = Object.keys(cast) as CastName[]

/** The fixed id of one of the cast. */
export const castId = (name: CastName): string => fixedId(`employee:${name}`)

/** An IIN with a right check digit that nobody can bear: its day of birth is the 30th of February. */
export const castIin = (name: CastName): string => {
  for (let serial = castNames.indexOf(name) + 1; ; serial += castNames.length) {
    const digits = `9902303${String(serial).padStart(4, '0')}`
    const check = checkDigit(digits)
    if (check !== null) return `${digits}${check}`
  }
}

/** The demonstration's password of all the cast; shown with the sign-ins, never used in production. */
export const demoPassword = 'Qorgan-demo-2026!'

const since = '2024-01-08'
const basis = 'Көрсетілім деректері'

/** One of the cast as the kernel's actor today. */
export const castActor = async (house: House, name: CastName): Promise<Actor> => {
  const actor = await actorOf(house.database, castId(name), { today: dayOf(house.clock.now()) })
  if (!actor) throw new Error(`${name} is not among the people`)
  return actor
}

const performed = async (house: House, operation: string, actor: Actor, input: unknown): Promise<unknown> => {
  const found = house.registry.operations.get(operation)
  if (!found) throw new Error(`the house has no operation ${operation}`)
  return (await perform(house, found, actor, input)).result
}

const hire = async (house: House): Promise<void> => {
  for (const name of castNames) {
    if (await actorOf(house.database, castId(name), { today: since })) continue
    const person = {
      name: cast[name].name,
      iin: castIin(name),
      email: `${name.toLowerCase()}@qorgan.example`,
      language: 'kk' as const,
    }
    await perform(house, plantPerson, systemActor, { id: castId(name), ...person, joinedOn: since })
  }
}

const isStaffed = (name: CastName): boolean =>
  postsOf[cast[name].unit]?.some((it) => it.code === cast[name].post && it.staffed) ??
  postsOf['territorial']?.some((it) => it.code === cast[name].post && it.staffed) ??
  false

const appoint = async (house: House, names: readonly CastName[]): Promise<void> => {
  for (const name of names) {
    if ((await castActor(house, name)).posts.length) continue
    const { unit, post } = cast[name]
    await performed(house, 'org.appoint', systemActor, {
      id: castId(name),
      postId: postId(unit, post),
      fromOn: since,
      basis,
    })
  }
}

/** Seats of the demonstration: ten at the centre, four in each region; the limit leaves ten free. */
const seats: Readonly<Partial<Record<PostCode, number>>> = {
  head: 1,
  'deputy-head': 1,
  inspector: 4,
  analyst: 2,
  registrar: 2,
  'territorial-head': 1,
  'territorial-inspector': 2,
}
const regionalRegistrars = 1
const limit = 100

const staff = async (house: House, approver: Actor): Promise<void> => {
  const now = openStaffing.output.parse(await performed(house, 'staffing.open', approver, {}))
  if (now.inForce) return
  if (!now.limit) await performed(house, 'staffing.setLimit', systemActor, { seats: limit, fromOn: since, basis })
  const rows = now.posts.map(({ postId: id, code, unitId: unit }) => ({
    postId: id,
    seats: code === 'registrar' && unit !== unitId('department') ? regionalRegistrars : (seats[code as PostCode] ?? 1),
  }))
  const proposed = await performed(house, 'staffing.propose', systemActor, { fromOn: since, basis, rows })
  await performed(house, 'staffing.approve', approver, proposed)
}

const describe = async (house: House, approver: Actor): Promise<void> => {
  const { descriptions } = listDescriptions.output.parse(await performed(house, 'staffing.descriptions', approver, {}))
  const lacking = postCodes.filter((code) => !descriptions.some((it) => it.postCode === code && it.inForce))
  for (const postCode of lacking) {
    const it = { postCode, powers: [...standardDescriptions[postCode]], fromOn: since, basis }
    const proposed = await performed(house, 'staffing.describe', systemActor, it)
    await performed(house, 'staffing.approveDescription', approver, proposed)
  }
}

/** Brings the cast in, step by step; whatever is there already stays, so an interrupted start goes on where it stopped. */
export const plantCast = async (house: House): Promise<void> => {
  await plantReference(house)
  await hire(house)
  await appoint(
    house,
    castNames.filter((name) => !isStaffed(name)),
  )
  const caHead = await castActor(house, 'caHead')
  const approver: Actor = { ...caHead, session: { id: castId('caHead'), steppedUpAt: house.clock.now() } }
  await staff(house, approver)
  await describe(house, approver)
  await appoint(house, castNames.filter(isStaffed))
  await Promise.all(
    castNames.map((login) =>
      perform(house, plantAccount, systemActor, { id: castId(login), login, password: demoPassword }),
    ),
  )
}
