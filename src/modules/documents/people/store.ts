// Whom clause 15 names today, and the names that a document carries.
import { sql } from 'kysely'
import type { Tx } from '../../../kernel/operation.ts'
import type { Text } from '../../../kernel/text.ts'
import { headOn } from '../../org/index.ts'

export interface Person {
  id: string
  name: Text
}

/** Who signs on a day under clause 15. Nobody, where the post is vacant and nobody acts in it. */
export interface Signing {
  signer: Person | null
  /** The post as it stands under the signature. */
  post: Text | null
  acting: boolean
  /** The head, when another person replaces him or her on this day. */
  replaced: Person | null
}

const actingPost: Text = {
  kk: 'Меңгерушінің міндетін атқарушы',
  ru: 'Исполняющий обязанности заведующего',
  en: 'Acting Head of the Department',
}

/** Who signs today: org says who holds the post of the head, this room says what follows from it. */
export async function signingOn(tx: Pick<Tx, 'db' | 'today'>): Promise<Signing> {
  const held = await headOn(tx, tx.today)
  if (!held) return { signer: null, post: null, acting: false, replaced: null }
  const { id, name, post, acting, replaces } = held
  return { signer: { id, name }, post: acting ? actingPost : post, acting, replaced: replaces }
}

/** The Department itself, on whose behalf every document leaves. */
export async function department(tx: Pick<Tx, 'db' | 'today'>): Promise<Person> {
  const { rows } = await sql<Person>`
    select id, name from units where kind = 'department' and valid_from <= ${tx.today}
      and (valid_to is null or valid_to >= ${tx.today}) limit 1`.execute(tx.db)
  const [unit] = rows
  if (!unit) throw new Error('the Department is not among the units')
  return unit
}

/** The drafter as the foot of a letter names him or her. */
export async function executor(tx: Pick<Tx, 'db'>, id: string): Promise<{ name: Text; contact: string | null } | null> {
  const { rows } = await sql<{ name: Text; contact: string | null }>`
    select name, email as contact from employees where id = ${id}`.execute(tx.db)
  return rows[0] ?? null
}
