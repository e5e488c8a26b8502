// The SQL of the register of documents: one page, and a count that stops.
import { sql } from 'kysely'
import type { Day } from '../../kernel/clock.ts'
import { countUpTo } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { State } from './store.ts'

export interface Asked {
  words: string | null
  state?: State | undefined
  template?: string | undefined
  signedFrom?: Day | undefined
  signedUntil?: Day | undefined
  about?: { kind: string; id: string } | undefined
  /** Only the documents that this employee drafted or reads by name. */
  of: string | null
  sort: string
  page: number
  size: number
}

/** The count stops here; the screen then says "more than". */
const countCap = 10_000

const asked = (tx: Pick<Tx, 'db'>, it: Asked) => {
  const like = `%${(it.words ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`
  return tx.db
    .selectFrom('documents')
    .$if(Boolean(it.words), (query) =>
      query.where((row) =>
        row.or([row('number', 'ilike', like), row('title', 'ilike', like), row('addressee', 'ilike', like)]),
      ),
    )
    .$if(it.of !== null, (query) =>
      query.where((row) => row.or([row('drafter_id', '=', it.of ?? ''), sql<boolean>`${it.of}::uuid = any (readers)`])),
    )
    .$if(Boolean(it.state), (query) => query.where('state', '=', it.state ?? 'drafted'))
    .$if(Boolean(it.template), (query) => query.where('template', '=', it.template ?? ''))
    .$if(Boolean(it.signedFrom), (query) => query.where('signed_on', '>=', it.signedFrom ?? ''))
    .$if(Boolean(it.signedUntil), (query) => query.where('signed_on', '<=', it.signedUntil ?? ''))
    .$if(Boolean(it.about), (query) =>
      query.where('about_kind', '=', it.about?.kind ?? '').where('about_id', '=', it.about?.id ?? ''),
    )
}

const orderOf = (sort: string) => {
  const way = sort.startsWith('-') ? sql`desc nulls last` : sql`asc nulls last`
  // The serial decides, not its spelling: 9 before 10.
  if (sort.endsWith('number')) return sql`signed_on ${way}, split_part(number, '/', 2)::int ${way}, id`
  if (sort.endsWith('title')) return sql`title collate "kk-x-icu" ${way}, id`
  if (sort.endsWith('addressee')) return sql`addressee collate "kk-x-icu" ${way}, id`
  return sql`drafted_at ${way}, id`
}

export const listRows = (tx: Pick<Tx, 'db'>, it: Asked) =>
  asked(tx, it)
    .select([
      'id',
      'number',
      'signed_on',
      'template',
      'title',
      'addressee',
      'state',
      'language',
      'drafter_id',
      'signed_by',
      'drafted_at',
    ])
    .orderBy(orderOf(it.sort))
    .limit(it.size)
    .offset((it.page - 1) * it.size)
    .execute()

export const countRows = (tx: Tx, it: Asked) => countUpTo(tx, asked(tx, it).select('id'), countCap)
