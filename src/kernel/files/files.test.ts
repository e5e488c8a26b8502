// Files on a real disk and a real database: refused first, then received, attached, read, scanned, swept.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import multipart from '@fastify/multipart'
import fastify from 'fastify'
import { sql } from 'kysely'
import { addPaper, doing, employee, paperHouse } from '../../../test/kit/room.ts'
import { publicActor, systemActor } from '../../../test/kit/house.ts'
import type { House } from '../house.ts'
import { newId } from '../ids.ts'
import { attached, filesOn, inspector, pdf, read, receive, stranger, unit, visitor } from './files.kit.ts'
import { attachFile, custodyOf, keepFile, readFile, receiveFile, shareFile, sweepFiles } from './index.ts'

const isUnknown = { name: 'Error', reason: 'unknown' }

test('an empty, oversized, unwanted, mislabelled, broken or cut-off file is refused with a clear word and leaves nothing', async (t) => {
  const house = await paperHouse(t)
  const refused = (bytes: Buffer, says: RegExp, more = {}) =>
    assert.rejects(receive(house, bytes, inspector, more), (fault: { reason: string; says: { kk: string } }) => {
      assert.equal(fault.reason, 'invalid')
      assert.match(fault.says.kk, says)
      return true
    })
  await refused(Buffer.alloc(0), /Файл бос/)
  await refused(pdf(2000), /Рұқсат етілген ең үлкен көлем: 1500 байт/, { maxBytes: 1500 })
  await refused(Buffer.concat([Buffer.from('MZ'), randomBytes(3000)]), /түрі қабылданбайды/)
  await refused(Buffer.from('#!/bin/sh\0'), /түрі қабылданбайды/)
  const broken = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex')
  await assert.rejects(receive(house, broken, visitor, { name: 'a.jpg' }), { reason: 'invalid' })
  const cutOff = async function* () {
    yield pdf(100_000)
    throw new Error('the sender went away')
  }
  await assert.rejects(receiveFile(house, cutOff(), { name: 'a.pdf', by: inspector }), /went away/)
  const truncated = Object.assign(Readable.from([pdf()]), { truncated: true })
  await assert.rejects(receiveFile(house, truncated, { name: 'a.pdf', by: inspector }), { reason: 'invalid' })
  assert.deepEqual(filesOn(house), [])
  assert.deepEqual(await house.ask('select id from files'), [])
})

test('a form whose file is refused is still read to its end', async (t) => {
  const house = await paperHouse(t)
  const server = fastify()
  await server.register(multipart)
  server.post('/', async (request) => {
    const seen: string[] = []
    for await (const part of request.parts()) {
      if (part.type === 'field') seen.push(part.fieldname)
      else
        await receiveFile(house, part.file, { name: part.filename, by: visitor, maxBytes: 200_000 }).catch(
          (fault: Error) => seen.push(fault.message),
        )
    }
    return seen
  })
  const send = async (bytes: Buffer, name: string): Promise<unknown> => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(bytes)]), name)
    form.append('after', 'x')
    const body = new Response(form)
    const headers = { 'content-type': body.headers.get('content-type') ?? '' }
    return (
      await server.inject({ method: 'POST', url: '/', headers, payload: Buffer.from(await body.arrayBuffer()) })
    ).json()
  }
  const broken = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(150_000)])
  for (const [bytes, name] of [
    [pdf(900_000), 'a.pdf'],
    [randomBytes(150_000), 'b.pdf'],
    [broken, 'c.jpg'],
    [Buffer.alloc(0), 'd'],
  ] as const) {
    const [refusal, after] = (await send(bytes, name)) as string[]
    assert.match(refusal ?? '', /^invalid: /)
    assert.equal(after, 'after')
  }
  assert.deepEqual(await send(pdf(100_000), 'e.pdf'), ['after'])
  await server.close()
})

test('a file of exactly the limit is taken; the limit and the types are parameters', async (t) => {
  const house = await paperHouse(t)
  const bytes = pdf(991)
  assert.equal((await receive(house, bytes, inspector, { maxBytes: 1000 })).bytes, 1000)
  await assert.rejects(receive(house, Buffer.from('GIF89a' + 'x'.repeat(100))), { reason: 'invalid' })
})

