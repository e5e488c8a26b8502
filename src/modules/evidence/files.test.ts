// The files of evidence: sealed originals, working copies, hashes at each read; holds before terms, and destruction by two.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { clause } from '../../../test/kit/clause.ts'
import { journalOf } from '../../../test/kit/papers.ts'
import { castId } from '../../app/cast.ts'
import { asActor } from '../../kernel/database.ts'
import { custodyOf, readBytes, sweepFiles } from '../../kernel/files/index.ts'
import type { House } from '../../kernel/house.ts'
import { perform } from '../../kernel/perform.ts'
import type { FileReply } from '../../kernel/reply.ts'
import { doing } from '../../../test/kit/room.ts'
import { openStage, refused } from '../appeals/appeals.kit.ts'
import { replaceMember } from '../investigations/team-operations.ts'
import { discontinueInvestigation } from '../investigations/opening.ts'
import { listNotices } from '../work/contract.ts'
import * as custody from './custody.ts'
import { deskOf, pdf } from './evidence.kit.ts'
import * as queries from './queries.ts'
import * as reading from './reading.ts'
import * as receiving from './receiving.ts'

const stage = await openStage()
const { as, actor, owner } = stage
const desk = deskOf(stage)
type Who = Parameters<typeof as>[0]

const read = (who: Who, id: string) => as(who, queries.readEvidence, { id })
const bytesOf = async ({ stream }: FileReply) => Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>))
const copy = (who: Who, id: string, file: string) => as(who, reading.takeEvidenceFile, { id, file })
const original = (who: Who, id: string, file: string) => as(who, reading.takeOriginal, { id, file })
const bell = async (who: Who, about: string) => {
  const operation = stage.house.registry.operations.get('work.notices')
  assert.ok(operation)
  const { result } = await perform(stage.house, operation, await actor(who), {})
  return listNotices.output.parse(result).rows.filter(({ recordId, news }) => recordId === about && news === 'damaged')
    .length
}

clause('5.16', 'the original is sealed: everybody reads the working copy, which is the same bytes', async () => {
  const { id } = await desk.investigated()
  const { evidence, file } = await desk.withFile(id)
  assert.equal(file.sha256, createHash('sha256').update(pdf).digest('hex'))
  assert.notEqual(file.original_id, file.copy_id)
  for (const who of ['inspector', 'inspector2', 'head'] as const)
    assert.equal((await bytesOf(await copy(who, evidence, file.id))).toString(), pdf)
  for (const who of ['analyst', 'chairman', 'registrar'] as const) {
    await refused('unknown', copy(who, evidence, file.id))
    await refused('unknown', original(who, evidence, file.id))
  }
  assert.equal((await refused('forbidden', original('inspector', evidence, file.id))).clause, '5.16')
  for (const who of ['inspector2', 'head'] as const)
    assert.equal((await refused('forbidden', original(who, evidence, file.id))).clause, '5.16')
  // Not through another operation either: the database shows the original to no act but those that may.
  await refused(
    'unknown',
    doing(stage.house, await actor('inspector'), (tx) => readBytes(tx, file.original_id)),
  )
  const reads = await journalOf(stage.house, evidence, 'evidence.file')
  assert.deepEqual(reads.map((it) => [it.outcome, it.actor]).slice(0, 3), [
    ['read', castId('inspector')],
    ['read', castId('inspector2')],
    ['read', castId('head')],
  ])
})

