// Asks clamd about a stream: the INSTREAM command over TCP or a Unix socket.
import { connect, type Socket } from 'node:net'
import { once } from 'node:events'

export type Verdict = { readonly clean: true } | { readonly clean: false; readonly name: string }

const answerWithin = 120_000

const open = (address: string): Socket => {
  if (address.startsWith('/')) return connect({ path: address })
  const at = address.lastIndexOf(':')
  return connect({ host: address.slice(0, at), port: Number(address.slice(at + 1)) })
}

const lengthOf = (bytes: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(bytes.length)
  return head
}

/** What clamd at 'host:port' or '/path' says of these bytes. @throws Error when it cannot be asked or does not say. */
export async function scanStream(address: string, source: AsyncIterable<Buffer>): Promise<Verdict> {
  const socket = open(address)
  socket.setTimeout(answerWithin, () => socket.destroy(new Error('clamd does not answer')))
  const answer = readAnswer(socket)
  // Awaited below; a fault while sending must not count as unhandled before that.
  answer.catch(() => {})
  try {
    socket.write('zINSTREAM\0')
    for await (const bytes of source) {
      if (socket.destroyed) break
      if (!socket.write(Buffer.concat([lengthOf(bytes), bytes]))) await Promise.race([once(socket, 'drain'), answer])
    }
    if (!socket.destroyed) socket.write(Buffer.alloc(4))
    return verdictOf(await answer)
  } finally {
    socket.destroy()
  }
}

async function readAnswer(socket: Socket): Promise<string> {
  const parts: Buffer[] = []
  for await (const bytes of socket as AsyncIterable<Buffer>) {
    parts.push(bytes)
    if (bytes.includes(0)) break
  }
  return Buffer.concat(parts).toString('utf8').replace(/\0.*$/s, '').trim()
}

function verdictOf(answer: string): Verdict {
  if (/^stream: OK$/.test(answer)) return { clean: true }
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (found) return { clean: false, name: found }
  throw new Error(`clamd said: ${answer.slice(0, 200) || 'nothing'}`)
}
