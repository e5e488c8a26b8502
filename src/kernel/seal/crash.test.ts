// kill -9 of the sequencer in the midst of its work: nothing acknowledged is lost, nothing is sealed twice, the next one heals.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { audit } from './audit.ts'
import { makeSigner } from './notes.ts'
import { journalDatabase, lines, runSequencer, write } from './seal.kit.ts'

test('a sequencer that is killed again and again loses nothing and seals nothing twice', async (t) => {
  const { pool, urls } = await journalDatabase(t)
  const outside = await mkdtemp(join(tmpdir(), 'qorgan-crash-'))
  t.after(() => rm(outside, { recursive: true, force: true }))
  const signer = makeSigner('house.example/journal')
  const acknowledged: string[] = []
  const sealedAtKill: number[] = []
  for (let round = 0; round < 6; round++) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'crash.kit.ts'), urls.ownerUrl, outside], {
      env: { ...process.env, JOURNAL_KEY: signer.skey },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    const [said] = await once(child.stdout, 'data')
    assert.equal(String(said), 'sealing\n')
    for (let batch = 0; batch < 10 + round * 7; batch++) acknowledged.push(...(await write(pool, lines(4))))
    child.kill('SIGKILL')
    await ended
    const { rows } = await pool.query<{ count: string }>('select count(*) from journal_entries')
    sealedAtKill.push(Number(rows[0]?.count))
  }
  assert.ok(
    sealedAtKill.some((count, at) => count > (sealedAtKill[at - 1] ?? 0)),
    'it was at work when it was killed',
  )
  const { sequencer } = await runSequencer(t, pool, { signer, outside })
  await sequencer.flush()
  const { rows } = await pool.query<{ id: string }>('select id from journal_entries order by seq')
  assert.deepEqual(rows.map(({ id }) => id).sort(), acknowledged.sort())
  const { findings, entries } = await audit({ pool, verifier: signer, outside })
  assert.deepEqual([findings, entries], [[], acknowledged.length])
})
