// What an authority names, in the asker's own sight: what one may not see cannot be asked about.
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'
import type { Named } from './store.ts'
import type { Subject } from './validity.ts'

export const subjectOf = (about: string): Subject => {
  const [kind = '', id = ''] = about.split(':')
  return { kind, id }
}

export interface Known extends Named {
  kindTitle: Text
  page: string | null
}

/** The record with its caption today; null where the asker does not see it, or nobody knows the kind. */
export async function lookUp(tx: Tx, { kind, id }: Subject): Promise<Known | null> {
  const record = tx.house.registry.records.get(kind)
  const found = await record?.find(tx, id, false)
  if (!record || !found) return null
  return { kind, id, label: record.caption(found), kindTitle: record.title, page: record.page?.(id) ?? null }
}
