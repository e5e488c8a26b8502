// A small NCANode on loopback: answers POST /cms/verify in the JSON of NCANode 3, from what it is told of the signature.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  cms: string
  data: string
  revocationCheck: string[]
}

export interface Ncanode {
  url: string
  asked: Asked[]
  /** Status and body of the next answers; 'nothing' keeps the asker waiting. */
  answer: (asked: Asked) => { status: number; body: unknown } | 'nothing'
  close(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<Asked> => {
  const parts = await Array.fromAsync(request as AsyncIterable<Buffer>)
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as Asked
}

export const openNcanode = async (answer: Ncanode['answer']): Promise<Ncanode> => {
  const it: Ncanode = { url: '', asked: [], answer, close: async () => {} }
  const server = createServer(async (request, response) => {
    const asked = await bodyOf(request)
    it.asked.push(asked)
    if (request.method !== 'POST' || request.url !== '/cms/verify') return void response.writeHead(404).end('{}')
    const said = it.answer(asked)
    if (said === 'nothing') return
    response.writeHead(said.status, { 'content-type': 'application/json' }).end(JSON.stringify(said.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  it.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  it.close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return it
}
