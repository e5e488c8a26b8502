// The journal as files in the C2SP tlog-tiles layout, which anybody's tlog client and scripts/verify.mjs read.
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Pool } from 'pg'
import type { Verifier } from './notes.ts'
import { askClient, newestCheckpoint, readTiles } from './store.ts'
import type { Ask } from './store.ts'
import { bundlePath, levelsOf, tilePath, tileWidth, tilesOf } from './tiles.ts'
import type { TileAt } from './tiles.ts'

export interface ExportOptions {
  /** Connections of the owner: a role that may not see every entry would export a log with holes. */
  pool: Pool
  verifier: Verifier
  /** Whether the erasable details are put beside the entries; they may hold personal data. */
  details?: boolean
}

export interface Exported {
  entries: number
  files: number
}

const atOnce = 64

const bundlesSql = `
select seq / ${tileWidth} as index,
  string_agg(substring(int4send(octet_length(body)) from 3 for 2) || body, ''::bytea order by seq) as bundle
from journal_entries where seq >= $1 and seq < $2 group by 1`

const detailsSql = `
select seq / ${tileWidth} as index, string_agg(json_build_object('id', entry_id,
  'salt', translate(encode(salt, 'base64'), e'\\n', ''), 'detail', detail,
  'erased', erased_at)::text || e'\\n', '' order by seq) as lines
from journal_entries join journal_details on entry_id = id where seq >= $1 and seq < $2 group by 1`

/**
 * Writes the log as it stands into an empty or new folder: checkpoint, vkey, tile/…, tile/entries/… and, if wished,
 * details/…. Streams, so memory does not grow with the log.
 * Errors: Error where the folder is not empty, nothing is sealed, or an erasure is about to be.
 */
export const exportLog = async (
  { pool, verifier, details = false }: ExportOptions,
  folder: string,
): Promise<Exported> => {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty`)
  const client = await pool.connect()
  try {
    const ask = askClient(client)
    await ask('begin isolation level repeatable read read only')
    const newest = await newestCheckpoint(ask)
    if (!newest) throw new Error('nothing has been sealed yet')
    const erasing = await ask("select from journal_inbox where operation = 'journal.erase' limit 1")
    if (details && erasing.length > 0) throw new Error('an erasure is about to be sealed; export again in a moment')
    return await writeLog(ask, folder, { size: Number(newest.size), note: newest.note, vkey: verifier.vkey, details })
  } finally {
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    )
  }
}

interface Log {
  size: number
  note: string
  vkey: string
  details: boolean
}

const writeLog = async (ask: Ask, folder: string, { size, note, vkey, details }: Log): Promise<Exported> => {
  let files = 0
  const write = async (path: string, content: Buffer | string): Promise<void> => {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
    files++
  }
  const inParts = async (tiles: readonly TileAt[], run: (part: readonly TileAt[]) => Promise<void>): Promise<void> => {
    for (let from = 0; from < tiles.length; from += atOnce) await run(tiles.slice(from, from + atOnce))
  }
  const rangeOf = (part: readonly TileAt[]): [number, number] => [
    (part[0]?.index ?? 0) * tileWidth,
    Math.min(size, ((part.at(-1)?.index ?? -1) + 1) * tileWidth),
  ]

  await inParts(tilesOf(0, size), async (part) => {
    const widths = new Map(part.map(({ index, width }) => [index, width]))
    for (const { index, bundle } of await ask<{ index: string; bundle: Buffer }>(bundlesSql, rangeOf(part))) {
      await write(bundlePath({ index: Number(index), width: widths.get(Number(index)) ?? tileWidth }), bundle)
    }
    if (!details) return
    await mkdir(join(folder, 'details'), { recursive: true })
    for (const { index, lines } of await ask<{ index: string; lines: string }>(detailsSql, rangeOf(part))) {
      const place = bundlePath({ index: Number(index), width: widths.get(Number(index)) ?? tileWidth })
      await write(`${place.replace('tile/entries', 'details')}.jsonl`, lines)
    }
  })
  for (let level = 0; level < levelsOf(size); level++) {
    await inParts(tilesOf(level, size), async (part) => {
      const widths = new Map(part.map(({ index, width }) => [index, width]))
      for (const { index, hashes } of await readTiles(ask, part))
        await write(tilePath({ level, index, width: widths.get(index) ?? tileWidth }), hashes)
    })
  }
  await write('vkey', `${vkey}\n`)
  // Last, so that a folder with a checkpoint is a whole one.
  await write('checkpoint', note)
  return { entries: size, files }
}
