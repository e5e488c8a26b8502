// The exported folder under the verifier that stands alone: each way of spoiling it is found and named.
import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import assert from 'node:assert/strict'
import { printReport, verifyExport } from '../../../scripts/verify.mjs'
import { exportLog } from './export.ts'
import { makeSigner, openCheckpoint } from './notes.ts'
import { journalDatabase, lines, runSequencer, write } from './seal.kit.ts'
import { packBundle, unpackBundle } from './tiles.ts'

const folderFor = async (t: TestContext) => {
  const folder = await mkdtemp(join(tmpdir(), 'qorgan-export-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** An export of 700 entries, and the checkpoint as it was after the first 300. */
const exported = async (t: TestContext) => {
  const { pool } = await journalDatabase(t)
  const { sequencer, outside, signer } = await runSequencer(t, pool)
  const folder = await folderFor(t)
  const [log, first] = [join(folder, 'log'), join(folder, 'first')]
  await write(pool, lines(300))
  await sequencer.flush()
  const older = await readFile(join(outside, 'checkpoint'), 'utf8')
  await exportLog({ pool, verifier: signer }, first)
  await write(pool, [{ detail: null }, ...lines(399)])
  await sequencer.flush()
  const result = await exportLog({ pool, verifier: signer, details: true }, log)
  return { pool, folder, log, first, older, signer, result }
}

const alterEntry = (seq: number) => async (log: string) => {
  const path = join(log, 'tile/entries', seq < 512 ? `00${Math.floor(seq / 256)}` : '002.p/188')
  const bodies = unpackBundle(await readFile(path))
  const body = bodies[seq % 256]
  if (body) body[body.length - 3] = (body[body.length - 3] ?? 0) ^ 1
  await writeFile(path, packBundle(bodies))
}
const edit = async (path: string, change: (bytes: Buffer) => Buffer) => writeFile(path, change(await readFile(path)))
const spoilByte = (at: number) => (bytes: Buffer) => {
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}

const cases: { name: string; spoil: (log: string) => Promise<unknown>; kind: string; seq: number | null }[] = [
  { name: 'an altered entry', spoil: alterEntry(5), kind: 'altered', seq: 5 },
  { name: 'an altered entry in the last, partial bundle', spoil: alterEntry(699), kind: 'altered', seq: 699 },
  {
    name: 'an altered entry and its tile spoiled too',
    kind: 'altered',
    seq: 256,
    spoil: async (log) => [await alterEntry(300)(log), await edit(join(log, 'tile/0/001'), spoilByte(44 * 32))],
  },
  {
    name: 'two entries swapped',
    spoil: (log) =>
      edit(join(log, 'tile/entries/000'), (it) =>
        packBundle(unpackBundle(it).toSpliced(7, 2, ...unpackBundle(it).slice(7, 9).reverse())),
      ),
    kind: 'altered',
    seq: 7,
  },
  {
    name: 'an entry taken out',
    spoil: (log) => edit(join(log, 'tile/entries/000'), (it) => packBundle(unpackBundle(it).toSpliced(10, 1))),
    kind: 'altered',
    seq: 10,
  },
  {
    name: 'an entry put in',
    spoil: (log) =>
      edit(join(log, 'tile/entries/000'), (it) => packBundle(unpackBundle(it).toSpliced(10, 0, Buffer.from('{}')))),
    kind: 'altered',
    seq: 10,
  },
  {
    name: 'the last entry gone',
    spoil: (log) => edit(join(log, 'tile/entries/002.p/188'), (it) => packBundle(unpackBundle(it).slice(0, -1))),
    kind: 'missing',
    seq: 699,
  },
  { name: 'a bundle gone', spoil: (log) => rm(join(log, 'tile/entries/001')), kind: 'missing', seq: 256 },
  {
    name: 'an entry too many in the last bundle',
    spoil: (log) =>
      edit(join(log, 'tile/entries/002.p/188'), (it) => packBundle([...unpackBundle(it), Buffer.from('{}')])),
    kind: 'forged',
    seq: 700,
  },
  {
    name: 'a bundle too many',
    spoil: (log) => cp(join(log, 'tile/entries/000'), join(log, 'tile/entries/003')),
    kind: 'forged',
    seq: 768,
  },
  {
    name: 'a byte after the last entry of a bundle',
    spoil: (log) => edit(join(log, 'tile/entries/000'), (it) => Buffer.concat([it, Buffer.of(0)])),
    kind: 'forged',
    seq: 256,
  },
  {
    name: 'a bundle cut short',
    spoil: (log) => edit(join(log, 'tile/entries/002.p/188'), (it) => it.subarray(0, -1)),
    kind: 'altered',
    seq: 699,
  },
  { name: 'a spoiled tile', spoil: (log) => edit(join(log, 'tile/0/000'), spoilByte(100)), kind: 'tile', seq: null },
  { name: 'a tile gone', spoil: (log) => rm(join(log, 'tile/1/000.p/2')), kind: 'tile', seq: null },
  {
    name: 'an altered detail',
    spoil: (log) => edit(join(log, 'details/000.jsonl'), (it) => Buffer.from(String(it).replace('сөз', 'сез'))),
    kind: 'detail',
    seq: 0,
  },
  {
    name: 'a detail gone',
    spoil: (log) => edit(join(log, 'details/001.jsonl'), (it) => it.subarray(it.indexOf('\n') + 1)),
    kind: 'detail',
    seq: 256,
  },
  {
    name: 'an altered size in the checkpoint',
    spoil: (log) => edit(join(log, 'checkpoint'), (it) => Buffer.from(String(it).replace('\n700\n', '\n701\n'))),
    kind: 'checkpoint',
    seq: null,
  },
  {
    name: 'another key',
    spoil: (log) => writeFile(join(log, 'vkey'), makeSigner('house.example/journal').vkey),
    kind: 'checkpoint',
    seq: null,
  },
]

test('an export is verified by one file that stands alone, and whatever is spoiled in it is named', async (t) => {
  const { folder, log, first, older, signer, result } = await exported(t)
  assert.equal(result.entries, 700)
  assert.deepEqual((await readdir(log)).sort(), ['checkpoint', 'details', 'tile', 'vkey'])
  const honest = verifyExport(log, { vkey: signer.vkey, older: [{ name: 'older', note: older }] })
  assert.deepEqual([honest.findings, honest.ok, honest.entries], [[], true, 700])
  assert.equal(
    honest.root,
    openCheckpoint(await readFile(join(log, 'checkpoint'), 'utf8'), signer).root.toString('base64'),
  )
  for (const { name, spoil, kind, seq } of cases) {
    await t.test(`${name} is found`, async () => {
      const copy = join(folder, 'spoiled')
      await cp(log, copy, { recursive: true })
      await spoil(copy)
      const { ok, findings } = verifyExport(copy)
      await rm(copy, { recursive: true })
      assert.equal(ok, false)
      assert.deepEqual([findings[0]?.kind, findings[0]?.seq], [kind, seq], JSON.stringify(findings.slice(0, 3)))
    })
  }
  await t.test('a log rolled back behind a checkpoint that the verifier holds', async () => {
    const newest = await readFile(join(log, 'checkpoint'), 'utf8')
    const { findings } = verifyExport(first, { older: [{ name: 'newest', note: newest }] })
    assert.deepEqual([findings[0]?.kind, findings[0]?.seq, findings[0]?.until], ['rolled-back', 300, 700])
  })
  await t.test('a log written anew and signed again with the true key', async (inner) => {
    const { pool } = await journalDatabase(inner)
    const { sequencer } = await runSequencer(inner, pool, { signer })
    await write(pool, lines(800))
    await sequencer.flush()
    await exportLog({ pool, verifier: signer }, join(folder, 'anew'))
    assert.equal(verifyExport(join(folder, 'anew')).ok, true)
    const { findings } = verifyExport(join(folder, 'anew'), { older: [{ name: 'older', note: older }] })
    assert.deepEqual([findings[0]?.kind, findings[0]?.seq, findings[0]?.until], ['rewritten', 0, 300])
  })
  await t.test('as a command, on whatever Node there is, it says so and ends with 0 or 1', async () => {
    // The Node of the path may be the oldest that is allowed; the file alone, away from the house, must do.
    const alone = join(folder, 'verify.mjs')
    await cp('scripts/verify.mjs', alone)
    const run = (...words: string[]) => spawnSync('node', [alone, ...words], { encoding: 'utf8', cwd: folder })
    const good = run(log, '--vkey', signer.vkey)
    assert.deepEqual([good.status, good.stdout.slice(0, 15)], [0, 'ok: 700 entries'])
    await alterEntry(5)(first)
    const bad = run(first)
    assert.equal(bad.status, 1)
    assert.match(bad.stdout, /BAD: first bad entry 5: entry 5 \([0-9a-f-]{36}\) is not the one that was sealed/)
    assert.equal(run(join(folder, 'nowhere')).status, 1)
    assert.equal(run().status, 1)
  })
})

test('an erased detail is exported as erased and is no fault; a log without details needs none', async (t) => {
  const { pool } = await journalDatabase(t)
  const { sequencer, signer } = await runSequencer(t, pool)
  const [id = ''] = await write(pool, lines(3))
  await sequencer.flush()
  await pool.query(`begin; select set_config('app.operation', 'journal.erase', true);
    update journal_details set salt = null, detail = null, erased_at = '2026-11-23' where entry_id = '${id}'; commit`)
  const folder = await folderFor(t)
  await exportLog({ pool, verifier: signer, details: true }, join(folder, 'unlawful'))
  assert.match(verifyExport(join(folder, 'unlawful')).findings[0]?.says ?? '', /entry \d .* no journal.erase names it/)
  await write(pool, [{ operation: 'journal.erase', record: id, detail: null }])
  await sequencer.flush()
  await exportLog({ pool, verifier: signer, details: true }, join(folder, 'a'))
  await exportLog({ pool, verifier: signer }, join(folder, 'b'))
  assert.deepEqual(verifyExport(join(folder, 'a')).findings, [])
  assert.deepEqual(verifyExport(join(folder, 'b')).findings, [])
  await assert.rejects(exportLog({ pool, verifier: signer }, join(folder, 'a')), /not empty/)
})

test('a log of another house or an empty one', async (t) => {
  const { pool } = await journalDatabase(t)
  const { signer } = await runSequencer(t, pool)
  const folder = await folderFor(t)
  await exportLog({ pool, verifier: signer }, join(folder, 'empty'))
  const report = verifyExport(join(folder, 'empty'))
  assert.deepEqual([report.ok, report.entries], [true, 0])
  const printed: string[] = []
  printReport(verifyExport(join(folder, 'empty'), { vkey: makeSigner('elsewhere').vkey }), (line) => printed.push(line))
  assert.match(printed.join('\n'), /BAD: it is not signed by elsewhere/)
})
