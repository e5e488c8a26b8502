// The SQL of the register of authorities: what waits for the asker's own decision stands first.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import { countUpTo } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { AuthorityState, IssuerPost, Purpose } from './contract.ts'

export interface Asked {
  state?: AuthorityState | undefined
  purpose?: Purpose | undefined
  issuer?: IssuerPost | undefined
  inForce?: boolean | undefined
  words?: string | null | undefined
}

const countCap = 10_000

const held = (today: Day) => sql<boolean>`(state in ('granted', 'revoked', 'expired') and from_on <= ${today}
  and (until_on is null or until_on >= ${today}) and (revoked_on is null or revoked_on > ${today})
  and exists (select from posts_held(issued_on) h where h.code = issuer_post and h.employee_id = issuer_id))`

const filtered = (tx: Pick<Tx, 'db' | 'today'>, it: Asked) => {
  let rows = tx.db.selectFrom('authorities')
  if (it.state) rows = rows.where('state', '=', it.state)
  if (it.purpose) rows = rows.where('purpose', '=', it.purpose)
  if (it.issuer) rows = rows.where('issuer_post', '=', it.issuer)
  if (it.inForce) rows = rows.where(held(tx.today))
  if (it.words) {
    const like = `%${it.words.replaceAll(/[\\%_]/g, '\\$&')}%`
    rows = rows.where((row) =>
      row.or([
        row('number', 'ilike', like),
        row('ground', 'ilike', like),
        sql<boolean>`exists (select from authority_subjects s where s.authority_id = authorities.id and s.label ilike ${like})`,
      ]),
    )
  }
  return rows
}

const orderOf = (sort: string, posts: readonly string[]) => {
  const way = sort.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`
  if (sort.endsWith('issuedOn')) return sql`issued_on ${way}, entered_at desc, id`
  if (sort.endsWith('until')) return sql`until_on ${way}, entered_at desc, id`
  if (sort.endsWith('enteredAt')) return sql`entered_at ${way}, id`
  // A question to the asker's own office, then a paper to be confirmed and a draft to be sent, then the newest.
  return sql`(state = 'asked' and issuer_post = any(${[...posts]}::text[])) desc, (state in ('registered', 'prepared')) desc,
    case when state = 'asked' then due_on end asc nulls last, entered_at desc, id`
}

const columns = [
  'id',
  'state',
  'way',
  'kind',
  'purpose',
  'issuer_post',
  'issuer_id',
  'number',
  'issued_on',
  'from_on',
  'until_on',
  'author_id',
  'entered_at',
  'asked_at',
  'due_on',
] as const

export const listRows = (tx: Tx, asked: Asked, { sort, page, size }: { sort: string; page: number; size: number }) =>
  filtered(tx, asked)
    .select(columns)
    .select([
      held(tx.today).as('in_force'),
      sql<
        string[]
      >`array(select s.label from authority_subjects s where s.authority_id = authorities.id order by s.place)`.as(
        'names',
      ),
    ])
    .orderBy(
      orderOf(
        sort,
        tx.actor.posts.map(({ code }) => code),
      ),
    )
    .limit(size)
    .offset((page - 1) * size)
    .execute()

export type ListRow = Awaited<ReturnType<typeof listRows>>[number]

export const countRows = (tx: Tx, asked: Asked) => countUpTo(tx, filtered(tx, asked).select('id'), countCap)