test('what came in lies encrypted on disk and comes out with the same hash, in pieces of any size', async (t) => {
  const house = await paperHouse(t)
  for (const length of [1, 70_000, 9_000_000]) {
    const bytes = pdf(length)
    const { id } = await attached(house, bytes)
    const [path] = filesOn(house).filter((it) => it.endsWith(id))
    assert.ok(path)
    assert.ok(!readFileSync(path).includes(bytes.subarray(0, 30)))
    assert.equal(statSync(path).mode & 0o077, 0)
    const reply = await doing(house, inspector, (tx) => readFile(tx, id))
    const out = Buffer.concat(await Array.fromAsync(reply.stream as AsyncIterable<Buffer>))
    assert.ok(out.equals(bytes))
    assert.deepEqual([reply.bytes, reply.type, reply.name], [bytes.length, 'application/pdf', 'арыз.pdf'])
    const [row] = await house.ask('select sha256, key from files where id = $1', [id])
    assert.equal(row?.['sha256'], createHash('sha256').update(bytes).digest('hex'))
    assert.ok(!readFileSync(path).includes(row?.['key'] as Buffer))
  }
})

test('a file is seen by whoever sees its record, and by nobody else', async (t) => {
  const house = await paperHouse(t)
  const { id, paper, bytes } = await attached(house)
  assert.deepEqual(await read(house, inspector, id), bytes)
  for (const actor of [stranger, publicActor(), visitor]) await assert.rejects(read(house, actor, id), isUnknown)
  await assert.rejects(read(house.portal, visitor, id), isUnknown)
  assert.deepEqual(await doing(house, stranger, (tx) => custodyOf(tx, id)), [])
  await house.ask('insert into denied values ($1, $2, now(), $3)', [paper, inspector.id, 'named'])
  await assert.rejects(read(house, inspector, id), isUnknown)
})

test('a file that nobody attached yet is seen and attached by the one who brought it, once', async (t) => {
  const house = await paperHouse(t)
  const { id } = await receive(house, pdf())
  const colleague = employee(unit)
  await assert.rejects(read(house, colleague, id), isUnknown)
  await assert.rejects(
    doing(house, colleague, async (tx) => attachFile(tx, id, 'paper', await addPaper(tx, unit))),
    isUnknown,
  )
  await assert.rejects(
    doing(house.portal, visitor, (tx) => attachFile(tx, id, 'paper', newId())),
    isUnknown,
  )
  await doing(house, inspector, async (tx) => attachFile(tx, id, 'paper', await addPaper(tx, unit)))
  await assert.rejects(
    doing(house, inspector, async (tx) => attachFile(tx, id, 'paper', await addPaper(tx, unit))),
    isUnknown,
  )
  await assert.rejects(
    doing(house, inspector, (tx) => attachFile(tx, newId(), 'paper', newId())),
    isUnknown,
  )
})

test('the public page brings files, sees those of the code in hand alone, and changes none', async (t) => {
  const house = await paperHouse(t)
  const bytes = pdf()
  const { id } = await receive(house.portal, bytes, visitor)
  await doing(house.portal, visitor, async (tx) => {
    const paper = await addPaper(tx, unit, 'ab')
    assert.equal((await attachFile(tx, id, 'paper', paper)).bytes, bytes.length)
  })
  assert.deepEqual(await read(house.portal, visitor, id), bytes)
  assert.deepEqual(await read(house, inspector, id), bytes)
  await assert.rejects(read(house.portal, publicActor('cd'), id), isUnknown)
  for (const words of [
    'delete from files',
    "update files set scan = 'clean'",
    'select * from file_custody',
    'delete from file_attachments',
  ]) {
    await assert.rejects(
      doing(house.portal, visitor, (tx) => sql.raw(words).execute(tx.db)),
      /permission denied/,
    )
  }
})

test('a file may be shown with a second record, by those who see it', async (t) => {
  const house = await paperHouse(t)
  const { id, bytes } = await attached(house)
  const second = await doing(house, stranger, (tx) => addPaper(tx, stranger.reach[0] ?? ''))
  await assert.rejects(
    doing(house, stranger, (tx) => shareFile(tx, id, 'paper', second)),
    isUnknown,
  )
  await doing(house, inspector, (tx) => shareFile(tx, id, 'paper', second))
  assert.deepEqual(await read(house, stranger, id), bytes)
  await house.ask('insert into denied values ($1, $2, now(), $3)', [second, inspector.id, 'named'])
  await assert.rejects(read(house, inspector, id), isUnknown)
})

test('the custody log tells who had the file in hand', async (t) => {
  const house = await paperHouse(t)
  const { id } = await attached(house)
  house.clock.set('2026-11-23T10:00')
  await read(house, inspector, id)
  const log = await doing(house, inspector, (tx) => custodyOf(tx, id))
  assert.deepEqual(
    log.map(({ act, actor }) => [act, actor]),
    [
      ['attached', inspector.id],
      ['received', inspector.id],
      ['read', inspector.id],
    ],
  )
})

/** The same house, whose faults are kept for the test and not held against it. */
const quiet = (house: House): { house: House; faults: string[] } => {
  const faults: string[] = []
  return { house: { ...house, log: (_level, message) => void faults.push(message) }, faults }
}

