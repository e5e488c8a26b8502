// Files: taken in, attached to records, read through them. The bytes lie encrypted on disk, their rows in the database.
import type { Tx } from '../operation.ts'
import { unknownFile } from './refusals.ts'
import { attachRow, findCustody, noteCustody, shareRow, type AttachedRow, type CustodyEntry } from './store.ts'

export { keepFile, receiveFile, type Incoming, type Received, type Source } from './intake.ts'
export { copyFile, isWhole, readBytes, readFile } from './reading.ts'
export { scanAll, scanFile, sweepFiles, type Swept } from './upkeep.ts'
export { dispositionOf } from './names.ts'
export type { CustodyEntry } from './store.ts'

const tableOf = (tx: Tx, kind: string): string => {
  const record = tx.house.registry.records.get(kind)
  if (!record) throw new Error(`no kind of record is called ${kind}`)
  return record.table
}

export type Attached = AttachedRow & { id: string }

/**
 * Gives a received file to its record; from then on whoever sees the record sees the file.
 * An employee may attach what he or she brought, the public what the public brought.
 * @throws Refusal 'unknown' for another's file or one that is attached already
 */
export async function attachFile(tx: Tx, fileId: string, kind: string, recordId: string): Promise<Attached> {
  const row = await attachRow(tx.db, { id: fileId, kind, table: tableOf(tx, kind), recordId, at: tx.at })
  if (!row) throw unknownFile()
  await noteCustody(tx.db, fileId, tx.at, tx.actor, 'attached', kind)
  if (tx.house.files.clamd) await tx.enqueue('files.scan', { id: fileId }, { key: `scan-${fileId}` })
  return { id: fileId, ...row }
}

/** Shows a file that the actor sees with a second record too. @throws Refusal 'unknown' where it is not visible */
export async function shareFile(tx: Tx, fileId: string, kind: string, recordId: string): Promise<void> {
  try {
    await shareRow(tx.db, { id: fileId, kind, table: tableOf(tx, kind), recordId, at: tx.at })
  } catch (fault) {
    if ((fault as { code?: unknown }).code === '42501') throw unknownFile()
    throw fault
  }
  await noteCustody(tx.db, fileId, tx.at, tx.actor, 'attached', kind)
}

/** Who had the file in hand, oldest first; empty where the actor does not see it. */
export const custodyOf = (tx: Pick<Tx, 'db'>, fileId: string): Promise<CustodyEntry[]> => findCustody(tx.db, fileId)
