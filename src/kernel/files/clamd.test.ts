// The antivirus: a clamd of the test's own speaks the protocol; what it calls dangerous is not handed out.
import assert from 'node:assert/strict'
import { createServer, type Server, type Socket } from 'node:net'
import { test, type TestContext } from 'node:test'
import { doing, paperHouse, type PaperHouse } from '../../../test/kit/room.ts'
import type { House } from '../house.ts'
import { drainJobs } from '../jobs/index.ts'
import { attached, inspector, pdf, read } from './files.kit.ts'
import { readFile, scanAll, scanFile } from './index.ts'

/** clamd in small: reads INSTREAM as its manual says and finds the word EICAR. */
const openClamd = async (t: TestContext): Promise<string> => {
  const answer = (socket: Socket) => {
    let held = Buffer.alloc(0)
    socket.on('data', (bytes: Buffer) => {
      held = Buffer.concat([held, bytes])
      if (!held.subarray(0, 10).equals(Buffer.from('zINSTREAM\0').subarray(0, Math.min(10, held.length))))
        return socket.end('UNKNOWN COMMAND\0')
      const parts: Buffer[] = []
      for (let at = 10; at + 4 <= held.length;) {
        const length = held.readUInt32BE(at)
        if (length === 0) {
          const found = Buffer.concat(parts).includes('EICAR')
          return socket.end(found ? 'stream: Eicar-Test FOUND\0' : 'stream: OK\0')
        }
        parts.push(held.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
    socket.on('error', () => {})
  }
  const server: Server = createServer(answer)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  t.after(() => void server.close())
  const address = server.address()
  return `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
}

const scanOf = async (house: PaperHouse, id: string) =>
  (await house.ask('select scan from files where id = $1', [id]))[0]?.['scan']

test('where clamd is configured an attached file is scanned by a job, and a dangerous one is not handed out', async (t) => {
  const open = await paperHouse(t)
  const house: House = { ...open, files: { ...open.files, clamd: await openClamd(t) } }
  const clean = await attached(house, pdf(200_000))
  const bad = await attached(house, Buffer.concat([pdf(100_000), Buffer.from('EICAR')]))
  assert.equal(await scanOf(open, bad.id), 'not-scanned')
  assert.deepEqual(await drainJobs(house), [])
  assert.deepEqual([await scanOf(open, clean.id), await scanOf(open, bad.id)], ['clean', 'infected'])
  assert.deepEqual(await read(house, inspector, clean.id), clean.bytes)
  await assert.rejects(
    doing(house, inspector, (tx) => readFile(tx, bad.id)),
    { reason: 'conflict' },
  )
})

test('without clamd a file says that it was not scanned; a clamd that is down fails the job and nothing else', async (t) => {
  const house = await paperHouse(t)
  const { id } = await attached(house)
  await scanFile(house, id)
  assert.equal(await scanOf(house, id), 'not-scanned')
  const down: House = { ...house, files: { ...house.files, clamd: '127.0.0.1:1' } }
  await assert.rejects(scanFile(down, id), /ECONNREFUSED/)
  assert.equal(await scanOf(house, id), 'not-scanned')
  await scanAll({ ...house, files: { ...house.files, clamd: await openClamd(t) } })
  assert.equal(await scanOf(house, id), 'clean')
})