test('a file that was changed, cut, removed or given another s bytes on disk is not handed out, and the log says so', async (t) => {
  const open = await paperHouse(t)
  const { house, faults } = quiet(open)
  const damage: ((path: string) => void)[] = [
    (path) =>
      writeFileSync(
        path,
        readFileSync(path).map((byte, at) => (at === 40 ? byte ^ 1 : byte)),
      ),
    (path) => writeFileSync(path, readFileSync(path).subarray(0, -100)),
    (path) => writeFileSync(path, Buffer.alloc(0)),
    (path) => writeFileSync(path, readFileSync(filesOn(house).find((it) => it !== path) ?? path)),
  ]
  await attached(house)
  for (const [n, hurt] of damage.entries()) {
    const { id } = await attached(house)
    hurt(filesOn(house).find((it) => it.endsWith(id)) ?? '')
    await assert.rejects(read(house, inspector, id), { reason: 'conflict' })
    const log = await doing(house, inspector, (tx) => custodyOf(tx, id))
    assert.ok(
      log.some(({ act }) => act === 'failed'),
      `case ${n}`,
    )
  }
  // Right under its key, but other bytes than at the intake: the hash of the row tells.
  const { id } = await attached(house)
  await open.ask('update files set sha256 = $2 where id = $1', [id, 'a'.repeat(64)])
  await assert.rejects(read(house, inspector, id), { reason: 'conflict' })
  assert.equal(faults.length, damage.length + 1)
})

test('a large damaged file breaks off: its reader never gets a whole one', async (t) => {
  const { house, faults } = quiet(await paperHouse(t))
  const { id, bytes } = await attached(house, pdf(9_000_000))
  const path = filesOn(house).find((it) => it.endsWith(id)) ?? ''
  const sealed = readFileSync(path)
  sealed.writeUInt8(sealed.readUInt8(sealed.length - 20) ^ 1, sealed.length - 20)
  writeFileSync(path, sealed)
  const reply = await doing(house, inspector, (tx) => readFile(tx, id))
  let got = 0
  await assert.rejects(async () => {
    for await (const piece of reply.stream as AsyncIterable<Buffer>) got += piece.length
  })
  assert.ok(got < bytes.length)
  assert.deepEqual(faults, ['a stored file is damaged'])
})

test('a photograph loses its metadata at the public door and keeps it where an employee brings it', async (t) => {
  const house = await paperHouse(t)
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55', 'hex'),
    Buffer.from('0000000d', 'hex'),
    Buffer.from('tEXtAuthor\0Secret'),
    Buffer.alloc(4),
    Buffer.from('0000000a49444154789c63600000000200015ff00e1e', 'hex').subarray(0, 22),
    Buffer.from('0000000049454e44ae426082', 'hex'),
  ])
  const stripped = await receive(house.portal, png, visitor, { name: 'a.png' })
  const whole = await receive(house, png, inspector, { name: 'a.png' })
  assert.deepEqual([stripped.stripped, whole.stripped, whole.bytes], [true, false, png.length])
  assert.ok(stripped.bytes < png.length)
  await doing(house.portal, visitor, async (tx) => attachFile(tx, stripped.id, 'paper', await addPaper(tx, unit, 'ab')))
  assert.ok(!(await read(house, inspector, stripped.id)).includes('Secret'))
})

test('what nobody attached within its hours is swept away; bytes without a row too; what is attached stays', async (t) => {
  const house = await paperHouse(t)
  const { id, bytes } = await attached(house)
  await receive(house, pdf())
  // An operation that was rolled back after it had made a file.
  await assert.rejects(
    doing(house, inspector, async (tx) => {
      await keepFile(tx, pdf(), { name: 'a.pdf', type: 'application/pdf' })
      throw new Error('rolled back')
    }),
    /rolled back/,
  )
  assert.equal(filesOn(house).length, 3)
  assert.deepEqual(await sweepFiles(house), { loose: 0, strays: 0 })
  house.clock.forward(25 * 3_600_000)
  const old = new Date(Date.now() - 25 * 3_600_000)
  for (const path of filesOn(house)) utimesSync(path, old, old)
  assert.deepEqual(await sweepFiles(house), { loose: 1, strays: 1 })
  assert.equal(filesOn(house).length, 1)
  assert.deepEqual(await read(house, inspector, id), bytes)
})

test('a file that the house makes is kept with its operation', async (t) => {
  const house = await paperHouse(t)
  const bytes = pdf()
  const id = await doing(house, systemActor, async (tx) => {
    const made = await keepFile(tx, bytes, { name: 'Жауап', type: 'application/pdf' })
    assert.equal(made.name, 'Жауап.pdf')
    await attachFile(tx, made.id, 'paper', await addPaper(tx, unit))
    return made.id
  })
  assert.deepEqual(await read(house, inspector, id), bytes)
})
