// Files of a questioning: the written consent, the recording, the signed protocol. Each with its hash, none changed later.
import { attachFile, type Attached } from '../../kernel/files/index.ts'
import type { Tx } from '../../kernel/operation.ts'
import { linkFiles, type Purpose, type Questioning } from './store.ts'

export async function keep(
  tx: Tx,
  it: Pick<Questioning, 'id'>,
  purpose: Purpose,
  files: readonly string[],
): Promise<Attached[]> {
  const kept: Attached[] = []
  for (const file of files) kept.push(await attachFile(tx, file, 'questioning', it.id))
  await linkFiles(tx, it.id, purpose, kept)
  return kept
}
