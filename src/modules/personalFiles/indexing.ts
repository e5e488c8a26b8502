// A personal file is found by its own number and its person's name; nothing that lies in it is in the search.
import type { Tx } from '../../kernel/operation.ts'
import { putSearch } from '../../kernel/search/index.ts'
import { unitId, unitsOn } from '../org/index.ts'
import { postsOf } from '../persons/index.ts'
import { findCover } from './store.ts'

export async function indexed(tx: Tx, id: string): Promise<void> {
  const it = await findCover(tx, id, false)
  if (!it) return
  const regions = new Set((await postsOf(tx, it.person, tx.today)).map(({ region }) => region))
  const [region] = regions
  const unit =
    region && regions.size === 1 ? (await unitsOn(tx, tx.today)).find((each) => each.region?.code === region) : null
  await putSearch(tx, {
    kind: 'personalFile',
    id,
    unit: unit?.id ?? unitId('department'),
    number: it.number,
    title: it.personName.kk,
    names: [...new Set([it.personName.kk, it.personName.ru, it.personName.en])],
    at: tx.at,
  })
}
