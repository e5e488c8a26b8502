// The SQL of persons and of what is written of them. The policies of the database are the scope; changes are kept by a trigger.
import { sql, type Generated, type JSONColumnType } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import type { Sex } from '../../kernel/identifiers.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import { soundOf, wordsOf } from '../../kernel/search/letters.ts'
import { heardOf } from '../../kernel/search/names.ts'
import type { Text } from '../../kernel/text.ts'
import type { KinRelation, PersonKind } from './words.ts'

interface Noted {
  basis: string
  noted_at: Date
  noted_by: string | null
}

interface Struck {
  struck_at: Generated<Date | null>
  struck_reason: Generated<string | null>
}

export type BodyKind = 'court' | 'body' | 'unit' | 'other'

export interface PostsTable extends Noted, Struck {
  id: string
  person_id: string
  kind: PersonKind
  body_kind: BodyKind
  body_id: string | null
  body_name: JSONColumnType<Text>
  region_code: string | null
  title: JSONColumnType<Text>
  title_key: string
  from_on: Day
  until_on: Day | null
  end_basis: Generated<string | null>
}

interface SuperiorsTable extends Noted {
  id: string
  person_id: string
  post_id: string
  superior_id: string | null
  title: JSONColumnType<Text> | null
  title_key: string | null
  from_on: Day
  until_on: Generated<Day | null>
}

declare module '../../kernel/database.ts' {
  interface Tables {
    persons: Noted & {
      id: string
      version: Generated<number>
      name: JSONColumnType<Text>
      iin: string | null
      born_on: Day | null
      sex: Sex | null
      regions: Generated<string[]>
    }
    person_names: Noted & {
      id: string
      person_id: string
      name: JSONColumnType<Text>
      sounds: string
      until_on: Day | null
    }
    person_sounds: { person_id: string; sound: string }
    person_posts: PostsTable
    person_superiors: SuperiorsTable
    person_kin: Noted &
      Struck & {
        id: string
        person_id: string
        relation: KinRelation
        kin_id: string | null
        kin_name: JSONColumnType<Text>
      }
    person_corrections: {
      id: string
      person_id: string
      relation: string
      row_id: string
      at: Date
      by: string | null
      operation: string
      before: JSONColumnType<Record<string, unknown>>
      after: JSONColumnType<Record<string, unknown>>
    }
  }
}

export type Db = Pick<Tx, 'db'>

export interface PersonRow {
  id: string
  version: number
  name: Text
  iin: string | null
  bornOn: Day | null
  sex: Sex | null
  basis: string
  notedAt: Date
}

