// What higher rooms ask of the register: who somebody is, which posts were held on a day, under whom, and who is meant by a name.
import { addDays } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/clock.ts'
import { parseIin, type Sex } from '../../kernel/identifiers.ts'
import { soundOf, wordsOf } from '../../kernel/search/letters.ts'
import { heardOf, type Heard } from '../../kernel/search/names.ts'
import type { Text } from '../../kernel/text.ts'
import * as lines from './posts-store.ts'
import { findRow, type Db } from './store.ts'
import { inverseKin, type KinRelation, type PersonKind } from './words.ts'

export interface Person {
  id: string
  name: Text
  iin: string | null
  bornOn: Day | null
  sex: Sex | null
}

export interface PersonPost {
  id: string
  kind: PersonKind
  bodyKind: 'court' | 'body' | 'unit' | 'other'
  bodyId: string | null
  body: Text
  region: string | null
  title: Text
  from: Day
  until: Day | null
}

/** The person, where the actor may see him or her; to be shown only where a ground for it stands. */
export async function personOf(tx: Db, id: string): Promise<Person | undefined> {
  const row = await findRow(tx, id, false)
  return row && { id: row.id, name: row.name, iin: row.iin, bornOn: row.bornOn, sex: row.sex }
}

const postOf = ({ id, kind, bodyKind, bodyId, body, region, title, from, until }: lines.HeldPost): PersonPost => ({
  id,
  kind,
  bodyKind,
  bodyId,
  body,
  region,
  title,
  from,
  until,
})

/** Posts held on the day, the latest first. */
export const postsOf = async (tx: Db, id: string, on: Day): Promise<PersonPost[]> =>
  (await lines.heldOn(tx, [id], on)).map(postOf)

/** Name and, where one is held on the day, the latest post of each of these persons whom the actor may see. */
export async function briefsOf(
  tx: Db,
  ids: readonly string[],
  on: Day,
): Promise<Map<string, { name: Text; post: PersonPost | null }>> {
  if (!ids.length) return new Map()
  const rows = await lines.namesByIds(tx, ids)
  const posts = await lines.heldOn(tx, ids, on)
  return new Map(
    rows.map(({ id, name }) => {
      const post = posts.find(({ personId }) => personId === id)
      return [id, { name, post: post ? postOf(post) : null }]
    }),
  )
}

export const isJudgeOn = async (tx: Db, id: string, on: Day): Promise<boolean> =>
  (await lines.heldOn(tx, [id], on)).some(({ kind }) => kind === 'judge')

export interface Superior {
  personId: string
  /** The superior's own post on that day, where the register has one. */
  post: PersonPost | null
  /** The first day in that post without a break: the three months of 6.22 count from it. */
  since: Day
}

/** The first day from which the holder has held this post of this body without a break. */
const unbroken = (post: lines.HeldPost, ever: readonly lines.HeldPost[]): Day => {
  const before = ever.find(
    (it) =>
      it.struck === null &&
      it.id !== post.id &&
      it.bodyId === post.bodyId &&
      it.titleKey === post.titleKey &&
      it.from < post.from &&
      it.until !== null &&
      addDays(it.until, 1) >= post.from,
  )
  return before ? unbroken(before, ever) : post.from
}

const inForce = ({ from, until }: { from: Day; until: Day | null }, on: Day): boolean =>
  from <= on && (until === null || until >= on)

/** Of several holders the one who came last; of several posts of the superior the one in the subordinate's own body. */
async function superiorIn(tx: Db, post: lines.HeldPost, row: lines.SuperiorRow, on: Day): Promise<Superior | null> {
  const held = row.superior
    ? await lines.heldOn(tx, [row.superior], on)
    : post.bodyId && row.titleKey
      ? (await lines.holdersOn(tx, post.bodyId, row.titleKey, on)).filter(({ personId }) => personId !== post.personId)
      : []
  const own = held.find(({ bodyId }) => bodyId !== null && bodyId === post.bodyId) ?? held[0]
  if (!own) return row.superior ? { personId: row.superior, post: null, since: row.from } : null
  const since = unbroken(own, await lines.postsEver(tx, own.personId))
  return { personId: own.personId, post: postOf(own), since }
}