clause('6.21', 'the leader alone breaks the seal, under an act with its reason, and it is sealed again', async () => {
  const { id } = await desk.investigated()
  const { evidence, file } = await desk.withFile(id)
  const breaks = (who: Who) => as(who, custody.breakSeal, { id: evidence, reason: 'Көшірменің сапасын салыстыру' })
  for (const who of ['inspector2', 'head', 'deputy'] as const) await refused('forbidden', breaks(who))
  // Not even with the thing in hand.
  const pass = async (from: Who, to: 'inspector' | 'inspector2') => {
    await as(from, custody.handEvidence, { id: evidence, to: castId(to), how: null })
    await as(to, custody.acceptEvidence, { id: evidence, condition: 'мөрі бүтін' })
  }
  await pass('inspector', 'inspector2')
  assert.equal((await refused('forbidden', breaks('inspector2'))).clause, '6.21')
  assert.equal((await refused('forbidden', breaks('inspector'))).clause, '5.16')
  await pass('inspector2', 'inspector')
  await breaks('inspector')
  assert.equal((await bytesOf(await original('inspector', evidence, file.id))).toString(), pdf)
  for (const who of ['inspector2', 'head'] as const) await refused('forbidden', original(who, evidence, file.id))
  await refused('wrong-state', breaks('inspector'))
  await as('inspector', custody.reseal, { id: evidence, seal: 'ІҚБ-0500', how: null })
  assert.equal((await refused('forbidden', original('inspector', evidence, file.id))).clause, '5.16')
  const page = await read('inspector', evidence)
  assert.deepEqual(
    page.acts.map(({ act, words, seal }) => [act, words, seal]),
    [
      ['received', '2-сейф, 4-сөре', 'ІҚБ-0417'],
      ['handed', 'мөрі бүтін', null],
      ['handed', 'мөрі бүтін', null],
      ['seal-broken', 'Көшірменің сапасын салыстыру', 'ІҚБ-0417'],
      ['resealed', null, 'ІҚБ-0500'],
    ],
  )
  // Whoever leads after him breaks it anew.
  await breaks('inspector')
  await as('head', replaceMember, { id, employee: castId('inspector'), by: castId('analyst'), reason: 'Іссапар.' })
  assert.equal((await refused('forbidden', original('analyst', evidence, file.id))).clause, '5.16')
  await refused('unknown', original('inspector', evidence, file.id))
  const broken = (await journalOf(stage.house, evidence, 'evidence.breakSeal')).filter(
    ({ outcome }) => outcome === 'done',
  )
  assert.deepEqual(
    broken.map((it) => it.actor),
    [castId('inspector'), castId('inspector')],
  )
})

/** The same house, whose faults are kept for the test and not held against it. */
const quiet = (): { house: House; faults: string[] } => {
  const faults: string[] = []
  return { house: { ...stage.house, log: (_level, message) => void faults.push(message) }, faults }
}
const spoil = (file: string) => {
  const path = desk.onDisk(file)
  const bytes = readFileSync(path)
  const at = bytes.length - 20
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(path, bytes)
}

clause('5.16', 'a file whose hash is not the one at intake is refused, journaled and rung', async () => {
  const { id } = await desk.investigated()
  // Larger than what the kernel checks before its first byte leaves.
  const large = Buffer.concat([Buffer.from(pdf), Buffer.alloc(9_000_000, 7)])
  for (const bytes of [Buffer.from(pdf), large]) {
    const { evidence, file } = await desk.withFile(id, bytes)
    const { house, faults } = quiet()
    spoil(file.copy_id)
    const take = async (who: Who) =>
      perform(house, reading.takeEvidenceFile, await actor(who), { id: evidence, file: file.id })
    const refusal = await refused('conflict', take('inspector2'))
    assert.equal(refusal.clause, '5.16')
    assert.deepEqual(faults, ['a stored file is damaged'])
    for (const who of ['inspector', 'head', 'deputy'] as const) assert.equal(await bell(who, evidence), 1, who)
    await refused('conflict', take('inspector2'))
    assert.equal(await bell('head', evidence), 1, 'the bell rings once')
    const page = await read('inspector', evidence)
    assert.deepEqual([page.damaged, page.keptFiles[0]?.damaged, page.acts.at(-1)?.act], [true, 'copy', 'damaged'])
    const entries = await journalOf(stage.house, evidence, 'evidence.file')
    assert.deepEqual(
      entries.map(({ outcome, reason, clause: no }) => [outcome, reason, no]),
      [
        ['refused', 'conflict', '5.16'],
        ['refused', 'conflict', '5.16'],
      ],
    )
    const log = await asActor(stage.house.database, await actor('inspector'), (db) => custodyOf({ db }, file.copy_id))
    assert.ok(log.some(({ act }) => act === 'failed'))
    // The original is whole, so the working copy is made anew; nobody sees the original for that.
    await refused('forbidden', as('inspector2', reading.renewCopy, { id: evidence, file: file.id }))
    await as('inspector', reading.renewCopy, { id: evidence, file: file.id })
    assert.deepEqual(await bytesOf(await copy('inspector2', evidence, file.id)), bytes)
  }
})

clause('5.16', 'the house looks at every file by itself, also at those that nobody opens', async () => {
  const { id } = await desk.investigated()
  const { evidence, file } = await desk.withFile(id)
  await reading.nightly.run(stage.house, {})
  assert.equal((await read('head', evidence)).damaged, false)
  spoil(file.original_id)
  const { house, faults } = quiet()
  await reading.nightly.run(house, {})
  assert.equal(faults.length, 1)
  assert.equal(await bell('inspector', evidence), 1)
  assert.deepEqual((await read('head', evidence)).keptFiles[0]?.damaged, 'original')
  const renew = perform(house, reading.renewCopy, await actor('inspector'), { id: evidence, file: file.id })
  await refused('conflict', renew)
  await refused('forbidden', as('head', reading.checkEvidence, { id: evidence }))
})

