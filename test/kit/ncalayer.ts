// NCALayer played on loopback: its WebSocket protocol over a handshake and frames of our own, a key in place of a person's.
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

export interface SignAsk {
  module: string
  method: string
  args: {
    format: string
    data: string
    locale: string
    allowedStorages: string[] | null
    signingParams: { encapsulate?: boolean; decode?: boolean; tsaProfile?: object }
    signerParams: { extKeyUsageOids: string[] }
  }
}

/** What the person does in NCALayer's window: a signature, nothing, or a failure of the key; 'silent' never greets. */
export type Person = (ask: SignAsk) => Promise<{ cms: string } | 'cancels' | 'fails'>

const frame = (text: string): Buffer => {
  const body = Buffer.from(text, 'utf8')
  const long = body.length > 125
  const head = Buffer.alloc(long ? 10 : 2)
  head[0] = 0x81
  head[1] = long ? 127 : body.length
  if (long) head.writeBigUInt64BE(BigInt(body.length), 2)
  return Buffer.concat([head, body])
}

interface Frame {
  opcode: number
  last: boolean
  body: Buffer
  rest: Buffer
}

/** The first whole frame of a client, unmasked; null while some of it is on its way. */
const readFrame = (bytes: Buffer): Frame | null => {
  if (bytes.length < 2) return null
  const short = (bytes[1] ?? 0) & 0x7f
  const start = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length < start + 4) return null
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  const end = start + 4 + length
  if (bytes.length < end) return null
  const mask = bytes.subarray(start, start + 4)
  const body = Buffer.from(bytes.subarray(start + 4, end).map((byte, at) => byte ^ (mask[at % 4] ?? 0)))
  return { opcode: (bytes[0] ?? 0) & 0x0f, last: ((bytes[0] ?? 0) & 0x80) !== 0, body, rest: bytes.subarray(end) }
}

const accept = (request: IncomingMessage, socket: Duplex): void => {
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`
  const answer = createHash('sha1').update(key).digest('base64')
  const lines = ['Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Accept: ${answer}`]
  socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
}

/** What NCALayer answers to one request, as its module kz.gov.pki.knca.basics does. */
export const answerOf = async (text: string, person: Person): Promise<string> => {
  const ask = JSON.parse(text) as SignAsk
  if (ask.module !== 'kz.gov.pki.knca.basics') return JSON.stringify({ code: '500', message: 'MODULE_NOT_FOUND' })
  const done = await person(ask)
  if (done === 'cancels') return JSON.stringify({ status: true, body: {} })
  if (done === 'fails') return JSON.stringify({ status: false, code: '500', message: 'sign.failed', details: 'CKR' })
  return JSON.stringify({ status: true, body: { result: [done.cms] } })
}

export const greeting = JSON.stringify({ result: { version: '1.4' } })

export const openLayer = async (person: Person | 'silent'): Promise<{ url: string; close: () => Promise<void> }> => {
  const sockets = new Set<Duplex>()
  const server = createServer()
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    sockets.add(socket)
    accept(request, socket)
    let bytes: Buffer = Buffer.alloc(0)
    let said: Buffer = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (more: Buffer) => {
      bytes = Buffer.concat([bytes, more])
      for (let it = readFrame(bytes); it; it = readFrame(bytes)) {
        bytes = it.rest
        if (it.opcode === 8) return void socket.end(Buffer.of(0x88, 0))
        said = Buffer.concat([said, it.body])
        if (!it.last) continue
        const text = said.toString('utf8')
        said = Buffer.alloc(0)
        if (person !== 'silent') void answerOf(text, person).then((answer) => socket.write(frame(answer)))
      }
    })
    if (person !== 'silent') socket.write(frame(greeting))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
