// The SQL of what every part of an inspection has: its files, and the days that were put off.
import type { Day } from '../../kernel/clock.ts'
import type {} from '../../kernel/database.ts'
import { attachFile } from '../../kernel/files/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../kernel/operation.ts'
import type { Text } from '../../kernel/text.ts'

export type Part = 'visit' | 'finding' | 'acquaintance' | 'objection' | 'evidence'

declare module '../../kernel/database.ts' {
  interface Tables {
    inspection_files: {
      inspection_id: string
      file_id: string
      part: Part
      part_id: string
      name: string
      bytes: number
      sha256: string
      type: string
      place: number
    }
    inspection_extensions: {
      id: string
      inspection_id: string
      remedy_id: string | null
      from_on: Day
      until_on: Day
      reason: string
      at: Date
      by: string
    }
  }
}

type Db = Pick<Tx, 'db'>

/** Brought files become files of the inspection, at the row that they belong to. */
export async function keepFiles(tx: Tx, id: string, to: { part: Part; row: string }, ids: readonly string[]) {
  for (const [place, file] of ids.entries()) {
    const { name, bytes, sha256, type } = await attachFile(tx, file, 'inspection', id)
    await tx.db
      .insertInto('inspection_files')
      .values({
        inspection_id: id,
        file_id: file,
        part: to.part,
        part_id: to.row,
        name,
        bytes: Number(bytes),
        sha256,
        type,
        place,
      })
      .execute()
  }
}

export const filesOf = ({ db }: Db, id: string) =>
  db.selectFrom('inspection_files').selectAll().where('inspection_id', '=', id).orderBy('place').execute()

export type Files = Awaited<ReturnType<typeof filesOf>>
export const filesAt = (files: Files, part: Part, row: string) =>
  files
    .filter((it) => it.part === part && it.part_id === row)
    .map(({ file_id: id, name, bytes, sha256, type }) => ({ id, name, bytes: Number(bytes), sha256, type }))

export async function insertExtension(
  { db, at, actor }: Tx,
  id: string,
  it: { remedy: string | null; from: Day; until: Day; reason: string },
): Promise<void> {
  await db
    .insertInto('inspection_extensions')
    .values({
      id: newId(),
      inspection_id: id,
      remedy_id: it.remedy,
      from_on: it.from,
      until_on: it.until,
      reason: it.reason,
      at,
      by: actor.id,
    })
    .execute()
}

export const extensionsOf = ({ db }: Db, id: string) =>
  db.selectFrom('inspection_extensions').selectAll().where('inspection_id', '=', id).orderBy('at').execute()

/** One line of what was put off, as pages show it. */
export const putOff = (
  it: { from_on: Day; until_on: Day; reason: string; at: Date; by: string },
  name: (id: string | null) => Text,
) => ({ from: it.from_on, until: it.until_on, reason: it.reason, at: it.at.toISOString(), by: name(it.by) })
