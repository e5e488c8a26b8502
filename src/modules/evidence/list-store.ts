// The lists of evidence: of one investigation, of one's own hands, of everything that one sees.
import { sql } from 'kysely'
import { countUpTo } from '../../kernel/listing.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { EvidenceKind, EvidenceState } from './contract.ts'
import type {} from './store.ts'

export interface Filters {
  investigation?: string | undefined
  kind?: EvidenceKind | undefined
  state?: EvidenceState | undefined
  mine?: boolean | undefined
  words: string | null
}
interface Page {
  page: number
  size: number
  sort: '-receivedOn' | 'receivedOn' | 'place' | '-place'
}

const cap = 10_000

const found = (tx: Pick<Tx, 'db' | 'actor'>, it: Filters) => {
  let query = tx.db.selectFrom('evidence')
  if (it.investigation) query = query.where('evidence.investigation_id', '=', it.investigation)
  if (it.kind) query = query.where('evidence.kind', '=', it.kind)
  if (it.state) query = query.where('evidence.state', '=', it.state)
  if (it.mine)
    query = query.where((of) =>
      of.or([of('evidence.holder_id', '=', tx.actor.id), of('evidence.offered_to', '=', tx.actor.id)]),
    )
  if (it.words) {
    const like = `%${it.words.replaceAll(/[\\%_]/g, '\\$&')}%`
    query = query.where((of) =>
      of.or([
        of('evidence.what', 'ilike', like),
        of('evidence.number', 'ilike', like),
        of('evidence.marks', 'ilike', like),
        of('evidence.from_whom', 'ilike', like),
      ]),
    )
  }
  return query
}

export async function pageOf(tx: Tx, filters: Filters, { page, size, sort }: Page) {
  const down = sort.startsWith('-') ? 'desc' : 'asc'
  const rows = await found(tx, filters)
    .innerJoin('investigations', 'investigations.id', 'evidence.investigation_id')
    .select([
      'evidence.id',
      'evidence.number',
      'evidence.place',
      'evidence.kind',
      'evidence.state',
      'evidence.what',
      'evidence.from_whom',
      'evidence.received_on',
      'evidence.kept_at',
      'evidence.holder_id',
      'evidence.outside',
      'evidence.offered_to',
      'investigations.id as case_id',
      'investigations.number as case_number',
    ])
    .select(sql<number>`(select count(*)::int from evidence_files f where f.evidence_id = evidence.id)`.as('files'))
    .select(
      sql<boolean>`exists (select from evidence_files f where f.evidence_id = evidence.id and f.damaged is not null)`.as(
        'damaged',
      ),
    )
    .orderBy(sort.endsWith('place') ? 'evidence.place' : 'evidence.received_on', down)
    .orderBy('evidence.id', down)
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, ...(await countUpTo(tx, found(tx, filters).select('evidence.id'), cap)) }
}