const later = '2037-01-11T09:00'

clause('5.16', 'a legal hold beats the term; destruction is proposed by one and approved by another', async () => {
  const { id } = await desk.investigated()
  const { evidence, file } = await desk.withFile(id)
  const propose = (who: Who) => as(who, custody.proposeDestruction, { id: evidence, reason: 'Мерзімі аяқталды.' })
  const destroy = (who: Who) => as(who, custody.destroyEvidence, { id: evidence, paper: 'Акт № 1' })
  assert.equal((await refused('forbidden', propose('deputy'))).clause, '5.16')
  await as('head', discontinueInvestigation, { id, reason: 'Дәлелденбеді.' })
  assert.equal((await read('head', evidence)).keptUntil, '2036-12-31')
  assert.equal((await refused('forbidden', propose('deputy'))).clause, '5.16')
  await refused('forbidden', as('inspector', receiving.holdEvidence, { id, reason: 'Сот дауы.' }))
  await refused('unknown', as('registrar', receiving.holdEvidence, { id, reason: 'Сот дауы.' }))
  await as('deputy', receiving.holdEvidence, { id, reason: 'Сот дауы.' })
  await refused('conflict', as('head', receiving.holdEvidence, { id, reason: 'Сот дауы.' }))
  // While it is held it is not given back either.
  const back = () => as('inspector', custody.returnEvidence, { id: evidence, to: 'Иесі', paper: 'Қолхат', how: null })
  assert.equal((await refused('forbidden', back())).clause, '5.16')
  stage.house.clock.set(later)
  assert.equal((await refused('forbidden', propose('deputy'))).clause, '5.16')
  await as('head', receiving.releaseEvidence, { id, reason: 'Дау аяқталды.' })
  await refused('conflict', as('head', receiving.releaseEvidence, { id, reason: 'Дау аяқталды.' }))
  assert.equal((await refused('forbidden', destroy('head'))).clause, '5.16')
  await propose('deputy')
  // Held at the last moment: the proposal stands, the destruction does not happen.
  await as('deputy', receiving.holdEvidence, { id, reason: 'Жаңа сұрау салу.' })
  assert.equal((await refused('forbidden', destroy('head'))).clause, '5.16')
  await as('deputy', receiving.releaseEvidence, { id, reason: 'Қажет емес.' })
  await refused('forbidden', destroy('deputy'))
  await as('head', custody.declineDestruction, { id: evidence, reason: 'Тағы бір жыл.' })
  await refused('forbidden', destroy('head'))
  await propose('head')
  assert.equal((await refused('forbidden', destroy('head'))).clause, '5.16')
  await as('head', custody.declineDestruction, { id: evidence, reason: 'Басқа адам ұсынсын.' })
  await propose('deputy')
  await destroy('head')
  const page = await read('head', evidence)
  assert.deepEqual([page.state, page.acts.at(-1)?.act, page.endedOn], ['destroyed', 'destroyed', '2037-01-11'])
  assert.equal((await refused('forbidden', copy('inspector', evidence, file.id))).clause, '5.16')
  await sweepFiles(stage.house)
  assert.throws(() => desk.onDisk(file.original_id))
  assert.throws(() => desk.onDisk(file.copy_id))
  const done = (await journalOf(stage.house, evidence, 'evidence.destroy')).map(({ outcome }) => outcome)
  assert.deepEqual(done, ['refused', 'refused', 'refused', 'refused', 'refused', 'done'])
})

clause('5.16', 'the database destroys nothing that is held, whatever the program says', async () => {
  const { id } = await desk.investigated()
  const { evidence } = await desk.withFile(id)
  await as('head', discontinueInvestigation, { id, reason: 'Дәлелденбеді.' })
  await as('deputy', receiving.holdEvidence, { id, reason: 'Сот дауы.' })
  const gone = () =>
    owner.transaction().execute(async (db) => {
      await sql`select set_config('app.operation', 'evidence.destroy', true), set_config('app.kind', 'employee', true),
        set_config('app.actor', ${castId('head')}, true)`.execute(db)
      await sql`update evidence set state = 'destroyed', doomed_at = now(), doomed_by = ${castId('deputy')}, doomed_reason = 'x',
        doomed_after = '2020-01-01' where id = ${evidence}`.execute(db)
      const { rows } = await sql<{ gone: boolean }>`select destroy_evidence(${evidence}, '2026-11-23') as gone`.execute(
        db,
      )
      assert.equal(rows[0]?.gone, false)
      throw new Error('rolled back')
    })
  await assert.rejects(gone(), /rolled back/)
})