/** The direct superior of the person on the day, and since when he or she has been in that post (6.22). */
export async function directSuperiorOn(tx: Db, id: string, on: Day): Promise<Superior | null> {
  const posts = await lines.heldOn(tx, [id], on)
  const rows = (await lines.superiorsOf(tx, id)).filter((it) => inForce(it, on))
  for (const post of posts) {
    const row = rows.find((it) => it.post === post.id)
    const found = row && (await superiorIn(tx, post, row, on))
    if (found) return found
  }
  return null
}

export interface Kin {
  id: string
  /** Who the kin is to the person. */
  relation: KinRelation
  personId: string | null
  name: Text
}

/** Kin on either card, what was struck out left aside. */
export async function kinOf(tx: Db, id: string): Promise<Kin[]> {
  const rows = (await lines.kinRows(tx, id)).filter(({ struck }) => struck === null)
  return rows.flatMap((it): Kin[] => {
    if (it.personId === id) return [{ id: it.id, relation: it.relation, personId: it.kinId, name: it.kinName }]
    if (!it.personName) return []
    return [{ id: it.id, relation: inverseKin[it.relation], personId: it.personId, name: it.personName }]
  })
}

export interface Asked {
  iin?: string | null
  /** In any language and order, with or without a patronymic, or with initials. */
  name?: string | null
}

export interface Match {
  personId: string
  by: 'iin' | 'name'
}

const begins = (asked: string, known: string): boolean =>
  known === asked || (asked.length <= 2 && known.startsWith(asked))

const isSame = (asked: Heard, known: Heard): boolean =>
  asked.surname === known.surname &&
  begins(asked.given, known.given) &&
  (asked.father === null || known.father === null || begins(asked.father, known.father))

/** Серікова А. Б. and А. Б. Серікова: the letters are how the given name and the father's begin. */
const heardAsked = (name: string, sound: (word: string) => string = soundOf): Heard | null => {
  const words = wordsOf(name)
  const letters = words.filter((it) => it.length === 1).map((it) => sound(it))
  const [surname, ...more] = words.filter((it) => it.length > 1)
  const [given, father] = letters
  if (!surname || !given || more.length) return heardOf(name, sound)
  return { surname: sound(surname), written: surname, given, father: father ?? null, sex: null }
}

/** Whether two names, in any language, order and spelling or with initials, may be one person's. */
export function mayBeOne(one: string, other: string): boolean {
  const [a, b] = [heardAsked(one), heardAsked(other)]
  return a !== null && b !== null && (isSame(a, b) || isSame(b, a))
}

/** Names are of the same words over and over, and to hear a word takes longer than to remember it. */
const remembered = (): ((word: string) => string) => {
  const known = new Map<string, string>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const sound = soundOf(word)
    known.set(word, sound)
    return sound
  }
}

/** Who is meant by each of these, in one walk over the register: the IIN where it is known, else everybody of that name. */
export async function matchAll(tx: Db, asked: readonly Asked[]): Promise<Match[][]> {
  const iins = asked.map(({ iin }) => (iin ? parseIin(iin).value : null))
  const known = await lines.byIins(
    tx,
    iins.filter((it) => it !== null),
  )
  const hear = remembered()
  const heard = asked.map(({ name }, place) => {
    const iin = iins[place]
    return name && !(iin && known.has(iin)) ? heardAsked(name, hear) : null
  })
  const sounds = new Set(heard.flatMap((it) => (it ? [it.surname] : [])))
  // Each name is taken apart once, however many ask for it.
  const found = (await lines.candidates(tx, [...sounds])).map(({ sound, id, name }) => ({
    sound,
    id,
    spellings: [...new Set([name.kk, name.ru, name.en])].map((it) => heardOf(it, hear)).filter((it) => it !== null),
  }))
  const bySound = Map.groupBy(found, ({ sound }) => sound)
  return asked.map((_, place): Match[] => {
    const iin = iins[place]
    const sure = iin ? known.get(iin) : undefined
    if (sure) return [{ personId: sure, by: 'iin' }]
    const wanted = heard[place]
    if (!wanted) return []
    const met = (bySound.get(wanted.surname) ?? []).filter(({ spellings }) =>
      spellings.some((it) => isSame(wanted, it)),
    )
    return [...new Set(met.map(({ id }) => id))].map((personId) => ({ personId, by: 'name' as const }))
  })
}

/** Who is meant: by the IIN one person, by the name perhaps several. */
export const matchPersons = async (tx: Db, asked: Asked): Promise<Match[]> => (await matchAll(tx, [asked]))[0] ?? []