export async function findRow({ db }: Db, id: string, lock: boolean): Promise<PersonRow | undefined> {
  const query = db
    .selectFrom('persons')
    .select(['id', 'version', 'name', 'iin', 'born_on as bornOn', 'sex', 'basis', 'noted_at as notedAt'])
    .where('id', '=', id)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

export const idByIin = async ({ db }: Db, iin: string): Promise<string | undefined> =>
  (await db.selectFrom('persons').select('id').where('iin', '=', iin).executeTakeFirst())?.id

const written = (name: Text): string => JSON.stringify(name)
const noted = ({ at, actor }: Tx, basis: string) => ({
  basis,
  noted_at: at,
  noted_by: actor.kind === 'employee' ? actor.id : null,
})

/** The surnames of a name by their sound: a spelling of one word is a surname alone. */
const surnamesOf = (name: Text): string[] => [
  ...new Set([name.kk, name.ru, name.en].map((it) => heardOf(it)?.surname ?? '').filter(Boolean)),
]

const soundsOf = ({ kk, ru, en }: Text): string =>
  [kk, ru, en]
    .flatMap(wordsOf)
    .map((word) => ` ${soundOf(word)}`)
    .join('')

const putSounds = async ({ db }: Db, id: string): Promise<void> => {
  const names = await db.selectFrom('person_names').select('name').where('person_id', '=', id).execute()
  const sounds = [...new Set(names.flatMap(({ name }) => surnamesOf(name)))]
  await db.deleteFrom('person_sounds').where('person_id', '=', id).execute()
  if (!sounds.length) return
  await db
    .insertInto('person_sounds')
    .values(sounds.map((sound) => ({ person_id: id, sound })))
    .execute()
}

export interface Particulars {
  name: Text
  iin: string | null
  bornOn: Day | null
  sex: Sex | null
}

/** False where the register has the IIN already, perhaps beyond the actor's sight. */
export async function insertPerson(tx: Tx, id: string, it: Particulars, basis: string): Promise<boolean> {
  const row = { id, name: written(it.name), iin: it.iin, born_on: it.bornOn, sex: it.sex, ...noted(tx, basis) }
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('persons')
    .values(row)
    // No column is named: row security would then ask whether the row may be seen before its post says of which region it is.
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The name in force; the former one is kept until the day before, or was never right where there is none. */
export async function putName(tx: Tx, person: string, name: Text, basis: string, from: Day | null): Promise<void> {
  const current = () => tx.db.updateTable('person_names').where('person_id', '=', person).where('until_on', 'is', null)
  if (from) {
    await current()
      .set({ until_on: sql<Day>`${from}::date - 1` })
      .execute()
  }
  const { numUpdatedRows } = await current()
    .set({ name: written(name), sounds: soundsOf(name), basis })
    .executeTakeFirst()
  if (!numUpdatedRows)
    await tx.db
      .insertInto('person_names')
      .values({
        id: newId(),
        person_id: person,
        name: written(name),
        sounds: soundsOf(name),
        until_on: null,
        ...noted(tx, basis),
      })
      .execute()
  await putSounds(tx, person)
}

export async function changePerson(
  { db }: Db,
  id: string,
  { name, iin, bornOn, sex }: Partial<Particulars>,
  basis: string,
): Promise<void> {
  await db
    .updateTable('persons')
    .set({
      ...(name && { name: written(name) }),
      ...(iin !== undefined && { iin }),
      ...(bornOn !== undefined && { born_on: bornOn }),
      ...(sex !== undefined && { sex }),
      basis,
    })
    .where('id', '=', id)
    .execute()
}

export interface NewPost {
  kind: PersonKind
  bodyKind: BodyKind
  bodyId: string | null
  bodyName: Text
  region: string | null
  title: Text
  titleKey: string
  from: Day
  until: Day | null
}

export async function insertPost(tx: Tx, person: string, it: NewPost, basis: string): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('person_posts')
    .values({
      id,
      person_id: person,
      kind: it.kind,
      body_kind: it.bodyKind,
      body_id: it.bodyId,
      body_name: written(it.bodyName),
      region_code: it.region,
      title: written(it.title),
      title_key: it.titleKey,
      from_on: it.from,
      until_on: it.until,
      ...noted(tx, basis),
    })
    .execute()
  return id
}

export const changePost = async (
  { db }: Db,
  id: string,
  change: { until_on: Day; end_basis: string } | { struck_at: Date; struck_reason: string },
): Promise<void> => {
  await db.updateTable('person_posts').set(change).where('id', '=', id).execute()
}

export interface SuperiorLine {
  superior: string | null
  title: Text | null
  titleKey: string | null
  from: Day
}

/** The one before ends the day before, so that each day has one superior. */
export async function putSuperior(
  tx: Tx,
  person: string,
  post: string,
  it: SuperiorLine,
  basis: string,
): Promise<void> {
  await tx.db
    .updateTable('person_superiors')
    .set({ until_on: sql<Day>`${it.from}::date - 1` })
    .where('post_id', '=', post)
    .where('until_on', 'is', null)
    .execute()
  await tx.db
    .insertInto('person_superiors')
    .values({
      id: newId(),
      person_id: person,
      post_id: post,
      superior_id: it.superior,
      title: it.title && written(it.title),
      title_key: it.titleKey,
      from_on: it.from,
      ...noted(tx, basis),
    })
    .execute()
}

export interface NewKin {
  relation: KinRelation
  kin: string | null
  name: Text
}

export async function insertKin(tx: Tx, person: string, it: NewKin, basis: string): Promise<string> {
  const id = newId()
  await tx.db
    .insertInto('person_kin')
    .values({
      id,
      person_id: person,
      relation: it.relation,
      kin_id: it.kin,
      kin_name: written(it.name),
      ...noted(tx, basis),
    })
    .execute()
  return id
}

export const strikeKinRow = async ({ db, at }: Tx, id: string, reason: string): Promise<void> => {
  await db.updateTable('person_kin').set({ struck_at: at, struck_reason: reason }).where('id', '=', id).execute()
}

export const namesOf = ({ db }: Db, person: string) =>
  db
    .selectFrom('person_names')
    .select(['name', 'until_on', 'basis'])
    .where('person_id', '=', person)
    .orderBy(sql`until_on desc nulls first`)
    .execute()

export const correctionsOf = ({ db }: Db, person: string) =>
  db
    .selectFrom('person_corrections')
    .select(['relation', 'at', 'by', 'before', 'after'])
    .where('person_id', '=', person)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
